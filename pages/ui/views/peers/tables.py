"""Comparable places arranged for pictures, tables and files."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lis_data import judgement, queries
from lis_data.period import label
from lis_data.queries.peer_figures import MIX
from pages.ui.rows import each_row, records, row_at
from pages.ui.state import pickers
from pages.ui.state.cache import answer, cached
from pages.ui.views.peers import text
from pages.ui.views.peers.choice import Choice


@cached
def dots(choice: Choice, peers: tuple[str, ...]) -> pd.DataFrame:
    """The standard scores of a place and its peers by feature, for `charts.peers.profile`: title, area_name, score,
    text, own; the features that count, without the sector mix.
    """
    reasons = answer(queries.peer_reasons, choice.area_code, **choice.asked)
    features = reasons[reasons["feature_id"] != MIX].drop_duplicates("feature_id")
    figures = answer(queries.peer_figures, choice.geography.geography_id).set_index(["feature_id", "area_code"])
    rows = [
        {
            "title": _heading(about),
            "area_name": at["area_name"],
            "score": at["score"],
            "text": text.figure(about, at["value"]).removesuffix(f" {about['unit']}"),
            "own": code == choice.area_code,
        }
        for about in records(features)
        for code in (choice.area_code, *peers)
        for at in [row_at(figures, (about["feature_id"], code))]
    ]
    return pd.DataFrame(rows, columns=["title", "area_name", "score", "text", "own"])


def _heading(about: dict[str, Any]) -> str:
    """`Population density (people per km²), 2020`: a feature with its unit, where its figures do not carry it."""
    unit = "" if about["unit"].startswith("%") or about["unit"] == "people" else f" ({about['unit']})"
    return f"{about['title']}{unit}, {label(about['period'])}"


@cached
def mix(choice: Choice, peers: tuple[str, ...]) -> pd.DataFrame:
    """A place's share of each sector and the range of its peers, largest first: sector, share, low, high, text; empty
    where the place has no figures.
    """
    shares = answer(queries.peer_sectors, choice.geography.geography_id).pivot(
        index="sector", columns="area_code", values="share"
    )
    others = shares[list(peers)]
    table = pd.DataFrame({"share": shares[choice.area_code], "low": others.min(axis=1), "high": others.max(axis=1)})
    table = table.dropna().sort_values("share", ascending=False).reset_index()
    in_words = [f"{row.share:.1f}%, peers {row.low:.1f} to {row.high:.1f}%" for row in each_row(table)]
    return table.assign(text=in_words)


@cached
def everyone(choice: Choice) -> pd.DataFrame:
    """The place, with rank 0, and all others, nearest first: columns as in `queries.similar_places`, missing_features
    as text, and a column for each feature's figure that counts.
    """
    similar = answer(queries.similar_places, choice.area_code, **choice.asked)
    reasons = answer(queries.peer_reasons, choice.area_code, **choice.asked)
    order = reasons["feature_id"].drop_duplicates()
    figures = answer(queries.peer_figures, choice.geography.geography_id)
    wide = figures.pivot(index="area_code", columns="feature_id", values="value")
    decimals = answer(judgement.peer_features).set_index("feature_id")["decimals"]
    wide = wide[[name for name in order if name in wide.columns]].round(decimals.to_dict())
    own = {"area_code": choice.area_code, "area_name": choice.area_name, "rank": 0, "distance": 0.0}
    both = pd.concat([pd.DataFrame([own]).astype({"rank": "Int64"}), similar], ignore_index=True)
    mixes = reasons[reasons["feature_id"] == MIX].set_index("area_code")["apart"]
    if len(mixes):
        both[MIX] = both["area_code"].map(mixes).mask(both["area_code"] == choice.area_code, 0.0).round(1)
    missing = both["missing_features"].map(lambda titles: "; ".join(titles) if isinstance(titles, tuple) else "")
    return both.assign(missing_features=missing).join(wide, on="area_code")


@cached
def reasons(choice: Choice, peers: tuple[str, ...]) -> pd.DataFrame:
    """`queries.peer_reasons` of the peers, with area_name, to take away."""
    rows = answer(queries.peer_reasons, choice.area_code, **choice.asked)
    rows = rows[rows["area_code"].isin(peers)]
    return rows.assign(area_name=rows["area_code"].map(pickers.names(choice.geography.geography_id)))


@cached
def shares(choice: Choice, peers: tuple[str, ...]) -> pd.DataFrame:
    """The sector mixes of the place and its peers, a column for each place, to take away."""
    rows = answer(queries.peer_sectors, choice.geography.geography_id)
    wide = rows.pivot(index="sector", columns="area_name", values="share")
    names = rows.drop_duplicates("area_code").set_index("area_code")["area_name"]
    columns = [names[code] for code in (choice.area_code, *peers)]
    return wide[columns].reindex(rows["sector"].unique()).round(2).reset_index()


@cached
def features(choice: Choice) -> pd.DataFrame:
    """The features as they are used here: feature_id, title, period (in words), weight, usual, places (with a figure),
    why.
    """
    table = answer(judgement.peer_features)
    usual = table.set_index("feature_id")["weight"].astype(float)
    periods = answer(queries.peer_periods, choice.geography.geography_id)
    figures = answer(queries.peer_figures, choice.geography.geography_id)
    places = figures.dropna(subset="value").groupby("feature_id").size()
    sectors = answer(queries.peer_sectors, choice.geography.geography_id)
    places[MIX] = sectors.dropna(subset="share")["area_code"].nunique()
    return table.assign(
        period=table["feature_id"].map(periods).map(label, na_action="ignore"),
        usual=table["feature_id"].map(usual),
        weight=table["feature_id"].map(usual.to_dict() | dict(choice.weights)),
        places=table["feature_id"].map(places).fillna(0),
    )[["feature_id", "title", "period", "weight", "usual", "places", "why"]]


def counted(choice: Choice) -> pd.DataFrame:
    """The features with a weight: columns as `features`."""
    every = features(choice)
    return every[every["weight"] > 0]


def lacking(choice: Choice) -> pd.DataFrame:
    """Those of the features that count of which the place has no figure: columns as `features`."""
    figures = answer(queries.peer_figures, choice.geography.geography_id).dropna(subset="value")
    known = set(figures.loc[figures["area_code"] == choice.area_code, "feature_id"])
    sectors = answer(queries.peer_sectors, choice.geography.geography_id)
    if sectors.loc[sectors["area_code"] == choice.area_code, "share"].notna().all():
        known.add(MIX)
    used = counted(choice)
    return used[~used["feature_id"].isin(known)]
