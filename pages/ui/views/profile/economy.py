"""What the place is distinctively good at, and its R&D: official where it is exact, a range where it is modelled."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import queries, wording
from lis_data.model import Series
from lis_data.period import label
from lis_data.wording import inside
from pages.ui.exhibit import page
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import row_at
from pages.ui.shell import frame
from pages.ui.shell.markup import plain
from pages.ui.state import links
from pages.ui.state.cache import answer, cached
from pages.ui.views.profile import text
from pages.ui.views.profile.choice import MAIN, Place

_DOUBT = {
    "E": "GDP of this year by region is not published: it is moved on from the year before with the UK’s.",
    "U": "The figure more than doubled or halved within a year: it is of low reliability.",
    "P": "It is of the first release, which was revised since.",
}
"""What makes a share of GDP since 2022 less than sound, by its status."""
RD, _GVA = "business_rd_new_method_pct_gdp", "gva"
_LEAST, _MOST, _YEARS = 50.0, 5, 5
"""Smallest industry that is named (£ million of GVA), how many are, and over how many years their growth is."""
_MODELLED_FROM = (
    Series(RD, "nuts2-2016"),
    Series("gva_detailed", "nuts2-2016"),
    Series(_GVA, "lad-2023"),
    Series("population", "lad-2023"),
    Series("gdp_per_head", "lad-2023"),
)
"""What the range of estimates rests on."""
_COLUMNS = (
    *map(Column, ("area_code", "area_name", "industry")),
    Column("title", "Industry", width=270),
    *map(Column, ("period", "unit")),
    Column("location_quotient", "× England", "%.1f", width=80),
    Column("value", "£ million", "%,.0f", width=80),
    *map(Column, ("status", "share", "benchmark_share", "base", "growth", "benchmark_growth")),
    Column("growth_lead", "Growth lead", "%+.1f", width=100),
)


def show(rows: pd.DataFrame, place: Place) -> None:
    """Sectors beside R&D."""
    left, right = st.columns([7, 5], gap="large")
    with left:
        _sectors(place)
    with right:
        _research(rows, place)


def _sectors(place: Place) -> None:
    if _strongest(place.geography_id, place.area_code).empty:
        frame.section("Sector strengths")
        st.markdown("No GVA by industry is published for this place.")
        return
    page.show(_industries(place))
    links.show(filter(None, [links.sectors([(place.geography_id, place.area_code)])]))


def _industries(place: Place) -> Exhibit:
    """The industries in which the place is most specialised."""
    strongest = _strongest(place.geography_id, place.area_code)
    first, (period, base) = strongest.iloc[0], _periods(place.geography_id)
    reading = (
        f"GVA {label(period)}, industries of at least £{_LEAST:.0f} million that do not overlap; how many times their "
        f"share in England they have here. Growth lead: points a year above the same industry in England since "
        f"{label(base)}, in current prices."
    )
    return Exhibit(
        key="sectors",
        name=f"profile_{place.geography_id}_{place.area_code}_sectors",
        finding=f"Most specialised in {inside(first['title'])}, {first['location_quotient']:.1f} times England’s share",
        subtitle=f"{place.name}, among the {place.geography.title}",
        table=Table(
            strongest.assign(period=period, base=base, unit="£ million"),
            _COLUMNS,
            alt=f"{len(strongest)} industries",
            note=reading,
        ),
        series=(Series(_GVA, place.geography_id),),
        facts={"Industries": reading},
    )


@cached
def _periods(geography_id: str) -> tuple[str, str]:
    """The last year of GVA by industry at a geography, and the year that growth is counted from."""
    coverage = answer(queries.sector_coverage).set_index(["indicator_id", "geography_id"])
    periods = coverage["periods"][_GVA, geography_id]
    return str(periods[-1]), str(periods[-1 - _YEARS])


@cached
def _strongest(geography_id: str, area_code: str) -> pd.DataFrame:
    """The industries of the highest location quotients, highest first."""
    period, base = _periods(geography_id)
    found = answer(queries.sector_strengths, _GVA, geography_id, period=period, base=base)
    able = found["leaf"] & ~found["imputed"] & (found["value"] >= _LEAST) & (found["area_code"] == area_code)
    return found[able].nlargest(_MOST, "location_quotient")


def _research(rows: pd.DataFrame, place: Place) -> None:
    published = rows[(rows["indicator_id"] == RD) & rows["value"].notna()]
    if len(published):
        _official(published.iloc[0])
    elif place.geography_id == MAIN:
        _modelled(rows[rows["indicator_id"] == RD].iloc[0], place)
    else:
        frame.section("Business R&D")
        st.markdown("Business R&D is published for NUTS 2 regions, of which this place is not made.")
    links.show(filter(None, [links.research([(place.geography_id, place.area_code)])]))


def _official(row: pd.Series) -> None:
    """`Business R&D is 0.46% of GDP, below England's 1.23%`: an exact figure."""
    side = "above" if row["gap"] > 0 else "below"
    frame.section(f"Business R&D is {text.figure(row)} of GDP, {side} England’s {text.figure(row, 'england')}")
    since = f" It changed by {text.change(row)} since {label(row['base'])}." if pd.notna(row["change"]) else ""
    st.markdown(
        f"{text.when(row)}, {text.rank(row)} places with a figure of their own.{since} The figure is calculated here "
        f"from the R&D and GDP of the regions of which the place is made. {_DOUBT.get(row['status'], '')}".strip()
    )


def _modelled(row: pd.Series, place: Place) -> None:
    """A LEP that is no union of regions has a range of estimates, which is said to be modelled."""
    page.cite(*_MODELLED_FROM)
    modelled = row_at(answer(queries.modelled_rd, str(row["period"])).set_index("area_code"), place.area_code)
    scale = wording.Scale("%", 2)
    low, high = (scale.number(modelled[end]) for end in ("low", "high"))
    if pd.isna(modelled["low"]):
        frame.section("Business R&D: no figure")
        st.markdown("A region around the place has no published figure to model from.")
        return
    england = text.figure(row, "england")
    frame.section(f"Business R&D is modelled at {low} to {high} of GDP; England’s is {england}")
    st.markdown(
        f"{text.when(row)}, **status E: modelled by us**. Business R&D is published for NUTS 2 regions "
        f"({plain(modelled['regions'])}), not for this place; the range comes from sharing it out by residents "
        f"({modelled['population']:.2f}%), by GVA ({modelled['gva']:.2f}%) and by the GVA of R&D-intensive industries "
        f"({modelled['industries']:.2f}%)."
    )
