"""What partnerships add up to, arranged for the picture and the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lis_data import queries, wording
from lis_data.period import label
from pages.ui.rows import records
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
    """The rates in the picture, in its order: the columns of `queries.pan_regions`, with the period in `title`, and
    short (name), relative (England = 100), estimated, text (both figures).
    """
    every = answer(queries.pan_regions)
    rows = every[every["indicator_id"].isin(HEADLINES)].rename(columns={"index": "relative"})
    order = rows["indicator_id"].map(HEADLINES.index)
    rows = rows.assign(order=order).sort_values(["order", "area_code"])
    return rows.assign(
        title=rows["title"] + ", " + rows["period"].map(label),
        short=rows["area_code"].map(SHORT),
        estimated=rows["status"].eq("E"),
        text=[_text(row) for row in records(rows)],
    ).reset_index(drop=True)


@cached
def everything() -> pd.DataFrame:
    """A row for each indicator: Indicator, Unit, Period, a column for each partnership, England, and for each
    partnership what England's figure is 100 for; How made.
    """
    rows = answer(queries.pan_regions)
    key = ["foundation", "title", "unit", "period", "england", "derivation"]
    values = rows.pivot(index=key, columns="area_name", values="value")
    relative = rows.pivot(index=key, columns="area_name", values="index").add_suffix(", England = 100")
    table = values.join(relative).reset_index()
    table["Period"], table["How made"] = table["period"].map(label), table["derivation"].map(_MADE)
    named = table.rename(columns={"title": "Indicator", "unit": "Unit", "england": "England"})
    names = [*values.columns, "England", *relative.columns]
    named[names] = named[names].astype(float).round(2)
    return named[["Indicator", "Unit", "Period", *names, "How made"]]


@cached
def sizes() -> pd.DataFrame:
    """A row for each partnership: area_code, area_name, leps and districts (how many), in_two_leps and
    in_two_partnerships (of the districts), people, share_of_people (% of England's), people_period (in words), gva (£
    million), share_of_gva (% of England's), gva_period.
    """
    once = answer(queries.districts_once, period=PEOPLE_YEAR).set_index("area_code")
    leps = answer(queries.pan_region_members, period=PEOPLE_YEAR).groupby("area_code").size()
    figures = answer(queries.pan_regions).set_index(["indicator_id", "area_code"])
    people, gva = (figures.loc[indicator_id] for indicator_id in SIZES)
    return pd.DataFrame(
        {
            "area_name": once["area_name"],
            "leps": leps,
            "districts": once["districts"],
            "in_two_leps": once["in_two_leps"],
            "in_two_partnerships": once["in_two_partnerships"],
            "people": people["value"],
            "share_of_people": people["share_of_england"],
            "people_period": people["period"].map(label),
            "gva": gva["value"],
            "share_of_gva": gva["share_of_england"],
            "gva_period": gva["period"].map(label),
        }
    ).reset_index(names="area_code")


def _text(row: Mapping[str, Any]) -> str:
    scale = wording.Scale(row["unit"], int(row["decimals"]))
    both = ", England ".join(scale.number(row[name]) for name in ("value", "england"))
    return f"{both} (estimated)" if row["status"] == "E" else both
