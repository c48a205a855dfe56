"""Science and technology workers, professional jobs and qualifications, from the Annual Population Survey.

Sample estimates for calendar years whose confidence intervals are not in the files. LEPs are those of 2020.
"""

from __future__ import annotations

from lis_data.sources.beis_indicators import Series, nuts2_and_lep, reader

_NAMES = {
    "stem_professionals": "aps_econ_active_stem_profs_data",
    "stem_associate_professionals": "aps_econ_active_stem_associate_profs_data",
    "stem_professionals_pct": "aps_econ_active_stem_density_data",
    "professional_occupations_pct": "aps_pro_occupations_data",
    "nvq4_plus_active_pct": "aps_nvq4_education_data",
}
SERIES = [Series(key, nuts2_and_lep(f"aps/{name}"), 2010, 2019) for key, name in _NAMES.items()]

READERS = {"ons-aps-stem-2020": reader(SERIES)}
