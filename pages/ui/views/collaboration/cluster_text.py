"""What the view of clusters says, in plain words, and its colours."""

from __future__ import annotations

import pandas as pd

from geo.palette import LIGHT_BLUE, ORANGE, diverging
from lis_data import queries, statuses, wording
from lis_data.measures import Clustering
from lis_data.period import label
from lis_data.wording import count, listed
from pages.ui.exhibit.palette import DARK, Ink
from pages.ui.exhibit.table import Column
from pages.ui.rows import each_row, row_at
from pages.ui.shell.markup import plain
from pages.ui.state.cache import answer, cached
from pages.ui.state.selection import Selection

NAMES = {
    "high-high": "High among high",
    "low-low": "Low among low",
    "high-low": "High among low",
    "low-high": "Low among high",
    "between": "Unusual, but between average and England",
    "none": "Could be chance",
    "alone": "No neighbour with a figure",
}
"""The categories of the map, in the legend's order."""
SCATTER = (
    "Each point is a place: to the right its figure is higher, further up that of its neighbours is. Points along a "
    "line that rises mean that like lies next to like; the slope of that line is Moran’s I. Dashed lines are means of "
    "the places, not England’s figure."
)
_P = "How often a shuffling of the other figures made the neighbours as unusual, either way (pseudo p-value)"
_FOUND = tuple(NAMES)[:5]
"""The categories that chance would hardly give."""
_SURE, _FEW, _MOST_NAMED = 0.05, 50, 8
_OVERLAPPING = ("lep-2017", "lep-2020", "lis-area")


def colours(ink: Ink) -> dict[str, str]:
    """The colour of each category: blue for high, orange to red for low, grey where it could be chance."""
    low, low_high, high_low, high = diverging(below=2, above=2)
    if ink == DARK:
        low, high = ORANGE, LIGHT_BLUE  # what stands out is bright there
    shades = {"high-high": high, "low-low": low, "high-low": high_low, "low-high": low_high}
    return {**shades, "between": ink.soft, "none": ink.quiet, "alone": ink.line}


def periods(offered: pd.Series) -> dict[str, str]:
    """The periods on offer, the latest first."""
    return {period: label(period) for period in sorted(offered, reverse=True)}


def finding(chosen: Selection, pattern: Clustering | None, rows: pd.DataFrame) -> str:
    """`GVA per hour worked: like lies next to like on the map; 21 districts stand out beyond chance`."""
    title = chosen.indicator.title
    if pattern is None:
        return f"{title}: too few places with figures and neighbours to look for a pattern"
    if chosen.area_code:
        return _of_place(chosen, rows)
    found = rows[rows["cluster"].isin(_FOUND)]
    if pattern.p > _SURE:
        verdict = f"the map of {pattern.areas} {chosen.geography.plural} as a whole could be chance"
        return f"{title}: {verdict}" + (f", but {_standing_out(found, chosen)}" if len(found) else "")
    like = "like lies next to like" if pattern.morans_i > pattern.expected else "neighbours are unlike each other"
    return f"{title}: {like} on the map; {_standing_out(found, chosen)}"


def subtitle(chosen: Selection, rows: pd.DataFrame) -> str:
    """Indicator, period, geography, who is not in the test."""
    about = chosen.indicator
    compared = f"{about.title} ({about.unit}), {label(chosen.period)}, {chosen.geography.title}."
    alone = _listed(rows, "alone", "without a neighbour with a figure")
    return " ".join(filter(None, [compared, alone, _missing(rows)]))


def result(chosen: Selection, pattern: Clustering | None, rows: pd.DataFrame) -> str:
    """The test in plain words, and what weakens it; as Markdown."""
    if pattern is None:
        return "Choose another geography or period."
    none = "about 0" if abs(pattern.expected) < 0.01 else f"{pattern.expected:.2f}".replace("-", "−")
    verdict = (
        f"**Moran’s I is {pattern.morans_i:.2f}** (1 would be like next to like everywhere, {none} no pattern). "
        f"Among {pattern.shufflings} random shufflings of the figures over the map, {_as_strong(pattern)} as strong a "
        f"pattern (pseudo p = {pattern.p:.3f}). {_meaning(pattern)}"
    ).replace("is -", "is −")
    return "  \n".join([verdict, *(plain(note) for note in _notes(chosen, pattern, rows))])


def above_map(rows: pd.DataFrame) -> str:
    """`17 places high among high, 4 low among low`."""
    counts = rows["cluster"].value_counts()
    counted = [f"{counts[key]} {wording.inside(NAMES[key])}" for key in _FOUND if counts.get(key)]
    return f"Clusters: {listed(counted)}" if counted else "No cluster that could not be chance"


def alt_map(rows: pd.DataFrame) -> str:
    """A text alternative of the map."""
    return f"Map of {len(rows)} areas. {above_map(rows)}. The table below names them."


def alt_scatter(rows: pd.DataFrame) -> str:
    """A text alternative of the scatter."""
    known = rows["neighbours_value"].notna().sum()
    return f"Scatter plot of {known} places: figure against the mean of the neighbours. The table below has both."


@cached
def tips(chosen: Selection) -> pd.Series:
    """By area code, for the map: the figure, the neighbours' without the unit again, the cluster if it is in one."""
    rows, scale = answer(queries.clusters, *chosen.series, period=chosen.period), wording.scale(chosen.indicator)
    unit = f" {scale.unit}"
    texts = [
        wording.NONE
        if row.cluster == "missing"
        else scale.number(row.value)
        + ("" if row.cluster == "alone" else f", neighbours {scale.number(row.neighbours_value).removesuffix(unit)}")
        + ("" if row.cluster == "none" else f" · {NAMES[row.cluster]}")
        for row in each_row(rows)
    ]
    return pd.Series(texts, index=rows["area_code"])


def read(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as they are read: clusters first, in their order, then by p; `cluster` and `status` in words."""
    order = rows["cluster"].map([*NAMES, "missing"].index)
    ordered = rows.assign(order=order).sort_values(["order", "p", "area_name"])
    return ordered.assign(
        cluster=ordered["cluster"].map({**NAMES, "missing": "No figure"}),
        local_i=ordered["local_i"].astype(float),
        p=ordered["p"].astype(float),
        status=statuses.each(ordered),
    )


def columns(chosen: Selection) -> tuple[Column, ...]:
    """The columns of the table, and those of the files alone."""
    about = chosen.indicator
    unit, form = f" ({about.unit})" if about.unit else "", f"%.{about.decimals}f"
    return (
        Column("area_name", "Place"),
        Column("cluster", "Cluster"),
        Column("value", f"Figure{unit}", form),
        Column("neighbours_value", f"Mean of neighbours{unit}", form),
        Column("neighbours", "Neighbours"),
        Column("local_i", "Local I", "%.2f"),
        Column("p", "p", "%.4f", help=_P),
        Column("status", "Status"),
        *map(Column, ("area_code", "derivation", "england", "indicator", "geography", "period")),
    )


def sides(chosen: Selection, rows: pd.DataFrame) -> str:
    """What high and low are judged by: `High: above both the average of these places, £34.9, and England, £42.4.`"""
    scale, england = wording.scale(chosen.indicator), rows["england"].iloc[0]
    average = scale.number(rows.loc[rows["local_i"].notna(), "value"].mean())
    if pd.isna(england):
        return f"High and low: above and below the average of these places, {average}. England has no figure to go by."
    return (
        f"High: above both the average of these places, {average}, and England, {scale.number(england)}. "
        "Low: below both. What is unusual and lies between the two is neither."
    )


def facts(chosen: Selection, pattern: Clustering | None, rows: pd.DataFrame) -> dict[str, str]:
    """What a reader of the file has to know."""
    if pattern is None:
        return {}
    return {
        "High and low": sides(chosen, rows),
        "Moran's I": f"{pattern.morans_i:.4f} over {pattern.areas} areas; {pattern.expected:.4f} is expected by chance",
        "Chance": f"{pattern.as_strong} of {pattern.shufflings} shufflings as strong; pseudo p = {pattern.p:.3f}",
        "Clusters": "local Moran's I, 9,999 shufflings, both sides, false discovery rate of 5%",
        "Neighbours": "areas that share a stretch of border on land, or overlap; all of them together count as one",
    }


def _standing_out(found: pd.DataFrame, chosen: Selection) -> str:
    """`21 districts stand out beyond chance`: the places whose own test passes; of a single one which and how."""
    if found.empty:
        return "no single place stands out"
    if len(found) == 1:
        return f"{found['area_name'].iloc[0]} stands out: {wording.inside(NAMES[found['cluster'].iloc[0]])}"
    return f"{len(found)} {chosen.geography.plural} stand out beyond chance"


def _of_place(chosen: Selection, rows: pd.DataFrame) -> str:
    row, scale = row_at(rows.set_index("area_code"), chosen.area_code), wording.scale(chosen.indicator)
    name, title = row["area_name"], chosen.indicator.title
    if row["cluster"] == "missing":
        return f"{name}: {wording.NONE} of {title}"
    figure = scale.number(row["value"])
    if row["cluster"] == "alone":
        return f"{name}: {title} is {figure}; no neighbour has a figure"
    mean = scale.number(row["neighbours_value"])
    verdict = "which could be chance" if row["cluster"] == "none" else wording.inside(NAMES[row["cluster"]])
    return f"{name}: {title} is {figure}, {mean} on average next door, {verdict}"


def _as_strong(pattern: Clustering) -> str:
    return {0: "none gave", 1: "one gave"}.get(pattern.as_strong, f"{pattern.as_strong} gave")


def _meaning(pattern: Clustering) -> str:
    if pattern.p > _SURE:
        return "So the pattern of the whole map may well be chance, even where one place stands out by its own test."
    if pattern.morans_i > pattern.expected:
        return "Places above the average lie next to others above it, and below next to below, more than by chance."
    return "Places above the average lie next to places below it more than by chance."


def _notes(chosen: Selection, pattern: Clustering, rows: pd.DataFrame) -> list[str]:
    """What weakens the test here."""
    estimated = int(rows["status"].eq("E").sum())
    said = statuses.marked("E", indicator_id=chosen.indicator_id)
    before = int(rows["p"].le(_SURE).sum())
    after = int(rows["cluster"].isin(_FOUND).sum())
    notes = {
        f"{count(before, 'place has', 'places have')} p up to 0.05; {after or 'none'} of them "
        f"{'is' if after == 1 else 'are'} left once so many tests are allowed for.": before > after,
        f"With {pattern.areas} areas the test is weak: only a strong pattern can show.": pattern.areas < _FEW,
        "These areas overlap: shared districts make neighbours alike. LEPs of April 2021 do not overlap.": (
            chosen.geography_id in _OVERLAPPING
        ),
        "This is a total: it follows the size of places. A rate says more.": chosen.indicator.additive,
        f"{count(estimated, 'figure is', 'figures are')} {said}.": estimated > 0,
    }
    return [text for text, holds in notes.items() if holds]


def _listed(rows: pd.DataFrame, cluster: str, what: str) -> str:
    names = rows.loc[rows["cluster"] == cluster, "area_name"].tolist()
    return f"Not in the test, {what}: {_some(names)}." if names else ""


def _missing(rows: pd.DataFrame) -> str:
    names = rows.loc[rows["cluster"] == "missing", "area_name"].tolist()
    return f"No figure: {_some(names)}." if names else ""


def _some(names: list[str]) -> str:
    rest = len(names) - _MOST_NAMED
    return listed(names) if rest <= 0 else f"{', '.join(names[:_MOST_NAMED])} and {rest} more"
