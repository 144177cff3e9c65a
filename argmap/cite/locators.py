"""Places inside a source: pages, folios, chapters, paragraphs, as printed."""

import re
from dataclasses import dataclass, replace

from argmap.model import Locator, LocatorLabel

_LABELS: tuple[tuple[LocatorLabel, str], ...] = (
    ("page", r"pp?\.|pgs?\.|pages?|(?-i:Ss?\.)|стр\.|(?-i:с\.)"),
    (
        "folio",
        r"fols?\.|folios?|Bll?\.|Blatt|(?-i:cc\.|c\.(?=\s?\d+\s?[rvt]\b)|ff?\.(?=\s?\d+\s?[rvt]\b))|cart[ae]|carte|листы?|лл?\.|(?-i:ll?\.)|[Ll]isty?",
    ),
    ("chapter", r"ch\.|chaps?\.|chapters?|caps?\.|Kap\.|гл\."),
    ("volume", r"vols?\.|volumes?|Bde?\.|tom[eo]?\.?|t\."),
    (
        "section",
        r"§§?|secs?\.|sections?|paras?\.|paragraphs?|[Aa]rts?\.|[Aa]rticles?|nos?\.|Annex|[Pp]arts?|pts?\.|lib\.|bk\.",
    ),
    ("line", r"lines?|Z\."),
    ("column", r"cols?\.|Sp\."),
    ("note", r"nn?\.|notes?|Anm\."),
)
_NUMBER = r"(?:\d+[a-z]?|[ivxlcdm]+|[IVXLCDM]+|[A-Z]\d+)(?![^\W\d_])(?:\s?\([a-z\d]{1,3}\)){0,3}"
_RANGE = rf"{_NUMBER}(?:\s?[-–—⁠]{{1,3}}\s?{_NUMBER})?(?:\s?ff?\.|\s?ff?(?![\w])|\set\sseq\.?)?"
_YEAR = r"(?:1[4-9]|20)\d\d(?!\d)"
_VALUE = (
    rf"{_RANGE}(?:(?:\s?,|\sand|\s&|\sund)\s?(?=\d)(?!{_YEAR}){_RANGE}(?!\s?[(\w])"
    rf"|(?:\s?,|\sand)\s(?=[ivxlc])(?-i:[ivxlc]{{1,8}})(?=[\s,.;)]))*"
)
_ANY = "|".join(f"(?P<l{index}>{pattern})" for index, (_, pattern) in enumerate(_LABELS))
LOCATOR = re.compile(rf"(?<![\w.])(?:{_ANY})\s?(?P<value>{_VALUE})", re.IGNORECASE)
_AT = re.compile(r"(?:\bat|,)\s(?P<value>\d+[a-z]?(?:\s?[-–—]\s?\d+[a-z]?)?)(?=[\s.,;)]|$)")
PART = re.compile(
    r"(?:^|,)\s{0,2}(?P<value>Introduction|Preface|Foreword|Prologue|Conclusions?|Epilogue|Afterword|Postscript|Einleitung|Vorwort|"
    r"(?:Appendix|Anhang)(?:\s(?:[IVX]{1,5}|\d{1,2}|[A-Z])\b)?)(?=[\s.,;)]{0,3}$|[,;]\s)"
)
_DASHES = re.compile(r"\s{0,9}([-–—])[-–—]*\s{0,9}")
_PLURAL = re.compile(r"vols|volumes|Bde", re.IGNORECASE)
_YEAR_BETWEEN = re.compile(rf",\s{_YEAR}(?=,\s)")
_BEHIND = re.compile(r"\s(?P<value>\d{1,5}(?:\s?[-–]\s?\d{1,5})?)(?=\s?(?:[.,;)]|$))")
_IS_YEAR = re.compile(rf"{_YEAR}$")
_JOIN = re.compile(r"[\s,.:;(]*(?:and\s)?")
_RANK: tuple[LocatorLabel, ...] = ("page", "folio", "column", "line", "section", "chapter", "note", "volume")


@dataclass(frozen=True, slots=True)
class Place:
    """A locator and where it stands."""

    start: int
    end: int
    locator: Locator


def _place(match: re.Match[str]) -> Place:
    label = next(label for index, (label, _) in enumerate(_LABELS) if match[f"l{index}"])
    value = _DASHES.sub(r"\1", match["value"].replace("\u2060", ""))
    return Place(match.start(), match.end(), Locator(label=label, value=value))


def find_locators(text: str, start: int = 0) -> list[Place]:
    """All labelled locators of a text in order."""
    return [place for match in LOCATOR.finditer(text, start) for place in _read(match)]


def _read(match: re.Match[str]) -> list[Place]:
    """One locator, or two: "vol. 2, 45" is a volume and a page in it."""
    place = _place(match)
    volume, comma, page = place.locator.value.partition(", ")
    if place.locator.label != "volume" or not comma or _PLURAL.match(match.group()):
        return [place]
    return [
        replace(place, locator=Locator(label="volume", value=volume)),
        replace(place, locator=Locator(label="page", value=page)),
    ]


def locators_at(text: str, start: int) -> list[Place]:
    """The locators that follow each other from `start` on, with nothing but punctuation or a year between them."""
    found: list[Place] = []
    while True:
        if part := PART.match(text, start):
            found.append(Place(part.start("value"), part.end(), Locator(label="chapter", value=part["value"])))
            start = part.end()
        joined = _JOIN.match(text, start)
        begin = joined.end() if joined else start
        match = LOCATOR.match(text, begin)
        year = None if match or not found else _YEAR_BETWEEN.match(text, start)
        if match is None and year is None:
            return [*found, *_bare(text, start, begin, found)]
        if match:
            found.extend(_read(match))
        start = match.end() if match else year.end() if year else start


def _bare(text: str, start: int, begin: int, found: list[Place]) -> list[Place]:
    """A page without a label: ", 45", also behind a chapter or volume."""
    match = _AT.match(text, begin) or _AT.match(text, start)
    if match is None or (
        found and (found[-1].locator.label not in {"chapter", "volume"} or _IS_YEAR.match(match["value"]))
    ):
        return []
    return [Place(match.start(), match.end(), Locator(label="page", value=match["value"]))]


def page_after(text: str, start: int) -> list[Place]:
    """A bare page right behind a back reference ("Ibid 45"), where nothing else can be meant: no day, no year."""
    match = _BEHIND.match(text, start)
    if match is None or _IS_YEAR.match(match["value"]):
        return []
    return [Place(match.start("value"), match.end(), Locator(label="page", value=match["value"]))]


def best_locator(places: list[Place]) -> Locator | None:
    """The most exact of several locators: the page before the chapter before the volume."""
    return min((place.locator for place in places), key=lambda locator: _RANK.index(locator.label), default=None)


def pages(locator: Locator | None) -> tuple[int, int] | None:
    """First and last page of a page locator, an abbreviated range ("351-2") written out; None for anything else."""
    if locator is None or locator.label != "page":
        return None
    numbers = re.findall(r"\d+", locator.value)
    if not numbers:
        return None
    return page_range(numbers[0], numbers[-1])


def page_range(first: str, last: str) -> tuple[int, int]:
    """Expand "351", "2" to (351, 352)."""
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first[-9:]), int(last[-9:])
