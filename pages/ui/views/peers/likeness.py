"""How like the place all others are: on a map, as distances, and in a table of the figures compared."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import pandas as pd

from lis_data import judgement, queries
from pages.ui.exhibit.area_map import CategoryMap
from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import peers as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import row_at
from pages.ui.state.cache import answer, cached
from pages.ui.views.peers import firmness, method, tables, text
from pages.ui.views.peers.choice import Choice

_HERE, _PEER, _OTHER = "here", "peer", "other"
_LOCALIZED = "localized"


def about(choice: Choice, found: pd.DataFrame) -> str:
    """Among how many places, by how many features, and how firm the peers are."""
    ranked = text.subtitle(choice, _similar(choice), features=len(tables.counted(choice)))
    return f"{ranked} {firmness.in_short(choice, found)}".strip()


def places(choice: Choice, peers: tuple[str, ...], *, found: pd.DataFrame) -> Exhibit:
    """All places, nearest first, and on the map the peers among them."""
    rows = tables.everyone(choice)
    return Exhibit(
        key="places",
        name=f"peers_places_{choice.name}",
        finding=text.finding(choice, found),
        subtitle=about(choice, found),
        table=Table(rows, _columns(rows), alt=f"Distance and features of {len(rows)} places"),
        series=choice.series,
        picture=_map(choice, peers),
        caption=text.not_ranked(_similar(choice)),
        facts=method.facts(choice),
    )


def distances(choice: Choice, peers: tuple[str, ...], about: str) -> Exhibit:
    """How far every place is; the peers stand out."""
    similar = _similar(choice)
    columns = (
        Column("rank", "Rank", "%d"),
        Column("area_name", "Place"),
        Column("distance", "Distance", "%.2f"),
        Column("known_weight", "Weights known (%)", "%.0f"),
        Column("area_code"),
    )
    return Exhibit(
        key="distances",
        name=f"peers_distances_{choice.name}",
        finding=f"How far all {int(similar['rank'].notna().sum())} are from {choice.area_name}",
        subtitle=f"{about} {text.SCALE} Dark bars: its peers.",
        table=Table(similar, columns, alt=f"Distance of {len(similar)} places from {choice.area_name}"),
        series=choice.series,
        picture=Chart(functools.partial(_distances, choice, peers), text.distances(similar)),
        facts=method.facts(choice),
    )


def _similar(choice: Choice) -> pd.DataFrame:
    return answer(queries.similar_places, choice.area_code, **choice.asked)


def _map(choice: Choice, peers: tuple[str, ...]) -> CategoryMap:
    """The place, its peers and the others; those that are not ranked are hatched. A click chooses another place."""
    kinds, texts = _on_map(choice, peers)
    return CategoryMap(
        choice.geography.geography_id,
        kinds,
        names={_HERE: choice.area_name, _PEER: "Its peers", _OTHER: "Others"},
        colours=_colours,
        texts=texts,
        alt=f"Map of {choice.area_name} and its {len(peers)} peers; the list beside it names them.",
        selected=choice.area_code,
    )


def _colours(ink: Ink) -> Mapping[str, str]:
    return {_HERE: ink.benchmark, _PEER: ink.accent, _OTHER: ink.quiet}


@cached
def _on_map(choice: Choice, peers: tuple[str, ...]) -> tuple[pd.Series, pd.Series]:
    """What each area is, and what its tooltip says, by code."""
    at = _similar(choice).set_index("area_code")
    kinds = at["rank"].notna().map({True: _OTHER, False: None})
    kinds = pd.concat([kinds.mask(kinds.index.isin(peers), _PEER), pd.Series({choice.area_code: _HERE})])
    far = at["distance"].map("distance {:.2f}".format, na_action="ignore").fillna("not ranked: too few figures")
    return kinds, pd.concat([far, pd.Series({choice.area_code: "the place itself"})])


@cached
def _distances(choice: Choice, peers: tuple[str, ...], ink: Ink) -> Spec:
    return charts.distances(_similar(choice), peers=peers, ink=ink)


def _columns(rows: pd.DataFrame) -> tuple[Column, ...]:
    """Distance, the figures compared, and what is missing."""
    features = answer(judgement.peer_features).set_index("feature_id")
    used = rows.columns.intersection(features.index)
    return (
        Column("rank", "Rank", "%d"),
        Column("area_name", "Place"),
        Column("distance", "Distance", "%.2f"),
        *(_column(feature, row_at(features, feature)) for feature in used),
        Column("known_weight", "Weights known (%)", "%.0f"),
        Column("missing_features", "Without"),
        *map(Column, ("missing", "area_code")),
    )


def _column(feature_id: str, about: pd.Series) -> Column:
    """The column of a feature's figures; of the sector mix it is the difference from the place's own."""
    if feature_id == tables.MIX:
        return Column(feature_id, "Sector mix: % in other sectors", "%.1f")
    heading = about["title"] if about["unit"] == "people" else f"{about['title']} ({about['unit']})"
    return Column(feature_id, heading, "%.1f" if about["decimals"] else _LOCALIZED)
