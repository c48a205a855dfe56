"""The things the evidence speaks of, as frozen records. No input or output here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

TOTAL = "_T"
"""The industry code of 'all industries' (SDMX)."""

ENGLAND = "E92000001"
UNITED_KINGDOM = "K02000001"

FOUNDATIONS = {
    "ideas": "Ideas",
    "people": "People",
    "infrastructure": "Infrastructure",
    "business-environment": "Business Environment",
    "places": "Places",
}
POLARITIES = ("higher", "lower", "neither")
OFFICIAL_STATUSES = (
    "accredited official statistics",
    "official statistics",
    "official statistics in development",
    "not official statistics",
)
"""How far a dataset is an official statistic (Statistics and Registration Service Act 2007)."""

DERIVATIONS = {
    "published": "published",
    "sum": "calculated here as a sum",
    "ratio": "calculated here as a ratio",
    "converted": "calculated here by conversion",
    "rate": "calculated here from survey counts",
    "apportioned": "calculated here by sharing out",
    "modelled": "calculated here by a model",
    "weighted-mean": "calculated here as a weighted mean",
    "calculated": "calculated here",
    "same-area": "published for the same area under another name",
    "definition": "so by definition",
}
"""How a figure came about, and how a reader is told."""
EVERY = "every"
"""All figures of an indicator that no closer rule is about (`Dataset.derivations`)."""
BY_PUBLISHER = ("published", "same-area")
"""How figures came about that the publisher published as they are."""


class Status(StrEnum):
    """SDMX observation status; from the weakest to the soundest, as they combine in sums and ratios."""

    MISSING = "M"
    SUPPRESSED = "C"
    ESTIMATED = "E"
    UNRELIABLE = "U"
    PROVISIONAL = "P"
    NORMAL = "A"

    @property
    def label(self) -> str:
        """What the code alone means; of a figure see `statuses.of_official`."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    Status.NORMAL: "normal",
    Status.ESTIMATED: "estimated",
    Status.MISSING: "not available",
    Status.SUPPRESSED: "suppressed",
    Status.PROVISIONAL: "provisional",
    Status.UNRELIABLE: "low reliability",
}

OF_ONE = (*BY_PUBLISHER, "converted", "rate")
"""The derivations of a figure that stands for one of the publisher's; any other is made of several."""


class Series(NamedTuple):
    """The figures of an indicator for the areas of a geography, over all periods."""

    indicator_id: str
    geography_id: str


@dataclass(frozen=True)
class Dataset:
    """A publisher's table in one vintage.

    `official_status` is one of OFFICIAL_STATUSES. Every dataset states it, `published`, `revisions` and `quality`, and
    `contact` where one was found; `quality` may end in an address, after a colon. `derivations` says of each indicator
    whose figures the publisher did not publish as they are how they were made: indicator_id -> which of its figures (an
    industry, area or geography, or EVERY) -> one of DERIVATIONS.
    """

    dataset_id: str
    title: str
    publisher: str
    table: str
    url: str
    found_at: str
    licence: str
    published: str
    retrieved: str
    note: str
    official_status: str = ""
    contact: str = ""
    revisions: str = ""
    quality: str = ""
    derivations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Aggregate:
    """How figures of areas without a published one are made: `sum`, `ratio`, `weighted-mean` or `none`.

    `sources` are the geographies whose members are added up, the first that has the period wins.
    """

    kind: str
    sources: tuple[str, ...] = ()
    numerator: str = ""
    numerator_industry: str = ""
    denominator: str = ""
    denominator_industry: str = ""
    scale: float = 1.0
    weight: str = ""


@dataclass(frozen=True)
class Indicator:
    """One series of figures: what it measures, in which unit, and how far it can be trusted.

    `scheme` is the list of industries.csv that its industry codes are of; empty where it has none. A `relative` figure
    places an area among those of its own level (a standardised index): it means nothing beside one of another level.
    `england` is the figure that England has by definition, and nobody publishes.
    """

    indicator_id: str
    dataset_id: str
    title: str
    description: str
    unit: str
    decimals: int
    polarity: str
    foundation: str
    additive: bool
    aggregate: Aggregate
    method: str
    caveat: str
    breaks: tuple[str, ...]
    breaks_below_regions: tuple[str, ...] = ()
    scheme: str = ""
    relative: bool = False
    england: float | None = None


@dataclass(frozen=True)
class StoredIndicator:
    """An indicator as the store has it, official or uploaded: what is said of it as in `Indicator`, and how many
    figures it has, of which geographies (ids, sorted) and periods. `aggregate` is the kind alone; `leps` is the most
    LEPs of 2017 with a figure in one period.
    """

    indicator_id: str
    dataset_id: str
    title: str
    description: str
    unit: str
    decimals: int
    polarity: str
    foundation: str
    additive: bool
    aggregate: str
    numerator: str
    denominator: str
    weight: str
    method: str
    caveat: str
    breaks: tuple[str, ...]
    breaks_below_regions: tuple[str, ...]
    scheme: str
    publisher: str
    geographies: tuple[str, ...]
    first_period: str
    last_period: str
    figures: int
    leps: int
