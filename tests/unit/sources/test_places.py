"""A code stands under each wanted geography that has it, and nowhere else."""

import pandas as pd

from lis_data.sources.placing import WIDE, in_vintage, placed

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


def test_in_vintage_leaves_other_codes_alone():
    codes = pd.Series(["E08000038", "E12000001"])  # Barnsley since 2025; the North East
    assert in_vintage(codes, published="lad-2025", wanted="lad-2023").tolist() == ["E08000016", "E12000001"]
