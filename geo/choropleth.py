"""What colours a map: a class per feature, a palette and a legend, as plain data without the shapes."""

from collections.abc import Sequence
from typing import TypedDict

import numpy as np
import pandas as pd

from geo import palette
from geo.boundaries import read
from geo.classification import Classes, classify


class LegendRow(TypedDict):
    """One class: values over `lower` (in the first: from it) up to `upper`, and how many areas there are."""

    lower: float
    upper: float
    count: int
    colour: str
    label: str


class Choropleth(TypedDict):
    """`classes` has one character per feature in order of its `i`: the class from 0, or `-` for no data."""

    geography_id: str
    scheme: str
    classes: str
    palette: list[str]
    missing_colour: str
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
    drawn = values.reindex(read(geography_id)["area_code"])
    classes = classify(
        drawn.to_numpy(dtype=float), scheme=scheme, k=k, bins=bins, benchmark=benchmark, decimals=decimals
    )
    colours = _colours(classes)
    return {
        "geography_id": geography_id,
        "scheme": scheme,
        "classes": "".join("-" if class_ < 0 else str(class_) for class_ in classes.index),
        "palette": colours,
        "missing_colour": palette.MISSING,
        "legend": _legend(classes, colours),
        "n_with_data": int(np.isfinite(drawn.to_numpy(dtype=float)).sum()),
        "n_areas": len(drawn),
        "message": classes.message,
    }


def _colours(classes: Classes) -> list[str]:
    if classes.below is None:
        return palette.sequential(classes.k)
    return palette.diverging(below=classes.below, above=classes.k - classes.below)


def _legend(classes: Classes, colours: list[str]) -> list[LegendRow]:
    if classes.lowest is None:
        return []
    lowers = [min(classes.lowest, classes.bins[0]), *classes.bins]
    rows = zip(lowers, classes.bins, classes.counts, colours, classes.labels, strict=False)
    return [
        {"lower": lower, "upper": upper, "count": count, "colour": colour, "label": label}
        for lower, upper, count, colour, label in rows
    ]
