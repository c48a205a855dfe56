"""What columns are usually called, and what that says about them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

_WORDS = {
    "area": (
        "area code|areacd|area cd|geography code|geo code|geography cd|code|ons code|gss code|lad code|lep code|la code"
        "|mnemonic|area|area name|areanm|geography|geography name|lep|local enterprise partnership|lep name|district"
        "|local authority|local authority name|local authority code|la name|la|lad|ladcd|ladnm|region|place|name|nuts2"
        "|nuts 2|nuts code|itl code|region name|region code|authority|council|location|lad name|lep area"
    ),
    "period": (
        "period|year|date|time|quarter|month|financial year|calendar year|time period|year ending|reference period"
    ),
    "industry": "industry|sic|sic code|sic 2007|sector|industry code|section|sic section|division",
    "indicator": "indicator|measure|variable|series|indicator id|metric|indicator name",
    "value": "value|figure|amount|observation|obs value|count|total|number|estimate|rate|v4 0|data",
    "lower": "lower|lower bound|lower ci|lower limit|ci lower|low|lcl|lower confidence limit|95 lower|lower 95|lci"
    "|lower ci 95 0 limit|lower ci 95 limit|lower 95 ci|95 ci lower|lower confidence interval",
    "upper": "upper|upper bound|upper ci|upper limit|ci upper|high|ucl|upper confidence limit|95 upper|upper 95|uci"
    "|upper ci 95 0 limit|upper ci 95 limit|upper 95 ci|95 ci upper|upper confidence interval",
    "status": "status|obs status|flag|marker|observation status|data marking|marking",
    "ignore": "note|notes|comment|comments|source|id|decimals|footnote|footnotes|remarks|parent code|parent name"
    "|parent",
}
_PATTERNS = (
    (
        "ignore",
        r"fid|objectid|ogc fid|gid|uid|uuid|urn|global ?id|row(?: ?(?:no|num|number|id))?|record (?:offset|count"
        r"|id)|serial no",
        r"unnamed \d+|(?:.* )?sort ?order|dataflow|freq|frequency|last update|structure(?: id| name)?|action|x1?",
        r"(?:.* )?rank(?:ing)?(?: (?:of|in|by) .*)?|unit mult(?:iplier)?|(?:geography|(?:.* )?area|date|time) type",
        r"(?:bng )?[en]|eastings?|northings?|lat|long?|latitude|longitude|(?:st )?(?:area|length|perimeter) ?shape",
        r"shape ?(?:area|length|leng)|st areasha|st lengths|centroid.*|geom(?:etry)?",
    ),
    (
        "unit",
        r"(?:obs )?units?(?: (?:of )?measure(?:ment)?s?)?(?: (?:name|label|code))?|unit ?measure|uom|units? label",
    ),
    (
        "industry",
        r"(?:sic|nace)(?: ?\d{2,4})?(?: (?:code|section|division|group|class|letter))*",
        r"(?:broad )?(?:industry|industrial|sector)(?: (?:group|section|division|code|letter))*",
    ),
    (
        "indicator",
        r"(?:indicators?|measure|variables?|series|metrics?|statistic)"
        r"(?: (?:name|title|label|description|desc|text|short name))?",
    ),
    (
        "period",
        r"(?:(?:the|financial|fiscal|calendar|academic|school|tax|survey|reference|data|time|report(?:ing)?|obs"
        r"|snapshot) )*"
        r"(?:year|quarter|month|period|date|time|fy|timeperiod)s?"
        r"(?: (?:name|label|covered|begin(?:ning)?|start(?:ing)?|and (?:quarter|month)|quarter|month"
        r"|(?:end(?:ing|ed|s)?|to)(?: .*)?))?",
        r"f?ye(?: .*)?|(?:3|12|three|twelve) months? (?:to|end(?:ing|ed)).*|as at|(?:quarter|month) year",
    ),
    (
        "area",
        r"(?:uk )?(?:lad|lep|lau|rgn|nuts|itl|utla|ctyua|la|lsoa|msoa|wd|area|geo|geography|region|district"
        r"|council|ward"
        r"|county|local authority|local authority district|authority|place)(?: ?\d{1,4})?"
        r"(?: ?(?:cd|nm|code|name|id|label|level \d))?",
    ),
    ("area", r"(?:.* )?(?:ons|gss|snac) codes?"),
    ("value", r"v4 \d"),
    (
        "margin",
        r"(?:95 )?(?:conf|confidence|confidence interval|ci|c i|margin|margin of error|error margin|moe"
        r"|half width)(?: 95)?",
        r"(?:obs )?conf(?:idence)?(?: int(?:erval)?)? (?:width|half width|plus or minus)|plus or minus"
        r"|conf int(?:erval)?",
    ),
    (
        "status",
        r"(?:obs )?(?:status|flags?|symbols?|markers?)(?: (?:name|code))?|(?:obs|conf|data) (?:status|marking|flag)",
        r".+ (?:flags?|symbols?|markers?|status|reliability|quality|caution)|(?:data )?(?:quality|reliability)",
    ),
)
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split("|")}
_FORMS = tuple((role, re.compile("|".join(f"(?:{form})" for form in forms))) for role, *forms in _PATTERNS)
_YEAR = re.compile(r"(19|20)\d\d([/\-–](\d\d|\d{4}))?")
_MEASURES = re.compile(
    r"[£$€%]|\b(thousands?|millions?|billions?|bn|mn?|k|000s?|numbers?|counts?|per|per ?cent|points?|pp|index|ratio"
    r"|score|years?|months?|weeks?|days?|hours?|minutes?|(kilo)?met(re|er)s?|km2?|miles?|hectares?|ha|(kilo|mega)?tonnes?"
    r"|kt|[kmgt]wh|[kmg]bps|gbp|pounds|jobs|people|persons|firms|enterprises|businesses|fte|households|dwellings|homes"
    r"|pupils|students|workers|employees|residents|visitors|grants|patents)\b",
    re.I,
)
"""What a unit in brackets begins with or has; other words there say who is counted, or how."""
_UNIT = re.compile(r"\(\s*([^()]{1,30})\s*\)\s*$|(£\s?(?:billion|million|thousand|bn\b|m\b|k\b|000s?\b)?|%)", re.I)
_SCALE = re.compile(
    r"(?:\(|, |\bin |\bunits?:? ?)"
    r"(thousands?|millions?|billions?|'?000s?|£\s?(?:bn|m|k|billions?|millions?|thousands?))\b(?! and)",
    re.IGNORECASE,
)
"""A scale anywhere in a title: 'Jobs (thousands) by area', 'Employment, thousands', 'Unit: thousands'."""
_SHORT = {"billion": "bn", "million": "m", "thousand": "k", "000": "k", "000s": "k"}


def plain(text: str) -> str:
    """Lower case words alone, as column names are compared."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.casefold()).split())


def role_of(name: str) -> str:
    """The role that a column of that name usually has; a year is a `value` column of a wide table; '' if unknown."""
    if is_year(name):
        return "value"
    words = plain(name)
    if found := _ROLES.get(words):
        return found
    return next((role for role, form in _FORMS if form.fullmatch(words)), "")


def is_status(name: str) -> bool:
    """Whether a column name is that of statuses, whatever its cells are."""
    return plain(name) in _WORDS["status"].split("|") or bool(
        re.fullmatch(r"(?:obs )?(?:flags?|symbols?)", plain(name))
    )


def is_year(name: str) -> bool:
    """Whether a column name is a year, as in a wide table."""
    return bool(_YEAR.fullmatch(name.strip()))


def is_code(name: str) -> bool:
    """Whether a column name promises codes rather than names."""
    return bool(re.search(r"(?:code|cd|mnemonic|\bid)$|^id$|sort ?order$", plain(name)))


def has_column_of_names(name: str, names: Iterable[str]) -> bool:
    """Whether another column has the names for these codes, as 'VARIABLE_NAME' has for 'VARIABLE'."""
    words = re.sub(r" (?:code|cd|id)$", "", plain(name))
    named = {f"{words} {what}" for what in ("name", "label", "description", "desc", "title", "text")}
    return any(plain(other) in named for other in names if other != name)


def unit_in(name: str) -> str:
    """The unit in a title or column name, '' where there is none.

    >>> unit_in("GVA (£m)"), unit_in("Employment rate %"), unit_in("Jobs")
    ('£m', '%', '')
    """
    found = next((item for item in _UNIT.finditer(name) if not item[1] or _is_measure(item[1])), None)
    unit = (found[1] or found[2] or "").strip() if found else ""
    if not unit and (scaled := _SCALE.search(name)):
        unit = scaled[1]
    if "�" in unit:  # which money it was is lost
        return ""
    scale = unit.removeprefix("£").strip().lower()
    return f"£{_SHORT.get(scale, scale)}" if unit.startswith("£") and scale in {*_SHORT, *_SHORT.values()} else unit


def says_percent(text: str) -> bool:
    """Whether a title or unit says that figures are percentages."""
    return bool(re.search(r"%|\bper ?cent(?:age)?s?\b|\bpct\b", text, re.IGNORECASE))


def _is_measure(text: str) -> bool:
    """Whether a text in brackets is a unit; a period is none, but '£m, 2015 prices' is one."""
    dated = re.search(r"(?:19|20)\d\d|\b(?:ending|ended)\b", text) and not re.search(r"[£$€%]", text)
    return bool(_MEASURES.search(text)) and not dated


def without_unit(title: str) -> str:
    """A title without the unit in brackets at its end; or all of it, where it is nothing else.

    >>> without_unit("GVA (£m)")
    'GVA'
    """
    found = next((item for item in _UNIT.finditer(title) if item[1] and _is_measure(item[1])), None)
    return (title[: found.start()].strip() if found else "") or title


def slug(text: str) -> str:
    """Text as an id: lower case, words joined by underscores, at most 60 characters; 'figure' if nothing is left.

    >>> slug("Jobs in the arts (thousands)")
    'jobs_in_the_arts_thousands'
    """
    return plain(text).replace(" ", "_")[:60].strip("_") or "figure"


def ids(titles: Iterable[str]) -> dict[str, str]:
    """Every different title with an id of its own: its slug, with a number behind where an earlier one has that."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    numbers: dict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for title in titles:
        if title not in given:
            wanted = own = slug(title)
            while own in taken:
                own = f"{wanted}_{next(numbers[wanted])}"
            given[title] = own
            taken.add(own)
    return given
