"""The analyst's series compared with the official one of a similar name: are they of one order of magnitude?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lis_data import catalogue, queries
from lis_data.errors import UnknownNameError
from lis_data.intake.choices import Choices
from lis_data.intake.describe import DescribedSeries
from lis_data.intake.names import plain, slug
from lis_data.intake.problems import Problems

_TIMES = 8.0
"""From how many times on, at the median of common areas and periods, two series are not of one unit."""
_COMMON = ["geography_id", "area_code", "period", "industry"]


def compare(rows: pd.DataFrame, series: Sequence[DescribedSeries], choices: Choices, problems: Problems) -> None:
    """Point out that a series differs from the official one by an order of magnitude.

    The official one is `choices.compare` where there is one series, or the one whose id or title is the series'.
    Raises UnknownNameError.
    """
    titles = {key: item.title for key, item in catalogue.load().indicators.items()}
    if choices.compare and choices.compare not in titles:
        raise UnknownNameError("indicator", choices.compare, list(titles), answer="compare")
    for item in series:
        like = (key for key, own in titles.items() if key == slug(item.title) or plain(own) == plain(item.title))
        indicator = choices.compare if choices.compare and len(series) == 1 else next(like, "")
        if indicator:
            _compare(rows[rows["indicator_id"] == item.indicator_id], indicator, problems)


def _compare(rows: pd.DataFrame, indicator: str, problems: Problems) -> None:
    """The same for one series and its official one."""
    common = rows.merge(_official(indicator, rows), on=_COMMON, suffixes=("", "_official")).dropna(
        subset=["value", "value_official"]
    )
    common = common[(common["value"] != 0) & (common["value_official"] != 0)]
    if common.empty:
        return
    ratios = (common["value"] / common["value_official"]).abs()
    times = float(ratios.median())
    if max(times, 1 / times) >= _TIMES:
        example = common.iloc[int(np.abs(np.log(ratios / times)).argmin())]
        said = f"{example['value']:g} for {example['area_code']} in {example['period']}"
        problems.add(
            "official", value=said, times=f"{times:,.3g}", title=indicator, other=f"{example['value_official']:g}"
        )


def _official(indicator: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The official figures at the geographies of the rows: the common key and value."""
    found = []
    for geography in rows["geography_id"].unique():
        try:
            found.append(queries.figures(indicator, str(geography), industry=None)[[*_COMMON, "value"]])
        except UnknownNameError:
            continue
    return pd.concat(found) if found else pd.DataFrame({name: [] for name in [*_COMMON, "value"]})
