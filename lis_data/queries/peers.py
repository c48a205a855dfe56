"""Places like one another: how alike areas are in what they are, which is not how well they do.

The features are those of `peer_figures`; the distance is `measures.distance`.
"""

from __future__ import annotations

from functools import cache

import pandas as pd

from lis_data import judgement, measures
from lis_data.errors import UnknownNameError
from lis_data.queries.ask import ask, known
from lis_data.queries.figures import figures
from lis_data.queries.intervals import FIGURE, significantly_different
from lis_data.queries.peer_figures import MIX, peer_figures, peer_periods, peer_sectors

ENOUGH = 75.0
"""Per cent of the weights that must rest on figures of both areas, or the two are not compared."""

_OF_FIGURE = ("value", "lower", "upper", "status", "derivation")

Weights = tuple[tuple[str, float], ...]
"""Features with the weight they have instead of their usual one."""


def peers(area_code: str, *, geography_id: str = "lep-2017", weights: Weights = (), k: int = 5) -> pd.DataFrame:
    """The `k` areas most like one, nearest first, columns as in `similar_places`; none where the area itself lacks too
    many figures. Raises UnknownNameError for an unknown area or feature.
    """
    found = similar_places(area_code, geography_id=geography_id, weights=weights)
    return found.dropna(subset="rank").head(k)


def similar_places(area_code: str, *, geography_id: str = "lep-2017", weights: Weights = ()) -> pd.DataFrame:
    """All other areas, the most alike first: area_code, area_name, rank, distance, known_weight (% of the weights that
    rest on figures of both areas), missing (how many features lack one), missing_features (a tuple of their titles).

    An area with less than ENOUGH of the weights known has no rank and no distance: it stands at the end. `weights` of
    features that it does not name are the usual ones. Raises UnknownNameError for an unknown area or feature.
    """
    used = _used(weights)
    apart = _differences_from(area_code, geography_id)[used.index]
    distance = _distances(apart, used)
    lacking = [tuple(_titles()[apart.columns[row]]) for row in apart.isna().to_numpy(dtype=bool)]
    table = pd.DataFrame(
        {
            "area_name": _names(geography_id)[apart.index],
            "rank": distance.rank(method="first").astype("Int64"),
            "distance": distance,
            "known_weight": measures.known_weight(apart, weights=used),
            "missing": [len(titles) for titles in lacking],
            "missing_features": lacking,
        }
    )
    return table.rename_axis("area_code").sort_values(["rank", "area_name"]).reset_index()


def peer_reasons(area_code: str, *, geography_id: str = "lep-2017", weights: Weights = ()) -> pd.DataFrame:
    """Why areas are alike or not, a row for each other area and feature with a weight: area_code, feature_id, title,
    unit, decimals, period; here and there (both areas' figures, of the sector mix none); apart (how far these are from
    each other; for the sector mix the Krugman index, % of the economy); difference (standardised), weight, part (% of
    the squared distance). Raises UnknownNameError as `similar_places`.
    """
    used = _used(weights)
    apart = _differences_from(area_code, geography_id)[used.index]
    found = _long(apart, "difference")
    values = peer_figures(geography_id).pivot(index="area_code", columns="feature_id", values="value")
    there = _long(values.reindex(index=apart.index, columns=used.index), "there")["there"]
    here = found["feature_id"].map(values.loc[area_code].to_dict()).astype(float)
    mix = found["area_code"].map((measures.differences(_mixes(geography_id)).loc[area_code] / 2).to_dict())
    about = judgement.peer_features().set_index("feature_id")[["title", "unit", "decimals"]]
    return found.join(about, on="feature_id").assign(
        period=found["feature_id"].map(peer_periods(geography_id)),
        here=here,
        there=there,
        apart=(here - there).abs().where(found["feature_id"] != MIX, mix),
        weight=found["feature_id"].map(used),
        part=_long(measures.distance_parts(apart, weights=used), "part")["part"],
    )


def peer_stability(
    area_code: str, *, geography_id: str = "lep-2017", weights: Weights = (), k: int = 5
) -> pd.DataFrame:
    """How firm the `k` peers are, a row for each feature with a weight, which is left out: feature_id, title, staying
    (how many of the peers), left and joined (tuples of area codes). Raises UnknownNameError as `similar_places`.
    """
    used = _used(weights)
    apart = _differences_from(area_code, geography_id)[used.index]
    usual = _nearest(apart, used, k)
    rows = []
    for feature in used.index:
        without = _nearest(apart.drop(columns=feature), used.drop(feature), k)
        left, joined = usual.difference(without, sort=False), without.difference(usual, sort=False)
        rows.append((feature, _titles()[feature], len(usual) - len(left), tuple(left), tuple(joined)))
    return pd.DataFrame(rows, columns=["feature_id", "title", "staying", "left", "joined"])


def better_peers(
    area_code: str,
    indicator_id: str,
    *,
    period: str,
    geography_id: str = "lep-2017",
    weights: Weights = (),
    k: int = 10,
) -> pd.DataFrame:
    """An area and the `k` most like it by an indicator, best first, those without a figure last: area_code, area_name,
    rank (of likeness; the area itself has none), distance, value, lower, upper, status, derivation, gap (to the area's
    own figure, in the unit), significant (whether that is more than chance, see `intervals`), better (whether it has
    the better figure, and not by chance where that can be judged; missing where either has no figure or neither end is
    better), median (of the others, the same in every row).

    Raises UnknownNameError for an unknown area or feature, and for an indicator, geography or period without figures.
    """
    near = peers(area_code, geography_id=geography_id, weights=weights, k=k)[["area_code", "rank", "distance"]]
    own = pd.DataFrame({"area_code": [area_code], "rank": pd.array([pd.NA], dtype="Int64"), "distance": [float("nan")]})
    rows = figures(indicator_id, geography_id, period=period).set_index("area_code")
    found = pd.concat([own, near], ignore_index=True).join(rows[[*_OF_FIGURE]], on="area_code")
    gap = found["value"] - rows["value"].get(area_code, float("nan"))
    sign = {"higher": 1, "lower": -1, "neither": 0}[_polarity(indicator_id)]
    own_figure = rows.reindex([area_code])[[*_OF_FIGURE]].iloc[0]
    of_own = {f"own{end}": own_figure[name] for end, name in FIGURE.items()}
    apart = significantly_different(found.assign(**of_own), than="own").mask(found["area_code"] == area_code)
    ahead = (sign * gap > 0).astype("boolean") & apart.fillna(True)
    better = ahead.mask(gap.isna() | (found["area_code"] == area_code) | (sign == 0))
    found.insert(1, "area_name", found["area_code"].map(_names(geography_id)))
    median = found.loc[found["area_code"] != area_code, "value"].median()
    order = ((-sign or -1) * found["value"]).sort_values(na_position="last").index
    return found.assign(gap=gap, significant=apart, better=better, median=median).loc[order]


def _long(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Areas × features as a row each: area_code, feature_id and what is called `name`."""
    rows = table.rename_axis("area_code").reset_index()
    return rows.melt(id_vars="area_code", var_name="feature_id", value_name=name)


def _used(changed: Weights) -> pd.Series:
    """The weights of the features that count, by feature_id."""
    weights = judgement.peer_features().set_index("feature_id")["weight"].astype(float)
    for feature, weight in changed:
        if feature not in weights.index:
            raise UnknownNameError("feature", feature, weights.index.tolist())
        weights[feature] = weight
    return weights[weights > 0]


def _distances(apart: pd.DataFrame, used: pd.Series) -> pd.Series:
    """The distance of every area, missing where too little of the weights is known."""
    known_weight = measures.known_weight(apart, weights=used)
    return measures.distance(apart, weights=used).where(known_weight >= ENOUGH)


def _nearest(apart: pd.DataFrame, used: pd.Series, k: int) -> pd.Index:
    return _distances(apart, used).dropna().nsmallest(k).index


def _differences_from(area_code: str, geography_id: str) -> pd.DataFrame:
    """Standard differences of one area from every other, areas × features."""
    known("area", area_code, "select area_code from area where geography_id = $geography", geography=geography_id)
    apart = {feature: pairs[area_code] for feature, pairs in _differences(geography_id).items()}
    return pd.DataFrame(apart).drop(index=area_code)


@cache
def _differences(geography_id: str) -> dict[str, pd.DataFrame]:
    """Standard differences of all pairs of areas in every feature."""
    scores = peer_figures(geography_id).pivot(index="area_code", columns="feature_id", values="score")
    blocks = {feature: scores[[feature]] for feature in scores.columns} | {MIX: _mixes(geography_id)}
    return {name: measures.standard_differences(measures.differences(block)) for name, block in blocks.items()}


def _mixes(geography_id: str) -> pd.DataFrame:
    """Shares in %, areas × groups of industries."""
    return peer_sectors(geography_id).pivot(index="area_code", columns="sector", values="share")


@cache
def _names(geography_id: str) -> pd.Series:
    rows = ask("select area_code, name from area where geography_id = $geography", geography=geography_id)
    return rows.set_index("area_code")["name"]


@cache
def _titles() -> pd.Series:
    return judgement.peer_features().set_index("feature_id")["title"]


def _polarity(indicator_id: str) -> str:
    return str(ask("select polarity from indicator where indicator_id = $id", id=indicator_id)["polarity"].item())
