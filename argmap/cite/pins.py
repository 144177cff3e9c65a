"""The place meant inside a part whose pages are given, too: "pp. 201-29, at 214", "pp. 1-20 (p. 12)", "S. 201-230, hier S. 214"."""

import re

from argmap.cite.locators import PAGES, bare_places, best_locator
from argmap.cite.work import Work

_SAYS = r"(?:at|esp(?:\.|ecially)|here|hier|bes\.|in\spart(?:icular|\.)|particularly|notamment|ici|qui|spec(?:ialmente|\.)|en\sparticular|see)"
_LABEL = r"(?:pp?\.|S\.|с\.|С\.)"  # noqa: RUF001, RUF100 - Cyrillic, too
_PIN = re.compile(
    rf"[a-z]?\)?[,;]?\s\(?(?:{_SAYS}[,:]?\s(?:on\s)?(?:{_LABEL}\s?)?|{_LABEL}\s?)(?P<volume>(?!))?(?P<value>{PAGES})(?=[\s.,;)]|$)"
)
_RANGE = re.compile(r"(?P<first>\d{1,6})-(?P<last>\d{1,6})")
_AND_PIN = re.compile(rf",\s\d{{1,5}}\s?[-–]\s?\d{{1,5}}(?=,?\s\(?{_SAYS}\s(?:{_LABEL}\s?)?\d)")


def pin_down(text: str, work: Work) -> None:
    """Make the place behind a part's pages its locator, where one is given."""
    value = work.locator.value if work.locator else ""
    match = _RANGE.fullmatch(value.replace("–", "-").replace("—", "-"))
    if match is None or work.fields.get("page") != value:
        return
    pages = re.search(rf"(?<!\d){match['first']}\s{{0,2}}[-–—]{{1,2}}\s{{0,2}}{match['last']}(?!\d)", text)
    pin = _PIN.match(text, pages.end()) if pages else None
    if pin:
        work.locator = best_locator(bare_places(pin))


def without_range(text: str) -> str:
    """A shortened note that gives the pages of its part, without them: "Marsh, “Mills,” 101-29, at 114"."""
    return _AND_PIN.sub("", text)
