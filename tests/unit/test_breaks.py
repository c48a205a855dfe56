"""What is measured anew is not joined to what went before, where it was measured anew."""

import pandas as pd

from lis_data import queries


def test_a_break_below_regions_is_none_of_the_regions() -> None:
    series = "business_rd_new_method_pct_gdp"
    assert queries.breaks(series, "nuts2-2016") == ("2024",)
    assert queries.breaks(series, "lep-2017") == ("2024",)
    assert queries.breaks(series, "region") == ()
    assert queries.breaks("government_rd_gbp_m", "region") == ("2015",)


def test_no_change_is_counted_across_it() -> None:
    cheshire = queries.compared_places("business_rd_new_method_pct_gdp", "nuts2-2016", ("UKD6",)).iloc[0]
    assert cheshire["period"] == "2024" and pd.isna(cheshire["first_period"])
    north_west = queries.compared_places("business_rd_new_method_pct_gdp", "region", ("E12000002",)).iloc[0]
    assert (north_west["period"], north_west["first_period"]) == ("2024", "2022")
