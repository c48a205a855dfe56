"""A series calculated from uploaded and official ones: a ratio, a change or an index, with its formula.

Nothing is estimated, except that a ratio takes the denominator of the same period or else of the nearest year; then
its figures are estimates (status E), and the formula says so.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

import pandas as pd

from lis_data import queries, user_store
from lis_data.errors import UploadError
from lis_data.intake import DescribedSeries
from lis_data.intake.names import slug
from lis_data.model import Status
from lis_data.uploads.owning import own
from lis_data.uploads.versioning import copy, versions_of

KINDS = ("ratio", "change", "index")
TIMES = (1, 100, 1_000, 10_000, 100_000)
"""By what a ratio may be multiplied: 100 makes it a percentage."""
DERIVED = "uploaded-derived"
"""The derivation of its figures."""
_AREA = ["geography_id", "area_code"]


@dataclass(frozen=True)
class Recipe:
    """How a series is made: `of` is the id of an uploaded series; `by` of the denominator of a ratio, uploaded or
    official; `base` the first period of a change or an index.
    """

    kind: str
    of: str
    by: str = ""
    times: int = 100
    base: str = ""


@dataclass(frozen=True)
class Derived:
    """The formula in words, and the figures: geography_id, area_code, period, industry, value, lower, upper, status."""

    formula: str
    unit: str
    rows: pd.DataFrame


def derived(recipe: Recipe) -> Derived:
    """What a recipe gives. Raises UploadError for a recipe that gives no figure, UnknownNameError for an unknown id."""
    made = {"ratio": _ratio, "change": _change, "index": _index}
    if recipe.kind not in made:
        raise UploadError(f"'{recipe.kind}' is no kind of derived series; use {', '.join(KINDS)}.")
    result = made[recipe.kind](recipe)
    if result.rows["value"].notna().sum() == 0:
        raise UploadError("No place has both figures that the formula needs, so there is nothing to keep.")
    return result


def derive(upload_id: str, recipe: Recipe, *, title: str, owner: str, decimals: int | None = None) -> str:
    """The indicator id of a derived series, saved in a new version of the upload with all its other series.

    Without `decimals` the middle figure has at least two digits. Raises UploadError for another's upload, a series of
    another upload, or a title that is empty or taken.
    """
    with user_store.reading() as con:
        own(con, upload_id, owner)
    for key in (recipe.of, recipe.by):
        if user_store.upload_of(key) not in (None, upload_id) or (key == recipe.of and not user_store.upload_of(key)):
            raise UploadError("A derived series is made of series of one upload, and of official ones.")
    result = derived(recipe)
    parent = _about(recipe.of)
    digits = _decimals(result.rows["value"]) if decimals is None else decimals
    series = DescribedSeries(
        slug(title), title.strip(), result.unit, digits, str(parent["polarity"]), str(parent["foundation"])
    )
    if faults := series.faults():
        raise UploadError(" ".join(faults))
    with user_store.transaction() as con:
        own(con, upload_id, owner)
        return _write(con, upload_id, series, result)


def _decimals(values: pd.Series) -> int:
    """So many decimals, 1 to 6, that the middle figure is printed with two digits or more."""
    middle = float(values.abs().replace(0, float("nan")).median())
    return 1 if middle != middle else min(6, max(1, 1 - math.floor(math.log10(middle))))


def _about(indicator_id: str) -> pd.Series:
    return queries.describe(indicator_id).iloc[0]


def _title(indicator_id: str) -> str:
    return str(_about(indicator_id)["title"]).removesuffix(f" {user_store.MARK}")


def _figures(indicator_id: str) -> pd.DataFrame:
    """The figures of all industries at every geography, with the year of their period."""
    geographies = dict.fromkeys(queries.describe(indicator_id)["geography_id"])
    figures = pd.concat([queries.figures(indicator_id, key, industry="_T") for key in geographies])
    wanted = figures[[*_AREA, "period", "industry", "value", "lower", "upper", "status"]]
    return wanted.assign(year=figures["period"].str[:4].astype(int))


def _ratio(recipe: Recipe) -> Derived:
    """times × of ÷ by. Its interval is that of the numerator, where the denominator has none."""
    _check_ratio(recipe)
    pairs = _with_denominator(recipe)
    by = pairs["value_by"].mask(pairs["value_by"].eq(0))
    sure = pairs["lower_by"].isna() & pairs["upper_by"].isna()
    rows = pairs[[*_AREA, "period", "industry"]].assign(
        value=recipe.times * pairs["value"] / by,
        lower=(recipe.times * pairs["lower"] / by).where(sure),
        upper=(recipe.times * pairs["upper"] / by).where(sure),
    )
    mixed = pairs["apart"].gt(0)
    estimated = mixed | pairs["status"].eq(Status.ESTIMATED) | pairs["status_by"].eq(Status.ESTIMATED)
    rows["status"] = _statuses(rows["value"], pairs["status"], estimated=estimated)
    formula = _formula_of_ratio(recipe, years_differ=bool((mixed & rows["value"].notna()).any()))
    return Derived(formula, "%" if recipe.times == 100 else _per(recipe), rows)


def _check_ratio(recipe: Recipe) -> None:
    """Raise UploadError for a ratio without a denominator, of a rate, or multiplied by something else than TIMES."""
    if not recipe.by:
        raise UploadError("A ratio needs a denominator.")
    if recipe.times not in TIMES:
        raise UploadError(f"A ratio is multiplied by {', '.join(map(str, TIMES))}, not by {recipe.times}.")
    unit = str(_about(recipe.of)["unit"])
    if unit.startswith(("%", "per ")):
        raise UploadError(f"A ratio is made of counts or amounts; this series is a rate already ({unit}).")


def _with_denominator(recipe: Recipe) -> pd.DataFrame:
    """Each figure of the numerator with the denominator (columns in `_by`) of the nearest year of its area.

    `apart` is how many years lie between the two. Of years equally near, the same period comes first, then the later.
    """
    over = _figures(recipe.of)
    under = _figures(recipe.by).dropna(subset="value").add_suffix("_by")
    both = (
        over.reset_index(drop=True)
        .reset_index()
        .merge(under, how="left", left_on=_AREA, right_on=[f"{name}_by" for name in _AREA])
    )
    apart = (both["year"] - both["year_by"]).abs()
    both = both.assign(apart=apart, other=both["period"].ne(both["period_by"]))
    nearest = both.sort_values(["index", "apart", "other", "period_by"], ascending=[True, True, True, False])
    return nearest.drop_duplicates("index").sort_values("index", ignore_index=True)


def _formula_of_ratio(recipe: Recipe, *, years_differ: bool) -> str:
    factor = f"{recipe.times:,} × " if recipe.times != 1 else ""
    under_title = f"{_title(recipe.by)} ({_about(recipe.by)['unit'] or 'no unit'})"
    nearest_year = "; where the years differ, the denominator of the nearest year, marked as estimated"
    return f"{factor}{_title(recipe.of)} ÷ {under_title}{nearest_year if years_differ else ', of the same year'}"


def _per(recipe: Recipe) -> str:
    many = f"{recipe.times:,} " if recipe.times != 1 else ""
    return f"per {many}{_about(recipe.by)['unit'] or 'of the denominator'}"


def _statuses(values: pd.Series, before: pd.Series, *, estimated: pd.Series) -> pd.Series:
    """The status of each figure: C where the upload's own is suppressed, M where there is none, else E or A."""
    found = estimated.map({True: Status.ESTIMATED.value, False: Status.NORMAL.value})
    suppressed = before.eq(Status.SUPPRESSED)
    return found.mask(values.isna(), Status.MISSING.value).mask(suppressed, Status.SUPPRESSED.value)


def _since(recipe: Recipe) -> pd.DataFrame:
    """The figures of the periods of the same length and season as the base, each with the base's."""
    figures = _figures(recipe.of)
    at_base = figures[figures["period"].eq(recipe.base)][[*_AREA, "value", "status"]]
    if at_base.empty:
        raise UploadError(f"There is no figure of {recipe.base or 'an empty period'}; choose a period that it has.")
    alike = figures["period"].str[4:].eq(recipe.base[4:]) & figures["period"].gt(recipe.base)
    return figures[alike].merge(at_base, how="left", on=_AREA, suffixes=("", "_base"))


def _made(pairs: pd.DataFrame, values: pd.Series) -> pd.DataFrame:
    estimated = pairs["status"].eq(Status.ESTIMATED) | pairs["status_base"].eq(Status.ESTIMATED)
    rows = pairs[[*_AREA, "period", "industry"]].assign(value=values, lower=float("nan"), upper=float("nan"))
    return rows.assign(status=_statuses(values, pairs["status"], estimated=estimated))


def _change(recipe: Recipe) -> Derived:
    """of − of in the base period."""
    pairs = _since(recipe)
    formula = f"{_title(recipe.of)} − {_title(recipe.of)} in {recipe.base}"
    unit = str(_about(recipe.of)["unit"])
    return Derived(formula, "points" if unit == "%" else unit, _made(pairs, pairs["value"] - pairs["value_base"]))


def _index(recipe: Recipe) -> Derived:
    """100 × of ÷ of in the base period."""
    pairs = _since(recipe)
    formula = f"100 × {_title(recipe.of)} ÷ {_title(recipe.of)} in {recipe.base}"
    base = pairs["value_base"].mask(pairs["value_base"].eq(0))
    return Derived(formula, f"{recipe.base} = 100", _made(pairs, 100 * pairs["value"] / base))


def _write(con: user_store.Connection, upload_id: str, series: DescribedSeries, result: Derived) -> str:
    """A copy of the current version as the next one, with the series and its figures."""
    current, number = versions_of(con, upload_id)
    key = user_store.series_id(upload_id, series.indicator_id)
    existing = con.execute(
        "select indicator_id, title from series where upload_id = ? and version = ?", [upload_id, current]
    ).fetchall()
    if key in dict(existing) or series.title in dict(existing).values():
        raise UploadError(f"There is a series “{series.title}” in this upload already; give another title.")
    copy(con, upload_id, current, number)
    _insert(con, upload_id, number, {**vars(series), "indicator_id": key, "sort": len(existing)}, result)
    return key


def _insert(
    con: user_store.Connection, upload_id: str, version: int, series: dict[str, object], result: Derived
) -> None:
    """Write the new series, its figures, and its formula among the owner's answers."""
    whose = {"upload_id": upload_id, "version": version}
    key = str(series["indicator_id"])
    own_rows = result.rows.assign(upload_id=upload_id, version=version, indicator_id=key, derivation=DERIVED)
    for table, frame in (("series", pd.DataFrame([{**whose, **series}])), ("observation", own_rows)):
        con.register("frame", frame)
        con.execute(f"insert into {table} by name from frame")
        con.unregister("frame")
    at = "where upload_id = ? and version = ?"
    answers = json.loads(con.execute(f"select side_file from version {at}", [upload_id, version]).fetchall()[0][0])
    answers["derived"] = {**answers.get("derived", {}), key: result.formula}
    text = json.dumps(answers, ensure_ascii=False, indent=2)
    saved = [text, user_store.now(), len(result.rows), upload_id, version]
    con.execute(f"update version set side_file = ?, saved = ?, observations = observations + ? {at}", saved)
