"""Figures that could mean two things: brackets for a minus or for a low reliability, and -999 for a gap.

What the column does not settle is asked; `Choices.brackets` and `Choices.negatives` answer.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from lis_data.intake.numbers import Figure

BRACKETS = ("negative", "unreliable")
"""What a figure in brackets may be."""
NEGATIVES = ("figures", "missing", "suppressed")
"""What -1 or -999 may be where nothing else is below zero."""
_Floats = npt.NDArray[np.float64]
_Mask = npt.NDArray[np.bool_]
_BELOW_ZERO = re.compile(
    r"change|chg|growth|difference|diff\b|variance|variation|\bnet\b|balance|surplus|deficit|profit|loss|margin|gap\b|migration"
    r"|cash|flow|deviation|z.?score|residual|increase|decrease|contribution|temperature|error",
    re.IGNORECASE,
)
"""Words of a series that may well be below zero."""
_NINES = re.compile(r"9{1,6}")
_CODE = re.compile(r"[1-9]|9{2,6}")


def may_be_negative(name: str) -> bool:
    """Whether a name is that of a series that may be below zero."""
    return bool(_BELOW_ZERO.search(name))


def brackets(name: str, values: _Floats, odd: tuple[tuple[int, Figure], ...]) -> tuple[list[int], bool]:
    """The indexes of figures in brackets, and whether they are certain to be negative.

    They are where other figures of the column have a minus, in money, or where the name is of a change or a balance.
    """
    bracketed = [index for index, figure in odd if figure.bracketed]
    if not bracketed:
        return [], True
    rest = np.delete(values, bracketed)
    money = any(figure.unit[:1] in ("£", "$", "€") for _, figure in odd if figure.unit)
    return bracketed, bool(np.any(rest < 0)) or money or may_be_negative(name) or "£" in name


def sentinels(name: str, values: _Floats, used: _Mask) -> list[int]:
    """The indexes of what looks like a code for a gap: -1, -9, -99, -999 … where nothing else is below zero.

    `used` marks the cells that a row has. Codes of one digit count where the name is of nothing that may be below zero;
    several only where the other figures are of another kind.
    """
    below = np.flatnonzero(used & np.isfinite(values) & (values < 0))
    rest = values[used & np.isfinite(values) & (values >= 0)]
    if not len(below) or not len(rest):
        return []
    codes = {index: f"{-values[index]:.15g}" for index in below.tolist()}
    nines = [index for index, code in codes.items() if _NINES.fullmatch(code) and float(code) >= 9]
    far = [index for index in nines if -values[index] >= 99 and -values[index] > 3 * float(np.max(rest, initial=0.0))]
    if len(nines) == len(below) and not (may_be_negative(name) and not far):
        return nines
    if may_be_negative(name) or any(not _CODE.fullmatch(code) for code in codes.values()):
        return far
    alike = np.all(rest % 1 == 0) and float(np.max(rest)) <= 3 * float(-np.min(values[below]))
    return far if len(set(codes.values())) > 1 and alike else [*codes]
