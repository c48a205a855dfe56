"""The tables that are judgement, not measurement: to read, to argue about and to correct. Each is a file here.

- peer_features.csv: what makes places alike, and how much each feature counts
- scorecard.csv: the headline indicators of each foundation, in their order
- sector_claims.csv: which sectors a claimed strength names
- sector_industries.csv: which industries can test a sector, how well they fit and why
- rd_intensive_industries.csv: which industries do much R&D for their size
- creative_industries.csv: which four-digit classes are creative, by DCMS's definition of 2015
- stated_figures.toml: how each stated figure is recomputed; its head says what the words mean
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

FOLDER = Path(__file__).parent


@cache
def peer_features() -> pd.DataFrame:
    """The features, a row each: feature_id, title, indicator_id, per (the indicator it is divided by, or empty), scale
    (what the figure is multiplied by), unit, decimals, transform (log or none), weight (the usual one), why.
    """
    return pd.read_csv(FOLDER / "peer_features.csv", keep_default_na=False)


@cache
def scorecard() -> pd.DataFrame:
    """The headline indicators of each foundation, in the order in which they are shown: foundation, indicator_id.

    Rates rather than amounts, so that places of different size compare; those of productivity lead the Places.
    """
    return _text("scorecard.csv")


@cache
def sector_claims() -> pd.DataFrame:
    """Which sectors each claimed strength names: priority_id, sector; several rows where it names several."""
    return _text("sector_claims.csv")


@cache
def sector_industries() -> pd.DataFrame:
    """Which industries can test a sector: sector, title, indicator_id, industries (codes of its scheme between blanks,
    empty for none), fit, reason.
    """
    return pd.read_csv(FOLDER / "sector_industries.csv", dtype=str, keep_default_na=False)


@cache
def rd_intensive_industries() -> pd.DataFrame:
    """Which industries count as R&D-intensive: group, industry, rd_intensity, counted (bool), reason, oecd, source."""
    return _text("rd_intensive_industries.csv").assign(counted=lambda rows: rows["counted"] == "true")


@cache
def creative_industries() -> pd.DataFrame:
    """The creative industries: industry (four-digit class), subsector."""
    return _text("creative_industries.csv")


def stated_figures() -> dict[str, dict[str, Any]]:
    """How each stated figure is recomputed, by statement_id, as the file has it."""
    return tomllib.loads((FOLDER / "stated_figures.toml").read_text(encoding="utf-8"))


def _text(name: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / name, dtype=str)
