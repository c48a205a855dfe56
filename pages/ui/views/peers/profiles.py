"""What the place and its peers are like: their standard scores by feature, and their sector mixes."""

from __future__ import annotations

import functools

from pages.ui.exhibit.chart import Chart
from pages.ui.exhibit.charts import peers as charts
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.exhibit import Exhibit
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Column, Table
from pages.ui.rows import each_row
from pages.ui.state.cache import cached
from pages.ui.views.peers import method, tables, text
from pages.ui.views.peers.choice import Choice

_REASONS = (
    Column("area_name", "Peer"),
    Column("title", "Feature"),
    Column("period", "Period"),
    Column("unit", "Unit"),
    Column("here", "The place", "%.1f"),
    Column("there", "The peer", "%.1f"),
    Column("apart", "Apart", "%.1f"),
    Column("difference", "Apart (standard deviations)", "%.2f"),
    Column("weight", "Weight", "%g"),
    Column("part", "% of the squared distance", "%.0f"),
    *map(Column, ("area_code", "feature_id", "decimals")),
)


def features(choice: Choice, peers: tuple[str, ...], about: str) -> Exhibit:
    """Where the place and its peers stand in each feature."""
    return Exhibit(
        key="features",
        name=f"peers_features_{choice.name}",
        finding="Where they stand, feature by feature",
        subtitle=f"{about} {text.SCORES}",
        table=Table(
            tables.reasons(choice, peers),
            _REASONS,
            alt=f"Features of {choice.area_name} and of its {len(peers)} peers, and how far apart they are",
        ),
        series=choice.series,
        picture=Chart(
            functools.partial(_profile, choice, peers),
            "Standard scores of the place and its peers; the table has the figures.",
        ),
        caption=text.AVERAGE,
        facts=method.facts(choice),
    )


def sectors(choice: Choice, peers: tuple[str, ...], about: str) -> Exhibit | None:
    """The place's share of each sector on the range of its peers; nothing where the place has no figures."""
    mix, shares = tables.mix(choice, peers), tables.shares(choice, peers)
    if mix.empty:
        return None
    return Exhibit(
        key="sectors",
        name=f"peers_sectors_{choice.name}",
        finding="Its sector mix, and the range of its peers",
        subtitle=f"{about} Dots: the place. Bars: its peers.",
        table=Table(
            shares,
            (Column("sector", "Sector"), *(Column(name, f"{name} (%)", "%.1f") for name in shares.columns[1:])),
            alt=f"Share of each sector in {choice.area_name} and its {len(peers)} peers",
        ),
        series=choice.series,
        picture=Chart(
            functools.partial(_mixes, choice, peers), "; ".join(f"{row.sector} {row.text}" for row in each_row(mix))
        ),
        facts=method.facts(choice),
    )


@cached
def _profile(choice: Choice, peers: tuple[str, ...], ink: Ink) -> Spec:
    return charts.profile(tables.dots(choice, peers), ink=ink)


@cached
def _mixes(choice: Choice, peers: tuple[str, ...], ink: Ink) -> Spec:
    return charts.mixes(tables.mix(choice, peers), ink=ink)
