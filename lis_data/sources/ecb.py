"""Exchange rates of the European Central Bank; used to turn euro into pounds, not shown as figures."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

FILE = Path("rd/denominators/ecb_eurofxref-hist.zip")


def gbp_per_eur(shared: Path) -> pd.Series[float]:
    """Pounds per euro by calendar year: the mean of the daily reference rates of that year.

    The ECB publishes the same annual averages (2018: 0.88471).
    """
    daily = pd.read_csv(shared / FILE, usecols=["Date", "GBP"], parse_dates=["Date"], na_values="N/A")
    return daily.groupby(daily["Date"].dt.year)["GBP"].mean()
