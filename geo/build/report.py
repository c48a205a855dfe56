"""What the build measured: sizes of the unsimplified areas and how well the drawn shapes cover them."""

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.build.shapes import BRITISH_GRID
from geo.topology import Topology, decode

Layers = Mapping[str, Mapping[str, BaseGeometry]]


def report(exact: Layers, topology: Topology) -> pd.DataFrame:
    """One row per area: geography_id, area_code, area_km2 (unsimplified), drawn_km2, iou.

    `iou` is the area of the intersection over that of the union of the two shapes.
    """
    return pd.concat([_layer(name, shapes, decode(topology, name)) for name, shapes in exact.items()])


def _layer(name: str, exact: Mapping[str, BaseGeometry], drawn: Mapping[str, BaseGeometry]) -> pd.DataFrame:
    codes = sorted(exact)
    metres = gpd.GeoSeries([drawn[code] for code in codes], crs=4326).to_crs(BRITISH_GRID).to_numpy()
    true = [exact[code] for code in codes]
    both = shapely.area(shapely.intersection(true, metres))
    either = shapely.area(true) + shapely.area(metres) - both
    return pd.DataFrame(
        {
            "geography_id": name,
            "area_code": codes,
            "area_km2": (shapely.area(true) / 1e6).round(2),
            "drawn_km2": (shapely.area(metres) / 1e6).round(2),
            "iou": (both / either).round(5),
        }
    )
