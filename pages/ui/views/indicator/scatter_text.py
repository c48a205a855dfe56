"""What is said of two indicators together."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geo.areas import GEOGRAPHIES
from lis_data import measures, queries, wording
from lis_data.model import StoredIndicator
from lis_data.period import label
from lis_data.wording import inside
from pages.ui.rows import each_row
from pages.ui.shell.markup import plain
from pages.ui.state import cache
from pages.ui.state.cache import answer, cached

FEWEST = 5
"""Places with both figures below which no picture is drawn and nothing is said."""
OFF = "Off the line"
_CLEAR, _SOME = 0.6, 0.3
"""From which correlation on, either way, two indicators clearly or somewhat go together."""
_APART = 0.2
_FURTHEST = 3
_NOTE = (
    "A correlation says nothing of which makes which, or whether a third thing makes both. Places differ in size and "
    "some overlap, so it describes these places and is no test."
)


@dataclass(frozen=True)
class Pair:
    """Two indicators at a geography; the first is drawn across."""

    first: str
    second: str
    geography_id: str

    @property
    def both(self) -> tuple[StoredIndicator, StoredIndicator]:
        """The two indicators."""
        return cache.indicator(self.first), cache.indicator(self.second)

    @property
    def plural(self) -> str:
        """`LEPs`."""
        return GEOGRAPHIES[self.geography_id].plural


@cached
def rows(pair: Pair) -> pd.DataFrame:
    """The rows of `queries.paired` with first_text and second_text, the figures in words."""
    found = answer(queries.paired, pair.first, pair.second, pair.geography_id)
    texts = {
        f"{which}_text": [wording.scale(about).number(value) for value in found[f"{which}_value"]]
        for which, about in zip(("first", "second"), pair.both, strict=True)
    }
    return found.assign(**texts)


@cached
def correlations(pair: Pair) -> tuple[float, float, int]:
    """Pearson's r, Spearman's ρ and the number of places with both figures."""
    known = rows(pair).dropna(subset=["first_value", "second_value"])
    first, second = known["first_value"], known["second_value"]
    return measures.pearson(first, second=second), measures.spearman(first, second=second), len(known)


def finding(pair: Pair) -> str:
    """`GVA per hour worked and median weekly pay go together: places high in one tend to be high in the other (r =
    0.74, n = 36 LEPs)`, or what else the correlation says.
    """
    r, _, n = correlations(pair)
    first, second = pair.both
    named = f"{first.title} and {inside(second.title)}"
    if n < FEWEST:
        return f"{named}: too few figures to compare"
    if r != r:
        return f"{named}: nothing can go with what is the same in all {n} {pair.plural} with both"
    if abs(r) < _SOME:
        verdict = "do not go together"
    elif abs(r) < _CLEAR:
        verdict = "go together somewhat" if r > 0 else "go somewhat opposite ways"
    elif r > 0:
        verdict = "go together: places high in one tend to be high in the other"
    else:
        verdict = "go opposite ways: places high in one tend to be low in the other"
    return f"{named} {verdict} (r = {_signed(r)}, n = {n} {pair.plural})"


def plainly(pair: Pair) -> str:
    """The correlations in full, when the figures are of, and what they do not say."""
    r, rho, n = correlations(pair)
    differ = (
        " The two differ: a few places far from the others weigh heavily in the first." if abs(r - rho) > _APART else ""
    )
    return (
        f"Pearson’s r = {_signed(r)}, Spearman’s rank correlation ρ = {_signed(rho)}, over the {n} {pair.plural} with "
        f"both figures.{differ} {_when(pair)} {_NOTE}"
    )


def _signed(number: float) -> str:
    return f"{number:.2f}".replace("-", "−")


def _periods(pair: Pair) -> tuple[str, str]:
    first = rows(pair).iloc[0]
    return label(first.first_period), label(first.second_period)


def _when(pair: Pair) -> str:
    first, second = _periods(pair)
    if first == second:
        return f"Both are of {first}, the latest period in which nearly as many places as ever have both."
    return f"The first is of {first}, the second of {second}: the latest nearest each other with enough places."


def why_none(pair: Pair) -> str:
    """Why there is no picture; empty where there is one."""
    r, _, n = correlations(pair)
    if n < FEWEST:
        return f"{n} of the {len(rows(pair))} {pair.plural} {'has' if n == 1 else 'have'} both; {FEWEST} are needed."
    if r != r:
        return f"One of the two has the same figure in all {n} {pair.plural} that have both."
    has_line = rows(pair)["off_line"].notna().any()
    return "" if has_line else "The figures of one are too large to draw a line through."


@cached
def off(pair: Pair, area_code: str) -> str:
    """Markdown: which places lie furthest above and below the line, and where the chosen one lies."""
    known = rows(pair).dropna(subset="off_line").sort_values("off_line", ascending=False)
    first, second = (inside(about.title) for about in pair.both)
    above, below = (_named(ends) for ends in (known.head(_FURTHEST), known.tail(_FURTHEST)[::-1]))
    lines = [f"**Further up than the line**, given their {plain(first)}: {above}.", f"**Further down**: {below}."]
    own = known[known["area_code"] == area_code]
    if len(own):
        by = wording.scale(pair.both[1]).difference(own["off_line"].iloc[0])
        lines.append(f"**{plain(own['area_name'].iloc[0])}** is {plain(by)} off the line in {plain(second)}.")
    return "\n\n".join(lines)


def _named(known: pd.DataFrame) -> str:
    return plain(wording.listed([f"{row.area_name} ({row.second_text})" for row in each_row(known)]))


def subtitle(pair: Pair) -> str:
    """What the picture is of."""
    first, second = pair.both
    one, other = _periods(pair)
    where = GEOGRAPHIES[pair.geography_id].title
    return f"{first.title} ({one}) and {second.title} ({other}), {where}"


def axes(pair: Pair) -> tuple[str, str]:
    """`GVA per hour worked (£), 2021`, of both."""
    named = zip(pair.both, _periods(pair), strict=True)
    first, second = (f"{about.title}{_unit(about)}, {period}" for about, period in named)
    return first, second


def _unit(about: StoredIndicator) -> str:
    unit = about.unit
    return f" ({unit})" if unit and unit not in about.title else ""


def alternative(pair: Pair) -> str:
    """A text alternative of the picture."""
    known = rows(pair).dropna(subset="off_line").sort_values("off_line")
    most = known.iloc[[-1, 0]]
    ends = [f"{row.area_name} ({row.first_text}, {row.second_text})" for row in each_row(most)]
    return f"Scatter plot. {finding(pair)}. Furthest above the line {ends[0]}, furthest below {ends[1]}."


def facts(pair: Pair) -> dict[str, str]:
    """What a reader of the files has to know."""
    off = "Above (+) or below (−) the line of least squares through the places, in the unit of the second indicator."
    return {"Correlation": plainly(pair), OFF: off}
