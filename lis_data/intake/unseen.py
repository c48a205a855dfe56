"""Characters that cannot be seen: removed from texts, and reported where they change a figure or a period."""

from __future__ import annotations

from lis_data.intake import periods
from lis_data.intake.numbers import looks_like_figure
from lis_data.intake.problems import disguised, hidden


def seen(text: str) -> str:
    """A text without characters that cannot be seen."""
    return "".join(" " if char in "\t\n\r" else char for char in text if char.isspace() or not hidden(char))


def changes(text: str) -> bool:
    """Whether a text is a figure or a period but for characters that make it another than it shows.

    It is left as it is: what reads figures and periods refuses it, for nothing says which of the two was meant.
    """
    return disguised(text) and _is_read(seen(text))


def _is_read(text: str) -> bool:
    return looks_like_figure(text) or bool(periods.read(text).iso)
