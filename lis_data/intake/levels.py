"""Areas that are recognised by code or name and have no geography here: wards, small areas, areas outside England."""

from __future__ import annotations

import re

_BY_CODE = {
    "E00 W00 S00 N00": "output areas",
    "E01 W01 S01 95": "lower-layer super output areas",
    "E02 W02 S02": "middle-layer super output areas",
    "E04 W04": "parishes",
    "E05 W05 S13 N08": "wards",
    "E10": "counties",
    "E11": "metropolitan counties",
    "E14": "constituencies",
    "E15": "European electoral regions",
    "E16 E38 E54 E40 E39 E18": "areas of the NHS",
    "E20 E21 E22 E23 E31": "police, fire or community safety areas",
    "E26": "national parks",
    "E30": "travel to work areas",
    "E33": "workplace zones",
    "E34 E35 E63": "built-up areas",
    "E12": "regions",
    "E13": "parts of London",
    "E47": "combined authorities",
    "E06 E07 E08 E09": "districts",
    "W92 S92 N92 K03 K04 K05": "nations or groups of nations outside England alone",
    "W S N": "areas outside England",
}
_CODES = tuple((tuple(starts.split()), level) for starts, level in _BY_CODE.items())
_TOTALS = {
    "total", "totals", "grand total", "all", "all areas", "sum", "overall", "england total", "total england",
    "subtotal", "all leps", "all districts", "all local authorities", "england and wales", "great britain", "gb",
}  # fmt: skip
_OUTSIDE = "areas outside England"
_ITL = re.compile(r"(?:UK|TL)([A-Z])(\d{0,2})")
_NATIONS = {"wales", "scotland", "northern ireland", "cymru"}
_COUNCILS = (
    "aberdeen city|aberdeenshire|angus|argyll and bute|city of edinburgh|edinburgh|edinburgh city of|clackmannanshire"
    "|dumfries and galloway|dundee city|east ayrshire|east dunbartonshire|east lothian|east renfrewshire|falkirk|fife"
    "|glasgow city|glasgow|highland|inverclyde|midlothian|moray|na h eileanan siar|north ayrshire|north lanarkshire"
    "|orkney islands|perth and kinross|renfrewshire|scottish borders|shetland islands|south ayrshire|south lanarkshire"
    "|stirling|west dunbartonshire|west lothian"
    "|isle of anglesey|gwynedd|conwy|denbighshire|flintshire|wrexham|powys|ceredigion|pembrokeshire|carmarthenshire"
    "|swansea|neath port talbot|bridgend|vale of glamorgan|cardiff|rhondda cynon taf|merthyr tydfil|caerphilly"
    "|blaenau gwent|torfaen|monmouthshire|newport"
    "|antrim and newtownabbey|ards and north down|armagh city banbridge and craigavon|belfast|causeway coast and glens"
    "|derry city and strabane|fermanagh and omagh|lisburn and castlereagh|mid and east antrim|mid ulster"
    "|newry mourne and down"
    "|east wales|west wales and the valleys|north eastern scotland|eastern scotland|south western scotland"
    "|west central scotland|southern scotland|highlands and islands"
)
_OUTSIDE_NAMES = frozenset(_COUNCILS.split("|")) | _NATIONS


def of_code(code: str) -> str:
    """What the areas of a code's kind are called, in the plural; blank for a code of no known kind."""
    if found := _ITL.fullmatch(code):
        if found[1] in "LMNZ":
            return _OUTSIDE
        return "ITL 3 or NUTS 3 areas" if len(found[2]) == 2 else ""
    return next((level for starts, level in _CODES if code.startswith(starts)), "")


def of_name(name: str) -> str:
    """The same for a name, normalised."""
    return _OUTSIDE if name in _OUTSIDE_NAMES else ""


def is_total(name: str) -> bool:
    """Whether a name, normalised, says that its row is a sum of others, and no area."""
    return name in _TOTALS
