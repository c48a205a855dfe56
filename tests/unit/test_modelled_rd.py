"""Business R&D of LEPs: exact where a LEP is made of whole regions, a range over the keys where it is not."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from geo.membership import nuts2_lep_weights
from lis_data import judgement, queries
from lis_data.commands import main
from lis_data.errors import UnknownNameError

EVIDENCE = Path(queries.__file__).parents[1] / "evidence"
KEYS = ["population", "gva", "industries"]


@pytest.fixture(scope="module")
def leps() -> pd.DataFrame:
    return queries.modelled_rd("2018").set_index("area_code")


def evidence(pattern: str, indicator_id: str) -> pd.Series:
    """The publisher's figures of 2018 by NUTS 2 region, read from the evidence and not through the store."""
    rows = pd.concat(pd.read_parquet(path) for path in EVIDENCE.glob(pattern))
    chosen = (
        (rows["indicator_id"] == indicator_id) & (rows["period"] == "2018") & (rows["geography_id"] == "nuts2-2016")
    )
    return rows[chosen].set_index("area_code")["value"]


def test_nine_leps_equal_their_published_regions(leps: pd.DataFrame) -> None:
    spent, gdp = evidence("eurostat-rd-spending-*", "business_rd_gbp_m"), evidence("ons-*", "gdp_gbp_m")
    unions = nuts2_lep_weights().query("exact_union").groupby("lep_code")["nuts2_code"].agg(list)
    assert len(unions) == 9
    for lep, regions in unions.items():
        published = 100 * spent[regions].sum() / gdp[regions].sum()
        assert leps.loc[lep, [*KEYS, "low", "high"]].tolist() == pytest.approx([published] * 5)
        assert leps.loc[lep, "status"] == "A"


def test_the_other_29_are_ranges_marked_as_modelled(leps: pd.DataFrame) -> None:
    modelled = leps[~leps["exact"]]
    assert len(leps) == 38
    assert len(modelled) == 29
    assert set(modelled["status"]) == {"E"}
    assert (modelled["low"] <= modelled["middle"]).all()
    assert (modelled["middle"] <= modelled["high"]).all()


def test_leps_that_share_out_regions_have_all_of_their_money(leps: pd.DataFrame) -> None:
    # Heart of the South West is Devon and Somerset, and Dorset LEP is Dorset: together they are the two regions Devon
    # and Dorset and Somerset, £156.7m + £248.5m (Eurostat, 2018), whatever the key
    pair = leps.loc[["E37000009", "E37000016"]]
    gdp = evidence("ons-*", "gdp_gbp_m")
    assert pair["gdp"].sum() == pytest.approx(gdp[["UKK2", "UKK4"]].sum())
    for key in KEYS:
        assert (pair[key] * pair["gdp"]).sum() / 100 == pytest.approx(156.7 + 248.5, abs=0.1)


def test_the_population_key_by_hand(leps: pd.DataFrame) -> None:
    # ONS, mid-2018: Buckinghamshire has 540,059 of the region's 2,407,593 residents (with Berkshire 911,403, Milton
    # Keynes 268,607, Oxfordshire 687,524), 22.43%; of £2,485.9m (Eurostat) that is £557.6m
    row = leps.loc["E37000002"]
    assert row["rd_high"] == pytest.approx(557.6, abs=0.1)
    assert row["population"] * row["gdp"] / 100 == pytest.approx(557.6, abs=0.1)


def test_a_suppressed_region_leaves_its_leps_without_a_figure() -> None:
    # Eurostat suppresses East Yorkshire and Northern Lincolnshire in 2013
    found = queries.modelled_rd("2013").set_index("area_name")
    missing = found.index[found["status"] == "M"].tolist()
    assert missing == ["Greater Lincolnshire", "Humber", "York, North Yorkshire and East Riding"]
    assert found.loc[missing, ["low", "high"]].isna().all(axis=None)


def test_each_industry_of_a_group_is_judged_once() -> None:
    judged = judgement.rd_intensive_industries()
    assert not judged["industry"].duplicated().any()
    assert judged["reason"].str.len().gt(10).all()
    counted = judged.loc[judged["counted"], "rd_intensity"]
    assert counted.str.contains("high").all()
    assert not counted.str.fullmatch("medium|medium-low|low").any()


def test_industries_are_judged_as_the_taxonomy_has_them() -> None:
    # Galindo-Rueda and Verger (2016): divisions that are of high or medium-high intensity as a whole, and those of
    # which a part is (252, 325, 582) that is not published apart from a larger one that is not
    high, medium_high, in_part = {"26", "72"}, {"27", "28", "29", "62", "63"}, {"25", "32", "58"}
    judged = judgement.rd_intensive_industries().set_index("industry")
    assert set(judged.index[judged["counted"]]) == high | medium_high | {"19-21", "30"}
    assert set(judged.index[judged["rd_intensity"] == "high"]) == high
    assert set(judged.index[judged["rd_intensity"] == "medium-high"]) == medium_high
    assert set(judged.index[~judged["counted"] & judged["oecd"].str.contains("high")]) == in_part
    assert judged["source"].str.contains("Galindo-Rueda and Verger").all()


def test_the_command_prints_all_38(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["modelled-rd"]) == 0
    printed = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert len(printed) == 38
    assert sum(row["exact"] == "True" for row in printed) == 9


def test_an_unknown_year_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="period"):
        queries.modelled_rd("1999")
