"""Imports point downwards only: this table is the architecture."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = {
    "geo": {"streamlit", "duckdb", "lis_data", "pages", "altair", "pydeck"},
    "lis_data": {"streamlit", "pages", "altair", "pydeck"},
    "pages": {"duckdb"},
}
ROOMS_ABOVE = {
    "shell": {"exhibit", "views"},
    "state": {"exhibit", "views"},
    "exhibit": {"views"},
}
"""Room of pages/ui -> rooms that it may not import."""
DUCKDB_ONLY_IN = {
    *(f"lis_data/store/{name}.py" for name in ("building", "connecting", "filling")),
    "lis_data/user_store/file.py",
    "lis_data/queries/ask.py",
}


def imported(path: Path) -> set[str]:
    """Top-level packages that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("room", FORBIDDEN)
def test_no_import_points_upwards(room: str) -> None:
    wrong = {
        f"{path.relative_to(ROOT)} imports {', '.join(sorted(found))}"
        for path in (ROOT / room).rglob("*.py")
        if (found := imported(path) & FORBIDDEN[room])
    }
    assert not wrong


def rooms(path: Path) -> set[str]:
    """Rooms of pages/ui that a module imports, as modules or names of them."""
    nodes = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    modules = {f"{node.module}.{alias.name}" for node in nodes for alias in node.names}
    return {module.split(".")[2] for module in modules if module.startswith("pages.ui.")}


@pytest.mark.parametrize("room", ROOMS_ABOVE)
def test_no_room_of_the_pages_imports_one_above_it(room: str) -> None:
    wrong = {
        f"{path.relative_to(ROOT)} imports {', '.join(sorted(above))}"
        for path in (ROOT / "pages" / "ui" / room).rglob("*.py")
        if (above := rooms(path) & ROOMS_ABOVE[room])
    }
    assert wrong == set()


def test_only_the_stores_and_their_questions_speak_to_duckdb() -> None:
    users = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "lis_data").rglob("*.py") if "duckdb" in imported(path)
    }
    assert users == DUCKDB_ONLY_IN


def test_caching_stands_in_one_place() -> None:
    cachers = {path.name for path in (ROOT / "pages").rglob("*.py") if "st.cache_" in path.read_text(encoding="utf-8")}
    assert cachers <= {"cache.py"}
