"""Notes without links: raised numbers in the text, and at its end blocks that begin with the same numbers.

Used only where a page has no linked note at all. A raised number is believed to call a note if it stands behind words,
and if most of the raised numbers of the page are answered, each by a block behind it: "10<sup>6</sup>" is not. A number
that is only typed in brackets must be answered by one in the same brackets, or under a title of notes; it may come again.
"""

import re
from bisect import bisect_right
from collections import defaultdict

from argmap.read.html.links import Link, Pages, Place, follows_words, mark, raises, words
from argmap.read.html.tree import BLOCKS, Page
from argmap.read.html.typed import TYPED

_NUMBER = re.compile(r"\d{1,3}|[*†‡§¶]{1,4}")
_ENTRY = re.compile(r"[↑^\[(\s]{0,4}(\d{1,3}|[*†‡§¶]{1,4})(?!\w)")
_ENTRIES = frozenset({"p", "li", "dd", "dt", "tr"})
_MOST = 2 / 3
_TITLE_LENGTH = 300
TITLE = re.compile(
    r"(?:foot|end)?notes?(?: and references)?|references|(?:fuß|end)?noten|anmerkungen|einzelnachweise|notes et références"
    r"|notes de bas de page|références|notas|note|riferimenti|примечания",
    re.IGNORECASE,
)
"""What stands over notes."""


def unlinked(pages: Pages) -> list[tuple[Link, Place]]:
    """Raised numbers, as if they were links, and the blocks that answer them."""
    found: list[tuple[Link, Place]] = []
    for number, page in enumerate(pages.pages):
        marks = _marks(pages, number, page)
        entries, title = _entries(page), _title(page) if marks else 0
        answers = [(link, _answer(page, link, entries, title)) for link in marks]
        answered = [(link, (number, entry)) for link, entry in answers if entry is not None]
        once = len({entry for _, entry in answered}) == len(answered) or any(_typed(page, link) for link in marks)
        if len(answered) >= _MOST * len(marks) and once:
            found.extend(answered)
    return found


def _marks(pages: Pages, number: int, page: Page) -> list[Link]:
    marks = []
    for index, node in enumerate(page.nodes):
        if node.name in BLOCKS or not raises(node) or node.end - node.start > 200:  # noqa: PLR2004
            continue
        text = mark(words(page, index))
        if _NUMBER.fullmatch(text) and follows_words(pages, (number, index)):
            marks.append(Link((number, index), "", "", None, foreign=False, signs=frozenset(), text=text))
    return marks


def _entries(page: Page) -> dict[str, list[int]]:
    """The blocks that begin with a number, by that number, in order."""
    entries: dict[str, list[int]] = defaultdict(list)
    for index, node in enumerate(page.nodes):
        if node.name in _ENTRIES:
            match = _ENTRY.match(words(page, index + 1 if node.name == "tr" and index + 1 < len(page.nodes) else index))
            ordinal = page.ordinals.get(index)
            n = match.group(1) if match else str(ordinal) if ordinal is not None else None
            if n is not None:
                entries[n].append(index)
    return entries


def _typed(page: Page, link: Link) -> bool:
    return TYPED in page.nodes[link.place[1]].attributes


def _answer(page: Page, link: Link, entries: dict[str, list[int]], title: int) -> int | None:
    """The first block behind a raised number that begins with it."""
    index = link.place[1]
    of_number = entries.get(link.text, [])
    place = bisect_right(of_number, index)
    if place == len(of_number) or page.nodes[of_number[place]].first <= page.nodes[index].last:
        return None
    sign = words(page, index)
    sure = not _typed(page, link) or sign.isdigit() or words(page, of_number[place]).startswith(sign)
    return of_number[place] if sure or of_number[place] > title else None


def _title(page: Page) -> int:
    """The first element that is nothing but a title of notes, or the break behind one; more than all if there is none."""
    for index, node in enumerate(page.nodes):
        before = page.items[node.first - 1] if node.first else None
        broken = page.words(before) if before and before.kind == "text" and node.name == "br" else ""
        short = broken or (words(page, index) if node.end - node.start < _TITLE_LENGTH else "")
        if TITLE.fullmatch(short[:_TITLE_LENGTH].strip(" \t\r\n:.")):
            return index
    return len(page.nodes)
