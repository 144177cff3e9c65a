"""The place meant inside a part whose pages are given, too: "pp. 201-29, at 214", "pp. 1-20 (12)", "S. 201-230, hier S. 214".

German lawyers give the part's first page only: "Elm Zeitschrift 24 (1973) 75 (83)".
"""

import re
from collections.abc import Sequence

from argmap.cite.locators import AND, PAGES, bare_places, best_locator, page_range
from argmap.cite.work import Work

_SAYS = r"(?:at|esp(?:\.|ecially)|here|hier|bes\.|in\spart(?:icular|\.)|particularly|notamment|ici|qui|spec(?:ialmente|\.)|en\sparticular|see)"
_LABEL = r"(?:pp?\.|S\.|с\.|С\.)"  # noqa: RUF001, RUF100 - Cyrillic, too
_PIN = re.compile(
    rf"[a-z]?\)?[,;]?\s\(?(?:{_SAYS}[,:]?\s(?:on\s)?(?:{_LABEL}\s?)?|{_LABEL}\s?)(?P<volume>(?!))?(?P<value>{PAGES})(?=[\s.,;)]|$)"
)
_IN_BRACKET = re.compile(
    r"\s\((?P<volume>(?!))?(?P<value>(?!(?:1[4-9]|20)\d\d\b)\d{1,5}(?:\s?[-–]\s?\d{1,5})?(?:\sff?\b\.?)?(?:,\s\d{1,5}(?:\sff?\b\.?)?){0,5})\)"
)
_RANGE = re.compile(r"(?P<first>\d{1,6})-(?P<last>\d{1,6})")
_LONGEST_PART = 150
_AND_PIN = re.compile(rf",\s\d{{1,5}}\s?[-–]\s?\d{{1,5}}(?=,?\s\(?{_SAYS}\s(?:{_LABEL}\s?)?\d)")

_PAIR_OF = rf"\d{{1,5}}(?:[-–]\d{{1,5}})?(?:(?:,|\s{AND}(?:\spp?\.)?)\s\d{{1,5}}(?:[-–]\d{{1,5}})?(?!\d)){{1,6}}"
_PAIR = re.compile(rf"\b(?:pp?|S)\.\s(?P<value>{_PAIR_OF})(?!\s?[\w(:])(?!,\sp)|,\s(?P<bare>{_PAIR_OF})[\s.]*$")
"""Several pages, of which the tagger knows the first only: "pp. 127 e 130"; without a label at the end."""
_NO_PAIR = re.compile(r"\b(?:1[4-9]|20)\d\d\b|^\d{1,5},\s\d{1,5}[-–]")


def pin_down(text: str, work: Work) -> None:
    """Make the place behind a part's pages its locator, where one is given."""
    value = work.locator.value if work.locator else ""
    if value.isdecimal() and "(" in text:
        _pin_behind(text, value, work)
        return
    match = _RANGE.fullmatch(value.replace("–", "-").replace("—", "-"))
    if match is None or work.fields.get("page") != value:
        return
    pages = re.search(rf"(?<!\d){match['first']}\s{{0,2}}[-–—]{{1,2}}\s{{0,2}}{match['last']}(?!\d)", text)
    first, last = page_range(match["first"], match["last"])
    pin = (_PIN.match(text, pages.end()) or _within(text, pages.end(), first, last)) if pages else None
    if pin:
        work.locator = best_locator(bare_places(pin))


def _pin_behind(text: str, first: str, work: Work) -> None:
    """Make the page in a bracket the locator where a part's first page stands before it."""
    for page in re.finditer(rf"(?<![\d-]){first}(?=\s\()", text):
        if pin := _within(text, page.end(), int(first), int(first) + _LONGEST_PART):
            work.locator = best_locator(bare_places(pin))
            return


def _within(text: str, behind: int, first: int, last: int) -> re.Match[str] | None:
    """Pages in a bracket, if they lie within the part."""
    pin = _IN_BRACKET.match(text, behind)
    return pin if pin and first <= int(re.match(r"\d+", pin["value"]).group()) <= last else None  # type: ignore[union-attr]


def without_range(text: str) -> str:
    """A shortened note that gives the pages of its part, without them: "Marsh, “Mills,” 101-29, at 114"."""
    return _AND_PIN.sub("", text)


def several_pages(text: str, others: Sequence[tuple[int, int]]) -> re.Match[str] | None:
    """Several pages; without a label not where a number is a year, has a range behind it, or is one of the `others`: volumes, dates."""
    pair = _PAIR.search(text)
    if pair is None or pair["value"]:
        return pair
    other = any(pair.start() <= start < pair.end() for start, _ in others)
    return None if other or _NO_PAIR.search(pair["bare"]) else pair
