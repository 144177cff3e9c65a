"""Issues of newspapers and periodicals cited without an article: the title in italics, then number, day or month, page.

"*Gaceta de Elm*, núm. 91, 13 de noviembre de 1804, 1008."; "La *Gazette d'Elm,* 19 juillet 1836"; "*L'Écluse,* n° 10, mars 1842".
"""

import re
from collections.abc import Sequence

from argmap.cite.dates import find_dates
from argmap.cite.documents import document_noun
from argmap.cite.locators import LOCATOR, best_locator, find_locators
from argmap.cite.periodical import PERIODICAL_NAME
from argmap.cite.segment import Atom
from argmap.cite.stretches import Stretch, within
from argmap.cite.work import Work, clean
from argmap.model import Locator

_BEFORE = re.compile(
    r"\s{0,2}(?:(?:[Dd]ans|[Ii]n|[Ee]n|[Ii]m)\s)?(?:(?:[Ll][ae]|[Ll]es|[Ii]l|[Ee]l|[Ll]os|[Dd]er|[Dd]ie|[Dd]as)\s|[Ll][’'])?"
)
_BETWEEN = re.compile(r"[\s,.;:(]{1,3}(?:(?:du|de\sl[ae]|del|de|vom|v\.|le|el|im|dated)\s)?")
_NUMBER = re.compile(
    r"(?:[Nn][°ºo]s?\.?|[Nn](?:úm|um|r|ro)?\.|Heft|H\.|[Ff]asc\.|№)\s?(?P<number>\d{1,5}(?:[-–/]\d{1,5})?)(?!\w)"
)
_RUN = re.compile(
    r"\d{1,3}\s?(?:re|er|ère|ème|ᵉ|e|º|ª|°|\.)?\s(?:année|anno|año|annata|Jahrgang|Jg\.)|(?:a\.|[Aa]nno|[Aa]ño|année|Jahrgang|Jg\.)\s(?:[IVXLC]{1,7}|\d{1,3})(?!\w)"
)
"""How long the periodical had run: "3e année", "anno IV"."""
_PLACE = re.compile(r"\((?P<place>[A-ZÀ-Ö][\w .-]{1,30})\)")
_PAGE = re.compile(r"(?P<page>\d{1,4}(?:[-–]\d{1,4})?)(?=[\s.;)]*$)")
_ENDS = re.compile(r"[\s.;)]*$|[\s)]{0,2}\.\s|\s?[,(:;]?\s(?=[a-zà-ÿ«“\"])")
_MONTH = 2
_MOST_PARTS = 8
_WINDOW = 60


def read_issue(text: str, atom: Atom, titles: Sequence[Stretch]) -> tuple[Work, int] | None:
    """Read an atom that begins with such an issue, and say where it ends: at the end, or where talk goes on."""
    begin = atom.begin(text)
    before = _BEFORE.match(text, begin, atom.end)
    title = next(iter(within(titles, begin, atom.end)), None)
    if (
        title is None
        or title[0] > (before.end() if before else begin)
        or title[1] >= atom.end
        or document_noun(text[slice(*title)])
    ):
        return None
    work = Work({"title": clean(text[slice(*title)])})
    end = _parts(text, title[1], atom.end, work)
    issued = work.fields.get("issued")
    exact = issued is not None and len(issued.date_parts[0]) >= _MONTH
    named = issued is not None and "issue" in work.fields and PERIODICAL_NAME.search(work.fields["title"]) is not None
    if not (exact or named) or not _ENDS.match(text, end, atom.end):
        return None
    work.put(type="article-newspaper")
    return work, end


def _parts(text: str, start: int, limit: int, work: Work) -> int:
    """Put the parts behind a title into a work; where they end."""
    for _ in range(_MOST_PARTS):
        between = _BETWEEN.match(text, start, limit)
        if between is None:
            break
        end = _part(text, between.end(), limit, work)
        if end is None:
            break
        start = end
    return start


def _part(text: str, start: int, limit: int, work: Work) -> int | None:
    """Put one part into a work; where it ends, or None if there is none."""
    if (number := _NUMBER.match(text, start, limit)) and "issue" not in work.fields:
        work.put(issue=number["number"])
        return number.end()
    run = _RUN.match(text, start, limit)
    if run is not None:
        return run.end()
    return _when(text, start, limit, work) if "issued" not in work.fields else _where(text, start, limit, work)


def _when(text: str, start: int, limit: int, work: Work) -> int | None:
    """The day or month, or the town before it."""
    dates = find_dates(text[start : min(limit, start + _WINDOW)])
    if dates and dates[0].start == 0:
        work.put(issued=dates[0].date)
        return start + dates[0].end
    place = _PLACE.match(text, start - 1, limit)
    if place is None or "publisher_place" in work.fields:
        return None
    work.put(publisher_place=place["place"])
    return place.end()


def _where(text: str, start: int, limit: int, work: Work) -> int | None:
    """The page."""
    if work.locator is not None:
        return None
    if label := LOCATOR.match(text, start, limit):
        work.locator = best_locator(find_locators(label.group()))
        return label.end()
    page = _PAGE.match(text, start, limit)
    if page:
        work.locator = Locator(label="page", value=page["page"])
    return page.end() if page else None
