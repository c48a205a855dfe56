"""What the view of partnerships says."""

from __future__ import annotations

import pandas as pd

from lis_data import queries, wording
from lis_data.period import label
from lis_data.queries.modelled_rd import business_series
from lis_data.queries.pan_region_rd import RD_YEAR
from lis_data.wording import count, listed
from pages.ui.rows import each_row, row_at
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer
from pages.ui.views.collaboration.pan_tables import HEADLINES, PEOPLE_YEAR, SIZES

SUBTITLE = (
    "Northern Powerhouse (the eleven LEPs of NP11), Midlands Engine (nine) and Oxford-Cambridge Arc (four strategies), "
    "made of districts of which each is counted once. Each figure at its latest period that England has too."
)
RESEARCH = (
    "Business R&D is published for NUTS 2 regions, whose borders are not those of the partnerships: only regions that "
    "lie wholly inside are counted, and their share of GDP is theirs, not the partnership’s. No region lies wholly "
    "inside the Oxford-Cambridge Arc. Regional GDP ends in 2023, so shares of 2024 are estimates."
)
REASONS = {
    "suppressed": "The publisher holds back the figure of at least one of the districts of each.",
    "missing": "At least one of the districts of each has no figure.",
    "regions": "Published for NUTS 2 regions or larger areas, which cross the borders of the partnerships.",
    "rates": "Published for districts, but what its rate divides by is not, so there is no sound way to join them.",
    "elsewhere": "Published for other areas, such as counties and unitaries or regions.",
}
_LEADING = "gva_per_hour"


def finding(area_code: str) -> str:
    """`Northern Powerhouse has 28% of England’s people and 23% of its GVA; GVA per hour worked is 11% below England’s`;
    of all three: the range of GVA per hour.
    """
    rows = answer(queries.pan_regions)
    leading = rows[rows["indicator_id"] == _LEADING].set_index("area_code")
    if area_code:
        figures, own = rows.set_index(["indicator_id", "area_code"]), row_at(leading, area_code)
        people, gva = (row_at(figures, (name, area_code))["share_of_england"] for name in SIZES)
        return (
            f"{own['area_name']} has {people:.0f}% of England’s people and {gva:.0f}% of its GVA; "
            f"its GVA per hour worked is {_against(own['index'])} England’s"
        )
    ranked = leading.sort_values("value")
    low, top = ranked.iloc[0], ranked.iloc[-1]
    below = int((leading["value"] < leading["england"]).sum())
    where = f"all {len(leading)}" if below == len(leading) else f"{below} of {len(leading)}"
    return (
        f"GVA per hour worked in {label(low['period'])} is below England’s {_money(low['england'])} in {where} "
        f"partnerships: from {_money(low['value'])} in the {low['area_name']} to {_money(top['value'])} "
        f"in the {top['area_name']}"
    )


def above_picture(rows: pd.DataFrame, area_code: str) -> str:
    """`Northern Powerhouse is ahead of England in 1 of 10 rates`; of all: who is ahead in most."""
    ahead = rows.assign(ahead=rows["relative"] > 100).groupby("area_code")["ahead"].agg(["sum", "size"])
    names = answer(queries.pan_regions).drop_duplicates("area_code").set_index("area_code")["area_name"]
    if area_code:
        won, of = row_at(ahead, area_code).tolist()
        return f"{names[area_code]} is ahead of England in {won} of {count(of, 'rate')}"
    counts = [f"{names[str(code)]} in {row['sum']} of {row['size']}" for code, row in ahead.iterrows()]
    return f"Ahead of England: {listed(counts)}"


def above_sizes() -> str:
    """`They cannot be added up: 7 districts are in two partnerships`."""
    shared = int(answer(queries.districts_once, period=PEOPLE_YEAR)["in_two_partnerships"].max())
    return f"They cannot be added up: {count(shared, 'district is', 'districts are')} in two partnerships"


def adding_up() -> str:
    """What adding up LEPs would have given, where all of them have figures."""
    once = answer(queries.districts_once, period=PEOPLE_YEAR).set_index("area_code")
    members = answer(queries.pan_region_members, period=PEOPLE_YEAR)
    complete = members[members["coverage"] == "whole"].groupby("area_code")["population"]
    sums = complete.sum().where(complete.count() == members.groupby("area_code").size())
    lines = [_added_up(row_at(once, code), total) for code, total in sums.dropna().items()]
    return "\n".join(f"- {plain(line)}" for line in lines)


def _added_up(once: pd.Series, total: float) -> str:
    """What the LEPs of a partnership would have given, against its districts, counted `once`."""
    return (
        f"{once['area_name']}: its LEPs added up would count {total / 1e6:.1f} million people, its districts "
        f"have {once['population'] / 1e6:.1f} million, because "
        f"{count(int(once['in_two_leps']), 'district is', 'districts are')} in two LEPs."
    )


def above_research(rows: pd.DataFrame) -> str:
    """`Business R&D of the regions wholly inside is 1.76% of GDP in the Midlands Engine and 0.83% in the Northern
    Powerhouse; England’s is 1.23%`.
    """
    known = rows.dropna(subset="intensity").sort_values("intensity", ascending=False)
    shares = [f"{row.intensity:.2f}% in the {row.area_name}" for row in each_row(known)]
    england = answer(queries.benchmark, business_series(RD_YEAR)[0]).set_index("period")["value"][RD_YEAR]
    return f"Business R&D as % of GDP, regions wholly inside: {listed(shares)}; England {england:.2f}%"


def alt(rows: pd.DataFrame) -> str:
    """A text alternative of the picture."""
    first = rows[rows["indicator_id"] == HEADLINES[0]]
    said = ", ".join(f"{row.short} {row.relative:.0f}" for row in each_row(first))
    return f"Points of three partnerships in {rows['title'].nunique()} rates where England is 100; {said} in the first."


def _against(relative: float) -> str:
    gap = abs(relative - 100)
    return f"{gap:.0f}% {'above' if relative > 100 else 'below'}"


def _money(value: float) -> str:
    return wording.number(value, unit="£", decimals=2)
