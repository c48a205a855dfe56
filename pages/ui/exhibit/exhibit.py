"""An exhibit: one finding with its picture, table, text alternative, files and sources, declared once.

What a reader sees (`page.py`), what they take away (`files.py`) and what has to be said of sources (`attribution.py`)
all follow from it, so that none of them can be forgotten, or say another thing than the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import pandas as pd

from lis_data.model import Series
from pages.ui.exhibit import provenance
from pages.ui.exhibit.charts.base import Spec
from pages.ui.exhibit.palette import Ink
from pages.ui.exhibit.table import Table
from pages.ui.state.cache import answer
from pages.ui.state.clicks import Click

NO_DOCUMENTS = pd.DataFrame(columns=["publisher", "source_table", "url", "licence"])


class Picture(Protocol):
    """What an exhibit shows above its table."""

    @property
    def alt(self) -> str:
        """What the picture says, in words."""
        ...

    @property
    def click(self) -> Click | None:
        """What a click on it chooses."""
        ...

    @property
    def geography_id(self) -> str:
        """Whose shapes it draws; empty where it draws none."""
        ...

    @property
    def dataset_ids(self) -> tuple[str, ...]:
        """The datasets of what it marks beside the exhibit's series."""
        ...

    def draw(self, ink: Ink) -> Spec:
        """The picture as a Vega-Lite specification, for a file."""
        ...

    def show(self, key: str) -> None:
        """Draw it on the page."""
        ...


@dataclass(frozen=True)
class Exhibit:
    """One answer, whole.

    `key` names it on its page whatever is chosen, `name` its files; `finding` is its heading, a sentence, and
    `subtitle` says of what. Sources, method and attribution follow from `series`, from `datasets` that have no
    indicator, and from `documents` (publisher, source_table, url, licence). `facts` is what else a reader of the files
    has to know (item -> text). `geojson` puts a table on its shapes or points, where it has any.
    """

    key: str
    name: str
    finding: str
    subtitle: str
    table: Table
    series: tuple[Series, ...] = ()
    picture: Picture | None = None
    caption: str = ""
    datasets: tuple[str, ...] = ()
    documents: pd.DataFrame = field(default_factory=lambda: NO_DOCUMENTS)
    facts: Mapping[str, str] = field(default_factory=dict)
    geojson: Callable[[pd.DataFrame], str] | None = None

    @property
    def rows(self) -> pd.DataFrame:
        """What the files have."""
        return self.table.rows[self.table.fields]

    @property
    def all_datasets(self) -> tuple[str, ...]:
        """The datasets without an indicator, those of what the picture marks too."""
        return (*self.datasets, *(self.picture.dataset_ids if self.picture else ()))

    @property
    def sources(self) -> pd.DataFrame:
        """Every source once, with the columns of `provenance.sources_of`."""
        named = self.all_datasets
        parts = [
            *([answer(provenance.sources_of, *self.series)] if self.series else []),
            *([answer(provenance.dataset_sources, *named)] if named else []),
            *([self.documents] if len(self.documents) else []),
        ]
        return pd.concat(parts, ignore_index=True)

    @property
    def has_shapes(self) -> bool:
        """Whether it draws areas or gives away their shapes."""
        return bool(self.geojson) or bool(self.picture and self.picture.geography_id)
