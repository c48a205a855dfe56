"""What a reader has chosen to see of one indicator: where, when, and which place."""

from __future__ import annotations

from dataclasses import dataclass

from geo.areas import GEOGRAPHIES, Geography
from lis_data.model import Series, StoredIndicator
from pages.ui.state import cache


@dataclass(frozen=True)
class Selection:
    """An indicator at a geography and period; `area_code` is empty where no place is chosen."""

    indicator_id: str
    geography_id: str
    period: str
    area_code: str

    @property
    def series(self) -> Series:
        """Whose figures they are."""
        return Series(self.indicator_id, self.geography_id)

    @property
    def name(self) -> str:
        """A part of a file's name."""
        return f"{self.indicator_id}_{self.geography_id}_{self.period.replace('/', '-')}"

    @property
    def indicator(self) -> StoredIndicator:
        """What it measures."""
        return cache.indicator(self.indicator_id)

    @property
    def geography(self) -> Geography:
        """Its areas."""
        return GEOGRAPHIES[self.geography_id]
