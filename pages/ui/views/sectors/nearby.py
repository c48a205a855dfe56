"""Places of other geographies that share ground with the chosen one, as buttons that go there."""

from __future__ import annotations

from typing import NamedTuple

from geo.areas import GEOGRAPHIES
from lis_data import queries
from pages.ui.rows import each_row
from pages.ui.state import links
from pages.ui.state.cache import answer, cached
from pages.ui.views.sectors.choice import LEAST, REGIONS, Choice

_MOST = 4
_ICON = ":material/arrow_forward:"
_NARROW = "jobs_sic5"


class _Place(NamedTuple):
    geography_id: str
    area_code: str
    name: str


def offer(choice: Choice) -> None:
    """Buttons to places that have figures where the chosen one has none."""
    others = [name for name in ("lep-2021", REGIONS) if name != choice.geography.geography_id]
    for row in _with_figures(*_where(choice), *others, indicator_id=choice.indicator_id, period=choice.period)[:_MOST]:
        links.here(f"Show {row.name} ({GEOGRAPHIES[row.geography_id].title})", _ICON, **_at(row))


def offer_closer_look(choice: Choice) -> None:
    """A button to the narrow activities of the place, or of the region that holds most of it."""
    if choice.area_code is None or choice.indicator_id == _NARROW:
        return
    coverage = answer(queries.sector_coverage)
    period = coverage.loc[coverage["indicator_id"] == _NARROW, "periods"].iloc[0][-1]
    wanted = dict.fromkeys((choice.geography.geography_id, REGIONS))
    for row in _with_figures(*_where(choice), *wanted, indicator_id=_NARROW, period=period)[:1]:
        more = {"indicator": _NARROW, "period": period, "industry": "", "least": LEAST[_NARROW]}
        links.here(f"Narrow activities of {row.name}", _ICON, **_at(row), **more)


def _at(row: _Place) -> dict[str, str]:
    return {"geography": row.geography_id, "area": row.area_code}


def _where(choice: Choice) -> tuple[str, str]:
    return choice.geography.geography_id, str(choice.area_code)


@cached
def _with_figures(geography_id: str, area_code: str, *geographies: str, indicator_id: str, period: str) -> list[_Place]:
    """The places on an area's ground, the largest part first, of the first of the geographies that has figures."""
    coverage = answer(queries.sector_coverage)
    counted = coverage.loc[coverage["indicator_id"] == indicator_id, "geography_id"].tolist()
    for other in geographies:
        if other in counted:
            shared = answer(queries.overlaps, geography_id, area_code, other_geography_id=other)
            rows = answer(queries.sector_strengths, indicator_id, other, period=period)
            known = set(rows.loc[rows["location_quotient"].notna(), "area_code"])
            found = [_Place(other, row.area_code, row.name) for row in each_row(shared) if row.area_code in known]
            if found:
                return found
    return []
