"""What the page on comparable places says: findings, reasons, how firm they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from lis_data import wording
from lis_data.model import StoredIndicator
from lis_data.queries.peer_figures import MIX
from lis_data.queries.peers import ENOUGH
from lis_data.wording import inside, listed, plural
from pages.ui.rows import each_row, records
from pages.ui.views.peers.choice import Choice

_COUNTED = re.compile(
    r"\b(count|expectancy|extent|index|price|quotient|rate|salary|score|sense|speed|standard|time)\b", re.IGNORECASE
)
"""What of the titles that speak of one a place has one of: `a higher birth rate`, but `higher GVA per head`."""
_NAMED = 3
_REASONS = 2
SCALE = "A distance of 0 is alike in everything; two places taken at random are about 1.4 apart."
SCORES = "Scale: standard deviations from the average of all places."
AVERAGE = (
    "The line is the average of all places, and +1 is about as far above it as a place usually is from it (one "
    "standard deviation). Right is a higher figure, which need not be a better one."
)
HOW = (
    "Each feature is measured in its standard deviation, which is how far a place usually is from the average of all. "
    "So a gap in people and a gap in per cent can be compared, and all features count alike before they are weighted. "
    "The distance of two places is the weighted root mean square of their gaps: features in which they are far apart "
    f"count most. {SCALE} A missing figure is left out with its weight, and a place with less than {ENOUGH:.0f}% of "
    "the weights known is not ranked."
)
BOUNDARIES = "The survey and the accounts have no figure for a LEP of which a district has none."


def finding(choice: Choice, peers: pd.DataFrame) -> str:
    """`Tees Valley is most like Solent, Sheffield City Region and Lancashire`: the nearest three."""
    if peers.empty:
        return f"No place can be compared with {choice.area_name} on these features"
    return f"{choice.area_name} is most like {listed(peers['area_name'].head(_NAMED).tolist())}"


def subtitle(choice: Choice, similar: pd.DataFrame, *, features: int) -> str:
    """Among how many, by how many features, and who cannot be ranked."""
    ranked = int(similar["rank"].notna().sum())
    by = f"by {features} feature{'' if features == 1 else 's'} of what a place is, not of how well it does"
    if not ranked:
        return f"Places are compared {by}."
    return f"Out of {ranked} {choice.geography.plural} that can be compared with it, {by}."


def not_ranked(similar: pd.DataFrame) -> str:
    """Who is not ranked, and for want of which figures; empty where all are."""
    left = similar[similar["rank"].isna()]
    if left.empty:
        return ""
    named = [f"{row.area_name} (no figure of {titles(row.missing_features)})" for row in each_row(left)]
    return f"Not ranked, and hatched on the map: {'; '.join(named)}."


def in_part(peers: pd.DataFrame) -> str:
    """Which peers are compared without some of the features; empty where none is."""
    named = [
        f"{row.area_name} is compared without {titles(row.missing_features)}" for row in each_row(peers) if row.missing
    ]
    return f"{'; '.join(named)}." if named else ""


def reasons(rows: pd.DataFrame, mix: pd.DataFrame) -> tuple[str, str]:
    """In what two places are alike, and in what they differ most. `rows` as `queries.peer_reasons` of one peer, `mix`
    the two sector mixes as `queries.peer_sectors`, the place's own first.
    """
    known = rows.dropna(subset="difference")
    half = min(_REASONS, max(1, len(known) // 2))
    near = known.sort_values("difference").head(half)
    far = known.drop(near.index).sort_values("part", ascending=False).head(half)
    return _in_words(near, mix), _in_words(far, mix)


def _in_words(rows: pd.DataFrame, mix: pd.DataFrame) -> str:
    return "; ".join(
        _sector_mix(row["apart"], mix) if row["feature_id"] == MIX else _figures(row) for row in records(rows)
    )


def _figures(row: dict[str, object]) -> str:
    """`population density 859 against 852 people per km²`: the peer's figure, then the place's own."""
    there, here = (figure(row, row[column]) for column in ("there", "here"))
    unit = f" {row['unit']}"
    return f"{inside(str(row['title']))} {there.removesuffix(unit)} against {here}"


def _sector_mix(apart: float, mix: pd.DataFrame) -> str:
    """`sector mix: 7.1% of the economy is in other sectors, most unlike in manufacturing (20.1% against 12.3%)`."""
    here, there = (part.set_index("sector")["share"] for _, part in mix.groupby("area_code", sort=False))
    most = str((here - there).abs().idxmax())
    return (
        f"sector mix: {apart:.1f}% of the economy is in other sectors, most unlike in {inside(most)} "
        f"({there[most]:.1f}% against {here[most]:.1f}%)"
    )


def figure(row: dict[str, object], value: object) -> str:
    """A feature's figure in words."""
    return wording.number(float(value), unit=str(row["unit"]), decimals=int(str(row["decimals"])))  # type: ignore[arg-type]


def titles(features: Sequence[str]) -> str:
    """Titles of features within a sentence."""
    return listed([inside(title) for title in features])


def firmness(stability: pd.DataFrame, *, of: int, always: Sequence[str]) -> str:
    """`Leaving out any one feature keeps 3 to 5 of the 5 peers; Solent stays whichever it is`."""
    least, most = int(stability["staying"].min()), int(stability["staying"].max())
    number = f"all {of}" if least == of else f"{least}" if least == most else f"{least} to {most}"
    if of == 1:
        stays = "stays" if least else "does not always stay"
        return f"Leaving out one feature at a time: the peer {stays}"
    keeps = f"Leaving out one feature at a time keeps {number} of the {of} peers"
    if least == of or not always:
        return keeps
    return f"{keeps}; {listed(always)} {'stay' if len(always) > 1 else 'stays'} whichever it is"


def verdict(stability: pd.DataFrame, *, of: int) -> str:
    """How firm the group is in one plain sentence."""
    least = int(stability["staying"].min())
    if least == of:
        return "The group is firm: no single feature decides it."
    if least >= of / 2:
        return "The group is fairly firm: most of it does not hang on any single feature."
    needed = stability.loc[stability["staying"] == least, "title"].map(inside).tolist()
    return f"The group is loose: it hangs on {listed(needed)}. Look at the reasons before you use it."


def distances(similar: pd.DataFrame) -> str:
    """A text alternative of the bars."""
    ranked = similar.dropna(subset="rank")
    if ranked.empty:
        return "No distances."
    near, far = ranked.iloc[0], ranked.iloc[-1]
    return (
        f"Bars of the distance of {len(ranked)} places, nearest first: {near['area_name']} {near['distance']:.2f} to "
        f"{far['area_name']} {far['distance']:.2f}."
    )


def end(indicator: StoredIndicator) -> str:
    """`higher` or `lower`, whichever is better."""
    return "lower" if indicator.polarity == "lower" else "higher"


def better(choice: Choice, found: pd.DataFrame, indicator: StoredIndicator) -> str:
    """`8 of the 10 places most like Tees Valley have higher GVA per hour worked`; lower, where that is better."""
    others = found[found["area_code"] != choice.area_code]
    if others.empty:
        return f"No place can be compared with {choice.area_name} on these features"
    title, better_figure = indicator.title, _better_figure(indicator)
    if others["better"].isna().all():
        own = found.loc[found["area_code"] == choice.area_code, "value"].isna().all()
        who = choice.area_name if own else f"any of the places most like {choice.area_name}"
        return f"{title}: no figure of {who}"
    known, count = int(others["better"].notna().sum()), int(others["better"].sum())
    if known == 1:
        only = f"The one place like {choice.area_name} with a figure"
        return f"{only} {'has' if count else 'does not have'} {better_figure}"
    like = "most like" if known == len(others) else "with a figure among those most like"
    among = f"{known} places {like} {choice.area_name}"
    if count in (0, known):
        return f"{'All' if count else 'None of the'} {among} {'have' if count else 'has'} {better_figure}"
    return f"{count} of the {among} {'has' if count == 1 else 'have'} {better_figure}"


def _better_figure(indicator: StoredIndicator) -> str:
    """`higher GVA per hour worked`, `a lower unemployment rate`."""
    title = indicator.title
    article = "a " if _COUNTED.search(title) and not plural(title) else ""
    return f"{article}{end(indicator)} {inside(title)}"
