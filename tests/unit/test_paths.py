"""The rules by which regions reach an R&D target, calculated by hand, and what holds for any regions."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lis_data import measures, queries
from lis_data.errors import UnknownNameError
from lis_data.model import ENGLAND

# Three regions with R&D of 1, 2 and 6 and GDP of 100, 200 and 100: 1%, 1%, 6%; together 9 of 400, 2.25%.
# A target of 3% needs 12, which is 3 more.
RD, GDP = pd.Series([1.0, 2.0, 6.0]), pd.Series([100.0, 200.0, 100.0])
Rule = Callable[..., pd.Series]
RULES: tuple[Rule, ...] = (measures.extra_alike, measures.extra_catching_up, measures.extra_following)
TODAY, BUSINESS, EVERYTHING = "business_rd_new_method_pct_gdp", "business_rd_pct_gdp", "rd_all_sectors_pct_gdp"

regions = st.lists(st.tuples(st.floats(0.01, 9), st.floats(1, 500)), min_size=1, max_size=12)
targets = st.floats(0, 20)


def amounts(drawn: list[tuple[float, float]]) -> tuple[pd.Series, pd.Series]:
    """R&D and GDP of regions drawn as R&D in % of GDP, and GDP."""
    rows = pd.DataFrame(drawn, columns=["share", "gdp"])
    return rows["share"] / 100 * rows["gdp"], rows["gdp"]


def test_alike_shares_the_need_by_gdp() -> None:
    # 3 over 400 of GDP is 0.75 points everywhere: 0.75 of 100, 1.5 of 200, 0.75 of 100
    assert measures.extra_alike(RD, gdp=GDP, target=3).tolist() == [0.75, 1.5, 0.75]


def test_catching_up_lifts_the_low_ones_to_one_level() -> None:
    # the first two have 3 of 300; with 3 more they have 6 of 300, 2%, still below the third's 6%
    assert measures.catching_up_level(RD, gdp=GDP, target=3) == pytest.approx(2)
    assert measures.extra_catching_up(RD, gdp=GDP, target=3).tolist() == pytest.approx([1, 2, 0])


def test_catching_up_passes_the_highest_where_the_target_does() -> None:
    # a target of 7% lies above all: 28 of 400, so each region reaches 7%: 7, 14, 7
    assert measures.extra_catching_up(RD, gdp=GDP, target=7).tolist() == pytest.approx([6, 12, 1])


def test_following_grows_all_by_the_same_per_cent() -> None:
    # 3 more on 9 is a third more: 1/3, 2/3, 2
    assert measures.extra_following(RD, gdp=GDP, target=3).tolist() == pytest.approx([1 / 3, 2 / 3, 2])


@settings(deadline=None, max_examples=50)
@given(drawn=regions, target=targets)
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_reaches_the_target_and_takes_from_nobody(
    rule: Rule, drawn: list[tuple[float, float]], target: float
) -> None:
    rd, gdp = amounts(drawn)
    extra = rule(rd, gdp=gdp, target=target)
    share = 100 * (rd + extra).sum() / gdp.sum()
    assert share == pytest.approx(max(target, 100 * rd.sum() / gdp.sum()))
    assert (extra >= -1e-12).all()


@settings(deadline=None, max_examples=50)
@given(drawn=regions, target=targets)
def test_nobody_overtakes_when_the_laggards_catch_up(drawn: list[tuple[float, float]], target: float) -> None:
    rd, gdp = amounts(drawn)
    before = 100 * rd / gdp
    after = 100 * (rd + measures.extra_catching_up(rd, gdp=gdp, target=target)) / gdp
    level = measures.catching_up_level(rd, gdp=gdp, target=target)
    assert after.tolist() == pytest.approx(before.clip(lower=level).tolist())


@pytest.mark.parametrize("rule", RULES)
def test_a_missing_figure_leaves_the_need_unknown(rule: Rule) -> None:
    extra = rule(pd.Series([1.0, None]), gdp=pd.Series([100.0, 100.0]), target=3)
    assert extra.isna().all()


def test_steps_are_even_and_growth_is_compound() -> None:
    # from 4 to 16, half way: 10 by equal steps; 8 by equal growth, which doubles twice; nothing stays nothing
    first, last = pd.Series([4.0, 0.0]), pd.Series([16.0, 0.0])
    assert measures.even_steps(first, last, part=0.5).tolist() == [10, 0]
    assert measures.even_growth(first, last, part=0.5).tolist() == [8, 0]


def test_paths_start_where_all_regions_are_published() -> None:
    # Eurostat: England's business R&D was £22,738m in 2018; all sectors were last published for every region in 2014
    business, everything = queries.paths_start(BUSINESS), queries.paths_start(EVERYTHING)
    assert set(business["period"]) == {"2018"}
    assert business["rd_gbp_m"].sum() == pytest.approx(22_738, abs=1)
    assert set(everything["period"]) == {"2014"}
    assert len(business) == len(everything) == 33


def test_england_needs_what_the_arithmetic_says() -> None:
    # 2.4% of the GDP of 2014, £1,591,948m, is £38,207m; R&D was £26,608m (ONS and Eurostat): £11,599m more
    compared = queries.paths_compared(EVERYTHING, target=2.4, year=2027).set_index("area_code")
    extra = compared.loc[ENGLAND, [f"{rule}_extra_gbp_m" for rule in ("alike", "converge", "follow")]]
    assert extra.tolist() == pytest.approx([11_599] * 3, abs=1)


def test_a_path_goes_from_the_published_figure_to_the_target() -> None:
    rows = queries.paths(BUSINESS, target=1.65, year=2027, rule="follow")
    england = rows[rows["area_code"] == ENGLAND].set_index("year")
    assert list(england.index) == list(range(2018, 2028))
    assert england["intensity"][2027] == pytest.approx(1.65, abs=1e-4)
    assert england["status"].tolist() == ["A"] + 9 * ["E"]
    growth = england["rd_gbp_m"].pct_change().dropna()
    assert growth.tolist() == pytest.approx([growth.iloc[0]] * 9)


def test_what_cannot_be_a_path_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="share of GDP"):
        queries.paths("gva", target=2.4, year=2027, rule="alike")
    with pytest.raises(ValueError, match="not after 2018"):
        queries.paths(BUSINESS, target=1.65, year=2018, rule="alike")


def test_regions_are_the_sums_of_their_nuts_2_regions() -> None:
    # ONS, BERD 2024: £738m in the North East, of two NUTS 2 regions with £235m and £503m
    rows = queries.paths_compared(TODAY, target=2.4, year=2030).set_index("area_code")
    assert rows.loc["E12000001", "rd_gbp_m"] == pytest.approx(738)
    parts = rows.loc[["UKC1", "UKC2"], "alike_extra_gbp_m"].sum()
    assert rows.loc["E12000001", "alike_extra_gbp_m"] == pytest.approx(parts)


def test_a_lep_of_complete_regions_is_asked_what_they_are() -> None:
    regions = queries.paths_compared(TODAY, target=2.4, year=2030).set_index("area_code").loc["UKD3"]
    lep = queries.paths_of_leps(TODAY, target=2.4).set_index("area_code").loc["E37000015"]  # Greater Manchester
    for rule in ("alike", "converge", "follow"):
        assert lep[f"{rule}_low"] == lep[f"{rule}_high"] == pytest.approx(regions[f"{rule}_extra_gbp_m"])


def test_a_modelled_lep_is_asked_a_range() -> None:
    leps = queries.paths_of_leps(TODAY, target=2.4)
    modelled = leps[~leps["exact"]]
    assert (modelled["follow_low"] < modelled["follow_high"]).all()
    assert (modelled["converge_low"] <= modelled["converge_high"]).all()
    with pytest.raises(UnknownNameError, match="business R&D"):
        queries.paths_of_leps(EVERYTHING, target=2.4)
