"""The elements of a page, from its tokens: a flat list in document order, with every element's stretch of the tokens.

Which tags may be left out, and which close others, follows the WHATWG standard (13.2.6) where it bears on text and blocks.
Formatting that overlaps a block (`<b><p></b></p>`) closes without closing the block. No recursion; linear time: the open
elements are looked up by name, never searched.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from argmap.errors import TooManyPartsError
from argmap.model import Loss
from argmap.read.html.tokens import Token, tokens
from argmap.read.html.typed import with_tags

MAX_TAGS = 1_000_000


def names(words: str) -> frozenset[str]:
    """A set of names, written in a row."""
    return frozenset(words.split())


HEADINGS = names("h1 h2 h3 h4 h5 h6")
_VOID = names("area base basefont br col embed frame hr img input link meta param source track wbr")
_CLOSE_P = HEADINGS | names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " header hgroup hr legend li main menu nav ol p pre search section summary table ul"
)
BLOCKS = _CLOSE_P | names("html head title caption colgroup tbody td tfoot th thead tr option optgroup")
_TABLE = names("table tbody thead tfoot tr td th caption template object button svg math")
_SCOPES = names("html table td th caption template object button svg math")
_IN_HEAD = names("head title meta link script style base noscript template basefont bgsound")
_CLOSED_BY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ol", "ul", "menu", "dir")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr", "caption"), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tbody": (("tbody", "thead", "tfoot", "tr", "caption"), ("table",)),
    "thead": (("tbody", "thead", "tfoot", "tr", "caption"), ("table",)),
    "tfoot": (("tbody", "thead", "tfoot", "tr", "caption"), ("table",)),
    "option": (("option",), ("select",)),
}
"""For a start tag: the elements that it closes, unless one of the second is open above them."""


@dataclass(slots=True)
class Node:
    """An element: its tags stand at `start` and before `end`; `first` and `last` are its items in the page."""

    name: str
    attributes: dict[str, str]
    parent: int
    start: int
    inner: int
    first: int
    end: int = -1
    last: int = -1

    @property
    def words(self) -> frozenset[str]:
        """Its classes."""
        return frozenset(self.attributes.get("class", "").lower().split())


@dataclass(slots=True)
class Item:
    """What stands in a page, in order: `text`, an entity's `put`, a node's `open` and `close`."""

    kind: str
    start: int
    end: int
    node: int = -1
    value: str = ""


@dataclass
class Page:
    """A file of HTML; `path` is its name in its package."""

    path: str
    text: str
    items: list[Item] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)

    @cached_property
    def firsts(self) -> list[int]:
        """The first item of every node: they rise."""
        return [node.first for node in self.nodes]

    @cached_property
    def ordinals(self) -> dict[int, int]:
        """The numbers of the items of numbered lists."""
        numbers: dict[int, int] = {}
        last: dict[int, int] = {}
        for index, node in enumerate(self.nodes):
            if node.name == "li" and node.parent >= 0 and self.nodes[node.parent].name == "ol":
                before = last.get(node.parent, whole(self.nodes[node.parent].attributes.get("start", ""), 1) - 1)
                numbers[index] = last[node.parent] = whole(node.attributes.get("value", ""), before + 1)
        return numbers

    def words(self, item: Item) -> str:
        """What an item says; nothing for a tag."""
        return self.text[item.start : item.end] if item.kind == "text" else item.value

    def next_sibling(self, index: int) -> int | None:
        """The element behind an element in its parent."""
        following = bisect_right(self.firsts, self.nodes[index].last)
        if following < len(self.nodes) and self.nodes[following].parent == self.nodes[index].parent:
            return following
        return None

    def inside(self, inner: int, outer: int) -> bool:
        """Whether one node lies in another, or is it."""
        return outer <= inner and self.nodes[inner].last <= self.nodes[outer].last


def whole(text: str, default: int) -> int:
    """The whole number that an attribute gives, or else the default."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else default  # noqa: PLR2004


def parse(text: str, path: str, name: str, *, typed: bool = False) -> Page:
    """The page of a text.

    Args:
        text: The file's text.
        path: The page's name in its package; "" for a file of its own.
        name: The file as the user named it, for messages.
        typed: Whether to set the tags that an author left out who typed notes by hand.

    Raises:
        TooManyPartsError: More tags than anybody writes.
    """
    found = tokens(text)
    return _Builder(Page(path, text), name).build(with_tags(text, found) if typed else found)


class _Builder:
    def __init__(self, page: Page, name: str) -> None:
        self._page = page
        self._name = name
        self._stack: list[int] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        """For every name the depths at which such an element is open; likewise below for blocks and for scopes."""
        self._blocks: list[int] = []
        self._scopes: list[int] = []
        self._dead: set[int] = set()
        self._comments: list[Token] = []

    def build(self, found: Iterable[Token]) -> Page:
        page = self._page
        for token in found:
            if token.kind in {"text", "put"}:
                self._leave_head(token)
                page.items.append(Item(token.kind, token.start, token.end, value=token.value))
            elif token.kind in {"open", "empty"}:
                self._start(token)
            elif token.kind == "close":
                self._end(token.value, token.start, token.end)
            elif token.kind == "comment":
                self._comments.append(token)
            else:
                detail = f"'<{token.value[:40]}' has no end: what follows is not read"
                page.losses.append(Loss(what="unclosed tag", detail=detail, start=token.start))
        self._pop_to(0, len(page.text), len(page.text))
        self._note_comments()
        return page

    def _note_comments(self) -> None:
        """One loss for all comments: programs leave hundreds of them."""
        said = [token for token in self._comments if any(char.isalpha() for char in token.value)]
        if said:
            more = f" (and {len(said) - 1} more)" if len(said) > 1 else ""
            words = " ".join(said[0].value[:1000].split())[:200]
            self._page.losses.append(Loss(what="comment", detail=f"{words}{more}", start=said[0].start))

    def _start(self, token: Token) -> None:
        name, nodes = token.value, self._page.nodes
        if name in {"html", "body"} and self._places[name]:
            return
        if len(nodes) >= MAX_TAGS:
            raise TooManyPartsError(self._name, "tags", MAX_TAGS)
        self._make_room(name, token.start)
        parent = self._stack[-1] if self._stack else -1
        index = len(nodes)
        nodes.append(Node(name, token.attributes, parent, token.start, token.end, len(self._page.items)))
        self._page.items.append(Item("open", token.start, token.end, index))
        self._name_place(nodes[index], index)
        self._push(name, index)
        if name in _VOID or token.kind == "empty":
            self._pop(token.end, token.end)

    def _name_place(self, node: Node, index: int) -> None:
        for key in ("id", "content-id"):
            if key in node.attributes:
                self._page.ids.setdefault(node.attributes[key], index)
        if node.name == "a" and "name" in node.attributes:
            self._page.ids.setdefault(node.attributes["name"], index)

    def _push(self, name: str, index: int) -> None:
        depth = len(self._stack)
        self._stack.append(index)
        self._places[name].append(depth)
        if name in BLOCKS:
            self._blocks.append(depth)
        if name in _SCOPES:
            self._scopes.append(depth)

    def _innermost(self, *names: str) -> int:
        """The depth of the innermost open element of these names; -1 if none is open."""
        return max((self._places[name][-1] for name in names if self._places[name]), default=-1)

    def _scope(self) -> int:
        return self._scopes[-1] if self._scopes else -1

    def _make_room(self, name: str, at: int) -> None:
        """Close what a start tag closes without saying so."""
        if self._places["head"] and name not in _IN_HEAD:
            self._pop_to(self._places["head"][-1], at, at)
        if name in _CLOSE_P and self._innermost("p") > self._scope():
            self._pop_to(self._innermost("p"), at, at)
        if name in HEADINGS and self._stack and self._page.nodes[self._stack[-1]].name in HEADINGS:
            self._pop(at, at)
        if name == "a" and self._innermost("a") > self._scope():
            self._end_formatting("a", at, at)
        if name in _CLOSED_BY:
            closed, limits = _CLOSED_BY[name]
            floor = max(self._innermost(*limits), -1 if name in _TABLE else self._scope())
            while (depth := self._innermost(*closed)) > floor:
                self._pop_to(depth, at, at)

    def _leave_head(self, token: Token) -> None:
        """Words right in the head belong to the body: its tag was left out."""
        in_head = self._places["head"] and self._stack[-1] == self._stack[self._places["head"][-1]]
        if in_head and self._page.text[token.start : token.end].strip():
            self._pop(token.start, token.start)

    def _end(self, name: str, start: int, end: int) -> None:
        if name in {"html", "body"}:
            return  # what follows belongs to the body all the same
        depth = self._innermost(*HEADINGS) if name in HEADINGS else self._innermost(name)
        if depth < 0 or (depth < self._scope() and name not in _TABLE):
            return
        if name in BLOCKS or name in _SCOPES:
            self._pop_to(depth, start, end)
        else:
            self._end_formatting(name, start, end)

    def _end_formatting(self, name: str, start: int, end: int) -> None:
        """End an inline element; blocks that were opened in it stay open."""
        depth = self._innermost(name)
        if self._blocks and self._blocks[-1] > depth:
            self._places[name].pop()
            self._dead.add(depth)
            self._shut(self._stack[depth], start, end)
        else:
            self._pop_to(depth, start, end)

    def _pop_to(self, depth: int, start: int, end: int) -> None:
        """End everything open from a depth on."""
        while len(self._stack) > depth:
            self._pop(start, end if len(self._stack) == depth + 1 else start)

    def _pop(self, start: int, end: int) -> None:
        """End the innermost element by a tag at `[start, end)`, or by none where the two are one."""
        index = self._stack.pop()
        depth, name = len(self._stack), self._page.nodes[index].name
        for depths in (self._blocks, self._scopes):
            if depths and depths[-1] == depth:
                depths.pop()
        if depth in self._dead:
            self._dead.discard(depth)
            return
        self._places[name].pop()
        self._shut(index, start, end)

    def _shut(self, index: int, start: int, end: int) -> None:
        node = self._page.nodes[index]
        node.end, node.last = end, len(self._page.items)
        self._page.items.append(Item("close", start, end, index))
