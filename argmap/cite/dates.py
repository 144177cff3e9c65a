"""Dates in notes: day, month and year in English, German, French, Italian and Russian; ranges; bare years."""

import re
from dataclasses import dataclass
from functools import lru_cache

from argmap.cite.remembered import remembered
from argmap.model import Date

_MONTHS = (
    "january jan januar jänner janvier gennaio genn gen enero janeiro januari января январь",
    "february feb februar février fév febbraio febbr febr febrero fevereiro februari февраля февраль",
    "march mar märz mars marzo mar março maart марта март",
    "april apr avril aprile abril апреля апрель",
    "may mai maggio magg mag mayo maio mei мая май",
    "june jun juni juin giugno giug giu junio junho июня июнь",
    "july jul juli juillet luglio lugl lug julio julho июля июль",
    "august aug août agosto ag ago augustus августа август",
    "september sept sep septembre settembre sett set septiembre setiembre setembro сентября сентябрь",
    "october oct oktober okt octobre ottobre ott octubre outubro октября октябрь",
    "november nov novembre noviembre novembro ноября ноябрь",
    "december dec dezember dez décembre déc dicembre dic diciembre dezembro декабря декабрь",
)
_NUMBER = {name: index for index, names in enumerate(_MONTHS, 1) for name in names.split()}
MONTHS = frozenset(_NUMBER)
"""Their names and abbreviations, in lower case."""

_ROMAN = {
    name: index
    for index, name in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)
}
_MONTH = "(?:" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|°|\.)?"
_SEASON = r"(?:Spring|Summer|Fall|Autumn|Winter)"
_DASH = r"(?:\s?[-–—]\s?|,?\s(?:and|und|et|e|y|/)\s)"
_FROM = (
    rf"(?:(?<!\d){_DAY}\s{_MONTH}(?:,?\s{_YEAR})?|{_MONTH}\s(?:{_DAY},?\s)?{_YEAR}|(?:{_SEASON}\s)?(?<![\d/.]){_YEAR})"
)
_TO = rf"(?:{_DAY}\s{_MONTH},?\s{_YEAR}|{_MONTH}\s(?:{_DAY},?\s)?{_YEAR}|{_SEASON}\s{_YEAR})"
_ONE_MONTH, _ONE_DAY, _ONE_YEAR = (
    re.compile(pattern, re.IGNORECASE) for pattern in (_MONTH, r"(?<!\d)\d{1,2}(?!\d)", rf"(?<!\d){_YEAR}(?!\d)")
)
_ANY_YEAR = re.compile(_YEAR)
_LONGEST = 100  # of what stands before the year of a date

DAY_ALONE = re.compile(rf"\b(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?!\d)", re.IGNORECASE)
"""A day whose year the text around it tells: "Aug. 26"."""
_STYLE = re.compile(r",?\s(?:m\.\s?v\.?|more\sveneto)$", re.IGNORECASE)
"""By which calendar a day is counted: "14 febbraio 1344 m. v."."""
_SECOND: dict[str, str] = {}
for _name in sorted({name[:2] for name in (*_NUMBER, "spring", "summer", "fall", "autumn", "winter")}):
    _SECOND[_name[0]] = _SECOND.get(_name[0], "") + _name[1] + _name[1].upper()
_INITIALS = "".join(first + first.upper() for first in _SECOND)
_BEGINS = rf"(?-i:(?=[\d{_INITIALS}])(?=\d|{'|'.join(f'[{one}{one.upper()}][{two}]' for one, two in _SECOND.items())}))"
"""The first two letters of months and seasons, or a digit: what else a word begins with is no date."""
_DATE = re.compile(
    rf"\b{_BEGINS}(?:(?P<from>{_FROM})\s?[-–—/]\s?(?P<to>{_TO})(?!\d)"
    rf"|(?P<m1>{_MONTH})\s(?P<d1>{_DAY}){_DASH}(?P<m2>{_MONTH})\s(?P<d2>{_DAY}),?\s(?P<y1>{_YEAR})(?!\d)"
    rf"|(?P<m3>{_MONTH})\s(?P<d3>{_DAY})(?:{_DASH}(?P<d4>{_DAY}))?,?\s(?P<y2>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<d5>{_DAY})(?:{_DASH}(?P<d6>{_DAY}))?\s(?:of\s|de\s)?(?P<m4>{_MONTH})(?:,|\sdel?)?\s(?P<y3>{_YEAR})(?!\d)(?:\sг\.)?"
    rf"|(?<!\d)(?P<y4>{_YEAR})-(?P<n1>\d\d)-(?P<d7>\d\d)(?!\d)"
    rf"|(?<!\d)(?P<d8>\d\d?)\.\s?(?P<n2>\d\d?)\.\s?(?P<y5>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<d9>\d\d?)\.\s?(?P<n3>(?-i:[IVX]{{1,4}}))\.\s?(?P<y9>{_YEAR})(?!\d)"
    rf"|(?<![\d/.])(?P<y10>{_YEAR}),?\s(?:(?P<d10>{_DAY})\s(?P<m6>{_MONTH})|(?P<m7>{_MONTH})\s(?P<d11>\d{{1,2}})(?!\d))(?!\.?,?\s?\d{{4}})"
    rf"|(?P<m5>{_MONTH}),?\s(?P<y6>{_YEAR})(?!\d)"
    rf"|(?<![\d/.])(?P<y7>{_YEAR})(?:[-–—/](?P<y8>{_YEAR}|\d\d?)(?!\d))?(?!\d))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date and its place in the text; `day` tells whether it is a day and not just a year or month."""

    start: int
    end: int
    date: Date
    day: bool


def find_dates(text: str) -> list[Found]:
    """All dates of a text in order. Never raises; impossible days and months are left out of the parts."""
    return list(_dates(text))


@remembered
def _dates(text: str) -> tuple[Found, ...]:
    year = _ANY_YEAR.search(text)
    if year is None:
        return ()
    return tuple(_found(match) for match in _DATE.finditer(text, max(0, year.start() - _LONGEST)))


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _parts(year: str, month: int | None, day: str | None) -> tuple[int, ...]:
    if month is None or not 1 <= month <= len(_MONTHS):
        return (int(year),)
    number = _number(day) if day else 0
    return (int(year), month, number) if 1 <= number <= 31 else (int(year), month)  # noqa: PLR2004 - days in a month


def _month(name: str | None) -> int | None:
    return _NUMBER[name.rstrip(".").lower()] if name else None


def _found(match: re.Match[str]) -> Found:
    if year := match["y7"]:  # most of them
        return Found(match.start(), match.end(), _years(year, match["y8"]), day=False)
    get = match.groupdict()
    if get["to"]:
        return _range(match, get["from"], get["to"])

    def first(*names: str) -> str | None:
        return next((get[name] for name in names if get[name]), None)

    year = first("y1", "y2", "y3", "y4", "y5", "y6", "y9", "y10") or "0"
    named, numeric = first("m1", "m3", "m4", "m5", "m6", "m7"), first("n1", "n2", "n3")
    month = (
        (_ROMAN.get(numeric) or int(numeric) if numeric.isdigit() or numeric in _ROMAN else None)
        if numeric
        else _month(named)
    )
    begin = _parts(year, month, first("d1", "d3", "d5", "d7", "d8", "d9", "d10", "d11"))
    parts = [begin]
    if last := first("d2", "d4", "d6"):
        parts.append(_parts(year, _month(get["m2"]) or month, last))
    full = 3  # year, month, day
    return Found(match.start(), match.end(), Date(date_parts=tuple(parts)), len(begin) == full)


@lru_cache(maxsize=2048)
def _years(year: str, last: str | None) -> Date:
    """A year, or the first and last of a few: "1950", "1950-53"."""
    until = int(year[: 4 - len(last)] + last) if last else 0
    return Date(date_parts=((int(year),), (until,)) if until > int(year) else ((int(year),),))


def _range(match: re.Match[str], begin: str, end: str) -> Found:
    """Two dates with their own months or seasons: "30 March–25 April 1950", "Winter 2003/Spring 2004"."""
    until = _single(end, None)
    since = _single(begin, str(until[0]))
    parts = (since, until) if since < until else (since,)
    full = 3  # year, month, day
    return Found(match.start(), match.end(), Date(date_parts=parts), len(since) == full)


def _single(text: str, year: str | None) -> tuple[int, ...]:
    """The parts of one date of a range; `year` is the other one's, which it may share."""
    own, month, day = (pattern.search(text) for pattern in (_ONE_YEAR, _ONE_MONTH, _ONE_DAY))
    return _parts(
        own.group() if own else year or "0", _month(month.group()) if month else None, day.group() if day else None
    )


def is_day(text: str) -> bool:
    """Whether a text is a day, with or without its year, or a month and its year ("3 maggio", "1381, 3 dicembre", "mai 1340"), and nothing else."""
    bare = _STYLE.sub("", text.strip(" .,:;()"))
    found = find_dates(bare)
    whole = bool(found) and (found[0].start, found[0].end) == (0, len(bare)) and not bare.replace("-", "").isdigit()
    return whole or DAY_ALONE.fullmatch(bare.rstrip(".")) is not None


def day_of(date: object) -> tuple[int, ...] | None:
    """The day of a date, or None if it has none."""
    full = 3
    if isinstance(date, Date) and date.date_parts and len(date.date_parts[0]) == full:
        return date.date_parts[0]
    return None
