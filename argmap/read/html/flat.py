"""Notes whose paragraphs stand side by side without an element around them: what goes on with a note."""

from bisect import bisect_left

from argmap.read.html.notes import Notes
from argmap.read.html.tree import Page

_GOES_ON = frozenset({"p", "blockquote", "ul", "ol", "pre", "table", "dd"})
_MOST = 4


def extend(notes: Notes) -> None:
    """Add to every note the blocks that follow it, up to the next note of the same parent.

    A term in a list of definitions has its definitions behind it. Other blocks go on with a note only between two notes,
    and only a few of them: where text that calls notes, or a heading, comes between, the notes stand at the foot of it.
    """
    calls = sorted((call.link.place[0], notes.pages.node(call.link.place).first) for call in notes.calls)
    for place, body in notes.bodies.items():
        page = notes.pages.pages[place[0]]
        following = _following(page, place, notes)
        if following is None:
            continue
        if following:
            first, last = page.nodes[following[0]].first, page.nodes[following[-1]].last
            called = bisect_left(calls, (place[0], last)) - bisect_left(calls, (place[0], first))
            if not called:
                body.nodes.extend((place[0], index) for index in following)


def _following(page: Page, place: tuple[int, int], notes: Notes) -> list[int] | None:
    """The blocks behind a note up to the next one; None if they are too many or others, or no next one comes."""
    name = page.nodes[place[1]].name
    if name not in {"p", "dt"}:
        return None
    found: list[int] = []
    index = page.next_sibling(place[1])
    while index is not None and (place[0], index) not in notes.bodies and len(found) <= _MOST:
        if name == "dt" and page.nodes[index].name != "dd":
            return found
        if page.nodes[index].name not in _GOES_ON:
            return None
        found.append(index)
        index = page.next_sibling(index)
    ended = index is None and name != "dt"
    return None if ended or len(found) > _MOST else found
