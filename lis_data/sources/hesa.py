"""Universities' research, students and work with business, from the Higher Education Statistics Agency.

A university counts whole in the area of its main address, whatever campuses it has elsewhere. Zeros are
reported figures (a university may earn nothing), not suppressed ones.
"""

from __future__ import annotations

from lis_data.sources.forms.beis import ACADEMIC_YEAR, Series, nuts2_and_lep, reader

MILLION = 1e-6
DAYS = 1e-3
"""The file multiplies learner days by 1,000 as if they were amounts in £ thousand."""

_HE_BCI_GBP_M = {
    "university_consultancy_sme_gbp_m": "consultancy_facilities_sme",
    "university_consultancy_large_business_gbp_m": "consultancy_facilities_non_sme",
    "university_consultancy_public_gbp_m": "consultancy_facilities_public_third",
    "university_contract_research_sme_gbp_m": "contract_research_sme",
    "university_contract_research_large_business_gbp_m": "contract_research_non_sme",
    "university_contract_research_public_gbp_m": "contract_research_public_third",
    "university_cpd_gbp_m": "ce_cpd_income",
    "university_regeneration_gbp_m": "regeneration_development",
    "university_ip_gbp_m": "ip_revenue",
    "university_spinoff_turnover_gbp_m": "spinoff_revenue",
    "university_spinoff_investment_gbp_m": "spinoff_investment",
}


def _academic(indicator_id: str, name: str, *, first: int = 2014, last: int = 2018, factor: float = 1.0) -> Series:
    """A series by academic year (first = the calendar year in which the first one starts)."""
    return Series(indicator_id, nuts2_and_lep(name), first, last, period=ACADEMIC_YEAR, factor=factor)


HE_BCI = [
    *(_academic(key, f"hebci/{name}", factor=MILLION) for key, name in _HE_BCI_GBP_M.items()),
    _academic(
        "university_collaborative_research_gbp_m",
        "hebci/collaborative_research_cash",
        first=2015,
        factor=MILLION,
    ),
    _academic("university_cpd_learner_days", "hebci/ce_cpd_learner_days", factor=DAYS),
    _academic("graduate_startups", "hebci/graduate_startups"),
    Series(
        "university_spinoff_turnover_per_firm",
        ("hebci/gbp_turnover_per_active_spinoff.csv",),
        2014,
        2017,
        period=ACADEMIC_YEAR,
    ),
]
ESTATES = [
    _academic("university_research_income_gbp_m", "hesa/gbp_research_income", first=2015, factor=MILLION),
    _academic("research_students_fte", "hesa/fte_research_students", first=2015),
]
STUDENTS = [
    _academic("postgraduate_research_students", "hesa/total_postgraduates"),
    _academic("stem_postgraduates", "hesa/total_stem_postgraduates"),
    _academic("stem_students", "hesa/total_stem_students"),
]

READERS = {
    "hesa-he-bci-2020": reader(HE_BCI),
    "hesa-estates-2020": reader(ESTATES),
    "hesa-students-2020": reader(STUDENTS),
}
