"""The frame round every page: its settings, the finding as its heading, its sources and the attribution."""

from __future__ import annotations

import streamlit as st

from lis_data.settings import ROOT
from pages.ui import cache
from pages.ui.downloads import OGL, OS

NAME = "LIS Explorer"
_ICON = ROOT / "static" / "icon.png"
PAGES = {
    "app.py": ("Overview", ":material/explore:"),
    "pages/1_Research_and_development.py": ("Research and development", ":material/science:"),
}
"""The pages of the menu, with what they are called there."""
_STYLE = """<style>
.stMainBlockContainer { max-width: 1320px; padding-top: 3.5rem }
h1 { font-size: 2rem !important; font-weight: 650 !important; letter-spacing: -0.01em; line-height: 1.2 !important; text-wrap: balance }
h3 { font-size: 1.25rem !important }
.lis-legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: .25rem 0 !important; padding: 0 !important; font-size: .85rem }
.lis-legend li { display: flex; align-items: center; gap: .4rem; margin: 0 !important }
.lis-swatch { width: 1.1rem; height: 1.1rem; border: 1px solid #8A8F94; display: inline-block }
.lis-missing { background: repeating-linear-gradient(45deg, transparent 0 3px, #8A8F94 3px 4px) }
.lis-modelled { background: radial-gradient(#12436D 1px, transparent 1.4px) 0 0 / 5px 5px }
.lis-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem 1.25rem; margin: 0 !important; padding: 0 !important }
.lis-facts dt { font-size: .8rem; opacity: .75 }
.lis-facts dd { margin: 0 !important; font-size: 1.15rem; font-weight: 600; font-variant-numeric: tabular-nums }
</style>"""


def open_page(title: str) -> None:
    """Settings of the page and its style; the first thing a page calls."""
    st.set_page_config(page_title=f"{title} · {NAME}", page_icon=str(_ICON), layout="wide")
    st.html(_STYLE)
    with st.sidebar:
        st.markdown(f"**{NAME}**")
        for path, (label, icon) in PAGES.items():
            st.page_link(path, label=label, icon=icon)
    cache.release()


def headline(finding: str, subtitle: str) -> None:
    """The finding as the page's heading, and under it what it is about."""
    st.title(_plain(finding), anchor=False)
    st.markdown(_plain(subtitle))


def sources(indicator_id: str, geography_id: str) -> None:
    """What the indicator is, how it was made and where it was published."""
    held = cache.describe(indicator_id)
    here = held[held["geography_id"] == geography_id]
    about = held.iloc[0]
    with st.expander("Sources, method and caveats", icon=":material/menu_book:"):
        st.markdown(f"**{_plain(about['title'])}** ({_plain(about['unit'])}). {_plain(about['description'])}")
        st.markdown(f"**Method.** {_plain(about['method'])}")
        st.markdown(f"**Caveats.** {_plain(about['caveat'])}")
        for source in here.drop_duplicates("dataset_id").to_dict("records"):
            st.markdown(
                f"**Source.** {_plain(source['publisher'])}, [{_plain(source['dataset_title'])}]({source['url']}): "
                f"{_plain(source['table'])}. Published {source['published'] or 'on an unknown date'}, "
                f"licence {_plain(source['licence'])}. {_plain(source['note'])}"
            )


def close_page() -> None:
    """The attribution that every page with figures and shapes carries."""
    st.divider()
    st.caption(f"{OGL}. {OS}.")


def _plain(text: str) -> str:
    """Text in which no character is taken for markup."""
    return "".join(f"\\{character}" if character in r"\`*_{}[]<>#$~|:!" else character for character in text)
