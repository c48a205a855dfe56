"""Sorting values into classes for a map.

Class j is bins[j-1] < value <= bins[j], as mapclassify defines it: bins are upper bounds, so a value that
equals a bound is in the lower class.
"""

import itertools
import math
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import mapclassify
import numpy as np

SCHEMES = {
    "quantiles": "Quantiles: as many areas in each class",
    "natural-breaks": "Natural breaks: gaps in the values (Fisher-Jenks)",
    "equal-interval": "Equal intervals: classes of one width",
    "by-hand": "By hand: your own upper bounds",
    "diverging": "Diverging: below and above a benchmark",
}
"""Scheme ids with what they are called on a screen."""

FEWEST, MOST = 2, 9


class ClassificationError(ValueError):
    """The values cannot be classified in the way asked for; the message says what is allowed."""


@dataclass(frozen=True)
class Classes:
    """Classes of a list of values.

    `bins` are the upper bounds, `counts` the number of values in each class, `index` the class of each value
    in the order given (-1 for missing), `labels` the bounds in words. `k` may be lower than asked, and then
    `message` says why. `below` counts the classes up to the benchmark of a
    diverging scheme and is None in the others.
    """

    scheme: str
    bins: tuple[float, ...]
    counts: tuple[int, ...]
    index: tuple[int, ...]
    labels: tuple[str, ...]
    below: int | None = None
    message: str = ""

    @property
    def k(self) -> int:
        """How many classes there are."""
        return len(self.bins)


def classify(
    values: Iterable[float],
    *,
    scheme: str,
    k: int = 5,
    bins: Sequence[float] | None = None,
    benchmark: float | None = None,
    decimals: int | None = None,
) -> Classes:
    """Classes of the values, at most `k` (2 to 9), without NaN and infinite ones. Raises ClassificationError.

    `by-hand` takes its upper bounds from `bins`, and adds a class if values lie above the last. `diverging` has its
    `benchmark` as a bound and quantiles on either side. Labels have `decimals`, or as many as separate the bounds.
    """
    given = np.asarray(list(values), dtype=float)
    bounds_of = _bounds_maker(scheme, k=k, bins=bins, benchmark=benchmark)
    known = given[np.isfinite(given)]
    if not known.size:
        return Classes(scheme, (), (), (-1,) * given.size, (), message="No area has a value.")
    classed = mapclassify.UserDefined(known, bounds_of(known))
    upper = classed.bins.astype(float).tolist()
    return Classes(
        scheme,
        tuple(upper),
        tuple(classed.counts.tolist()),
        _index(given, classed.yb),
        _labels(float(known.min()), upper, decimals=decimals),
        below=sum(bound <= float(benchmark or 0) for bound in upper) if scheme == "diverging" else None,
        message=_message(scheme, asked=k, made=len(upper), distinct=np.unique(known).size),
    )


def _index(given: np.ndarray, classes: np.ndarray) -> tuple[int, ...]:
    """The class of each value; `classes` are those of the finite ones."""
    index = np.full(given.size, -1)
    index[np.isfinite(given)] = classes
    return tuple(index.tolist())


def _bounds_maker(
    scheme: str, *, k: int, bins: Sequence[float] | None, benchmark: float | None
) -> Callable[[np.ndarray], list[float]]:
    """The function from values to upper bounds for a scheme, its settings checked."""
    if scheme not in SCHEMES:
        raise ClassificationError(f"no scheme is called {scheme!r}; known are: {', '.join(SCHEMES)}")
    if scheme == "by-hand":
        own = _checked_bounds(bins)
        return lambda _: own
    if not FEWEST <= k <= MOST:
        raise ClassificationError(f"{k} classes are out of range: {FEWEST} to {MOST} are allowed")
    if scheme == "diverging":
        if benchmark is None or not math.isfinite(benchmark):
            raise ClassificationError("a diverging scheme needs a benchmark to diverge from")
        return lambda values: _around(values, k, float(benchmark))
    return lambda values: _found_bounds(scheme, values, k)


def _checked_bounds(bins: Sequence[float] | None) -> list[float]:
    bounds = [float(bound) for bound in bins or ()]
    if not 1 <= len(bounds) < MOST:
        raise ClassificationError(f"classes by hand need 1 to {MOST - 1} upper bounds, not {len(bounds)}")
    if not all(math.isfinite(bound) for bound in bounds):
        raise ClassificationError("upper bounds must be numbers")
    if any(upper <= lower for lower, upper in itertools.pairwise(bounds)):
        raise ClassificationError(f"upper bounds must rise: {', '.join(f'{bound:g}' for bound in bounds)} do not")
    return bounds


def _found_bounds(scheme: str, values: np.ndarray, k: int) -> list[float]:
    """Upper bounds that mapclassify finds; fewer than k where too few values differ."""
    distinct = np.unique(values)
    makers = {
        "quantiles": mapclassify.Quantiles,
        "natural-breaks": mapclassify.FisherJenks,
        "equal-interval": mapclassify.EqualInterval,
    }
    if distinct.size <= 1 or (distinct.size <= k and scheme != "equal-interval"):
        return [float(value) for value in distinct]
    with warnings.catch_warnings():
        # that ties leave fewer quantiles is told in Classes.message; that numba is absent only costs time
        warnings.filterwarnings("ignore", message="Not enough unique values|Numba not installed", category=UserWarning)
        return sorted({float(bound) for bound in makers[scheme](values, k=k).bins})


def _around(values: np.ndarray, k: int, benchmark: float) -> list[float]:
    """Quantiles of the values up to the benchmark, the benchmark, and quantiles of those above it."""
    low, high = values[values <= benchmark], values[values > benchmark]
    more, fewer = k - k // 2, k // 2
    lows, highs = (more, fewer) if low.size > high.size else (fewer, more)
    below = _found_bounds("quantiles", low, lows)[:-1] if low.size else []
    above = _found_bounds("quantiles", high, highs) if high.size else []
    return [*(bound for bound in below if bound < benchmark), benchmark, *above]


def _message(scheme: str, *, asked: int, made: int, distinct: int) -> str:
    """What a reader must know when the classes are not as many as asked for."""
    if scheme == "by-hand" or made >= asked:
        return ""
    if distinct == 1:
        return "All areas have the same value."
    return f"{made} classes instead of {asked}: too many areas share a value for more."


def _labels(lowest: float, bins: Sequence[float], *, decimals: int | None) -> tuple[str, ...]:
    """The bounds of each class in words; every lower bound but the first is itself outside its class."""
    digits = _decimals_needed([lowest, *bins]) if decimals is None else decimals
    words = [f"{bound:,.{digits}f}" for bound in bins]
    first = f"{lowest:,.{digits}f} to {words[0]}" if lowest < bins[0] else f"up to {words[0]}"
    if lowest == bins[0]:
        first = words[0]
    return (first, *(f"over {lower} to {upper}" for lower, upper in itertools.pairwise(words)))


def _decimals_needed(numbers: Sequence[float]) -> int:
    """The fewest decimals, up to six, that write every number to within a twentieth of the smallest step."""
    distinct = np.unique(numbers)
    allowed = 0.05 * np.diff(distinct).min() if distinct.size > 1 else 0.05 * abs(distinct[0])
    errors = (np.abs(distinct - distinct.round(digits)).max() for digits in range(6))
    return next((digits for digits, error in enumerate(errors) if error <= allowed), 6)
