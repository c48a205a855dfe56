"""Compare places: how do these places compare with each other and with England, and how do we show it to a room?"""

from __future__ import annotations

import streamlit as st

from pages.ui.shell import frame
from pages.ui.views.compare import choice, grids, prepare, present, side, text

_SHOW = {"side": side.show, "maps": grids.show_maps, "change": grids.show_change, "slides": prepare.show}

if choice.presenting():
    present.show()
else:
    headline = st.container()
    chosen = choice.choose()
    with headline:
        frame.headline(*text.headline(chosen))
    with st.container(horizontal=True, vertical_alignment="center"):
        view = choice.view()
        st.button("Present", on_click=present.start, icon=":material/co_present:")
        choice.offer_peers(chosen)
    if chosen.enough:
        _SHOW[view](chosen)
    else:
        st.info(text.TO_DO)
    frame.close_page(*chosen.shown)
