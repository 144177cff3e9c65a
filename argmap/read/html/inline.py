"""Notes whose words stand where they are called: beside the line, or shown when their sign is touched."""

from collections.abc import Iterator

from argmap.read.html.links import Link, Pages, Place, is_mark, mark, words
from argmap.read.html.profiles import CONTENTS, INLINE, signs
from argmap.read.html.tree import BLOCKS, Page

_LOOK_IN = 6
_LOOK_BACK = 4


def inline_notes(pages: Pages) -> Iterator[tuple[Link, Place]]:
    """What calls such a note, as if it were a link, and the element with its words.

    The call is the mark right before the element, or the element itself, which then is counted.
    """
    count = 0
    for number, page in enumerate(pages.pages):
        until = -1
        for index, node in enumerate(page.nodes):
            if node.first < until or not (f"name:{node.name}" in INLINE or signs(node) & INLINE):
                continue
            until = node.last
            count += 1
            before = _mark_before(page, index)
            sign = mark(words(page, before)) if before is not None else _first_mark(page, index)
            call = (number, index if before is None else before)
            link = Link(call, "", "", None, foreign=False, signs=frozenset(), text=sign or str(count))
            yield link, (number, _contents(page, index))


def _contents(page: Page, index: int) -> int:
    """The element inside that holds the note's words without its sign; the element itself where there is none."""
    inner = range(index + 1, min(index + _LOOK_IN, len(page.nodes)))
    return next((i for i in inner if page.inside(i, index) and signs(page.nodes[i]) & CONTENTS), index)


def _mark_before(page: Page, index: int) -> int | None:
    """The element right before that is a note's sign."""
    first = page.nodes[index].first
    for item in reversed(page.items[max(0, first - _LOOK_BACK) : first]):
        if item.kind == "close":
            found = page.nodes[item.node]
            return item.node if found.name not in BLOCKS and is_mark(words(page, item.node)) else None
        if page.words(item).strip():
            return None
    return None


def _first_mark(page: Page, index: int) -> str | None:
    """The sign with which the element begins, in an element of its own."""
    inner = index + 1
    if inner >= len(page.nodes) or not page.inside(inner, index) or page.nodes[inner].name != "sup":
        return None
    text = mark(words(page, inner))
    return text if is_mark(text) else None
