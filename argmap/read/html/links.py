"""Links inside a text: where they lead, what they read, and whether they look like a note's mark."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from argmap.read.html.profiles import signs
from argmap.read.html.tree import BLOCKS, Node, Page

Place = tuple[int, int]
"""A node: its page's number and its own."""

_LOOK = 400
"""How many items are looked at around a link; more markup than that stands round no note's mark."""

_WORDS = 200
"""A mark has three characters, a sentence has more than this."""

_LEVELS = 5
_UNSEEN = "\u00ad\u200b\u2060\ufeff\ufe0e\ufe0f"
_AROUND = " \t\r\n\u00a0\u202f[](){}^.:,;"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(
    r"\d{1,4}[a-z]?|[^\W\d_]|[ivxlc]{1,7}|[*†‡§¶‖#⁂∗]{1,6}|(?:note|fn|nb|n)\.?[ \u00a0]?\w{1,5}", re.IGNORECASE
)
_SAID = re.compile(r"\A(?:foot|end)note:?\s(?=\w)", re.IGNORECASE)
_NAMING = ("aria-describedby", "aria-details", "aria-controls", "data-open", "reveal-id")
"""Attributes by which a link that runs a script names the place that it shows."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{0,30}:|//")
_SUPER = re.compile(r"vertical-align\s{0,5}:\s{0,5}super")
_RAISING = frozenset(
    {"sup", "super", "superscript", "fnanchor", "msofootnotereference", "msoendnotereference", "noteref"}
)
_OPENING, _CLOSING = "[(", "])"


@dataclass(slots=True)
class Link:
    """A link into a text.

    Attributes:
        place: Its own node.
        path: The page that it names; "" for its own.
        target: The node to which it leads; None if that is not in any page.
        foreign: Whether it names another site or file, and a place that is in this one: a page that was moved or renamed.
    """

    place: Place
    path: str
    fragment: str
    target: Place | None
    foreign: bool
    signs: frozenset[str]
    text: str = ""


@dataclass(slots=True)
class Pages:
    """The pages of a text in order."""

    pages: list[Page]
    links: list[Link] = field(default_factory=list)

    def node(self, place: Place) -> Node:
        """The node at a place."""
        return self.pages[place[0]].nodes[place[1]]

    def inside(self, inner: Place, outer: Place) -> bool:
        """Whether one node lies in another, or is it."""
        return inner[0] == outer[0] and self.pages[inner[0]].inside(inner[1], outer[1])

    def ancestors(self, place: Place) -> Iterator[Place]:
        """The nodes around a node, innermost first; a few, for marks and notes do not lie deep."""
        page, index = place
        for _ in range(2 * _LEVELS):
            index = self.pages[page].nodes[index].parent
            if index < 0:
                return
            yield page, index


def find_links(pages: Sequence[Page]) -> Pages:
    """All links of the pages that may lead to a note or back from one."""
    found = Pages(list(pages))
    numbers = {page.path: number for number, page in enumerate(pages)}
    for number, page in enumerate(pages):
        for index, node in enumerate(page.nodes):
            if node.name == "a" and (link := _link(found, numbers, (number, index))) is not None:
                link.text = words(page, index)
                found.links.append(link)
    return found


def _link(pages: Pages, numbers: dict[str, int], place: Place) -> Link | None:
    node, page = pages.node(place), pages.pages[place[0]]
    path, hash_sign, fragment = _address(node).partition("#")
    of = signs(node)
    if not hash_sign and "type:noteref" not in of and "role:doc-noteref" not in of:
        return None
    fragment, foreign = unquote(fragment), bool(_SCHEME.match(path))
    where = (
        "" if foreign or not path else posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path)))
    )
    renamed = len(numbers) == 1 and where not in numbers
    number = place[0] if foreign or renamed or where in {"", page.path} else numbers.get(where)
    foreign = foreign or (renamed and where != "")
    target = pages.pages[number].ids.get(fragment) if number is not None and fragment else None
    return Link(place, where or path, fragment, (number, target) if number is not None and target is not None else None, foreign, of)  # fmt: skip


def _address(node: Node) -> str:
    """Where a link leads; for one that only runs a script, what it shows."""
    address = node.attributes.get("href", "").strip()
    if address in {"", "#"} or address.lower().startswith("javascript:"):
        shown = next((node.attributes[name] for name in _NAMING if node.attributes.get(name)), None)
        return f"#{shown}" if shown else address
    return address


def words(page: Page, index: int) -> str:
    """The first words of an element, white space folded; not more than some hundred characters."""
    node, found, length = page.nodes[index], [], 0
    for item in page.items[node.first : min(node.last, node.first + _LOOK)]:
        if item.kind in {"text", "put"}:
            found.append(
                page.text[item.start : min(item.end, item.start + _WORDS)] if item.kind == "text" else item.value
            )
            length += item.end - item.start
            if length > _WORDS:
                break
    return " ".join("".join(found).translate({ord(char): None for char in _UNSEEN}).split())


def mark(text: str) -> str:
    """A mark as printed, without brackets and what is said to those who listen: "[7]", "7.", "⁷", "Footnote 7" are "7"."""
    return _SAID.sub("", text.strip(_AROUND)).translate(_RAISED)[:20].strip(_AROUND)


def is_mark(text: str) -> bool:
    """Whether a link's words look like the call of a note: a number, a letter, a sign; bracketed or not."""
    return bool(_MARK.fullmatch(mark(text))) and len(_SAID.sub("", text)) <= 12  # noqa: PLR2004


def extent(pages: Pages, link: Link) -> Place:
    """The outermost inline element that holds nothing but a link and brackets: `<sup>[<a>7</a>]</sup>`."""
    best, own = link.place, mark(link.text)
    page = pages.pages[best[0]]
    for place in pages.ancestors(best):
        node = pages.node(place)
        if node.name in BLOCKS or node.end - node.start > 3000 or mark(words(page, place[1])) != own:  # noqa: PLR2004
            break
        best = place
    return best


def is_raised(pages: Pages, link: Link) -> bool:
    """Whether a link is a superscript, or stands in brackets."""
    page, index = link.place
    around = [index, *(place[1] for place in list(pages.ancestors(link.place))[:_LEVELS])]
    nodes = pages.pages[page].nodes
    last = nodes[index].last
    inner = range(index + 1, min(index + 4, len(nodes)))
    close = [*[item for item in inner if nodes[item].first < last], *_inline(nodes, around)]
    return is_bracketed(pages, link) or any(raises(nodes[item]) for item in close)


def _inline(nodes: Sequence[Node], around: Sequence[int]) -> Iterator[int]:
    for item in around:
        if nodes[item].name in BLOCKS:
            return
        yield item


def raises(node: Node) -> bool:
    """Whether an element raises what is in it."""
    style = node.attributes.get("style", "")[:500].lower()
    return node.name == "sup" or bool(_SUPER.search(style)) or bool(_RAISING & node.words)


def is_bracketed(pages: Pages, link: Link) -> bool:
    """Whether brackets stand inside a link, or right around it."""
    text = pages.pages[link.place[0]].text
    node = pages.node(extent(pages, link))
    inside = link.text[:1] in set(_OPENING) and link.text[-1:] in set(_CLOSING)
    return inside or (
        text[node.start - 1 : node.start] in set(_OPENING) and text[node.end : node.end + 1] in set(_CLOSING)
    )


def follows_words(pages: Pages, place: Place) -> bool:
    """Whether words of the same block stand before a node."""
    page = pages.pages[place[0]]
    first = page.nodes[place[1]].first
    for item in reversed(page.items[max(0, first - _LOOK) : first]):
        if item.kind in {"open", "close"}:
            if page.nodes[item.node].name in BLOCKS:
                return False
        elif any(char.isalnum() for char in page.words(item)):
            return True
    return first > _LOOK


def sites(pages: Pages, link: Link) -> tuple[set[Place], set[Place]]:
    """The nodes that a link back to this one may name: surely, and loosely (the paragraph in which it stands)."""
    page, index = link.place
    sure, loose = {link.place}, set()
    nodes = pages.pages[page].nodes
    sure.update(
        (page, item) for item in range(index + 1, min(index + 6, len(nodes))) if nodes[item].first < nodes[index].last
    )
    for place in pages.ancestors(link.place):
        node = pages.node(place)
        if node.name not in BLOCKS:
            sure.add(place)
        elif node.name in {"p", "li", "td", "th", "dd", "dt", "blockquote"}:
            loose.add(place)
            break
        else:
            break
    sure.update(_anchors_before(pages, link.place))
    return sure, loose


def _anchors_before(pages: Pages, place: Place) -> Iterator[Place]:
    """Empty anchors right before a link."""
    page = pages.pages[place[0]]
    first = page.nodes[place[1]].first
    for item in reversed(page.items[max(0, first - 8) : first]):
        if item.kind in {"text", "put"}:
            if page.words(item).strip(_AROUND):
                return
        elif page.nodes[item.node].name in BLOCKS:
            return
        elif item.kind == "close":
            yield place[0], item.node
