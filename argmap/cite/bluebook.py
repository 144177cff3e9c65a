"""References as American lawyers make them: "Ada Reed, *On Mills*, FORBES (Oct. 4, 2017)", "ADA REED, ON MILLS 64 (2d ed. 2018)".

After The Bluebook (21st ed., rules 15-18): small capitals, often typed as capitals, for authors and titles of books and
for the names of journals, newspapers and sites; the page before the bracket with the year; no publisher.
"""

import re
from collections.abc import Iterator

from argmap.cite.dates import find_dates
from argmap.cite.details import take_address
from argmap.cite.lexicon import NEWSPAPER
from argmap.cite.names import read_names
from argmap.cite.standins import STAND_IN
from argmap.cite.work import Work, clean
from argmap.model import Date, Locator, Name

_STUDENT = re.compile(
    r"(?P<genre>Note|Comment|Commentary|Essay|Response|Reply|Recent\sCase|Case\sNote|Case\sComment|Book\sNote|Foreword|Symposium|Colloquy),\s(?=[“\"]?[A-Z])"
)
"""What kind of piece in a law review it is, before the title."""
_WORD = r"[A-Z0-9][\w.’'&/+-]{0,24}"
_SITE = re.compile(
    rf"(?<=, )(?=[A-Z])(?P<name>{_WORD}(?:\s(?:{_WORD}|of|the|and|for|on|in|&)){{0,6}}?)(?P<then>,\s|\s\(|\.?$)"
)
_QUOTED = re.compile('[“”„«"]')
_PAPER = re.compile(rf"\b(?:{NEWSPAPER}|J|Rev|Trib|Chron|Mag|Gaz|Wkly|Mirror)\b\.?", re.IGNORECASE)
_ITALICS_BEFORE = re.compile(rf"{STAND_IN}, $")
_PAGE = re.compile(r"\)?,?\s(?:at|pp?\.)\s(?P<page>[A-Z]?-?\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?){0,4})")
_PAGES = r"(?P<pages>\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?){0,5})(?:\s&?\s?n{1,2}\.\s?\d{1,3})?"
_BRACKET = r"\((?:(?P<people>[A-Z][^()]{2,80}?)\s(?P<role>eds?|trans)\.,\s)?(?:(?P<edition>(?:\d{1,2}(?:st|nd|rd|th|d)|rev\.)\sed\.),?\s)?(?P<year>(?:1[4-9]|20)\d\d)\)"
_TITLE = rf"(?:{STAND_IN}|(?=[^()a-zß-ÿ]{{0,200}}[A-Z]{{3}})[A-Z0-9“\"][^()a-zß-ÿ]{{2,200}}?)"
_END = r"[\s.,;]*(?:[(\[]|$)"
_BOOK = re.compile(rf"(?P<title>{_TITLE})(?:\s{_PAGES})?\s{_BRACKET}{_END}")
_CHAPTER = re.compile(rf"(?P<title>[^()]{{3,300}}?),\sin\s(?P<host>{_TITLE})\s{_PAGES}\s{_BRACKET}{_END}")
_RELEASE = re.compile(
    r"(?P<genre>Press\s[Rr]elease|Media\s[Rr]elease|News\s[Rr]elease|Fact\s[Ss]heet),\s(?P<body>[^,()]{3,80}),\s(?P<title>[^()]{3,300}?)\s\((?P<date>[^()]{4,24})\)"
)
_RELEASED = frozenset({"Press", "Media", "News ", "Fact "})
_LETTERS = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 3
_LONGEST_DAY = 30


def read_bluebook(body: str, work: Work) -> bool:
    """Read what stands behind the authors of such a reference; False, and nothing read, if it is none."""
    student = _STUDENT.match(body)
    rest = body[student.end() :] if student else body
    found = _release(rest, work) or _chapter(rest, work) or _book(rest, work) or _site(rest, work)
    if found and student:
        work.put(genre=student["genre"])
    return found


def is_bluebook(words: str) -> bool:
    """Whether a whole reference is made so."""
    work = Work()
    rest = take_address(words, work)
    return read_bluebook(rest[read_names(rest).end :].lstrip(" ,"), work)


def without_kind(body: str) -> str:
    """A title without the kind of piece before it: "Note, On Mills"."""
    return _STUDENT.sub("", body, count=1)


def shouts(words: str) -> bool:
    """Whether words stand in capitals."""
    letters = "".join(_LETTERS.findall(words))
    return len(letters) >= _FEWEST_LETTERS and letters.isupper()


def _release(body: str, work: Work) -> bool:
    """What a body has sent to the press: "Press Release, Elm Board, Mills Are Closed (May 3, 2020)"."""
    found = _RELEASE.match(body) if body[:5] in _RELEASED else None
    day = find_dates(found["date"])[:1] if found else []
    if found is None or not day:
        return False
    work.put(author=(Name(literal=found["body"]),), title=clean(found["title"]), genre=found["genre"])
    work.put(issued=day[0].date, type="webpage" if "URL" in work.fields else "report")
    return True


def _chapter(body: str, work: Work) -> bool:
    found = _CHAPTER.match(body) if ", in " in body else None
    if found is None:
        return False
    first, *others = found["pages"].split(", ")
    work.put(title=clean(found["title"]), container_title=clean(found["host"]), type="chapter", page=first)
    _printed(found, work, others[-1] if others else first)
    return True


def _book(body: str, work: Work) -> bool:
    found = _BOOK.match(body)
    if found is None or not (found["pages"] or found["people"] or shouts(found["title"])):
        return False
    work.put(title=clean(found["title"]), type="book")
    _printed(found, work, found["pages"])
    return True


def _printed(found: re.Match[str], work: Work, pages: str | None) -> None:
    """What stands before and in the bracket."""
    people = read_names(f"{found['people']},").names if found["people"] else ()
    work.put(
        **{"translator" if found["role"] == "trans" else "editor": people},
        edition=found["edition"],
        issued=Date(date_parts=((int(found["year"]),),)),
    )
    if pages:
        work.locator = Locator(label="page", value=pages)


def _site(body: str, work: Work) -> bool:
    """A newspaper or site behind the title, and its day: in capitals, or known for a newspaper, or right behind italics."""
    for site in _sites(body):
        dates = find_dates(body[site.end() : site.end() + _LONGEST_DAY])
        first = bool(dates) and dates[0].start == 0
        page = _PAGE.match(body, site.end() + dates[0].end) if first else None
        dated = first and (dates[0].day or page is not None or "URL" in work.fields)
        online = not site["then"].strip(" .") and "URL" in work.fields and shouts(site["name"])
        if not (dated or online):
            continue
        paper = _PAPER.search(site["name"])
        work.put(
            title=clean(body[: site.start()]),
            container_title=site["name"],
            issued=dates[0].date if dated else None,
            type="webpage" if "URL" in work.fields and not paper else "article-newspaper",
        )
        if page:
            work.locator = Locator(label="page", value=page["page"])
        return True
    return False


def _sites(body: str) -> Iterator[re.Match[str]]:
    if _QUOTED.search(body):  # the manner of others
        return
    for site in _SITE.finditer(body):
        name = site["name"]
        paper = _PAPER.search(name)
        in_bracket = site["then"] == " ("
        known = paper and " " in name and ("." in name or in_bracket)
        loud = shouts(name) and (in_bracket or paper or site["then"] != ", ")
        if loud or known or ((paper or in_bracket) and _ITALICS_BEFORE.search(body, 0, site.start())):
            yield site
