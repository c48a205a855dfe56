"""Amounts in euro as pounds, by the reference rates of the European Central Bank."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

RATES = Path("rd/denominators/ecb_eurofxref-hist.zip")


def gbp_per_eur(folder: Path) -> pd.Series[float]:
    """Pounds per euro by calendar year: the mean of the daily reference rates of that year.

    The ECB publishes the same annual averages (2018: 0.88471).
    """
    daily = pd.read_csv(folder / RATES, usecols=["Date", "GBP"], parse_dates=["Date"], na_values="N/A")
    return daily.groupby(daily["Date"].dt.year)["GBP"].mean()


def gbp_m(euro: pd.DataFrame, *, rates: pd.Series[float]) -> pd.Series[float]:
    """£ million from `euro` (year, value in euro), at the rate (pounds per euro) of each row's year."""
    return euro["value"] / 1e6 * euro["year"].map(rates)
