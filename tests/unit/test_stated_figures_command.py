"""`python -m lis_data claims`: what it prints."""

from __future__ import annotations

import pytest

from lis_data import statements
from lis_data.commands import main


def test_every_statement_as_a_markdown_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "--format", "markdown"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + len(statements.verdicts())
    assert len({line.count("|") for line in lines}) == 1
    assert "23.0% (2015); 8.9% (2017) | Depends on the reading" in lines[2 + 13]
