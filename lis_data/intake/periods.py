"""Periods as people write them, as the product's ISO periods; forms that could mean two things are said to.

A cell alone is read here; what the cells of a column and its name decide together is in `runs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lis_data import period
from lis_data.intake.period_forms import FORMS
from lis_data.intake.problems import disguised
from lis_data.intake.spans import DOUBTFUL, PAIR, Reading, read_pair, stretch

__all__ = ["Reading", "in_future", "read", "within"]
_LONGEST = 60
_FLAG = re.compile(
    r"(?P<rest>.*\d)\s?(?:[\[(](?P<a>p|r|e|b|u|prov[a-z.]*|revised|est[a-z.]*)[\])]|(?P<b>[pre])"
    r"|[ -](?P<c>provisional|revised|estimated?)"
    r"|[\[(]?(?:note ?\w{1,3}|\d)[\])]|[*†‡¹²³]+)"
)
"""What may stand behind a period: a flag, or the mark of a note."""
_STATUSES = {"p": ("P", "provisional"), "e": ("E", "estimated"), "r": ("", "revised"), "u": ("U", "of low reliability")}
_NO_PERIOD = re.compile(
    r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?\s?(?:(?:constant |fixed )?prices?|-?\s?based\b|boundar|base\b|basis"
    r"|=\s?100|census"
    r"|defini|weights|vintage|codes|classification)|(?:sic|itl|nuts|soc|imd|lad|lep|rural|ruc|mid)\s?(?:19|20)\d\d"
    r"|=\s?(?:19|20)\d\d|(?:19|20)\d\d\s?=|(?:aged?|ages)\s\d+\s?(?:-|to)\s?\d+",
    re.IGNORECASE,
)
"""Years within a name that are not those of its figures: of prices, boundaries, a classification."""
_FROM_TO = re.compile(r"(\d{4}-\d\d(?:-\d\d)?) ?(?:to|-) ?(?=\d{4}-)")
_WORD = re.compile(r"[A-Za-z]+|\d+")
_MOST_WORDS = 9
"""Words of a name that are a period together: 'year ending 31 March 2018' has five."""
_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}[-' ]\d\d\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(r"[\[(]?\s*(?:%|£\s?\w{0,8}|[pre]|note\s?\d+|\d|\*+|x|y|yr|year|)\s*[\])]?", re.IGNORECASE)


def read(text: str, *, years: bool = False) -> Reading:
    """A cell as a period; `years` says that '2011-12', or '2017/8', is a financial year."""
    if disguised(text):
        return Reading(why="it holds a control character, which cannot be seen")
    plain = re.sub(r"(?<=\d)_(?=\d)", "-", " ".join(text.split()).lower()).replace("_", " ")
    plain = _FROM_TO.sub(r"\1/", plain.replace("–", "-").replace("—", "-").strip(" ."))
    if not plain or len(plain) > _LONGEST:
        return Reading(why="it is empty" if not plain else "it is too long")
    return _form(plain, years) or _flagged(plain, years) or Reading(why="the form is not known")


def _form(plain: str, years: bool) -> Reading | None:
    """The reading of a text without flags; None where no form fits."""
    if years and (pair := PAIR.fullmatch(plain) or DOUBTFUL.fullmatch(plain)):
        return read_pair(pair)
    if iso := _iso(plain.upper()):
        return iso
    for form, reader in FORMS:
        if found := form.fullmatch(plain):
            return reader(found)
    return None


def _flagged(plain: str, years: bool) -> Reading | None:
    """A period with a flag or the mark of a note behind it, such as '2018p'."""
    found = _FLAG.fullmatch(plain)
    reading = _form(found["rest"], years) if found else None
    if not found or not reading or not reading.iso:
        return None
    flag = found["a"] or found["b"] or found["c"] or ""
    status, meaning = _STATUSES.get(flag[:1], ("", "with a note"))
    own = reading.meaning or period.label(reading.iso)
    return Reading(reading.iso, f"{own}, {meaning}", "", status)


def within(name: str, *, years: bool = False) -> tuple[str, str]:
    """The ISO period in a column name, and the rest of the name; blanks where it has no period.

    The longest part that is a period counts: 'Q3 2018' and 'year ending March 2018' are not the year 2018. A unit, a
    flag or the number of a note behind a year is no rest: '2018 (%)', '2018p', '2018 [note 1]'.

    >>> within("Jobs, 2018"), within("Q3 2018"), within("Jobs")
    (('2018', 'Jobs'), ('2018-Q3', ''), ('', ''))
    """
    if iso := read(name, years=years).iso:
        return iso, ""
    for start, end in parts(name):
        if iso := read(name[start:end], years=years).iso:
            around = re.sub(r"[(\[]\s*[)\]]", "", f"{name[:start]} {name[end:]}")
            rest = " ".join(around.split()).strip(" ,;:-–_")
            return iso, "" if _SAYS_NOTHING.fullmatch(rest) else rest
    return "", ""


def parts(name: str) -> Iterator[tuple[int, int]]:
    """Where parts of a name begin and end that have a year, the longest first, then the first."""
    name = _NO_PERIOD.sub(lambda found: "#" * len(found[0]), name)
    words = [(found.start(), found.end()) for found in _WORD.finditer(name)]
    spans = (
        (start, end)
        for first, (start, _) in enumerate(words)
        for _, end in words[first : first + _MOST_WORDS]
        if _YEAR.search(name[start:end]) and _alone(name, start, end)
    )
    return iter(sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])))


def _alone(name: str, start: int, end: int) -> bool:
    """Whether a part of a name is not cut out of a number or an amount: '£2018', '1,2018.5'."""
    before, after = name[max(start - 1, 0) : start], name[end : end + 2]
    return before not in tuple(".,£$€") and not re.match(r"[.,]\d", after)


def in_future(iso: str, today: date) -> bool:
    """Whether a period has not begun its last month yet."""
    parsed = period.parse(iso)
    last = parsed.year * 12 + parsed.month - 1 + max(parsed.months, 1) - 1
    return last > today.year * 12 + today.month - 1


def _iso(text: str) -> Reading | None:
    """Forms that the product writes, and a reason for days and months that do not exist."""
    try:
        parsed = period.parse(text)
    except ValueError:
        return Reading(why="there is no such day") if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    if "/P" not in text:
        return Reading(text)
    return stretch(parsed.year, parsed.month, parsed.months) if parsed.day == 1 else None
