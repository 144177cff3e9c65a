"""References in the order of Russian bibliographies: family name and initials, title, " // " and the host, ". — " between areas.

By GOST R 7.0.5-2008 (references) and 7.1-2003 (descriptions), also as printed without the dashes.
"""

import re

from argmap.cite.work import Work, clean
from argmap.model import Date, Locator, Name

_FAMILY = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PERSON = re.compile(rf"(?P<family>{_FAMILY}),?\s(?P<given>[А-ЯЁ][а-я]?\.(?:[\s-]{{0,2}}[А-ЯЁ][а-я]?\.)?)(?=[\s,;:]|$)")
_STRAIGHT = re.compile(rf"(?P<given>[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?)\s?(?P<family>{_FAMILY})")
_NEXT_PERSON = re.compile(r"[,;]?\s(?:и\s)?")
_HOST = re.compile(r"\s//\s")
_YEAR = r"(?:1[5-9]|20)\d\d"
_IMPRINT = re.compile(
    rf"(?:^|[.,\])]\s(?:[—–]\s)?|[—–]\s)(?P<place>(?:М|Л|СПб|Пг)\.(?:\s?[;–—-]\s?(?:М|Л|СПб)\.)?|{_FAMILY})(?::\s?(?P<publisher>[^.,\d][^,]{{1,80}}?))?,\s(?P<year>{_YEAR})(?!\d)"
)
_YEAR_ALONE = re.compile(rf"(?:^|[.,]\s(?:[—–]\s)?)(?P<year>{_YEAR})(?=[.,]|\s?$)")
_NUMBERS = {
    "volume": re.compile(r"(?<!\w)(?:Т|Том|Ч|Кн)\.?\s?(?P<value>\d{1,3}|[IVXLC]{1,6})(?!\w)"),
    "issue": re.compile(r"(?:№|(?<!\w)Вып\.)\s?(?P<value>\d{1,4}(?:[-–/]\d{1,4})?)"),
}
_PAGES = re.compile(r"(?<!\w)[Сс]\.\s?(?P<value>\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:,\s\d{1,5}(?:[-–]\d{1,5})?){0,5})")
_EDITED = re.compile(r"(?:[Пп]од\s(?:общ\.\s)?ред\.|[Рр]ед\.|[Сс]ост\.|[Оо]тв\.\sред\.)\s")
_AREA = re.compile(r"\s/\s(?!/)|\.\s[—–]\s")
_CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]")
_LONGEST = 900
_MOST_NAMES = 8


def read_gost(text: str) -> Work | None:
    """Read a whole reference of this kind; None if it is none: it needs a name or a host, and a year or pages."""
    if len(text) > _LONGEST or not _CYRILLIC.match(text):
        return None
    names, start = _names(text)
    body = text[start:].strip(" .,;")
    title, host = _halves(body)
    areas = bool(host or _AREA.search(body))
    if not (names or areas) or (not title[:1].isupper() and title[:1] not in '«“"'):
        return None
    work = Work()
    work.put(author=names)
    rest = host or title
    imprint = _IMPRINT.search(rest, 0 if host else 1)
    year = imprint or _YEAR_ALONE.search(rest)
    pages = _PAGES.search(rest)
    if not (year and (imprint or host or pages or areas)) and not (names and pages and not host):
        return None
    _published(rest, imprint, year, work)
    if host:
        _in_host(title, rest[: _first(rest, year, pages)], imprint, work)
    else:
        work.put(title=_title(rest[: _first(rest, year, pages)], work), type="book")
    if pages:
        work.locator = Locator(label="page", value=re.sub(r"\s?([-–—])\s?", r"\1", pages["value"]))
        work.put(page=work.locator.value if host and re.search(r"[-–—]", work.locator.value) else None)
    return work


def _names(text: str) -> tuple[tuple[Name, ...], int]:
    found: list[Name] = []
    end = 0
    match = _PERSON.match(text)
    while match and len(found) < _MOST_NAMES:
        found.append(Name(family=match["family"], given=match["given"]))
        end = match.end()
        joint = _NEXT_PERSON.match(text, end)
        match = _PERSON.match(text, joint.end()) if joint else None
    return tuple(found), end


def _halves(body: str) -> tuple[str, str]:
    """The title, and what stands behind the two strokes."""
    host = _HOST.search(body)
    return (body[: host.start()], body[host.end() :]) if host else (body, "")


def _first(rest: str, *parts: "re.Match[str] | None") -> int:
    """Where the first of the numbers begins: the name before them ends there."""
    numbers = (pattern.search(rest) for pattern in _NUMBERS.values())
    return min(match.start() for match in (*parts, *numbers, re.search("$", rest)) if match)


def _published(rest: str, imprint: "re.Match[str] | None", year: "re.Match[str] | None", work: Work) -> None:
    work.put(issued=Date(date_parts=((int(year["year"]),),)) if year else None)
    if imprint:
        work.put(publisher_place=imprint["place"], publisher=clean(imprint["publisher"] or ""))
    for field, pattern in _NUMBERS.items():
        if match := pattern.search(rest):
            work.put(**{field: match["value"]})


def _in_host(title: str, name: str, imprint: "re.Match[str] | None", work: Work) -> None:
    work.put(title=_title(title, work), container_title=_title(name, work))
    chapter = imprint is not None and not work.fields.get("issue")
    work.put(type="chapter" if chapter else "article-journal")


def _title(words: str, work: Work) -> str:
    """The words before the statement of responsibility; editors it names go to the work."""
    title, _, said = words.partition(" / ")
    if edited := _EDITED.search(said):
        people = _STRAIGHT.finditer(said, edited.end())
        work.put(editor=tuple(Name(family=one["family"], given=one["given"]) for one in people))
    return clean(re.sub(r"(?:\s[—–]|\.)+\s*$", "", title.strip()))
