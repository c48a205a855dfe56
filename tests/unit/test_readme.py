"""The README says what the code does: settings and commands."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from lis_data.__main__ import _parser
from lis_data.settings import Settings

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_readme_with_its_help() -> None:
    for item in fields(Settings):
        row = next(line for line in README.splitlines() if f"`LIS_{item.name.upper()}`" in line)
        assert item.metadata["help"] in row


def test_every_command_is_in_the_readme() -> None:
    commands = _parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    for command in commands:
        assert f"| `{command}" in README, command
