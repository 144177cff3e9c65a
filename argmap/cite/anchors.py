"""What gives a reference away inside running prose: imprints, pages, quoted titles, genres, periodicals, addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from argmap.cite.dates import find_dates
from argmap.cite.drafts import talks
from argmap.cite.hints import holds_any
from argmap.cite.lexicon import GENRES, PERIODICAL, PLACES, listed
from argmap.cite.locators import FURTHER, LOCATOR, PAGES, VOLUME
from argmap.cite.nesting import Group, Nesting, nesting
from argmap.cite.standins import STAND_IN

AnchorKind = Literal["imprint", "year", "pages", "quote", "genre", "periodical", "url", "bare"]

URL = re.compile(r"(?:https?://|www\.)[^\s<>“”\"]{3,400}|\bdoi:?\s?10\.\d{4,9}/[^\s<>“”\"]{1,200}", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:archived\sat\s)?(?:https?://|www\.)\S{3,400}")
_ANY_GENRE = "|".join(f"(?P<g{index}>{pattern})" for index, (pattern, _) in enumerate(GENRES))
GENRE = re.compile(rf"(?<![^\W\d_])(?:{_ANY_GENRE})", re.IGNORECASE)
_GENRE_HINTS = (
    "diss",
    "thesis",
    "unpublished",
    "mimeo",
    "typescript",
    "manuskript",
    "paper",
    "report",
    "memorandum",
    "interview",
    "podcast",
    "radio",
    "television",
    "tv ",
    "habil",
    "arbeit",
    "thèse",
    "mémoire",
    "tesi",
    "author",
    "verf",
    "personal c",
    "pers. c",
    "presenta",
    "présent",
    "colloque",
    "vortrag",
    "entretien",
    "gespräch",
    "intervista",
    "entrevista",
    "personnelle",
    "patent",
    "blog",
    " post",
    "tweet",
)
_PERIODICAL = re.compile(
    rf"\b{PERIODICAL}(?:\s(?:of|für|de|d[’']|for|and)?\s?[A-Z][\w’'-]*){{0,4}},?\s(?:vol\.?\s|no\.?\s|Nos?\.\s)?"
    r"\d{1,4}(?:\s?/\s?\d{1,4})?(?!\d)"
)
_BROKEN_IMPRINT = re.compile(r":\s(?P<publisher>[^,:;()“”]{2,80}),\s(?P<year>1[4-9]\d\d|20\d\d)(?!\d|\s?[-–]\s?\d)\)?")
_YEAR_FIRST = re.compile(
    r"(?<=[’'”\"] [(\[]\d{4}[)\]] )(?:\d{1,4}(?:\(\d{1,3}(?:[-–/]\d{1,3})?\))?\s)?[A-Z][^\d()\[\]“”\";]{1,80}?\s\d{1,5}(?:[-–]\d{1,5})?(?:,\s\d{1,5}(?:[-–]\d{1,5})?)?(?=[\s.,;)<]|$)"
)
"""As lawyers in Britain have it behind a title: "(2021) 13(1) Law and Mills 43, 45"."""
_YEAR_END = re.compile(r"(?<=[\s,(])(?:c\.\s?)?(?:1[4-9]|20)\d\d(?:[-–/]\d{1,4})?[a-z]?(?=\s?[,.;:)\]]|\s?$)")
_YEAR_IN = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|forthcoming|n\.\s?d\.|in press")
_AFTER_COLON = re.compile(r":\s?(?=\d)(?P<pages>\d{1,5}(?:\s?[-–]\s?\d{1,5})?)" + FURTHER + r"(?=[\s.,;)]|$)")
_BEHIND_IMPRINT = re.compile(
    rf",\s(?:{VOLUME})?(?P<value>{PAGES})(?=[.,;)]|\s(?:and|und|et|e|y|see|but)\b|\s\((?:at|p)\b|\s?$)"
)
_LONGEST_IMPRINT = 200
_URL_HINTS = ("http", "www.", "doi")
_DIGITS = tuple("0123456789")
_PATTERNS: tuple[tuple[AnchorKind, re.Pattern[str], tuple[str, ...]], ...] = (
    # with words of which one must be there: a text without is looked at no further
    ("pages", LOCATOR, ()),
    ("genre", GENRE, _GENRE_HINTS),
    ("periodical", _PERIODICAL, _DIGITS),
    ("periodical", _YEAR_FIRST, ("(", "[")),
    ("url", URL, _URL_HINTS),
    ("imprint", _BROKEN_IMPRINT, (":",)),
    ("pages", _AFTER_COLON, (":",)),
    ("year", _YEAR_END, _DIGITS),
)


def find_genre(text: str) -> re.Match[str] | None:
    """What kind of paper a text says that it is, one of `GENRES`."""
    lower = text.lower()
    return GENRE.search(text) if holds_any(lower, _GENRE_HINTS) else None


def paper_kind(genre: re.Match[str]) -> str:
    """The CSL type of such a paper."""
    return next(kind for index, (_, kind) in enumerate(GENRES) if genre[f"g{index}"])


def find_address(text: str) -> re.Match[str] | None:
    """The first web address or DOI of a text."""
    lower = text.lower()
    return URL.search(text) if holds_any(lower, _URL_HINTS) else None


@dataclass(frozen=True, slots=True)
class Anchor:
    """One such sign; those that `ends` close a reference, the others stand in its middle."""

    kind: AnchorKind
    start: int
    end: int

    @property
    def ends(self) -> bool:
        """Whether a new reference may begin right behind it."""
        return self.kind in {"imprint", "year", "pages", "url", "bare"}


def find_anchors(text: str, nest: Nesting) -> list[Anchor]:
    """All anchors of a text outside of brackets and quotations, in order, none inside another."""
    out: list[Anchor] = []
    for anchor in sorted(_all(text, nest), key=lambda anchor: (anchor.start, -anchor.end)):
        if not out or anchor.start >= out[-1].end:
            out.append(anchor)
    return out


def has_anchor(text: str, *kinds: AnchorKind) -> bool:
    """Whether a text has an anchor of one of these kinds."""
    return any(anchor.kind in kinds for anchor in find_anchors(text, nesting(text)))


def _all(text: str, nest: Nesting) -> Iterator[Anchor]:
    for group in nest.groups:
        if group.quoted:
            yield Anchor("quote", group.open, group.close + 1)
        elif (group.mark == "(" or _in_square_brackets(text, group)) and _is_imprint(text, group):
            yield Anchor("imprint", group.open, group.close + 1)
            if pages := _BEHIND_IMPRINT.match(text, group.close + 1):
                yield Anchor("pages", pages.start() + len(", "), pages.end())
    lower = text.lower()
    for kind, pattern, hints in _PATTERNS:
        if hints and not holds_any(lower, hints):
            continue
        for match in pattern.finditer(text):
            if nest.free(match.start()) or (kind == "url" and _bracketed(text, nest.at(match.start()))):
                yield Anchor(kind, match.start(), match.end())


def _in_square_brackets(text: str, group: Group) -> bool:
    """Whether square brackets hold place, publisher and year, as inside of a round bracket: "[Dover: Hale, 1990]"."""
    return group.mark == "[" and SQUARE_IMPRINT.match(text, group.open, group.close + 1) is not None


def _bracketed(text: str, group: Group | None) -> bool:
    """Whether square brackets hold nothing but an address: "[https://perma.cc/…]"."""
    return group is not None and group.mark == "[" and _ADDRESS.fullmatch(text, group.open + 1, group.close) is not None


def _is_imprint(text: str, group: Group) -> bool:
    """Whether a bracket holds place, publisher and year, or a date, and not the author's talk."""
    content = text[group.open + 1 : min(group.close, group.open + _LONGEST_IMPRINT)]
    if len(content) >= _LONGEST_IMPRINT - 1 or not _YEAR_IN.search(content):
        return is_undated(content)
    if _LIFE_DATES.match(content) or (is_lifetime(content) and not _PLACE_BEHIND.match(text, group.close + 1)):
        return False
    if find_genre(content) or _EDITED.match(content) or _is_house(text, group, content):
        return True
    if holds_reference(content):
        return False
    words = re.findall(r"[^\W\d_]+", content)
    lower = [word for word in words if word[0].islower() and word not in _IMPRINT_WORDS]
    return len(lower) <= 1 and (len(words) > 0 or bool(find_dates(content)))


def _is_house(text: str, group: Group, content: str) -> bool:
    """Whether a bracket holds nothing but what must be a publisher, and a year: "(Centre de recherches fluviales, 1999)"."""
    if not _NAME_AND_YEAR.fullmatch(content) or talks(content):
        return False
    behind_title = _ITALICS_BEFORE.search(text, max(0, group.open - _NEAR), group.open)
    return behind_title is not None or BODIES.match(content) is not None


def is_undated(content: str) -> bool:
    """Whether a bracket is an imprint without a year: "London: Printed for J. Marsh", "Dover: Reed Press"."""
    match = _UNDATED.fullmatch(content)
    return match is not None and (match["place"] in PLACES or bool(_PRINTS.search(match["publisher"])))


def is_lifetime(content: str) -> bool:
    """Whether a bracket holds two years that are too far apart for the volumes of one work."""
    years = _TWO_YEARS.fullmatch(content)
    return years is not None and int(years["to"]) - int(years["since"]) >= _LIFETIME


def holds_page(content: str) -> bool:
    """Whether a bracket ends like a reference with its page ("Marsh, The Old Town, 1922, p. 9") and so is no imprint."""
    second = content.partition(", ")[2].partition(",")[0]
    return bool(_PAGE_BEHIND.search(content)) and len(second.split()) > 1 and not _HOUSES.search(content)


def holds_reference(content: str) -> bool:
    """Whether a bracket holds a whole reference, for its first part reads like a title."""
    first, _, rest = content.partition(", ")
    if not rest or ":" in content or _HOUSES.search(content) or first[:1].isdigit():
        return False
    second = rest.partition(",")[0]
    return (
        holds_page(content)
        or len(first.split()) > _TOWN_WORDS
        or any(word[0].islower() and word not in _IN_TOWNS for word in first.split())
        or (bool(_ARTICLE.match(second)) and len(second.split()) > 1)
        or (bool(_ARTICLE.match(first)) and len(first.split()) > _ARTICLE_AND_TOWN)
    )


_NAME_AND_YEAR = re.compile(r"[A-ZÀ-Ö][^(),.;:\d]{2,80},\s(?:1[4-9]|20)\d\d")
_ITALICS_BEFORE = re.compile(rf"{STAND_IN}\s$")
_NEAR = 60
BODIES = re.compile(
    r"(?:Centre|Center|Centro|Zentrum|Institut\w*|Istituto|Società|Société|Society|Gesellschaft|Association|Associa\w+|Asocia\w+|Academ\w+|Académie|Akademie|Muse\w+|Fundación|Fondation|Fondazione|Foundation|Stiftung|Bibliot\w+|Library|Edizioni|Ediciones|Librairie|Imprimerie|Presses)(?!\w)"
)
"""What publishes books and is called by what it is."""
SQUARE_IMPRINT = re.compile(r"\[[A-ZÀ-Ö][^\[\]:]{1,60}:\s[^\[\]:]{2,90},\s(?:1[4-9]|20)\d\d\]")
_EDITED = re.compile(r"[A-Z][^()]{2,80}\s(?:eds?|trans)\.,\s(?:(?:\d{1,2}\w{1,2}|rev\.)\sed\.,?\s)?(?:1[4-9]|20)\d\d$")
"""As lawyers in America print editor, edition and year: "Ada Reed ed., 2d ed. 2018"."""
_TWO_YEARS = re.compile(r"\s?(?:ca?\.\s?)?(?P<since>\d{4})\s?[-–]\s?(?:ca?\.\s?)?(?P<to>\d{4})\s?")
_PLACE_BEHIND = re.compile(r",\s(?:pp?\.\s?)?\d")
_LIFETIME = 30
_UNDATED = re.compile(r"(?P<place>[A-ZÀ-Ö][^():;\d]{1,40}):\s(?P<publisher>[^\W\d_][^():;\d]{1,90})")
_PRINTS = re.compile(
    r"\b(?:[Pp]rinted\s(?:by|for|and\ssold)|Press|Verlag|Publish\w*|Books|Éditions|Editions|Editorial|Editore|Impr(?:enta|imerie)|Tipografia)\b"
    r"|^(?:[Cc]hez|[Aa]pud|[Bb]ei|[Tt]ypis|Ex\s[Oo]fficina|[Pp]er)\s"
)
_LIFE_DATES = re.compile(r"\s*(?:c\.\s|b\.\s|d\.\s)?\d{3,4}\s?[-–]\s?\d{2,4},")
_HOUSES = re.compile(r"\b(?:Press|Verlag|University|Publish\w*|Books|OUP|CUP|Editions?|Aufl)\b")
_PAGE_BEHIND = re.compile(r"\d{4},\s(?:vol\.\s[ivxl\d]{1,6},\s)?(?:pp?|S)\.\s?\d")
_TOWN_WORDS = 4
_ARTICLE_AND_TOWN = 2
_IN_TOWNS = frozenset(
    listed("""
    and of the am a. d. upon on de la sur und bei in et le du
""")
)
_ARTICLE = re.compile(r"(?:The|An?|Der|Die|Das|Le|La|Les|Il|Lo|Gli|L[’']|On|De|Histoire|History|Geschichte)\s")
_IMPRINT_WORDS = frozenset(
    listed("""
    and of the for in ed eds edn edition trans by rev st nd rd th de la le les du des et und der die das für e
    di del della am im at vol vols repr reprint orig forthcoming press n d pub no bei zu
""")
)
