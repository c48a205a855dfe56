"""How many of what, in words."""

from __future__ import annotations


def count(number: int, singular: str, plural: str = "") -> str:
    """`1 district`, `3 districts`, `1,200 rows are`."""
    return f"{number:,} {singular if number == 1 else plural or f'{singular}s'}"
