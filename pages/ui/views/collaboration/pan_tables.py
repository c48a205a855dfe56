"""What partnerships add up to, arranged for the picture and the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lis_data import queries, wording
from lis_data.period import label
from pages.ui.state.cache import answer, cached

WHERE = "pan-region"
SHORT = {"PAN-NP": "North", "PAN-ME": "Midlands", "PAN-OCA": "Arc"}
"""Names in the picture."""
HEADLINES = (
    *("gva_per_hour", "gva_per_job", "gdhi_per_head", "employment_rate", "nvq4_plus_pct", "enterprises_per_1000"),
    *("enterprise_birth_rate", "enterprise_survival_3yr_rate", "gigabit_pct", "net_additional_dwellings_per_1000"),
)
"""The rates in the picture, in its order."""
SIZES = ("population", "gva")
PEOPLE_YEAR = "2020"
_MADE = {"sum": "sum of districts", "ratio": "ratio of sums", "weighted-mean": "mean of districts, estimated"}


@cached
def headlines() -> pd.DataFrame:
    """The rates in the picture: indicator_id, title, area_code, short, relative (England = 100), estimated, text."""
    held = answer(queries.pan_regions)
    rows = held[held["indicator_id"].isin(HEADLINES)].rename(columns={"index": "relative"})
    order = rows["indicator_id"].map(HEADLINES.index)
    rows = rows.assign(order=order).sort_values(["order", "area_code"])
    return rows.assign(
        title=rows["title"] + ", " + rows["period"].map(label),
        short=rows["area_code"].map(SHORT),
        estimated=rows["status"].eq("E"),
        text=[_text(row) for row in rows.to_dict("records")],
    )[["indicator_id", "title", "area_code", "short", "relative", "estimated", "text"]].reset_index(drop=True)


@cached
def everything() -> pd.DataFrame:
    """A row for each indicator: Indicator, Unit, Period, a column for each partnership, England, and for each
    partnership what England's figure is 100 for; How made.
    """
    held = answer(queries.pan_regions)
    key = ["foundation", "title", "unit", "period", "england", "derivation"]
    values = held.pivot(index=key, columns="area_name", values="value")
    beside = held.pivot(index=key, columns="area_name", values="index").add_suffix(", England = 100")
    table = values.join(beside).reset_index()
    table["Period"], table["How made"] = table["period"].map(label), table["derivation"].map(_MADE)
    named = table.rename(columns={"title": "Indicator", "unit": "Unit", "england": "England"})
    names = [*values.columns, "England", *beside.columns]
    named[names] = named[names].astype(float).round(2)
    return named[["Indicator", "Unit", "Period", *names, "How made"]]


@cached
def sizes() -> pd.DataFrame:
    """A row for each partnership: Partnership, Code, LEPs, Districts, of them in two LEPs, of them in two partnerships,
    People, % of England's people, GVA (£ million), % of England's GVA.
    """
    once = answer(queries.districts_once, period=PEOPLE_YEAR).set_index("area_code")
    leps = answer(queries.pan_region_members, period=PEOPLE_YEAR).groupby("area_code").size()
    held = answer(queries.pan_regions).set_index(["indicator_id", "area_code"])
    people, gva = (held.loc[indicator_id] for indicator_id in SIZES)
    return pd.DataFrame(
        {
            "Partnership": once["area_name"],
            "LEPs": leps,
            "Districts": once["districts"],
            "In two of its LEPs": once["in_two_leps"],
            "In two partnerships": once["in_two_partnerships"],
            f"People, {label(people['period'].iloc[0])}": people["value"],
            "% of England’s people": people["share_of_england"],
            f"GVA, {label(gva['period'].iloc[0])} (£ million)": gva["value"],
            "% of England’s GVA": gva["share_of_england"],
        }
    )


def _text(row: Mapping[str, Any]) -> str:
    scale = wording.Scale(row["unit"], int(row["decimals"]))
    told = ", England ".join(scale.number(row[name]) for name in ("value", "england"))
    return f"{told} (estimated)" if row["status"] == "E" else told
