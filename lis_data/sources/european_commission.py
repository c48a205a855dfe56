"""Horizon 2020 grants of the European Commission to participants, by the year in which a project starts.

2014 (the programme had only begun) and 2020 (the list ends in September) are part years and left out.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lis_data.sources.forms.beis import areas_by_year, nuts2_and_lep
from lis_data.sources.forms.euro import gbp_m, gbp_per_eur
from lis_data.sources.forms.tidy import tidy

FIRST, LAST = 2015, 2019


def horizon_2020(folder: Path) -> pd.DataFrame:
    """Grants in £ million, from euro at the European Central Bank's mean rate of the year."""
    files = nuts2_and_lep("cordis/cordis_funding")
    euro = pd.concat([areas_by_year(folder, name) for name in files], ignore_index=True)
    euro = euro[euro["year"].between(FIRST, LAST)]
    pounds = gbp_m(euro, rates=gbp_per_eur(folder))
    return tidy(euro.assign(value=pounds, period=euro["year"].astype(str)), indicator_id="horizon_2020_gbp_m")


READERS = {"cordis-h2020-2020": horizon_2020}
