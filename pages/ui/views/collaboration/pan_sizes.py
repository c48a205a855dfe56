"""How large the partnerships are, who is in them, and the business R&D of the regions inside them."""

from __future__ import annotations

from lis_data import queries
from lis_data.model import Series
from lis_data.queries.modelled_rd import business_series
from lis_data.queries.pan_region_rd import RD_YEAR
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.table import Column, Table
from pages.ui.state.cache import answer
from pages.ui.views.collaboration import pan_tables, pan_text
from pages.ui.views.collaboration.pan_tables import PEOPLE_YEAR, SIZES, WHERE

_REGIONS = "nuts2-2016"
_MEMBERS = (
    Column("area_name", "Partnership"),
    Column("lep_name", "LEP of 2017"),
    Column("inside_of", "Districts inside"),
    Column("population", f"LEP’s people, {PEOPLE_YEAR}", "localized"),
    Column("district_names", "Which"),
    Column("note", "Note"),
    *map(Column, ("area_code", "lep_code", "coverage", "districts", "inside")),
)
_RESEARCH = (
    Column("area_name", "Partnership"),
    Column("regions", "NUTS 2 regions wholly inside"),
    Column("districts_of", "Districts in them"),
    Column("business_rd", f"Business R&D, {RD_YEAR} (£ million)", "localized"),
    Column("intensity", "% of their GDP", "%.2f"),
    Column("region_names", "Which"),
    *map(Column, ("area_code", "districts", "of_districts", "gdp", "period")),
)


def sizes() -> Exhibit:
    """How large each partnership is; they cannot be added up."""
    rows = pan_tables.sizes()
    people, gva = rows["people_period"].iloc[0], rows["gva_period"].iloc[0]
    return Exhibit(
        key="sizes",
        name="partnerships_of_regions_sizes",
        finding=pan_text.above_sizes(),
        subtitle=pan_text.SUBTITLE,
        table=Table(
            rows,
            (
                Column("area_name", "Partnership"),
                Column("leps", "LEPs"),
                Column("districts", "Districts"),
                Column("in_two_leps", "In two of its LEPs"),
                Column("in_two_partnerships", "In two partnerships"),
                Column("people", f"People, {people}", "localized"),
                Column("share_of_people", "% of England’s people", "%.1f"),
                Column("gva", f"GVA, {gva} (£ million)", "localized"),
                Column("share_of_gva", "% of England’s GVA", "%.1f"),
                *map(Column, ("area_code", "people_period", "gva_period")),
            ),
            alt="People and GVA of three partnerships, and their shares of England’s",
        ),
        series=tuple(Series(indicator_id, WHERE) for indicator_id in SIZES),
    )


def members(area_code: str) -> Exhibit:
    """The LEPs of a partnership, or of all three, and which of their districts are inside."""
    rows = answer(queries.pan_region_members, period=PEOPLE_YEAR)
    chosen = rows[rows["area_code"] == area_code] if area_code else rows
    inside = chosen["inside"].astype(str) + " of " + chosen["districts"].astype(str)
    return Exhibit(
        key="members",
        name=f"partnerships_of_regions_members_{area_code or 'all'}",
        finding="The LEPs and districts of each",
        subtitle=pan_text.SUBTITLE,
        table=Table(
            chosen,
            _MEMBERS,
            alt=f"{len(chosen)} LEPs with their districts inside each partnership",
            read=chosen.assign(inside_of=inside),
        ),
        series=(Series("population", "lep-2017"),),
    )


def research() -> Exhibit:
    """Business R&D of the regions wholly inside: the nearest that published figures come."""
    rows = answer(queries.nested_rd)
    read = rows.assign(
        districts_of=rows["districts"].astype(str) + " of " + rows["of_districts"].astype(str),
        business_rd=rows["business_rd"].round(),
        region_names=rows["region_names"].where(rows["region_names"] != ""),
    )
    return Exhibit(
        key="research",
        name=f"partnerships_of_regions_rd_{RD_YEAR}",
        finding=pan_text.above_research(rows),
        subtitle=pan_text.RESEARCH,
        table=Table(
            rows.assign(period=RD_YEAR),
            _RESEARCH,
            alt="Business R&D of the regions wholly inside each partnership",
            read=read,
            note=pan_text.RESEARCH,
        ),
        series=tuple(Series(indicator_id, _REGIONS) for indicator_id in business_series(RD_YEAR)),
    )
