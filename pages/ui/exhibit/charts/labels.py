"""Where names can stand beside circles without covering each other: Vega-Lite itself places no labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LINE = 13
"""Height of a line of text of size 11, in pixels."""
_LETTER = 5.9
_GAP = 4


@dataclass(frozen=True)
class Box:
    """What is taken on the drawing area, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share any ground."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(frozen=True)
class Circle:
    """A circle on the drawing area in pixels from its upper left, and the lines of its name."""

    x: float
    y: float
    radius: float
    lines: tuple[str, ...]

    @property
    def square(self) -> Box:
        """The square inside the circle: a name may touch its rim."""
        half = 0.7 * self.radius
        return Box(self.x - half, self.y - half, self.x + half, self.y + half)


@dataclass(frozen=True)
class Spot:
    """Where a name begins, relative to its circle's centre, and how it is aligned."""

    dx: float
    dy: float
    align: str


def placed(
    named: Sequence[Circle], *, among: Sequence[Circle], width: float, height: float, taken: Sequence[Box] = ()
) -> list[Spot | None]:
    """A spot for each circle's name, the first served first; None where no side of the circle is free.

    A name keeps clear of earlier names, of what is `taken` and of the circles it is `among`.
    """
    page, used = Box(0, 0, width, height), [*taken, *(circle.square for circle in among)]
    spots: list[Spot | None] = []
    for circle in named:
        free = [
            (spot, box)
            for spot, box in _sides(circle, page)
            if _inside(box, page) and not any(box.meets(other) for other in used)
        ]
        spots.append(free[0][0] if free else None)
        used.extend(box for _, box in free[:1])
    return spots


def _sides(circle: Circle, page: Box) -> list[tuple[Spot, Box]]:
    """Right, left, above and below of a circle (moved aside to stay on the page), then its corners."""
    high, wide = LINE * len(circle.lines), _LETTER * max(map(len, circle.lines))
    away, x, y = circle.radius + _GAP, circle.x, circle.y
    middle, above, below = -(high - LINE) / 2, -away - high + LINE / 2, away + LINE / 2
    half, rise, aside = wide / 2, high / 2, circle.radius / 2
    moved = min(0.0, page.right - x - half) + max(0.0, page.left - x + half)
    left, right = x + moved - half, x + moved + half
    return [
        (Spot(away, middle, "left"), Box(x + away, y - rise, x + away + wide, y + rise)),
        (Spot(-away, middle, "right"), Box(x - away - wide, y - rise, x - away, y + rise)),
        (Spot(moved, above, "center"), Box(left, y - away - high, right, y - away)),
        (Spot(moved, below, "center"), Box(left, y + away, right, y + away + high)),
        (Spot(aside, above, "left"), Box(x + aside, y - away - high, x + aside + wide, y - away)),
        (Spot(-aside, above, "right"), Box(x - aside - wide, y - away - high, x - aside, y - away)),
        (Spot(aside, below, "left"), Box(x + aside, y + away, x + aside + wide, y + away + high)),
        (Spot(-aside, below, "right"), Box(x - aside - wide, y + away, x - aside, y + away + high)),
    ]


def _inside(box: Box, page: Box) -> bool:
    across = box.left >= page.left and box.right <= page.right
    return across and box.top >= page.top and box.bottom <= page.bottom
