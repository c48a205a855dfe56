"""Where and when there are figures: a row a geography, a column a period, the fuller the stronger."""

from __future__ import annotations

import pandas as pd

from pages.ui.exhibit.charts.base import Spec, drawn, table
from pages.ui.exhibit.palette import Ink
from pages.ui.rows import each_row

_STEP = 22


def coverage(cells: pd.DataFrame, *, ink: Ink) -> Spec:
    """Cells by geography and period (in words; `order` sorts it), as strong as the part of the areas with a figure:
    `areas` of `of_areas`.
    """
    rows = [
        {"g": cell.geography, "p": cell.period, "s": cell.order, "v": round(cell.areas / cell.of_areas, 3)}
        | {"t": f"{cell.areas} of {cell.of_areas} areas"}
        for cell in each_row(cells)
    ]
    periods = cells.sort_values("order")["period"].unique().tolist()
    axis = {"orient": "top", "labelAngle": -45, "labelOverlap": True, "ticks": False, "domain": False}
    plain = {"ticks": False, "domain": False, "labelLimit": 190}
    tips = [("g", "Geography"), ("p", "Period"), ("t", "Figures for")]
    grid = {
        "data": table(rows),
        "mark": {"type": "rect", "cornerRadius": 2, "color": ink.accent},
        "encoding": {
            "x": {"field": "p", "type": "nominal", "sort": periods, "title": None, "axis": axis, "scale": _gaps()},
            "y": {"field": "g", "type": "nominal", "sort": None, "title": None, "axis": plain, "scale": _gaps()},
            "opacity": {
                "field": "v",
                "type": "quantitative",
                "scale": {"domain": [0, 1], "range": [0.15, 1]},
                "legend": None,
            },
            "tooltip": [{"field": field, "title": title, "type": "nominal"} for field, title in tips],
        },
    }
    return drawn([grid], ink=ink, height={"step": _STEP})


def _gaps() -> Spec:
    return {"paddingInner": 0.12, "paddingOuter": 0.05}
