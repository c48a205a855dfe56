"""CONTRIBUTING.md sends nobody to a file, a room or a target of make that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PICTURE, *_ = re.findall(r"```\n(.*?)```", TEXT, flags=re.DOTALL)
FILES = sorted(
    set(re.findall(r"(?<![\w./])((?:geo|lis_data|pages|static|tests)/[\w./-]*\w|\w+\.(?:md|toml))(?!\w)", TEXT))
)
"""Files and folders, in the text and in its commands; catalogue.toml of the picture is one of lis_data."""
TARGETS = sorted(set(re.findall(r"(?:^|`)make ([a-z-]+)", TEXT, flags=re.MULTILINE)))


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_named_is_there(name: str) -> None:
    assert (ROOT / name).exists() or (ROOT / "lis_data" / name).exists()


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_of_make_that_is_named_is_there(name: str) -> None:
    assert re.search(rf"^{name}:.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)


def rooms() -> list[str]:
    """The rooms of the picture, from the repository's root."""
    found, house = [], ""
    for line in PICTURE.splitlines():
        start = re.match(r" +(pages/ui|lis_data)/", line)
        house = start[1] if start else "" if line.strip() == "|" else house
        names = re.match(r" +(?:\S+/)? +([a-z_.]+(?:(?: -> |  )[a-z_.]+)*)(?=   )", line) if house else None
        found += [f"{house}/{name}" for name in re.split(r" -> |  ", names[1])] if names else []
    return found


def test_the_rooms_of_the_picture_are_there() -> None:
    assert len(rooms()) > 10
    assert [room for room in rooms() if not (ROOT / room).exists() and not (ROOT / f"{room}.py").exists()] == []
