"""Which areas exist: geographies with their vintage, codes, names, parents, aliases and successors.

A geography is a level with a vintage (`lep-2017`). An area is named by geography and code together, because
codes outlive boundaries and names outlive codes: Greater Cambridge and Greater Peterborough has had four.
"""

from dataclasses import dataclass

import pandas as pd

from geo.tables import table


class UnknownGeographyError(KeyError):
    """No geography has this id."""

    def __init__(self, geography_id: str) -> None:
        super().__init__(geography_id)
        self.geography_id = geography_id

    def __str__(self) -> str:
        return f"no geography is called {self.geography_id!r}; known are: {', '.join(GEOGRAPHIES)}"


@dataclass(frozen=True)
class Geography:
    """A level with a vintage.

    `singular` and `plural` are the words for its areas in a sentence; `attribution` is what the licence of their
    membership asks to be said wherever they are drawn, besides what is said of all shapes.
    """

    geography_id: str
    level: str
    vintage: str
    title: str
    singular: str
    plural: str
    attribution: str = ""


_AUTHORITIES = "combined authority", "combined authorities"
_UPPER_TIER = "upper-tier authority", "upper-tier authorities"
_MEMBERS_OF_2025 = "Members of combined authorities: mySociety, UK local authority names and codes, CC BY 4.0"
_ALL = (
    Geography("lep-2017", "lep", "2017", "LEPs of April 2017", "LEP", "LEPs"),
    Geography("lep-2020", "lep", "2020", "LEPs of April 2020", "LEP", "LEPs"),
    Geography("lep-2021", "lep", "2021", "LEPs of April 2021", "LEP", "LEPs"),
    Geography("lis-area", "lis-area", "2019", "Local Industrial Strategy areas", "strategy area", "strategy areas"),
    Geography("nuts2-2016", "nuts2", "2016", "NUTS 2 regions of 2016", "NUTS 2 region", "NUTS 2 regions"),
    Geography("region", "region", "2009", "Regions", "region", "regions"),
    Geography("country", "country", "2009", "Country", "country", "countries"),
    Geography("mca-2018", "mca", "2018", "Mayoral combined authorities of 2018", *_AUTHORITIES),
    Geography("mca-2025", "mca", "2025", "Combined authorities of 2025", *_AUTHORITIES, _MEMBERS_OF_2025),
    Geography("lad-2021", "lad", "2021", "Districts of 2021", "district", "districts"),
    Geography("lad-2023", "lad", "2023", "Districts of 2023", "district", "districts"),
    Geography("lad-2020", "lad", "2020", "Districts of 2020", "district", "districts"),
    Geography("lad-2019", "lad", "2019", "Districts of 2019", "district", "districts"),
    Geography("lad-2017", "lad", "2017", "Districts of 2017", "district", "districts"),
    Geography("utla-2021", "utla", "2021", "Counties and unitaries of 2021", *_UPPER_TIER),
    Geography("utla-2023", "utla", "2023", "Counties and unitaries of 2023", *_UPPER_TIER),
    Geography("pan-region", "pan-region", "2019", "Pan-regional partnerships", "partnership", "partnerships"),
)
GEOGRAPHIES: dict[str, Geography] = {geography.geography_id: geography for geography in _ALL}
"""All geographies by id, the most wanted first: ties in a search are broken by this order."""

DISTRICTS = tuple(sorted(key for key in GEOGRAPHIES if key.startswith("lad-")))
"""The district vintages, oldest first."""


def areas(geography_id: str) -> pd.DataFrame:
    """One row per area, by code: area_code, name, parent_code, approximate (bool), note.

    `parent_code` is the region, or for a region the country; it is empty where no region holds at least 60%
    of the area. `approximate` says that the shape or the members are not exactly the area's own; `note` says
    why. Raises UnknownGeographyError.
    """
    if geography_id not in GEOGRAPHIES:
        raise UnknownGeographyError(geography_id)
    found = table("areas").query("geography_id == @geography_id").drop(columns="geography_id")
    return found.assign(approximate=found["approximate"] == "true").reset_index(drop=True)


@dataclass(frozen=True)
class Area:
    """One area of a geography; `parent_code`, `approximate` and `note` as in `areas`."""

    geography_id: str
    area_code: str
    name: str
    parent_code: str
    approximate: bool
    note: str


def area(geography_id: str, area_code: str) -> Area | None:
    """The area of that code; None where there is none. Raises UnknownGeographyError."""
    found = areas(geography_id).set_index("area_code")
    return Area(geography_id, area_code, **found.loc[area_code]) if area_code in found.index else None


def aliases() -> pd.DataFrame:
    """One row per other name of an area: alias, geography_id, area_code, ambiguous (bool).

    An ambiguous alias is also another area's: it has several rows in its geography (LCR is Leeds and Liverpool), or a
    different kind of area has it as its own name (Lincolnshire is also a county).
    """
    rows = table("aliases")
    return rows.assign(ambiguous=rows["ambiguous"] == "true")


def districts_between(from_geography_id: str, to_geography_id: str) -> pd.DataFrame:
    """Every district of one vintage with its successor in a later vintage: from_code, to_code.

    Vintages are those of GEOGRAPHIES, and lad-2011 and lad-2025, which have codes but no areas here: 2025 gave Barnsley
    and Sheffield new codes for the same boundaries. Raises UnknownGeographyError, and ValueError where `to` is the
    earlier one and a district there was later merged.
    """
    districts = table("districts")
    for geography_id in (from_geography_id, to_geography_id):
        if geography_id not in districts.columns:
            raise UnknownGeographyError(geography_id)
    pairs = districts[[from_geography_id, to_geography_id]].drop_duplicates()
    pairs.columns = pd.Index(["from_code", "to_code"])
    if pairs["from_code"].duplicated().any():
        raise ValueError(
            f"districts of {from_geography_id} are unions of those of {to_geography_id}: ask the other way"
        )
    return pairs.sort_values("from_code", ignore_index=True)
