"""Which pieces of districts of 2017 share a stretch of border in the drawn shapes: the rows of contiguity.csv."""

import geopandas as gpd
import pandas as pd
from libpysal.graph import Graph


def neighbours(shapes: gpd.GeoSeries) -> pd.DataFrame:
    """One row per pair of pieces (by code) with a common border, each way: area_code, neighbour_code."""
    pairs = Graph.build_contiguity(shapes, rook=True).adjacency.reset_index().query("weight > 0")
    rows = pairs[["focal", "neighbor"]].set_axis(["area_code", "neighbour_code"], axis=1)
    return rows.sort_values(["area_code", "neighbour_code"], ignore_index=True)
