"""Universities, further education colleges and university technical colleges as points, one address an institution."""

import json
from pathlib import Path

import pandas as pd

from geo.place_names import districts
from geo.tables import table

KINDS = {
    "he": "Universities and other higher education",
    "fe": "Further education colleges",
    "utc": "University technical colleges",
}
"""What an institution is, by the kind in institutions.csv."""


def institutions() -> pd.DataFrame:
    """One row per institution, by name: urn, name, kind (a key of KINDS), lon, lat (degrees), district, area_code,
    geography_id: today's district, with its code in the newest vintage that has areas here.
    """
    rows = table("institutions").astype({"lon": float, "lat": float}).rename(columns={"area_code": "before"})
    areas = districts()[["area_code", "district", "geographies", "area_codes"]]
    found = rows.merge(areas.rename(columns={"area_code": "before"}), on="before", how="left", validate="many_to_one")
    newest = {"area_code": found["area_codes"].str[-1], "geography_id": found["geographies"].str[-1]}
    return found.assign(**newest)[["urn", "name", "kind", "lon", "lat", "district", *newest]]


def file_name(kind: str) -> str:
    """The name of a kind's file, without its ending."""
    return f"institutions-{kind}"


def geojson(rows: pd.DataFrame) -> str:
    """A GeoJSON (RFC 7946) collection of points: all columns but lon and lat are properties."""
    properties = rows.drop(columns=["lon", "lat"]).to_dict("records")
    points = rows[["lon", "lat"]].to_numpy().tolist()
    features = [
        {"type": "Feature", "properties": named, "geometry": {"type": "Point", "coordinates": point}}
        for named, point in zip(properties, points, strict=True)
    ]
    lines = ",\n".join(json.dumps(feature, separators=(",", ":"), ensure_ascii=False) for feature in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def write_static(folder: Path) -> None:
    """Write for every kind the file that the browser loads by address: `name`, and the kind as `i`."""
    folder.mkdir(parents=True, exist_ok=True)
    every = institutions()
    for kind in KINDS:
        rows = every.loc[every["kind"] == kind, ["name", "kind", "lon", "lat"]].rename(columns={"kind": "i"})
        (folder / f"{file_name(kind)}.geojson").write_text(geojson(rows), encoding="utf-8")
