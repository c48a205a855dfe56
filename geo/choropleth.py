"""What colours a map: a class per feature, a palette and a legend, as plain data without the shapes."""

from collections.abc import Sequence
from typing import TypedDict

import numpy as np
import pandas as pd

from geo import palette
from geo.boundaries import read
from geo.classification import Classes, classify

NO_FIGURE = "-"
"""What stands for the class of an area without a figure."""


class LegendRow(TypedDict):
    """One class: its bounds in words, and how many areas it has."""

    count: int
    label: str


class Choropleth(TypedDict):
    """`classes` has one character per feature in order of its `i`: the class from 0, or NO_FIGURE.

    `palette` has the colour of each class as #RRGGBB, `legend` its row; areas without a figure are drawn in
    `geo.palette.MISSING`. `message` says why there are fewer classes than asked for, or none; it is blank otherwise.
    """

    geography_id: str
    scheme: str
    classes: str
    palette: list[str]
    legend: list[LegendRow]
    n_with_data: int
    n_areas: int
    message: str


def choropleth(
    values: pd.Series,
    *,
    geography_id: str,
    scheme: str = "quantiles",
    k: int = 5,
    bins: Sequence[float] | None = None,
    benchmark: float | None = None,
    decimals: int | None = None,
) -> Choropleth:
    """A colouring of a geography's shapes by values by area code; no value is missing, never 0.

    Values of other codes, such as the United Kingdom's, are left out. The rest is as in
    geo.classification.classify, whose ClassificationError it raises, and UnknownGeographyError.
    """
    drawn = values.reindex(read(geography_id)["area_code"]).to_numpy(dtype=float)
    classes = classify(drawn, scheme=scheme, k=k, bins=bins, benchmark=benchmark, decimals=decimals)
    return {
        "geography_id": geography_id,
        "scheme": scheme,
        "classes": "".join(NO_FIGURE if class_ < 0 else str(class_) for class_ in classes.index),
        "palette": _colours(classes),
        "legend": [
            {"count": number, "label": label} for number, label in zip(classes.counts, classes.labels, strict=True)
        ],
        "n_with_data": int(np.isfinite(drawn).sum()),
        "n_areas": len(drawn),
        "message": classes.message,
    }


def _colours(classes: Classes) -> list[str]:
    if classes.below is None:
        return palette.sequential(classes.k)
    return palette.diverging(below=classes.below, above=classes.k - classes.below)
