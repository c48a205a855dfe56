"""The README says what the code does: settings, commands, and its counts; the changelog has none of its own."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from geo.areas import areas
from lis_data import queries
from lis_data.commands import cli
from lis_data.settings import Settings
from tests.intake_corpus import EXPECTED

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COUNTED = {
    r"(\d+) indicators from": lambda: len(queries.indicators()),
    r"any of the (\d+) indicators": lambda: len(queries.indicators()),
    r"(\d+) published tables": lambda: int((queries.datasets()["indicators"] > 0).sum()),
    r"(\d+) awkward files": lambda: len(EXPECTED),
    r"(\d+) Local Enterprise Partnerships": lambda: len(areas("lep-2017")),
    r"(\d+) NUTS 2 regions": lambda: len(areas("nuts2-2016")),
}
"""What the README counts, and where the count comes from."""


@pytest.mark.parametrize("words", COUNTED)
def test_a_count_in_the_readme_is_that_of_the_store(words: str) -> None:
    stated = re.findall(words, README)
    assert stated
    assert set(stated) == {str(COUNTED[words]())}


def test_the_changelog_has_no_counts_of_its_own() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"\d+ (?:indicators|datasets|published tables|stated figures|awkward files)", text) == []


def test_every_setting_is_in_the_readme_with_its_help() -> None:
    for item in fields(Settings):
        row = next(line for line in README.splitlines() if f"`LIS_{item.name.upper()}`" in line)
        assert item.metadata["help"] in row


def test_every_command_is_in_the_readme() -> None:
    commands = cli.commands
    for command in commands:
        assert f"| `{command}" in README, command
