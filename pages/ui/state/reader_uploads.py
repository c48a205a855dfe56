"""The uploads that this reader may see, beside the official indicators."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from lis_data import queries
from lis_data import uploads as stored
from pages.ui.state import address, visitor
from pages.ui.state.cache import answer

uploads = visitor.seen


def series() -> pd.DataFrame:
    """The series of these uploads: the columns of `cache.indicators` and upload_id; empty where there are none."""
    seen = tuple(sorted(uploads()["upload_id"]))
    if not seen:
        return answer(queries.indicators).iloc[:0].assign(upload_id="")
    own = answer(queries.indicators, dataset_ids=tuple(map(stored.dataset_id, seen)))
    return own.assign(upload_id=own["indicator_id"].map(stored.upload_of))


def series_at(geography_id: str) -> pd.DataFrame:
    """Those of them with a figure of all industries in a geography, which is what maps and comparisons show."""
    every = series()
    here = [geography_id in set(answer(queries.coverage, key)["geography_id"]) for key in every["indicator_id"]]
    return every[pd.Series(here, index=every.index, dtype=bool)]


def carry(indicator_ids: Iterable[str]) -> None:
    """Have the address open the private links of the series that are shown, so that a copy of it restores the view."""
    upload_ids = {stored.upload_of(indicator_id) for indicator_id in indicator_ids}
    seen = uploads()
    links = seen.loc[seen["upload_id"].isin(upload_ids) & seen["link"].ne(""), "link"]
    address.keep(visitor.LINK, ",".join(links), default="")
