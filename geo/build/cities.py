"""Where to write the names of the main cities on a map: the rows of cities.csv."""

import geopandas as gpd
import pandas as pd

from geo.build.lsoas import english_lsoas
from geo.build.shapes import BRITISH_GRID

_CITIES = {
    # district name in 2011, or the start of one: (label, zoom of the map from which it is written)
    "London": 5,
    "Birmingham": 5,
    "Manchester": 5,
    "Leeds": 6,
    "Liverpool": 6,
    "Newcastle upon Tyne": 5,
    "Bristol": 5,
    "Sheffield": 6,
    "Nottingham": 6,
    "Southampton": 6,
    "Plymouth": 5,
    "Norwich": 5,
    "Cambridge": 6,
    "Oxford": 6,
    "Leicester": 7,
    "Exeter": 6,
    "York": 7,
    "Kingston upon Hull": 6,
    "Brighton and Hove": 6,
    "Carlisle": 6,
}
_LABELS = {"Kingston upon Hull": "Hull", "Brighton and Hove": "Brighton", "Newcastle upon Tyne": "Newcastle"}
_LONDON = "City of London|Westminster|Camden|Islington|Southwark|Lambeth"


def cities() -> pd.DataFrame:
    """One row per city: name, lon, lat, min_zoom. The place is the median of the small areas of its district
    (for London of six inner boroughs), which is where most of its people live rather than its middle on
    paper.
    """
    lsoas = english_lsoas()
    rows = []
    for name, min_zoom in _CITIES.items():
        inside = lsoas[lsoas["district_name"].str.fullmatch(_LONDON if name == "London" else name)]
        rows.append((_LABELS.get(name, name), inside["easting"].median(), inside["northing"].median(), min_zoom))
    found = pd.DataFrame(rows, columns=["name", "easting", "northing", "min_zoom"])
    points = gpd.GeoSeries.from_xy(found["easting"], found["northing"], crs=BRITISH_GRID).to_crs(4326)
    return found.assign(lon=points.x.round(4), lat=points.y.round(4))[["name", "lon", "lat", "min_zoom"]]
