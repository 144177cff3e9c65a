"""Notes without links: raised numbers in the text, and at its end blocks that begin with the same numbers.

Used only where a page has no linked note at all. A raised number is believed to call a note if it stands behind words,
and if most of the raised numbers of the page are answered, each by a block behind it: "10<sup>6</sup>" is not.
"""

import re
from bisect import bisect_right
from collections import defaultdict

from argmap.read.html.links import Link, Pages, Place, follows_words, mark, words
from argmap.read.html.tree import Page

_NUMBER = re.compile(r"\d{1,3}|[*†‡§¶]{1,4}")
_ENTRY = re.compile(r"[↑^\[(\s]{0,4}(\d{1,3}|[*†‡§¶]{1,4})(?!\w)")
_ENTRIES = frozenset({"p", "li", "dd", "dt", "tr"})
_MOST = 2 / 3


def unlinked(pages: Pages) -> list[tuple[Link, Place]]:
    """Raised numbers, as if they were links, and the blocks that answer them."""
    found: list[tuple[Link, Place]] = []
    for number, page in enumerate(pages.pages):
        marks = _marks(pages, number, page)
        entries = _entries(page)
        answered = [(link, (number, entry)) for link in marks if (entry := _answer(page, link, entries)) is not None]
        if len(answered) >= _MOST * len(marks) and len({entry for _, entry in answered}) == len(answered):
            found.extend(answered)
    return found


def _marks(pages: Pages, number: int, page: Page) -> list[Link]:
    marks = []
    for index, node in enumerate(page.nodes):
        if node.name != "sup" or node.end - node.start > 200:  # noqa: PLR2004
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


def _answer(page: Page, link: Link, entries: dict[str, list[int]]) -> int | None:
    """The first block behind a raised number that begins with it."""
    index = link.place[1]
    of_number = entries.get(link.text, [])
    place = bisect_right(of_number, index)
    return (
        of_number[place]
        if place < len(of_number) and page.nodes[of_number[place]].first > page.nodes[index].last
        else None
    )
