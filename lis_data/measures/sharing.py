"""What places share: how rare it is, and whether those who share it lie together."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping

import pandas as pd


def rarity(holders: pd.Series) -> pd.Series:
    """How much sharing a thing tells: 1 / number of those who have it, between 0 and 1; 0.5 where only two do."""
    return 1 / holders.where(holders > 0)


def blocks(members: Collection[str], *, neighbours: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The members in blocks that lie together, the largest first: two are in one block if a chain of members, each a
    neighbour of the next, leads from one to the other (connected components of the graph of neighbours).
    """
    left, found = set(members), []
    while left:
        block = _reached(min(left), left, neighbours)
        left -= block
        found.append(sorted(block))
    return sorted(found, key=lambda block: (-len(block), block))


def _reached(start: str, within: Collection[str], neighbours: Mapping[str, Collection[str]]) -> set[str]:
    """The members that a chain of neighbours leads to, with the start itself."""
    reached, waiting = {start}, deque([start])
    while waiting:
        new = (set(neighbours.get(waiting.popleft(), ())) & set(within)) - reached
        reached |= new
        waiting.extend(new)
    return reached
