"""Figures arranged for charts and as the table that stands beside every picture."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lis_data import measures
from lis_data.period import label, parse
from lis_data.targets import Line
from pages.ui import wording


def with_labels(figures: pd.DataFrame, indicator: pd.Series) -> pd.DataFrame:
    """`figures` with `label`, the figure in words, and `tip`, the same with its rank."""
    scale = {"unit": indicator["unit"], "decimals": int(indicator["decimals"])}
    labels = [wording.number(value, **scale) for value in figures["value"]]
    ranks, tied = measures.rank(figures["value"], polarity=indicator["polarity"]), measures.tied(figures["value"])
    places = [
        f"{text} · {wording.place(int(rank), of=int(ranks.count()), tied=joint)}" if pd.notna(rank) else text
        for text, rank, joint in zip(labels, ranks, tied, strict=True)
    ]
    return figures.assign(label=labels, tip=places)


def over_time(history: pd.DataFrame, england: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """A row an area, and one for England: area_code, area_name, a column for each period; and the periods' labels."""
    periods = sorted(history["period"].unique(), key=parse)
    both = pd.concat([history, england])
    wide = both.pivot(index=["area_code", "area_name"], columns="period", values="value").reindex(columns=periods)
    return wide.reset_index(), [label(period) for period in periods]


def show(figures: pd.DataFrame, history: pd.DataFrame, *, indicator: pd.Series, line: Line | None) -> None:
    """The table: rank, place, figure, change, distance to the line, status; best first, those without a figure last."""
    table = _table(figures, history, polarity=indicator["polarity"])
    if line:
        table[_gap_name(line)] = measures.gap_to_target(table["Figure"], target=line.value)
    places = f"%.{indicator['decimals']}f"
    numbers = [name for name in table.columns if name not in ("Rank", "Place", "Code", "Status")]
    st.dataframe(
        table,
        hide_index=True,
        column_config={name: st.column_config.NumberColumn(format=places) for name in numbers},
        alt=f"{indicator['title']} ({indicator['unit']}) of {len(table)} places",
    )


def _gap_name(line: Line) -> str:
    return f"Above (+) or below (−) {line.value:.2f}%"


def _table(figures: pd.DataFrame, history: pd.DataFrame, *, polarity: str) -> pd.DataFrame:
    first = history.dropna(subset="value").sort_values("period").groupby("area_code")["value"].first()
    earliest = history["period"].min()
    table = pd.DataFrame(
        {
            "Rank": measures.rank(figures["value"], polarity=polarity),
            "Place": figures["area_name"],
            "Code": figures["area_code"],
            "Figure": figures["value"],
            f"Change since {label(earliest)}": figures["value"] - figures["area_code"].map(first),
            "Lower": figures["lower"],
            "Upper": figures["upper"],
            "Status": figures["status"].map(wording.status),
        }
    )
    return table.dropna(axis="columns", how="all").sort_values("Rank", na_position="last")
