"""What the profile says in sentences. Every sentence follows from the figures beside it."""

from __future__ import annotations

import pandas as pd

from geo.areas import Geography
from lis_data import measures, statuses, wording
from lis_data.model import FOUNDATIONS
from lis_data.period import label
from lis_data.queries.profile import FEWEST_PLACES
from pages.ui.views.profile.choice import Place
from pages.ui.views.programme import text as programme

LEAD = "gva_per_hour"
RULE = (
    "Strength: among the best fifth of the {plural} with a figure and not worse than England. Weakness: the same at "
    "the other end. Where the publisher gives 95% intervals, or figures are calculated here from survey counts, only a "
    "significant difference counts, so none without an interval. Other figures are compared as they are, marked “no "
    "interval published”: small differences among them may be chance. "
    f"At least {FEWEST_PLACES} {{plural}} must have a figure. What is neither better high nor low, and figures of low "
    "reliability, are not judged."
)


def finding(rows: pd.DataFrame, place: Place) -> str:
    """`Greater Manchester: GVA per hour worked 6% below England’s, ahead of England in 13 of 24 indicators`: figures
    that are of low reliability, or that the intervals say could be chance, are not counted.
    """
    judged = rows["better"].dropna()
    led = productivity(rows)
    told = f"ahead of England in {int(judged.sum())} of {len(judged)} indicators" if len(judged) else ""
    parts = [part for part in (led, told) if part]
    if not parts:
        return f"{place.name}: no figures within its boundary among the {place.geography.title}"
    return f"{place.name}: {', '.join(parts)}"


def productivity(rows: pd.DataFrame) -> str:
    """`GVA per hour worked 6% below England’s`; empty without a figure."""
    lead = rows[(rows["indicator_id"] == LEAD) & rows["value"].notna()]
    if lead.empty:
        return ""
    row = lead.iloc[0]
    by = float(measures.lead(lead["value"], benchmark=lead["england"]).iloc[0])
    return f"{row['title']} {_apart(by)}"


def _apart(by: float) -> str:
    if round(by) == 0:
        return "level with England’s"
    return f"{abs(by):.0f}% {'above' if by > 0 else 'below'} England’s"


def subtitle(place: Place, strategy: pd.Series | None) -> str:
    """The programme's facts of a LEP of 2017, or what else the place is."""
    if strategy is None:
        return f"{_kind(place.geography)}. The figures are the latest that nearly all {place.geography.plural} have."
    lead, status = programme.LEADS[strategy["lead"]], programme.STATUSES[strategy["status"]]
    return (
        f"{programme.WAVES[str(strategy['wave'])]}. Led by {strategy['lead_body']} ({lead.lower()}). "
        f"Local Industrial Strategy: {status[0].lower()}{status[1:]}."
    )


def _kind(geography: Geography) -> str:
    """`A combined authority of 2025`."""
    _, of, when = geography.title.partition(" of ")
    return f"A {geography.singular}{of}{when}"


def foundation(rows: pd.DataFrame, foundation_id: str) -> str:
    """`Ideas: ahead of England in 3 of 5`: a count of the parts that stand below it, not a score."""
    title = FOUNDATIONS[foundation_id]
    judged = rows["better"].dropna()
    if judged.empty:
        return f"{title}: nothing to compare with England"
    return f"{title}: ahead of England in {int(judged.sum())} of {len(judged)}"


def figure(row: pd.Series, column: str = "value") -> str:
    """A figure of a row in words: `£39.77`."""
    return wording.scale(row).number(row[column])


def change(row: pd.Series, column: str = "change") -> str:
    """A change of a row in words: `+4.2 points`."""
    return wording.scale(row).difference(row[column])


def growth(row: pd.Series) -> str:
    """`+24.9% since 2018, England +18.0%`, of a row with grown and england_grown in %; empty where there is no base."""
    if pd.isna(row["grown"]):
        return ""
    return f"{row['grown']:+.1f}% since {label(row['base'])}, England {row['england_grown']:+.1f}%".replace("-", "−")


def standing(row: pd.Series) -> str:
    """`£39.77 · 14th of 36 · England £42.39`, with what makes it less than exact."""
    if pd.isna(row["value"]):
        return f"{wording.NONE} ({statuses.status(row['status'], derivation=row['derivation'])})"
    mark = f" ({statuses.MARKS[row['status']][0]})" if row["status"] in statuses.MARKS else ""
    parts = [f"{figure(row)}{mark}", rank(row)]
    if pd.notna(row["england"]):
        parts.append(f"England {figure(row, 'england')}{sure(row)}")
    return " · ".join(parts)


def exceptional(row: pd.Series) -> str:
    """The same of a strength or weakness, which says where there is no interval to carry it."""
    return standing(row) if pd.notna(row["significant"]) else f"{standing(row)} (no interval published)"


def sure(row: pd.Series) -> str:
    """What the test of the difference said, where there was one."""
    if pd.isna(row["significant"]):
        return ""
    return " (significant)" if row["significant"] else " (not significant)"


def rank(row: pd.Series) -> str:
    """`14th of 36`; for what is neither better high nor low, `14th highest of 36`."""
    highest = " highest" if row["polarity"] == "neither" else ""
    joint = "joint " if row["tied"] else ""
    return f"{joint}{wording.ordinal(int(row['rank']))}{highest} of {int(row['areas'])}"


def when(row: pd.Series) -> str:
    """The period of a figure as a reader writes it."""
    return label(str(row["period"]))
