"""Place, publisher and year: inside brackets, with a bracket missing, or without any."""

import re
from dataclasses import dataclass

from argmap.cite.anchors import BODIES, SQUARE_IMPRINT, holds_page, is_undated
from argmap.cite.dates import find_dates
from argmap.cite.lexicon import CITIES
from argmap.cite.nesting import nesting
from argmap.model import Date

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_LATER = re.compile(
    r"(?:forthcoming|in\spress|under\scontract|im\s(?:Druck|Erscheinen)|erscheint\sdemnächst|à\sparaître|sous\spresse|in\scorso\sdi\s(?:stampa|pubblicazione)|en\sprensa|n\.\s?d\.|s\.\s?d\.|o\.\s?J\.)$"
)
"""In the place of a year: not yet printed, or printed without one."""
_HOUSE = re.compile(
    r"\b(?:Press|Verlag|Publish\w*|Books|Editions?|Éditions|Editrice|University|Universität|& (?:Co|Sons)|Company|Ltd|"
    r"Inc|OUP|CUP|Издательство|Routledge|Macmillan|Springer|Brill|Elsevier|Wiley)\b"
)
_EDITION = re.compile(r"(?:^|[,;]\s*)(?P<edition>(?:\d+(?:st|nd|rd|th)|second|third|rev(?:ised|\.)?)\s(?:ed|edn|edition)\b\.?|"
                      r"\d+\.\s?Aufl(?:age|\.))", re.IGNORECASE)  # fmt: skip
_EDITION_OF = re.compile(r"\((?:the\s)?(?:1[4-9]|20)\d\d\s(?:ed\.|edn|edition)\)", re.IGNORECASE)
"""A bracket of a title: "The Acts (1563 edition) (Dover: Reed, 2011)"."""
_PRINTED_AGAIN = re.compile(
    r"^\s*(?:(?:re)?pr(?:inte?d?|\.)|rpt\.|reissued?|new\simpression)[,:]?\s(?:ed(?:n|ition|\.),?\s)?(?=[A-ZÀ-Ö])"
)
_REPRINT = re.compile(
    r";\s(?P<edition>(?:repr(?:int(?:ed)?|\.)|rpt\.|reissued|paperback|pbk)[^;:]{0,20}?,?\s(?:1[4-9]|20)\d\d)$"
)
_OPEN = re.compile(
    r"(?P<place>[A-ZÀ-Ö][^\d:;()“”]{1,60}):\s?(?P<publisher>[^\d:;()“”]{2,90}?),?\s(?P<year>(?:1[4-9]|20)\d\d)(?!\d|\s?[-–]\s?\d)[a-z]?\)?"
)
_OPEN_END = re.compile(r"(?P<place>[A-ZÀ-Ö][^\d:;()“”]{1,40}):\s?(?P<publisher>[A-ZÀ-Ö][^\d:;()“”]{1,60})\.?$")
_PLACE = re.compile(
    rf"(?:{'|'.join(re.escape(city) for city in CITIES if city)}|[A-ZÀ-Ö][\w’'-]+)"
    r"(?:,\s(?:[A-Z][A-Za-z]*\.?(?:[A-Z]\.)*|D\.C\.))?$"
)
_PLACE_YEAR = re.compile(
    r"[,.]\s(?!Spring|Summer|Fall|Autumn|Winter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Vol|No)"
    r"(?P<place>[A-ZÀ-Ö][^\W\d_]+(?:[-/]\s?[A-Z][^\W\d_]+)?(?:\s(?:a\.\s?M\.|[A-Z][^\W\d_]+)){0,2}(?:\su\.\s?a\.)?)"
    r"\s(?P<year>(?:1[4-9]|20)\d\d)(?=[,.;:]|\s?$)"
)
_PLACES = re.compile(r"(?:(?<=[.,]\s)|^)(?P<place>[^.,]{2,40}(?:,\s(?:[A-Z]\.?){1,4}|,\s[A-Z][a-z]{2,5}\.)?)$")
TOWN_BEHIND = re.compile(
    r"\s(?P<place>(?:New\s|St\.\s)?[A-ZÀ-Ö][\w-]+)(?:,\s|:\s(?P<publisher>[^.;:()]{2,60}),\s)(?P<year>(?:1[4-9]|20)\d\d)\b"
)
"""An imprint right behind a title in quotation marks: "“Old Mills.” Dover, 1835"."""
_HOUSE_WORDS = re.compile(r"(?:(?:[A-ZÀ-Ö&/][^\s]*|and|und|of|for|the|de|et|--?)\s?){1,9}")


@dataclass(frozen=True, slots=True)
class Imprint:
    """An imprint and its place in the text; `bracketed` where it stood in brackets, whole or half."""

    start: int
    end: int
    place: str | None = None
    publisher: str | None = None
    issued: Date | None = None
    edition: str | None = None
    bracketed: bool = False


def find_imprint(text: str) -> Imprint | None:
    """The imprint of a reference, or None. A bracket with a date only is an imprint without publisher."""
    groups = [
        group
        for group in nesting(text).groups
        if (group.mark == "(" or SQUARE_IMPRINT.match(text, group.open))
        and (
            _YEAR.search(text, group.open, group.close)
            or _LATER.search(text, group.open, group.close)
            or is_undated(text[group.open + 1 : group.close])
        )
    ]
    if len(groups) > 1:
        groups = [group for group in groups if not _EDITION_OF.match(text, group.open)] or groups
    best: Imprint | None = None
    for group in groups[:20]:
        content = text[group.open + 1 : group.close]
        if not re.match(r"(?:ed|eds|trans|see|vgl|cf)\b", content, re.IGNORECASE) and not holds_page(content):
            found = _content(content, group.open, group.close + 1)
            if best is None or (found.publisher and not best.publisher):
                best = found
    return best or _open(text) or _continental(text)


def _content(content: str, start: int, end: int) -> Imprint:
    """What a bracket holds: "Place: Publisher, 1990", "Place, 1990", "Publisher, 1990", "Spring 1990"."""
    printing = _printing(content)
    dates = find_dates(printing)
    edition = _EDITION.search(printing) or _REPRINT.search(content)
    later = None if dates else _LATER.search(printing)
    head = printing[: dates[-1].start] if dates else printing[: later.start()] if later else printing
    head = _EDITION.sub("", head).strip(" ,;.")
    if dates and not head:
        head = ""
    place, publisher = _place_publisher(head)
    issued = dates[-1].date if dates else Date(literal=later.group()) if later else None
    return Imprint(start, end, place, publisher, issued, edition["edition"] if edition else None, bracketed=True)


def _printing(content: str) -> str:
    """Of several printings the one whose place or publisher is named: "1961; repr., New York: Garland, 1984"."""
    for part in content.split(";"):
        named = _PRINTED_AGAIN.sub("", part).strip()
        if _YEAR.search(named) and named[:1].isupper():
            return named
    return content


def _place_publisher(head: str) -> tuple[str | None, str | None]:
    if ":" in head:
        place, _, publisher = head.partition(":")
        return place.strip(" ,") or None, publisher.strip(" ,") or None
    if not head or re.fullmatch(r"(?:Spring|Summer|Fall|Autumn|Winter|[A-Z][a-z]+[-–/][A-Z][a-z]+|\W*)", head):
        return None, None
    first, _, rest = head.partition(", ")
    if _HOUSE.search(head):
        if rest and not _HOUSE.search(first):
            return first, rest
        if rest and not _HOUSE.search(rest):
            return rest, first
        return None, head
    return (None, head) if BODIES.match(head) else (head, None)


def _continental(text: str) -> Imprint | None:
    """For "Title, Hamburg 1987": place and year with nothing between."""
    match = _PLACE_YEAR.search(text)
    if match is None:
        return None
    return Imprint(match.start("place"), match.end(), match["place"], None, Date(date_parts=((int(match["year"]),),)))


def _open(text: str) -> Imprint | None:
    """An imprint without its opening bracket or without any: the place is the last town-like word before the colon."""
    found = list(_OPEN.finditer(text))
    match = found[-1] if found else _OPEN_END.search(text[-140:])
    if match is None:
        return None
    shift = 0 if found else max(0, len(text) - 140)
    words = match["place"]
    town = _PLACES.search(words) or _PLACE.search(words)
    if town is None or ("place" in town.groupdict() and len(town.group().split()) > 4):  # noqa: PLR2004 - a long name
        town = _PLACE.search(words)
    if town is None:
        return None
    year = match.groupdict().get("year")
    issued = Date(date_parts=((int(year),),)) if year else None
    if not year and not _HOUSE_WORDS.fullmatch(match["publisher"].strip(" .")):
        return None
    place = town.group().strip(" ,")
    if re.match(r"(?:Vol|Volume|Part|Band|Bd|Book)\b", place):
        return None
    start = shift + match.start() + town.start()
    return Imprint(
        start,
        shift + match.end(),
        place,
        match["publisher"].strip(" ,."),
        issued,
        bracketed=text[match.end() - 1 : match.end()] == ")",
    )
