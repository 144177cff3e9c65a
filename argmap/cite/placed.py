"""References of which little is printed: a title alone with its volume and page, and places that go on from the one before.

So wrote historians before there were style guides, and so write theologians and editors still: "Nov. Org. i. 84";
"N.C. Col. Rec., IV. 172"; "Mercure d'Aulne, 1634, 845"; behind a semicolon "V. 28, 160".
"""

import re

from argmap.cite.dates import MONTHS, find_dates
from argmap.cite.drafts import talks
from argmap.cite.lexicon import listed
from argmap.cite.locators import PAGES, Place, bare_places, best_locator
from argmap.cite.names import read_names
from argmap.cite.standins import IN_ITALICS
from argmap.cite.work import Work, clean, date_in
from argmap.model import Locator

_LONGEST = 300
_MOST_WORDS = 10
_ROMAN = r"(?P<volume>[ivxl]{1,6}|[IVXL]{1,7})"
_PLACE = rf"(?:App(?:endix|x)?\.,?\s)?(?:pp?\.\s?)?(?P<value>{PAGES})"
_PLACED = re.compile(
    rf"(?P<title>[^;()\[\]“”\"„«»]{{2,200}}?)(?P<comma>,?)\s{_ROMAN}(?:\.,\s|[.:]\s?|,\s(?=p)){_PLACE}[\s.,;]*$"
)
_DATED = re.compile(rf"(?P<title>[^,;()\[\]“”\"„«»\d]{{2,200}}?),\s(?P<year>1[4-9]\d\d|20\d\d),\s{_PLACE}[\s.,;]*$")
_EDITED = re.compile(r",\s(?:ed|éd|hrsg)\.\s(?:by\s|von\s|par\s)?(?P<editor>[^,]{2,60})$")
_PRINTED_IN = re.compile(r",\sin\s(?=[^\W\d_a-zß-ÿ])")
_SMALL = frozenset(
    listed("""
    of the and at in on to for a an de du des la le les et di del della dei delle e il i von der die das dem den und zu zur van het
    en y el los las ad ex pro cum sive seu
""")
)
_ELIDED = re.compile(r"(?:[dl]|dell|sull|nell)[’'](?=[^\W\d_a-zß-ÿ])")
_CLOSES = re.compile(r"[^\W\d_]{2,}\.$")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_NUMERAL = re.compile(r"[IVXLC]+\.?")
_FURTHER = re.compile(
    rf"(?:and\s)?(?:(?:1[4-9]\d\d(?:[-–]\d{{1,4}})?\.?,\s)?§{{1,2}}\s?\d{{1,5}}(?:(?:,|\sand)\s\d{{1,5}})*|(?:[IVXL]{{1,7}}|[ivxl]{{1,6}})(?:\.,\s|[.:]\s?){PAGES}|(?:pp?\.\s?)?{PAGES})[\s.,]*"
)
_UNNAMED = re.compile(
    r"(?:[IVX]{1,4}|[ivx]{1,5})\.?\s(?:[ivx]{1,5}\.?\s)?(?:qu?\.\s?)?\d{1,3}(?:,\s?(?:(?:art|a|ad)\.?\s?)?\d{1,3}){0,3}(?=[\s.,;)]|$)"
)


def placed(words: str) -> Work | None:
    """Read a whole stretch as a title, perhaps with its editor or the collection that prints it, and a place in it."""
    words = words.strip()
    if len(words) > _LONGEST:
        return None
    if (match := _PLACED.match(words)) and _set_off(match):
        work = _titled(match["title"])
        if work:
            work.locator = best_locator(bare_places(match))
            return work
    if match := _DATED.match(words):
        work = _titled(match["title"])
        if work:
            work.put(issued=date_in(match["year"]))
            work.locator = Locator(label="page", value=match["value"])
            return work
    return None


def _set_off(match: re.Match[str]) -> bool:
    """Whether the volume is not the end of the title ("Henry IV. 12"): behind a comma, or small behind an abbreviation."""
    if match["volume"].isupper() and " " not in match["title"]:  # "Elizabeth, I. 44"
        return False
    return bool(match["comma"]) or (match["volume"].islower() and bool(_CLOSES.search(match["title"])))


def _titled(title: str) -> Work | None:
    edited = _EDITED.search(title)
    editor = read_names(edited["editor"]) if edited else None
    bare = title[: edited.start()] if edited else title
    if edited and IN_ITALICS.fullmatch(edited["editor"]):  # "Marsh, ed. *Old Letters*"
        return Work({"type": "book", "title": edited["editor"], "editor": read_names(bare).names})
    part, *host = _PRINTED_IN.split(bare, maxsplit=1)
    if not all(_is_title(piece) for piece in (part, *host)):
        return None
    head, _, rest = part.partition(", ")
    names = read_names(head)
    named = rest[:1].isupper() and names.end == len(head)
    work = Work({"type": "chapter" if host else "book", "title": clean(rest if named else part)})
    work.put(author=names.names if named else None)
    work.put(container_title=clean(host[0]) if host else None, editor=editor.names if editor else None)
    return work


def _is_title(words: str) -> bool:
    """Whether words are names and abbreviations, with nothing but articles and prepositions between them."""
    found = words.split()
    if len(found) == 1 and (found[0].strip(".").lower() in MONTHS or _NUMERAL.fullmatch(found[0])):
        return False
    if not 0 < len(found) <= _MOST_WORDS or not found[0][0].isupper() or talks(words) or find_dates(words):
        return False
    return all(word[0].isupper() or word.strip(",") in _SMALL or _ELIDED.match(word) for word in found)


def goes_on(words: str) -> bool:
    """Whether a stretch is nothing but further places in the work before it: "V. 28, 160"; "56, 72"; "1661–68, §§ 61, 412"."""
    return len(words) <= _LONGEST and _FURTHER.fullmatch(words) is not None and not _YEAR.fullmatch(words.strip(" ."))


def unnamed(words: str) -> Place | None:
    """The place that opens a stretch which names no work, as everyone knows which is meant: "II. ii. 117, 1"."""
    match = _UNNAMED.match(words)
    if match is None or "," not in match.group():
        return None
    return Place(0, match.end(), Locator(label="other", value=match.group()), match.group())
