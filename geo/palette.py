"""Colours of classes, from the Government Analysis Function's palette.

Source: https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/
Low values are light and high values dark; around a benchmark, orange to red is below and blue above.
"""

DARK_BLUE, TURQUOISE, DARK_PINK, ORANGE, DARK_GREY = "#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D"
MID_BLUE, LIGHT_BLUE = "#2073BC", "#6BACE6"
MISSING = "#8A8F94"
"""What an area without a figure is hatched with: on every map, in its legend and in saved pictures."""

_BLUES = ("#D6E6F4", LIGHT_BLUE, MID_BLUE, DARK_BLUE)
_ORANGES = ("#FBDCCB", ORANGE, DARK_PINK)


def sequential(k: int) -> list[str]:
    """`k` tints and shades of one blue from light to dark, as #RRGGBB.

    >>> sequential(2)
    ['#D6E6F4', '#12436D']
    """
    return _steps(_BLUES, k)


def diverging(*, below: int, above: int) -> list[str]:
    """Colours for classes below a benchmark (darkest first) and above it (darkest last), as #RRGGBB.

    >>> diverging(below=2, above=1)
    ['#801650', '#FBDCCB', '#4690D1']
    """
    return [*reversed(_steps(_ORANGES, below)), *_steps(_BLUES, above)]


def _steps(anchors: tuple[str, ...], k: int) -> list[str]:
    """`k` colours evenly spaced along a line through the anchors; a single one is the middle."""
    if k == 1:
        return [_between(anchors, 0.5)]
    return [_between(anchors, step / (k - 1)) for step in range(k)]


def _between(anchors: tuple[str, ...], share: float) -> str:
    position = share * (len(anchors) - 1)
    start = min(int(position), len(anchors) - 2)
    one, other = _channels(anchors[start]), _channels(anchors[start + 1])
    mixed = [round(a + (b - a) * (position - start)) for a, b in zip(one, other, strict=True)]
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def _channels(colour: str) -> list[int]:
    return [int(colour[position : position + 2], 16) for position in (1, 3, 5)]
