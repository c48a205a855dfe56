"""What a file and its columns say of its series, until the analyst has described them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from lis_data.intake.choices import Guess
from lis_data.intake.describe import DescribedSeries, Description
from lis_data.intake.names import role_of, unit_in, without_unit

_COUNTED = re.compile(
    r"\bnumbers?\b|\bcounts?\b|\bjobs\b|\benterprises\b|\bpopulation\b|£\s?(?:k|m|bn)\b|£\s?(?:thousand|million|billion)"
    r"|\bspend(?:ing)?\b|\btotal\b|\bexpenditure\b|\bhouseholds\b|\bdwellings\b",
    re.IGNORECASE,
)
_NEVER_ADDED = re.compile(
    r"%|\b(?:rates?|shares?|proportions?|percent(?:age)?s?|per|median|mean|averages?|density|densities|ratios?|ind(?:ex|ices)"
    r"|scores?|ranks?|ranking|deciles?|quintiles?|quartiles?|percentiles?|change|growth|expectancy|quotients?|productivity"
    r"|prevalence|incidence|likelihood|probability|intensity|gaps?|earnings|wages?|salary|pay|price|prices|rent|age|speed"
    r"|temperature|satisfaction|duration|time|distance|life|coefficient|elasticity|typical|pc|pp)\b",
    re.IGNORECASE,
)
"""Words of what is compared between places and never added up."""
_LOWER_IS_BETTER = ("unemployment", "no qualifications", "claimant", "inactivity", "poverty", "crime", "emissions")
_MOST_TITLE, _MOST_SOURCE = 200, 2000
_OPEN = "Open Government Licence"
_OGL = re.compile(r"\b(?:open government licen[cs]e|OGL)\b(?:,?\s*(?:v|version)?\s*(\d\.\d))?", re.IGNORECASE)
_ENDS_OPEN = re.compile(
    rf"[\s;,.(\[–-]*(?:licen[cs]ed\s+)?(?:under\s+)?(?:the\s+)?{_OGL.pattern}[\s.)\]]*$", re.IGNORECASE
)
"""The licence at the end of the line that names the source."""
_COUNTED_FIRST = re.compile(r"(jobs|firms|enterprises|people|homes|students|patents)\b", re.IGNORECASE)
_NOT_COUNTED = re.compile(
    r"\b(rates?|shares?|density|per|growth|change|index|ratio|percentage|average)\b", re.IGNORECASE
)
"""Words of a title that begins with what is counted, and is not a count of it: 'Jobs density'."""
_SOURCE = re.compile(r"\s*sources?\b\s*[:,–-]?\s*(\S.*)", re.IGNORECASE | re.DOTALL)


def description(
    name: str,
    guesses: tuple[Guess, ...],
    units: dict[str, str],
    preamble: tuple[str, ...],
    decimals: int,
    titles: Iterable[str] = (),
    footnotes: tuple[str, ...] = (),
    suffix: str = "",
) -> Description:
    """A description of a file: title, unit, decimals, source and licence.

    It is guessed from the file's name, column names, units of cells, decimals, titles of series, and the lines above
    and below the table. `suffix` is added to the title: ', Female' where all figures are of women.
    """
    named = [item.column for item in guesses if item.role == "value" and not item.period and not role_of(item.column)]
    title = named[0] if len(named) == 1 else (preamble[0].strip() if preamble else _from_file_name(name))
    only = list(titles)
    title = only[0] if len(only) == 1 else title
    headers = [item.column for item in guesses if item.role == "value"]
    measured = [line for line in preamble if not (_SOURCE.match(line) or _OGL.search(line))]
    stated = (*map(unit_in, [title, *headers, *measured]), *units.values(), _counted(title))
    unit = next((found for found in stated if found), "")
    item = series("", f"{without_unit(title)}{suffix}", unit, decimals)
    source, licence = _origin((*preamble, *footnotes))
    own = item.title, item.unit, item.decimals, item.polarity, item.foundation, item.additive
    return Description(*own, source, licence).clean()


def _origin(lines: tuple[str, ...]) -> tuple[str, str]:
    """Source and licence, each as the first line says that names it; blank where none does."""
    source = next((found[1] for line in lines if (found := _SOURCE.match(line))), "")
    licence = next((f"{_OPEN}{f' v{found[1]}' if found[1] else ''}" for found in map(_OGL.search, lines) if found), "")
    return _ENDS_OPEN.sub("", source)[:_MOST_SOURCE], licence


def _counted(title: str) -> str:
    """What a title counts, where it begins with that: 'jobs' of 'Jobs in the arts'; else blank."""
    found = _COUNTED_FIRST.match(title)
    return found[1].lower() if found and not _NOT_COUNTED.search(title) else ""


def series(indicator_id: str, title: str, unit: str, decimals: int) -> DescribedSeries:
    """One series from its title, unit and decimals."""
    words = f"{title} {unit}".lower()
    return DescribedSeries(
        indicator_id,
        title[:_MOST_TITLE],
        unit,
        decimals=min(decimals, 6),
        polarity="lower" if any(word in words for word in _LOWER_IS_BETTER) else "neither",
        additive=bool(_COUNTED.search(words)) and not _NEVER_ADDED.search(words),
    )


def all_series(
    titles: dict[str, str],
    units: dict[str, str],
    decimals: dict[str, int],
    description: Description,
    *,
    alone: bool,
    suffix: str,
) -> tuple[DescribedSeries, ...]:
    """Every series of a file as described, or as its title says.

    `description` describes the series itself where the file has it `alone`; `suffix` is added to the titles.
    """
    described = {item.indicator_id: item for item in description.series}
    if alone:
        return tuple(described.get(key) or description.as_series(key) for key in titles)
    short = Counter(map(without_unit, titles.values()))
    return tuple(
        described.get(key)
        or series(
            key,
            (without_unit(title) if short[without_unit(title)] == 1 else title) + suffix,
            unit_in(title) or units.get(title, "") or _counted(title),
            decimals[key],
        )
        for key, title in titles.items()
    )


def _from_file_name(name: str) -> str:
    stem = PurePath(name.replace("\\", "/")).stem.replace("_", " ").replace("-", " ").strip()
    return stem[:1].upper() + stem[1:]
