"""A code stands under each wanted geography that has it, and nowhere else."""

import pandas as pd

from lis_data.sources.forms.places import WIDE, placed, recoded

LEEDS, KENT, CARDIFF = "E08000035", "E10000016", "W06000015"
CRAVEN, NORTH_YORKSHIRE = "E07000163", "E06000065"


def test_placed():
    frame = pd.DataFrame({"area_code": [LEEDS, KENT, CARDIFF, CRAVEN, NORTH_YORKSHIRE, "E92000001"]})
    found = placed(frame, geographies=[*WIDE, "lad-2023", "utla-2023"])
    assert set(zip(found["geography_id"], found["area_code"], strict=True)) == {
        ("country", "E92000001"),
        ("lad-2023", LEEDS),
        ("utla-2023", LEEDS),
        ("utla-2023", KENT),
        ("lad-2023", NORTH_YORKSHIRE),
        ("utla-2023", NORTH_YORKSHIRE),
    }


def test_itl_codes_are_regions_nations_and_nuts2_regions_of_2016():
    frame = pd.DataFrame({"area_code": ["UK", "TLB", "TLJ", "TLK3", "TLK7", "TLM5"]})  # TLK7 began in 2025
    found = placed(frame, geographies=[*WIDE, "nuts2-2016"])
    assert found["area_code"].tolist() == ["K02000001", "E92000001", "E12000008", "UKK3"]


def test_one_code_for_one_area():
    # Barnsley and Sheffield were recoded in 2025, Northumberland in 2013; Leeds never was.
    codes = pd.Series(["E08000038", "E08000039", "E06000048", "E08000035"])
    assert recoded(codes).tolist() == ["E08000016", "E08000019", "E06000057", "E08000035"]
