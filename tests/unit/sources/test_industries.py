"""industries.csv names every industry code of the evidence, and says which of them add up to the total."""

from pathlib import Path

import pandas as pd
import pytest

import lis_data
from lis_data.sources import census_2011, nomis_business, ons_accounts

TABLE = Path(lis_data.__file__).with_name("industries.csv")
INDUSTRIES = pd.read_csv(TABLE, dtype=str, keep_default_na=False)
READERS = {
    "gva-49": ons_accounts.regional_gva,
    "gva-96": ons_accounts.detailed_gva,
    "sic2007": nomis_business.jobs,
    "sic2007-class": nomis_business.jobs_by_class,
    "business-counts-18": nomis_business.enterprises,
    "census-2011": census_2011.workplace_population,
}


def test_a_code_has_one_title():
    assert INDUSTRIES.groupby("industry")["title"].nunique().eq(1).all()


def test_every_parent_is_in_the_same_scheme():
    known = set(zip(INDUSTRIES["scheme"], INDUSTRIES["industry"], strict=True))
    children = INDUSTRIES[INDUSTRIES["parent"].ne("")]
    assert set(zip(children["scheme"], children["parent"], strict=True)) <= known
    assert set(INDUSTRIES.loc[INDUSTRIES["parent"].eq(""), "industry"]) == {"_T"}


@pytest.mark.parametrize("scheme", READERS)
def test_leaves_add_up_to_the_total(shared_data, scheme):
    """n parts and their total, each rounded to a unit, may be off by half a unit times n + 1."""
    frame = READERS[scheme](shared_data)
    key = ["indicator_id", "geography_id", "area_code", "period"]
    table = frame.pivot_table(index=key, columns="industry", values="value")
    leaves = INDUSTRIES[INDUSTRIES["scheme"].eq(scheme) & INDUSTRIES["leaf"].eq("true")]["industry"]
    unit = 5 if scheme == "business-counts-18" else 1
    assert (table[list(leaves)].sum(axis=1) - table["_T"]).abs().max() <= unit / 2 * (len(leaves) + 1)


@pytest.mark.parametrize("scheme", READERS)
def test_every_code_of_the_evidence_has_a_title(shared_data, scheme):
    codes = set(READERS[scheme](shared_data)["industry"])
    assert codes <= set(INDUSTRIES.loc[INDUSTRIES["scheme"].eq(scheme), "industry"])
