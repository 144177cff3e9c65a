"""The numbers behind a periodical's name: volume, issue, date, pages; and newspapers with their day."""

import re
from dataclasses import dataclass

from argmap.cite.dates import find_dates
from argmap.cite.documents import document_noun
from argmap.cite.lexicon import NEWSPAPER, PERIODICAL
from argmap.cite.locators import FURTHER, bare_places, best_locator, find_locators
from argmap.cite.work import Work, clean
from argmap.model import Date, Locator

_DASH = r"\s?[-–—]{1,2}\s?"
_NAME = r"(?P<name>[^\d()“”\"]{2,140}?)"
_NUMBERS = re.compile(
    rf"^{_NAME}[\s,.]+"
    r"(?:"
    r"(?:[Vv]ol(?:ume)?\.?|[Bb]d\.|[Tt]\.)\s?(?P<v1>\d{1,4}|[IVXLC]{1,7})"
    r"|(?P<v2>\d{1,4}(?:/\d{1,4}|[-–]\d{1,3}(?=\s\())?)(?!\d)|(?P<v3>[IVXLC]{1,7}(?=[\s,.(])|[ivxlc]{1,8}(?=,?\s(?:\(|no\.)))"
    r"|(?=(?:[Nn]os?\.?|[Nn]r\.|[Nn][úu]ms?\.|H\.|[Ii]ssue|№)\s?\d)"
    r")"
    r"(?P<after>.*)$",
    re.DOTALL,
)
_ISSUE = re.compile(
    r"^(?:[ᵉeª]\s?ann(?:ée|o)|\.?\s(?:Jg\.|Jahrgang))?[\s,.]*(?:(?:[Nn]os?|[Nn]r|[Nn][úu]ms?|[Nn]\.?[°º]|H|[Ii]ssue|Heft|№)\.?\s?(?P<i1>[A-Z]?\d{1,4}(?:\s?[-–/&]\s?\d{1,4})?)"
    r"|\((?P<i2>\d{1,3}(?:\s?[-–/]\s?\d{1,3})?)\)|[.:/](?P<i3>\d{1,3}(?:(?:(?<=[./]\d)|(?<=[./]\d\d))[-–/]\d{1,3})?)(?=[\s,(]))"
)
_PAGES = re.compile(
    rf"[:,.]?\s*(?:pp?\.?\s?|S\.\s?)?(?P<pages>[A-Za-z]?\d{{1,6}}(?:{_DASH}[A-Za-z]?\d{{1,6}})?)[a-z]?(?P<further>{FURTHER})(?=[\s.,;)]|$)"
)
_PAGES_FIRST = re.compile(  # "12:345-67 (1999)"; but "12:3 (1999), 45-67" has an issue
    rf":\s?(?P<pages>\d{{1,6}}(?:{_DASH}\d{{1,6}})?),?\s\((?P<date>[^()]{{0,30}}(?:1[4-9]|20)\d\d)\)[\s.;]*$"
)
_SECTION = re.compile(r"\.\d")
_VOLUME_FIRST = re.compile(  # as lawyers cite: "45 Elm L. Rev. 123, 130 (1990)"
    r"(?P<volume>\d{1,4})\s(?P<name>[A-Z][^\d()“”\",]{2,80}?)\s(?P<page>\d{1,5})(?:,\s(?P<pin>\d{1,5}(?:\s?[-–]\s?\d{1,5})?(?:,\s\d{1,5}(?:[-–]\d{1,5})?){0,4}))?"
    r"(?:\s&?\s?n{1,2}\.\s?\d[\d–-]{0,6})?\s\((?P<date>[^()]{0,20}(?:1[4-9]|20)\d\d)\)"
)
_YEAR_FIRST = re.compile(  # as lawyers in Britain do: "(1979) 95 LQR 114, 118", "[2010] CLJ 88"
    r"[(\[](?P<year>(?:1[89]|20)\d\d)[)\]]\s(?:(?P<volume>\d{1,4})(?:\((?P<issue>\d{1,3})\))?\s)?"
    r"(?P<name>(?!(?:Vol|Bd|No|S)\b)[A-Z](?:[^\d()“”\",]|(?<=\w),(?=\s[A-Z])){1,80}?)\s(?P<page>\d{1,5})(?:[-–]\d{1,5})?(?:,\s(?P<pin>\d{1,5}(?:[-–]\d{1,5})?))?(?=[\s.,;)]|$)"
)
_PLACED_DAY = re.compile(  # "Elm Herald (London, 3 May 2020) 12"
    r"(?P<name>[A-Z][^\d()“”\"]{1,80}?)\s\((?P<place>[A-Z][\w .-]{1,30}),\s(?P<date>[^()]{6,24})\)(?:,?\s(?:p\.\s)?(?P<page>[A-Z]?\d{1,4}(?:[-–]\d{1,4})?)(?=[\s.,;)]|$))?"
)
_BY_ISSUE = re.compile(r"\b(?:Bulletin|Newsletter|Magazine|Mitteilungen)$", re.IGNORECASE)
_SERIES = re.compile(
    r",\s(?:\d{1,2}(?:st|nd|rd|th|e|d|a|\.)?\s?(?:ser(?:ies)?|sér(?:ie)?|Folge)\b\.?|(?:new|nouvelle|neue|second|third|fourth|fifth|sixth)"
    r"\s(?:ser(?:ies)?|sér(?:ie)?|Folge)\b\.?|[Nn]\.?\s?[FfSs]\.?)(?=,?\s(?:\d|[ivxlcIVXLC]|vol))",
    re.IGNORECASE,
)
"""Of a journal: "5th ser.", "NF"."""
_PLACE = re.compile(r"\s*\((?P<place>[A-Z][\w .,-]{1,30})\)\s*$")
_PIN = re.compile(r"\s\(\d{1,5}\sff?\.?[,)]")
"""Behind the first page of a part, the one that is meant: "in: Marsh/Reed 3 (9 ff.)"."""
_OF_BOOKS = re.compile(r"\b(?:lib|bk|tit|caps?|arts?|chaps?|ch|[Qq]u?)\.\s|§")
_REIGNS = re.compile(r"\.?\s[a-zà-ÿ]{2,}")
"""Words behind a king's number: "Corr. of Harald IX. with Marsh"."""
PIECE = re.compile(
    r"(?P<piece>(?:[Ll]etter|Leserbrief)(?:\sto\sthe\s[Ee]ditor)?|[Ee]ditorial|[Ll]eader|[Ll]eading\sarticle|[Oo]bituary|[Aa]dvertisement|[Cc]artoon"
    r"|[Ll]eitartikel|[Nn]achruf|[Éé]ditorial|[Ee]ditoriale|[Nn]otice|[Cc]lassified\sad)(?:,|\sin)\s(?:in\s)?"
)
_NO_NEWSPAPER = re.compile(r"\b(?:Treaty|Register|Book|Rolls?|Minutes|Diary|Log|Act|Papers|Letters?)\b")
_NEWSPAPER = re.compile(rf"\b{NEWSPAPER}\b")
PERIODICAL_NAME = re.compile(rf"\b(?:{PERIODICAL}|{NEWSPAPER})\b")
"""A word that newspapers and journals are known by."""
_OF_DAY = re.compile(r",?\s(?:vom|du|del|of|dated|edition\sof|issue\sof|v\.)$")
_ISSUE_OF = re.compile(r",\s(?:Nr|No|no|n°|núm)\.?\s\d{1,5}$")
_PAGE_OF_SECTION = re.compile(
    r"[,;]\s(?:[Ss]ec(?:tion|t?\.)|[Pp]t\.|[Pp]art)\s(?P<volume>[A-Z]|\d{1,2}|[IVX]{1,4}),\s(?:pp?\.\s|col\.\s)?(?P<value>[A-Z]?\d{1,3}(?:[-–]\d{1,3})?)(?!\w)"
)
_LONGEST_PAPER = 160
_MOST = 400


@dataclass(frozen=True, slots=True)
class Periodical:
    """A periodical and the place in it."""

    name: str
    volume: str | None = None
    issue: str | None = None
    issued: Date | None = None
    locator: Locator | None = None
    newspaper: bool = False
    place: str | None = None

    @property
    def surely_newspaper(self) -> bool:
        """Whether a name before a day is a newspaper's: by its words, or because a page stands behind the day."""
        paged = self.locator is not None and self.locator.label == "page" and len(self.name.split()) > 1
        named = bool(_NEWSPAPER.search(self.name)) or (paged and not _NO_NEWSPAPER.search(self.name))
        return self.newspaper and named and "," not in self.name


def read_periodical(text: str) -> Periodical | None:
    """Read "Old Town Review 12, no. 3 (1999): 1-20" and its kin; None if there is no number and no day."""
    series = _SERIES.search(text[:_MOST])
    text = (text[: series.start()] + text[series.end() :] if series else text)[:_MOST].strip()
    if (shaped := _as_lawyers(text)) is not None:
        return shaped
    match = _NUMBERS.match(text)
    if (
        match is None
        or (match["v3"] and _REIGNS.match(match["after"]))
        or _is_day(text, match)
        or _is_place(text, match)
        or _OF_BOOKS.search(match["after"])
        or _PIN.match(match["after"])
    ):
        return _newspaper(text)
    name = match["name"].strip(" ,.:;")
    number = match["v1"] or match["v2"] or match["v3"]
    after = match["after"]
    issue = None
    if first := _PAGES_FIRST.match(after):
        dates = find_dates(first["date"])
        pages = Locator(label="page", value=re.sub(r"\s", "", first["pages"]))
        return Periodical(name, number, None, dates[-1].date if dates else None, pages)
    if found := _ISSUE.match(after):
        issue = found["i1"] or found["i2"] or found["i3"]
        after = after[found.end() :]
    if number and issue is None and "/" in number and not _BY_ISSUE.search(name) and not _doubled(number):
        number, _, issue = number.partition("/")
    elif number and issue is None and (_BY_ISSUE.search(name) or "/" in number):
        number, issue = None, number
    dates = find_dates(after)
    issued, rest = (dates[0].date, after[: dates[0].start] + " " + after[dates[0].end :]) if dates else (None, after)
    if not name or not (number or issue) or (_SECTION.match(match["after"]) and not dates):
        return None
    return Periodical(name, number, issue, issued, _locator(rest))


def _doubled(number: str) -> bool:
    """Whether these are two issues in one ("6/7") rather than a volume and its issue ("12/3")."""
    first, _, second = number.partition("/")
    return int(second) == int(first) + 1


def _as_lawyers(text: str) -> Periodical | None:
    """The shapes of lawyers in America and Britain: volume or year first, or the place and day of a newspaper in a bracket."""
    if first := _VOLUME_FIRST.match(text):
        dates = find_dates(first["date"])
        pages = Locator(label="page", value=re.sub(r"\s", "", first["pin"] or first["page"]))
        return Periodical(first["name"], first["volume"], None, dates[-1].date if dates else None, pages)
    if law := _YEAR_FIRST.match(text):
        pages = Locator(label="page", value=law["pin"] or law["page"])
        when = Date(date_parts=((int(law["year"]),),))
        return Periodical(law["name"], law["volume"], law["issue"], when, pages)
    if (paper := _PLACED_DAY.match(text)) and (day := [date for date in find_dates(paper["date"]) if date.day]):
        page = Locator(label="page", value=paper["page"]) if paper["page"] else None
        return Periodical(
            paper["name"].strip(" ,"), None, None, day[0].date, page, newspaper=True, place=paper["place"]
        )
    return None


def _is_day(text: str, match: re.Match[str]) -> bool:
    """Whether the number is the day or year of a date ("The Times, 5 May 1950")."""
    start = match.start("v2")
    return start >= 0 and any(date.start <= start < date.end for date in find_dates(text))


def _is_place(text: str, match: re.Match[str]) -> bool:
    """Whether the number is a page or chapter ("Old Town, p. 12")."""
    start = max(match.start("v2"), match.start("v3"))
    return start >= 0 and any(
        place.start < start < place.end and place.locator.label != "volume" for place in find_locators(text)
    )


def _newspaper(text: str) -> Periodical | None:
    dates = [date for date in find_dates(text) if date.day]
    if not dates:
        return None
    name = text[: dates[0].start].strip(" ,.:;(")
    if not name or len(name.split()) > 8:  # noqa: PLR2004 - no newspaper's name is longer
        return None
    name = _ISSUE_OF.sub("", _OF_DAY.sub("", name))
    place = _PLACE.search(name)
    name = _PLACE.sub("", name)
    behind = text[dates[0].end :]
    if section := _PAGE_OF_SECTION.search(behind):
        locator = best_locator(bare_places(section))
    else:
        locator = best_locator(find_locators(behind)) or _locator(behind)
    return Periodical(name, None, None, dates[0].date, locator, newspaper=True, place=place["place"] if place else None)


def read_piece(text: str) -> tuple[str, Periodical] | None:
    """A piece that is called by its kind, and the newspaper of a day around it: "Editorial, Elm Herald, 3 May 1950"."""
    piece = PIECE.match(text)
    paper = read_periodical(text[piece.end() :]) if piece else None
    if piece is None or paper is None or not paper.newspaper or "," in paper.name:
        return None
    return piece["piece"][0].upper() + piece["piece"][1:], paper


def read_paper(text: str, *, named: bool) -> Work | None:
    """Read a newspaper with its day, where a text is nothing else: "Elmer Anzeiger vom 3. Mai 1899, S. 2".

    `named` if its name must show that it is one.
    """
    paper = _newspaper(text) if len(text) < _LONGEST_PAPER else None
    if paper is None or "," in paper.name or not text.startswith(paper.name) or not paper.name[:1].isupper():
        return None
    if document_noun(paper.name) or not (_NEWSPAPER.search(paper.name) or not named):
        return None
    last = next(date for date in find_dates(text) if date.day)
    behind = find_locators(text[last.end :])
    if text[last.end + (behind[-1].end if behind else 0) :].strip(" .,;)"):
        return None
    work = Work({"type": "article-newspaper", "title": clean(paper.name)})
    work.put(issued=paper.issued, publisher_place=paper.place)
    work.locator = paper.locator
    return work


def _locator(rest: str) -> Locator | None:
    """The pages behind the numbers: those of the whole article, or else those with a label."""
    match = _PAGES.match(rest.lstrip(" )(,.;")) if rest.strip(" )(,.;:") else None
    whole = match is not None and re.search(r"\d\s?[-–—]", match["pages"]) is not None
    if not whole:
        places = [place for place in find_locators(rest) if place.locator.label in {"page", "column"}]
        if labelled := best_locator(places):
            return labelled
    match = match or _PAGES.search(rest)
    if match is None:
        return None
    return Locator(label="page", value=re.sub(r"\s", "", match["pages"]) + match["further"])
