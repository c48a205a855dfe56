"""Names say what a thing is: words that say nothing of it name no module, function, variable, argument or column."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VAGUE = frozenset(
    ("held", "told", "kept", "shown", "course", "ground", "beside", "doors", "shelf", "bring", "mine", "whole")
)


def names(path: Path) -> Iterator[str]:
    """The module's own name, and every name that it gives."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr
        if isinstance(node, ast.arg | ast.keyword) and node.arg:
            yield node.arg


@pytest.mark.parametrize("room", ["app.py", "geo", "lis_data", "pages"])
def test_no_name_is_vague(room: str) -> None:
    paths = [ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py")
    vague = {f"{path.relative_to(ROOT)}: {name}" for path in paths for name in names(path) if words(name) & VAGUE}
    assert not vague


def words(name: str) -> set[str]:
    return set(name.lower().split("_"))
