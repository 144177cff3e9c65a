"""A title with an imprint behind it, a year, or just a page; and papers that were never published."""

import re
from dataclasses import replace

from argmap.cite.anchors import find_genre, paper_kind
from argmap.cite.bluebook import without_kind
from argmap.cite.dates import Found, find_dates
from argmap.cite.details import take_edition, take_roles, take_series, take_town, take_volume
from argmap.cite.hosts import first_locator, put_container, put_imprint, put_locator, put_paper
from argmap.cite.imprint import Imprint, find_imprint
from argmap.cite.locators import best_locator, find_locators
from argmap.cite.periodical import read_periodical
from argmap.cite.work import Work, clean

_PARTS = re.compile(
    r"(?:,\s(?:\d+[a-zæª]{0,2}(?:\s\d+[a-zæª]{0,2})?|(?:div|[Qq]u?|dist|causa|pars|disp)\.?\s\w{1,6})){1,6}\s*,?\s*$"
)
_VOLUME_INSIDE = re.compile(
    r",?\s(?:vols?|Bde?|t)\.\s(?P<volume>\d{1,3}(?:[-–]\d{1,3})?|[IVXLC]{1,7}|[ivxlc]{1,7})"
    r"(?=,?\s(?:\(|(?:eds?|edited|trans|translated|transl|rev|hrsg|übers|a\scura)\b|\d{1,2}(?:st|nd|rd|th)\s))",
    re.IGNORECASE,
)
"""A volume before editors, the edition or the imprint: it belongs to the work, and is no place in it."""
_LAW_REVIEW = re.compile(
    r",\s(?=\d{1,4}\s[A-Z][^\d()“”\",]{2,80}?\s\d{1,5}(?:,\s\d{1,5}(?:[-–]\d{1,5})?){0,5}(?:\s&?\s?n{1,2}\.\s?\d[\d–-]{0,6})?\s\([^()]{0,20}(?:1[4-9]|20)\d\d\))"
)
_ASKED = re.compile(
    r"(?P<title>(?:Interview\s(?:with|of)|Entretien\savec|Gespräch\smit|(?:Intervista|Entrevista)\s(?:a|con))\s(?:[A-Z][a-z]{1,4}\.\s)?[^,]{3,80})(?:,?\s(?:conducted\s)?by\s(?:the\s)?author)?(?:,\s(?:conducted\s)?by\s[^,]{3,60})?"
)
_UNTITLED = frozenset({"personal_communication", "post"})
_NUMBERS_BEFORE = re.compile(r"\b[Nn](?:os?|rs?|um)\.\s[\d\s,and]{0,30}$")
"""What stands before numbers that are no years: "Nos. 1485, 1486"."""
_CLOSE = 40


def read_book(body: str, work: Work) -> None:
    """A title with an imprint behind it, or a year, or just a page."""
    if law := _LAW_REVIEW.search(body):
        work.put(title=clean(without_kind(body[: law.start()])))
        put_container(body[law.start() :], work)
        return
    body = take_series(body, work)
    imprint = find_imprint(body)
    year = _year_end(body)
    if imprint is None and year is not None:
        imprint = Imprint(year.start, year.end, issued=year.date)
    locator = first_locator(body)
    if imprint and imprint.bracketed and (volume := _VOLUME_INSIDE.search(body, 0, imprint.start + 1)):
        work.put(volume=volume["volume"])
        body = body[: volume.start()] + body[volume.end() :]
        length = volume.end() - volume.start()
        imprint = replace(imprint, start=imprint.start - length, end=imprint.end - length)
        locator = first_locator(body)
    end = min(imprint.start if imprint else len(body), max(locator, 1))
    if _unpublished(body, work):
        return
    title = take_edition(take_roles(body[:end].strip(" ,.;:("), work), work)
    book = bool(imprint and imprint.publisher) or any(
        work.fields.get(key) for key in ("editor", "translator", "edition")
    )
    periodical = None if book else read_periodical(body)
    if periodical and not work.fields.get("author") and (periodical.volume or periodical.issue):
        work.put(
            title=clean(periodical.name),
            volume=periodical.volume,
            issue=periodical.issue,
            issued=periodical.issued,
            type="periodical",
        )
        work.locator = periodical.locator
        return
    put_imprint(imprint, work)
    if imprint and imprint.bracketed:
        work.locator = best_locator(find_locators(body[imprint.start : imprint.end]))
    title = take_town(title, work) if imprint and not imprint.publisher else title
    work.put(title=clean(_PARTS.sub("", take_volume(title, work))))
    tail = body[max(end, imprint.end if imprint and imprint.start <= end else end) :]
    put_locator(tail if imprint is None or imprint.start <= end else body[end:], work, ranges=False)


def _unpublished(body: str, work: Work) -> bool:
    """Read a thesis, a paper or an interview, if a word says that it is one; whether it was read."""
    genre = find_genre(body)
    if genre is None:
        return False
    cut = max(body.rfind(mark, 0, genre.start()) for mark in ",(")
    bracket = body.rfind("(", 1, genre.start())
    if (
        bracket > 0 and ")" not in body[bracket : genre.start()]
    ):  # "Mills at Work (Elm School, Working Paper No. 12, 2020)"
        cut = bracket
    if genre.start() == 0 and paper_kind(genre) == "interview":
        asked = _ASKED.match(body)
        work.put(title=asked["title"] if asked else genre.group().capitalize(), genre="interview", type="interview")
        if asked:
            put_paper(f"interview by author, {body[asked.end() :].lstrip(' ,')}", work)
            return True
        put_paper(body, work)
        return True
    if cut > 0 and body[0] != "@":
        work.put(title=clean(body[:cut]))
        put_paper(body[cut:], work)
    elif paper_kind(genre) in _UNTITLED and (genre.start() == 0 or cut > 0):
        work.put(title=genre.group().capitalize())
        put_paper(body, work)
    return "title" in work.fields


def _year_end(body: str) -> Found | None:
    """A year between commas or at the end, which is the year of publication; not one inside of the title."""
    first_page = first_locator(body)
    for date in find_dates(body):
        after = body[date.end : date.end + 2].strip()
        before = body[: date.start].rstrip()[-1:]
        ranged = len(date.date.date_parts) > 1
        if _NUMBERS_BEFORE.search(body, max(0, date.start - _CLOSE), date.start):
            continue
        if before in {",", ".", "("} and (not after or after[0] in ",.;:)") and date.start <= first_page + 40:
            if ranged and before == ",":
                continue
            return date
    return None
