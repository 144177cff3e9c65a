"""Which links call notes, and which elements are the notes.

Signs that a program writes are believed (`profiles`). Without them a link is a call if it looks like a mark behind
words and its target answers it: a block with a link back to that very place or, where nothing leads back, one that
begins with the same mark, if the first is raised or bracketed.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.read.html.inline import inline_notes
from argmap.read.html.labels import begins_with
from argmap.read.html.links import (
    Link,
    Pages,
    Place,
    extent,
    find_links,
    follows_words,
    is_mark,
    is_raised,
    mark,
    sites,
)
from argmap.read.html.profiles import BODIES, LISTS, Profile, call_profile, is_back, is_signed, series_of, signs
from argmap.read.html.tree import BLOCKS, HEADINGS, Page
from argmap.read.html.unlinked import unlinked
from argmap.read.prose import Series

_NO_NOTE = HEADINGS | frozenset(
    {"html", "body", "main", "article", "nav", "ol", "ul", "dl", "table", "tbody", "header"}
)
_NOTE_BLOCKS = BLOCKS - HEADINGS - {"html", "body", "main", "nav", "article", "head", "title"}
_WRAPPERS = frozenset({"div", "li", "aside", "td", "dd", "tr", "blockquote"})
_LINKS_IN_NOTE = 40
_GROUPED = re.compile(r"\[[^\W\d_][\w .-]{0,30}\s\w{1,4}\]")
"""A mark of a group of notes ("[lower-alpha 3]"), believed where the target's name says that it is a note."""


@dataclass(slots=True)
class Call:
    """A link that calls a note; `body` is the note's place, None where the note is in no page."""

    link: Link
    extent: Place
    n: str
    body: Place | None
    series: Series | None
    signed: bool


@dataclass(slots=True)
class Body:
    """A note: its element, and those that go on with it. `listed` if it is the item of a numbered list, `bare` without any sign."""

    place: Place
    nodes: list[Place]
    calls: list[Call] = field(default_factory=list)
    n: str = "?"
    series: Series = "footnote"
    listed: bool = False
    bare: bool = True
    backs: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Notes:
    """What was found: calls, notes by place, and the elements that list notes."""

    pages: Pages
    calls: list[Call] = field(default_factory=list)
    bodies: dict[Place, Body] = field(default_factory=dict)
    lists: list[Place] = field(default_factory=list)


def find_notes(pages: list[Page]) -> Notes:
    """The notes of a text in one page or more."""
    finder = _Finder(find_links(pages))
    return finder.find()


class _Finder:
    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._found = Notes(pages)
        self._links_at = _by_page(pages)
        self._firsts = [
            [page.nodes[link.place[1]].first for link in links]
            for page, links in zip(pages.pages, self._links_at, strict=True)
        ]
        self._targets: list[list[int]] = [[] for _ in pages.pages]
        self._told: dict[Place, Place] = {}
        """Elements that their signs or their list tell to be notes."""

    def find(self) -> Notes:
        self._find_told()
        self._find_targets()
        called: set[Place] = set()
        for link in self._pages.links:
            if (profile := self._profile(link)) is not None:
                self._add(link, profile)
                called.add(link.place)
        for link in self._pages.links:
            if link.place not in called and self._answered(link):
                self._add(link, None)
                called.add(link.place)
        for link, body in inline_notes(self._pages):
            if link.place not in called:
                self._call(link, body, None, signed=True)
        if not self._found.calls and not self._told:
            for link, body in unlinked(self._pages):
                self._call(link, body, None, signed=False)
        self._drop_outer()
        self._find_backs()
        self._name()
        return self._found

    # --- what signs say -------------------------------------------------------------------------------------------

    def _find_told(self) -> None:
        for number, page in enumerate(self._pages.pages):
            until, listing = -1, 0
            for index, node in enumerate(page.nodes):
                of = signs(node) if len(node.attributes) else frozenset()
                if node.name not in _NOTE_BLOCKS:
                    continue
                place = (number, index)
                if of & LISTS and node.last > until and self._has_items(page, index, of):
                    until, listing = node.last, index
                    self._found.lists.append(place)
                elif of & BODIES or (node.first < until and node.name == "li" and self._is_item(page, index, listing)):
                    self._told[place] = place

    def _has_items(self, page: Page, index: int, of: frozenset[str]) -> bool:
        """Whether a container lists notes; `class="footnote"` may also be on a single note."""
        return not of & BODIES or any(
            page.nodes[item].name == "ol" and page.inside(item, index)
            for item in range(index + 1, min(index + 6, len(page.nodes)))
        )

    def _is_item(self, page: Page, index: int, listing: int) -> bool:
        """Whether a list's item is a note itself: its list lies in no other item of the container."""
        around = [
            page.nodes[place[1]].name
            for place in self._pages.ancestors((self._found.lists[-1][0], index))
            if place[1] >= listing
        ]
        return "li" not in around and bool({"ol", "ul"} & set(around))

    def _profile(self, link: Link) -> Profile | None:
        profile = call_profile(link.signs, link.fragment)
        if profile is None or (link.path.startswith(("http:", "https:", "//")) and link.target is None):
            return None
        if not is_signed(link.signs) and not is_mark(link.text) and not _GROUPED.fullmatch(link.text):
            return None
        if link.target is not None and self._pages.inside(link.place, link.target):
            return None
        return profile

    # --- what a call leads to ---------------------------------------------------------------------------------------

    def _find_targets(self) -> None:
        for link in self._pages.links:
            if link.target is not None and (is_mark(link.text) or call_profile(link.signs, link.fragment)):
                self._targets[link.target[0]].append(self._pages.node(link.target).first)
        self._targets = [sorted(set(targets)) for targets in self._targets]

    def _body_of(self, target: Place) -> Place | None:
        """The element that is the note to which a link leads."""
        page = self._pages.pages[target[0]]
        for around in (target, *self._pages.ancestors(target)):
            if around in self._told:
                return around
        place = self._block(target)
        if place is None:
            return None
        for outer in self._pages.ancestors(place):
            node = page.nodes[outer[1]]
            if node.name not in _WRAPPERS or not self._holds_one(outer) or _words_before(page, outer[1], place[1]):
                break
            if node.name == "div" and not self._is_wrapper(outer):
                break
            place = outer
        return None if page.nodes[place[1]].name in _NO_NOTE - {"table"} else place

    def _block(self, target: Place) -> Place | None:
        """The block of a target: around an anchor in a line, or right behind one between blocks."""
        page = self._pages.pages[target[0]]
        node = page.nodes[target[1]]
        if node.name in BLOCKS:
            return target
        for place in self._pages.ancestors(target):
            name = page.nodes[place[1]].name
            if name in {"p", "li", "td", "th", "dd", "dt"}:
                return place
            if name in BLOCKS:
                following = _next_block(page, target[1])
                return (target[0], following) if following is not None else place
        return None

    def _holds_one(self, place: Place) -> bool:
        node, targets = self._pages.node(place), self._targets[place[0]]
        return bisect_right(targets, node.last) - bisect_left(targets, node.first) <= 1

    def _is_wrapper(self, place: Place) -> bool:
        """Whether a `div` is the case of one note: it says so, or it is one of several such."""
        node = self._pages.node(place)
        said = f"{node.attributes.get('id', '')} {node.attributes.get('class', '')}".lower()
        if any(word in said for word in ("note", "ftn", "edn", "fn")):
            return True
        outer = self._pages.pages[place[0]].nodes[place[1]].parent
        return not said.strip() and outer >= 0 and not self._holds_one((place[0], outer))

    def _add(self, link: Link, profile: Profile | None) -> None:
        body = self._body_of(link.target) if link.target is not None else None
        if link.foreign and body is not None and body not in self._told:
            back = self._link_back(link, body)
            body = body if back is not None and back.path == link.path else None
        if body is not None and self._pages.inside(link.place, body):
            return  # a note that calls itself
        series = profile.series if profile else None
        if series is None and body is None and "endnote" in f"{link.path} {link.fragment}".lower():
            series = "endnote"
        self._call(link, body, series, signed=profile is not None)

    def _call(self, link: Link, body: Place | None, series: Series | None, *, signed: bool) -> None:
        call = Call(link, extent(self._pages, link), mark(link.text), body, series, signed)
        self._found.calls.append(call)
        if body is not None:
            self._body(body).calls.append(call)

    def _body(self, place: Place) -> Body:
        return self._found.bodies.setdefault(place, Body(place, [place]))

    # --- what the shape says ----------------------------------------------------------------------------------------

    def _answered(self, link: Link) -> bool:
        """Whether a link without signs is a call, by the answer that its target gives."""
        if link.target is None or not is_mark(link.text) or is_back(link.signs, link.fragment):
            return False
        if link.place == link.target or not follows_words(self._pages, link.place):
            return False
        body = self._body_of(link.target)
        if body is None or self._pages.inside(link.place, body):
            return False
        back = self._link_back(link, body)
        if link.foreign and (back is None or back.path != link.path):
            return False
        if back is not None:
            return link.place < back.place or not follows_words(self._pages, back.place)
        return is_raised(self._pages, link) and begins_with(self._pages.pages[body[0]], body[1], mark(link.text))

    def _link_back(self, link: Link, body: Place) -> Link | None:
        sure, loose = sites(self._pages, link)
        for other in self._links_in(body):
            if other.target in sure or (other.target in loose and len(other.text) <= 12):  # noqa: PLR2004
                return other
        return None

    def _links_in(self, place: Place) -> Iterator[Link]:
        """The links in an element; of very many the first and the last."""
        node, firsts = self._pages.node(place), self._firsts[place[0]]
        start, end = bisect_left(firsts, node.first), bisect_right(firsts, node.last)
        found = self._links_at[place[0]]
        if end - start > _LINKS_IN_NOTE:
            yield from found[start : start + _LINKS_IN_NOTE // 2]
            start = end - _LINKS_IN_NOTE // 2
        yield from found[start:end]

    # --- putting it together ------------------------------------------------------------------------------------------

    def _drop_outer(self) -> None:
        """Add the notes that nobody calls; of notes inside notes the inner one is meant, if it is called."""
        for place in self._told:
            self._body(place)
        kept: list[Place] = []
        for place in sorted(self._found.bodies):
            inner = self._found.bodies[place]
            while kept and self._pages.inside(place, kept[-1]):
                outer = self._found.bodies[kept[-1]]
                if outer.calls and not inner.calls:
                    break
                self._found.bodies.pop(kept.pop())
                for call in outer.calls:
                    call.body = place
                inner.calls.extend(outer.calls)
            else:
                kept.append(place)
                continue
            self._found.bodies.pop(place)

    def _find_backs(self) -> None:
        """The links back to the calls: they are no words of their note."""
        leading: dict[Place, set[Place]] = defaultdict(set)
        loosely: dict[Place, set[Place]] = defaultdict(set)
        for call in self._found.calls:
            if call.body is not None:
                sure, loose = sites(self._pages, call.link)
                leading[call.body] |= sure
                loosely[call.body] |= loose
        called = {call.link.place for call in self._found.calls}
        for place, body in self._found.bodies.items():
            for link in self._links_in_all(place):
                near = link.target in loosely[place] and len(link.text) <= 12  # noqa: PLR2004
                if link.place not in called and (
                    link.target in leading[place] or near or is_back(link.signs, link.fragment)
                ):
                    body.backs.append(link.place)

    def _links_in_all(self, place: Place) -> list[Link]:
        node, firsts = self._pages.node(place), self._firsts[place[0]]
        return self._links_at[place[0]][bisect_left(firsts, node.first) : bisect_right(firsts, node.last)]

    def _name(self) -> None:
        listed = _list_series(self._found)
        for place in sorted(self._found.bodies):
            body = self._found.bodies[place]
            page = self._pages.pages[place[0]]
            number = page.ordinals.get(place[1])
            body.listed = number is not None
            body.bare = place not in self._told and not any(call.signed for call in body.calls) and not body.backs
            called = next((call.n for call in body.calls if call.n), None)
            body.n = called or (str(number) if number is not None else _numbered(page, place[1]))
            said = next((call.series for call in body.calls if call.series), None)
            body.series = said or series_of(signs(page.nodes[place[1]])) or listed.get(place) or "footnote"
            for call in body.calls:
                call.series = body.series
        self._found.bodies = dict(sorted(self._found.bodies.items()))


def _numbered(page: Page, index: int) -> str:
    """The number of a note that nobody calls, by its element's name (`note-7`)."""
    match = re.search(r"(\d{1,6})\Z", page.nodes[index].attributes.get("id", "")[-40:])
    return match.group(1) if match else "?"


def _by_page(pages: Pages) -> list[list[Link]]:
    found: list[list[Link]] = [[] for _ in pages.pages]
    for link in pages.links:
        found[link.place[0]].append(link)
    return found


def _list_series(found: Notes) -> dict[Place, Series]:
    """What the lists say of the notes in them."""
    said: dict[Place, Series] = {}
    places = sorted(found.bodies)
    for outer in found.lists:
        series = series_of(signs(found.pages.node(outer)))
        index = bisect_left(places, outer)
        while series is not None and index < len(places) and found.pages.inside(places[index], outer):
            said[places[index]] = series
            index += 1
    return said


def _words_before(page: Page, outer: int, inner: int) -> bool:
    """Whether an element says something before one inside it."""
    items = page.items[page.nodes[outer].first : page.nodes[inner].first]
    return len(items) > 50 or any(  # noqa: PLR2004 - that many tags stand before no note
        page.words(item).strip() for item in items
    )


def _next_block(page: Page, index: int) -> int | None:
    """The block that begins right behind an empty anchor."""
    last = page.nodes[index].last
    if any(
        item.kind in {"text", "put"}
        for item in page.items[page.nodes[index].first : min(last, page.nodes[index].first + 9)]
    ):
        return None
    for item in page.items[last + 1 : last + 9]:
        if item.kind == "open" and page.nodes[item.node].name in BLOCKS:
            return item.node
        if page.words(item).strip():
            return None
    return None
