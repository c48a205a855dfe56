"""What a map interaction sends does not depend on the machine, so it is a test; the times are for `make bench`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bench.measurements import BYTES, BYTES_OF_A_PAGE, CHOICES, FLOOR, PAGE
from tests.bench.table import Line, draw
from tests.bench.websocket_client import Reader, reading
from tests.serving import Server, serving


@pytest.fixture(scope="module")
def reader(server: Server) -> Iterator[Reader]:
    with reading(server, page=PAGE) as reader:
        yield reader


@pytest.mark.parametrize(
    ("label", "options"),
    [
        ("Place", ["Cumbria", "Cornwall and Isles of Scilly", "All places"]),  # the most ragged coast among them
        ("Period", ["2011", "2012", "2018"]),
    ],
)
def test_a_map_interaction_is_light(reader: Reader, label: str, options: list[str]) -> None:
    sent = {option: reader.choose(label, option).sent for option in options}
    assert max(sent.values()) <= 1000 * BYTES, sent


@pytest.mark.parametrize(("name", "path", "picker", "options"), CHOICES)
def test_a_choice_on_any_page_is_light(
    server: Server, name: str, path: str, picker: str, options: tuple[str, ...]
) -> None:
    with reading(server, page=path) as reader:
        sent = {option: reader.choose(picker, option).sent for option in options}
    assert max(sent.values()) <= 1000 * BYTES_OF_A_PAGE, (name, sent)


def test_the_floor_is_an_empty_page() -> None:
    """An empty page's rerun sends 0.7 KB: the floor must not be made heavy to make the explorer look light."""
    with serving(FLOOR) as server, reading(server) as reader:
        assert reader.choose("Choice", "two").sent < 1000


def test_a_line_over_its_target_says_so() -> None:
    table = draw([Line("light", "KB", 29.0, 1.0, most=30), Line("slow", "s", 0.6, 0.2, most_times=2.5)])
    assert [row.split()[-1] for row in table.splitlines()[2:]] == ["ok", "over"]
