"""What the comparison finds, in sentences."""

from __future__ import annotations

import pandas as pd

from lis_data import statuses, wording
from lis_data.model import FOUNDATIONS
from lis_data.period import label
from lis_data.uploads import upload_of
from lis_data.wording import listed
from pages.ui.exhibit import findings
from pages.ui.rows import each_row
from pages.ui.state import cache
from pages.ui.state.cache import cached
from pages.ui.views.compare import figures
from pages.ui.views.compare.choice import FEWEST, MOST, Choice

NOTHING = "Compare places, side by side"
TO_DO = f"Choose {FEWEST} to {MOST} places above, and at least one indicator."
LEADING = (
    "The best figure of the chosen places is the highest or the lowest, whichever is better. Places whose printed "
    "figures are the same have it together; ranks are of the figures before rounding. An indicator without a better "
    "end, or with a figure for only one place, counts for nobody; so does one whose best figure could be chance. "
    "“Leads” stands only where the 95% intervals of all chosen places say so."
)
INTERVAL = (
    "“Better”, “worse” and “margin of error” are said by the 95% intervals of the place and of England, at the 5% "
    "level, where both intervals were made in one way. Without them a figure is only higher or lower, and small "
    "differences may be chance."
)


def finding(rows: pd.DataFrame) -> str:
    """`Greater Manchester has the best figure in 3 of 6 Business Environment indicators`; where no end is
    better, what the first one spans.
    """
    counted = rows.dropna(subset="best")
    ranked = counted["indicator_id"].nunique()
    kind = _kind(rows)
    if not ranked:
        return _spanned(rows)
    wins = counted[_counts(counted)].groupby("short", sort=False).size()
    plural = "indicator" if ranked == 1 else "indicators"
    if wins.empty:
        return f"No place stands out in {ranked} {kind}{plural}: the differences could be chance"
    best = wins[wins == wins.max()]
    verb = "has the best figure" if len(best) == 1 else "each have the best figure"
    return f"{listed(best.index.tolist())} {verb} in {best.iloc[0]} of {ranked} {kind}{plural}"


def _counts(rows: pd.DataFrame) -> pd.Series:
    """Which figures are the best of the chosen places', and not so by chance where that can be judged."""
    return rows["best"].fillna(False).astype(bool) & rows["leads"].fillna(True).astype(bool)


def _spanned(rows: pd.DataFrame) -> str:
    """`Mentors run from 5.0% in Humber to 9.0% in Tees Valley`, of the first indicator with a figure."""
    keys = rows.dropna(subset="value")["indicator_id"]
    one = rows[rows["indicator_id"] == (rows["indicator_id"] if keys.empty else keys).iloc[0]]
    named = one.assign(label=one["figure"], area_name=one["short"])
    more = rows["indicator_id"].nunique() - 1
    others = f"; none is best in {wording.count(more, 'other')} either" if more else ""
    return f"{findings.extremes(named, indicator=cache.indicator(one['indicator_id'].iloc[0]))}{others}"


def tally(rows: pd.DataFrame) -> list[str]:
    """`Tees Valley has the best figure in none`, a line for each place, the one that has it most often first."""
    wins = rows.assign(wins=_counts(rows)).groupby("short", sort=False)["wins"].sum()
    ordered = wins.sort_values(ascending=False, kind="stable")
    return [f"{name} has the best figure in {count or 'none'}" for name, count in ordered.items()]


def _kind(rows: pd.DataFrame) -> str:
    """`Ideas `, where all indicators are of one foundation, or `uploaded `, where all are."""
    if rows["indicator_id"].map(upload_of).notna().all():
        return "uploaded "
    foundations = rows["foundation"].unique()
    return f"{FOUNDATIONS[foundations[0]]} " if len(foundations) == 1 and foundations[0] else ""


def subtitle(rows: pd.DataFrame, choice: Choice) -> str:
    """Which places, of what kind, and what is not counted."""
    names = listed(rows["area_name"].unique().tolist())
    neither = rows.loc[rows["polarity"] == "neither", "title"].unique().tolist()
    uncounted = f" {listed(neither)}: neither end is better, so none is best." if neither else ""
    bare = rows["value"].isna().sum()
    missing = f" {bare} of {len(rows)} figures {'is' if bare == 1 else 'are'} missing." if bare else ""
    return f"{names}, against England and all {choice.geography.plural}.{uncounted}{missing}"


def of_indicator(one: pd.DataFrame) -> str:
    """`Enterprise birth rate is highest in Tees Valley: 12.7% (England 11.2%)`, and who has no figure."""
    known = one.dropna(subset="value")
    title = one["title"].iloc[0]
    if known.empty:
        return f"{title}: {wording.NONE} for any of these places"
    if len(known) == 1:
        return f"{title}: only {known['short'].iloc[0]} has a figure, {known['figure'].iloc[0]}{_england(one)}"
    lowest = one["polarity"].iloc[0] == "lower"
    printed = known["value"].round(int(one["decimals"].iloc[0]))
    best = known[printed == (printed.min() if lowest else printed.max())]
    end = "lowest" if lowest else "highest"
    row = best.iloc[0]
    figure = row["figure"] if len(best) == 1 else f"level at {wording.scale(row).number(row['value'])}"
    return f"{title}: {end} in {listed(best['short'].tolist())}, {figure}{_england(one)}{_without(one)}"


def _england(one: pd.DataFrame) -> str:
    return "" if pd.isna(one["england"].iloc[0]) else f" (England {figures.england(one)})"


def _without(one: pd.DataFrame) -> str:
    names = one.loc[one["value"].isna(), "short"].tolist()
    return f"; {wording.NONE} for {listed(names)}" if names else ""


def of_change(one: pd.DataFrame) -> str:
    """`Enterprise birth rate fell least in Tees Valley, −0.2 points from 2019 to 2024`."""
    title, changed = one["title"].iloc[0], one.dropna(subset="change")
    if changed.empty:
        return f"{title}: no earlier figure to compare with"
    best = most_changed(changed)
    row, names = best.iloc[0], listed(best["short"].tolist())
    since = f"from {label(row['first_period'])} to {label(row['period'])}"
    by = wording.scale(row).difference(row["change"])
    if by.startswith("±"):
        return f"{title} did not change in {names} {since}"
    among = f" {_degree(row)}" if len(changed) > len(best) else ""
    return f"{title} {'rose' if row['change'] > 0 else 'fell'}{among} in {names}, {by} {since}"


def most_changed(changed: pd.DataFrame) -> pd.DataFrame:
    """The places that changed most for the better, as it is printed; where neither end is better, most of all."""
    change = changed["change"].round(int(changed["decimals"].iloc[0]))
    better = {"higher": change, "lower": -change}.get(changed["polarity"].iloc[0], change.abs())
    return changed[better == better.max()]


def _degree(best: pd.Series) -> str:
    good = {"higher": best["change"] > 0, "lower": best["change"] < 0}.get(best["polarity"], True)
    return "most" if good else "least"


def of_map(one: pd.DataFrame, choice: Choice) -> str:
    """`Enterprise birth rate: Tees Valley is 5th, Humber 10th of 36 LEPs`."""
    known = one.dropna(subset="value").sort_values("rank")
    title = one["title"].iloc[0]
    if known.empty:
        return f"{title}: {wording.NONE} for any of these places"
    places = [f"{row.short} {wording.ordinal(int(row.rank))}" for row in each_row(known)]
    return f"{title}: {listed(places)} of {known['of_areas'].iloc[0]} {choice.geography.plural}{_without(one)}"


def of_places(rows: pd.DataFrame, choice: Choice) -> str:
    """What the first slide is called: `Business Environment: Tees Valley, Humber and Liverpool City Region`."""
    names = listed(rows["short"].unique().tolist())
    own = ["uploaded indicators"] if any(map(upload_of, choice.indicators)) else []
    what = listed([*(FOUNDATIONS[key] for key in choice.foundations), *own])
    return f"{what[:1].upper()}{what[1:]}: {names}"


def alternative(one: pd.DataFrame) -> str:
    """A text alternative of one indicator's picture: every place with its figure and standing, and England."""
    each = [
        f"{row.short} {row.figure}" + (f", {row.standing}" if row.standing else f" ({row.missing})")
        for row in each_row(one)
    ]
    return f"{one['title'].iloc[0]}, {figures.when(one)}: {'; '.join(each)}; England {figures.england(one)}."


def hollow(one: pd.DataFrame) -> str:
    """What a hollow dot means, where there is one."""
    indicator_id, found = one["indicator_id"].iloc[0], set(one["status"])
    marks = [statuses.marked(status, indicator_id=indicator_id) for status in statuses.MARKS if status in found]
    return f" Hollow: {' or '.join(marks)}." if marks else ""


def dashed(one: pd.DataFrame) -> str:
    """What the dashed line of the slopes is, where there is one."""
    return "England is dashed. " if one[["england", "england_first"]].notna().all(axis=None) else ""


def ends(one: pd.DataFrame) -> str:
    """A text alternative of the slopes: every place's first and last figure."""
    changed = one.dropna(subset="change")
    each = [f"{row.short} {wording.scale(row).number(row.first_value)} to {row.figure}" for row in each_row(changed)]
    since = f"{label(changed['first_period'].iloc[0])} to {label(changed['period'].iloc[0])}" if each else ""
    return f"{one['title'].iloc[0]}, {since}: {'; '.join(each)}."


@cached
def headline(choice: Choice) -> tuple[str, str]:
    """The page's title and what is under it."""
    if not choice.enough:
        return NOTHING, "Two to six places, beside England and beside all others."
    rows = figures.rows(choice)
    return finding(rows), subtitle(rows, choice)
