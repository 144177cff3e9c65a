"""What speaks for one antecedent of a back reference and against another, in numbers and in words."""

from dataclasses import dataclass
from datetime import date

from argmap.cite.library import Library
from argmap.cite.locators import page_range, pages
from argmap.cite.trail import Lead, Trail, Use
from argmap.model import Locator

CONTRADICTS = 3.0
_SAME_FORM, _SOME_FORM = 2.0, 1.5
_RUNS_ON_DAYS = 45
_RUNS_ON_PAGES = 3


@dataclass(frozen=True, slots=True)
class Weight:
    """A sum of evidence and its words."""

    score: float = 0.0
    words: tuple[str, ...] = ()

    def __add__(self, other: "Weight") -> "Weight":
        return Weight(self.score + other.score, self.words + other.words)


def weigh(entry: int, library: Library, trail: Trail, lead: Lead | None, locator: Locator | None) -> Weight:
    """How well a back reference with this lead and locator fits a source that was cited before."""
    use = trail.uses.get(entry)
    if use is None:
        return Weight()
    return _form(use, lead) + _dates(use, lead) + _persons(use, lead) + _page(entry, use, library, locator)


def _form(use: Use, lead: Lead | None) -> Weight:
    """The same lead phrase as in an earlier note that cited this source."""
    if lead is None or not use.leads:
        return Weight()
    if any(earlier.noun == lead.noun for earlier in use.leads[-6:]):
        return Weight(_SAME_FORM, (f"the note has the form of earlier ones that cite it ({lead.noun} from … to …)",))
    return Weight(_SOME_FORM, ("it has printed the documents of earlier notes",))


def _dates(use: Use, lead: Lead | None) -> Weight:
    """The document's day continues the series of days cited from this source."""
    if lead is None or lead.day is None:
        return Weight()
    days = [gap for earlier in use.leads[-6:] if earlier.day and (gap := _gap(earlier.day, lead.day)) is not None]
    if not days or not 0 <= days[-1] <= _RUNS_ON_DAYS:
        return Weight()
    return Weight(1.0, (f"its documents run on in time: the last was {days[-1]} days earlier",))


def _gap(one: tuple[int, ...], other: tuple[int, ...]) -> int | None:
    try:
        return (date(*other[:3]) - date(*one[:3])).days
    except ValueError:
        return None


def _persons(use: Use, lead: Lead | None) -> Weight:
    if lead is None or not lead.people:
        return Weight()
    known = frozenset(person for earlier in use.leads[-6:] for person in earlier.people)
    if not lead.people <= known:
        return Weight()
    return Weight(1.0, ("the same persons write in the documents cited from it",))


def _page(entry: int, use: Use, library: Library, locator: Locator | None) -> Weight:
    """The page continues those cited from this source, or lies outside the pages that it has."""
    cited = pages(locator)
    if cited is None:
        return Weight()
    out = Weight()
    whole = library.entries[entry].fields.get("page")
    first, _, last = (whole or "").replace("–", "-").partition("-")
    if first.strip().isdigit() and last.strip().isdigit():
        low, high = page_range(first.strip(), last.strip())
        if cited[0] < low or cited[1] > high:
            out += Weight(-2.0, (f"p. {locator.value if locator else ''} lies outside of its pages {whole}",))
    if use.pages and use.pages[0] <= cited[0] <= use.pages[1] + _RUNS_ON_PAGES:
        shown = use.locator.value if use.locator else ""
        out += Weight(1.0, (f"p. {locator.value if locator else ''} continues p. {shown} cited from it before",))
    return out
