"""Classes. Figures for CAL are from mapclassify's documentation: employment density in California."""

import math

import mapclassify
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.classification import SCHEMES, ClassificationError, classify

CAL = [float(value) for value in mapclassify.load_example()]


def test_quantiles_of_the_documentation() -> None:
    classes = classify(CAL, scheme="quantiles", k=5)
    assert classes.bins == pytest.approx([1.464, 5.798, 13.278, 54.616, 4111.45])
    assert classes.counts == (12, 11, 12, 11, 12)


def test_natural_breaks_of_the_documentation() -> None:
    classes = classify(CAL, scheme="natural-breaks", k=5)
    assert classes.bins == pytest.approx([75.29, 192.05, 370.5, 722.85, 4111.45])
    assert classes.counts == (49, 3, 4, 1, 1)


def test_equal_intervals_of_the_documentation() -> None:
    classes = classify(CAL, scheme="equal-interval", k=5)
    assert classes.bins == pytest.approx([822.394, 1644.658, 2466.922, 3289.186, 4111.45])
    assert classes.counts == (57, 0, 0, 0, 1)


def test_classes_by_hand_of_the_documentation() -> None:
    classes = classify(CAL, scheme="by-hand", bins=[20, 30])
    assert classes.bins == pytest.approx([20, 30, 4111.45])
    assert classes.counts == (37, 4, 17)


def test_a_value_on_a_bound_is_in_the_lower_class() -> None:
    assert classify([1, 2, 3], scheme="by-hand", bins=[1, 2, 3]).index == (0, 1, 2)


def test_bounds_by_hand_need_not_meet_the_values() -> None:
    classes = classify([5, 6], scheme="by-hand", bins=[1, 10, 20])
    assert classes.counts == (0, 2, 0)
    assert classes.labels == ("up to 1", "over 1 to 10", "over 10 to 20")


def test_diverging_puts_the_benchmark_between_two_classes() -> None:
    classes = classify(range(1, 11), scheme="diverging", k=4, benchmark=4)
    # 1-4 are up to it: quantiles 2.5 and 4; 5-10 are above: quantiles 7.5 and 10
    assert classes.bins == (2.5, 4, 7.5, 10)
    assert classes.counts == (2, 2, 3, 3)
    assert classes.below == 2


def test_diverging_gives_an_odd_class_to_the_fuller_side() -> None:
    assert classify(range(1, 11), scheme="diverging", k=5, benchmark=4).below == 2
    assert classify(range(1, 11), scheme="diverging", k=5, benchmark=7).below == 3


@pytest.mark.parametrize(("benchmark", "counts", "below"), [(0, (0, 2, 1), 1), (9, (2, 1), 2)])
def test_diverging_with_all_values_on_one_side(benchmark: float, counts: tuple[int, ...], below: int) -> None:
    classes = classify([1, 2, 3], scheme="diverging", k=4, benchmark=benchmark)
    assert (classes.counts, classes.below) == (counts, below)


def test_missing_and_infinite_values_are_in_no_class() -> None:
    classes = classify([1, math.nan, 2, math.inf, 3], scheme="quantiles", k=3)
    assert classes.index == (0, -1, 1, -1, 2)
    assert sum(classes.counts) == 3


@pytest.mark.parametrize("scheme", ["quantiles", "natural-breaks", "equal-interval"])
def test_equal_values_make_one_class(scheme: str) -> None:
    classes = classify([7, 7, 7], scheme=scheme, k=4)
    assert (classes.bins, classes.counts, classes.labels) == ((7,), (3,), ("7",))
    assert classes.message == "All areas have the same value."


def test_too_few_different_values_are_reported() -> None:
    classes = classify([1, 1, 1, 2], scheme="natural-breaks", k=3)
    assert classes.counts == (3, 1)
    assert classes.message == "2 classes instead of 3: too many areas share a value for more."


@pytest.mark.parametrize("scheme", ["quantiles", "natural-breaks", "equal-interval"])
def test_no_values_at_all(scheme: str) -> None:
    classes = classify([math.nan, math.nan], scheme=scheme)
    assert (classes.k, classes.index, classes.message) == (0, (-1, -1), "No area has a value.")


def test_labels_have_as_many_decimals_as_the_smallest_step_needs() -> None:
    assert classify([0, 1.44, 2.61, 4], scheme="by-hand", bins=[1.44, 2.61]).labels == (
        "0.0 to 1.4",
        "over 1.4 to 2.6",
        "over 2.6 to 4.0",
    )
    assert classify([0, 10.44, 20.61], scheme="by-hand", bins=[10.44]).labels == ("0 to 10", "over 10 to 21")


def test_labels_tell_close_bounds_apart() -> None:
    assert classify([0.12, 0.5, 1.9], scheme="by-hand", bins=[0.5, 0.51]).labels == (
        "0.12 to 0.50", "over 0.50 to 0.51", "over 0.51 to 1.90",
    )  # fmt: skip


def test_labels_with_given_decimals_and_thousands() -> None:
    classes = classify([1000, 2000, 3000], scheme="by-hand", bins=[2000], decimals=0)
    assert classes.labels == ("1,000 to 2,000", "over 2,000 to 3,000")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"scheme": "magic"}, "no scheme is called 'magic'; known are: quantiles"),
        ({"scheme": "quantiles", "k": 1}, "1 classes are out of range: 2 to 9"),
        ({"scheme": "natural-breaks", "k": 10}, "10 classes are out of range: 2 to 9"),
        ({"scheme": "by-hand"}, "need 1 to 8 upper bounds, not 0"),
        ({"scheme": "by-hand", "bins": [1, 3, 2]}, "must rise: 1, 3, 2 do not"),
        ({"scheme": "by-hand", "bins": [1, 1]}, "must rise: 1, 1 do not"),
        ({"scheme": "by-hand", "bins": [1, math.nan]}, "must be numbers"),
        ({"scheme": "diverging"}, "needs a benchmark"),
        ({"scheme": "diverging", "benchmark": math.nan}, "needs a benchmark"),
    ],
)
def test_what_cannot_be_classified(settings: dict, message: str) -> None:
    with pytest.raises(ClassificationError, match=message):
        classify([1, 2, 3], **settings)


@given(
    values=st.lists(st.floats(-1e6, 1e6) | st.integers(0, 4).map(float) | st.just(math.nan), max_size=40),
    scheme=st.sampled_from(sorted(SCHEMES)),
    k=st.integers(2, 9),
)
def test_every_value_is_in_the_class_whose_bounds_hold_it(values: list[float], scheme: str, k: int) -> None:
    classes = classify(values, scheme=scheme, k=k, bins=[-1, 0, 2.5], benchmark=1.5)
    bounds = [-math.inf, *classes.bins]
    for value, class_ in zip(values, classes.index, strict=True):
        assert class_ == -1 if math.isnan(value) else bounds[class_] < value <= bounds[class_ + 1]
    assert sum(classes.counts) == sum(not math.isnan(value) for value in values)
    assert list(classes.bins) == sorted(set(classes.bins))
    assert classes.k == len(classes.bins) == len(classes.counts) == len(classes.labels) <= 9
