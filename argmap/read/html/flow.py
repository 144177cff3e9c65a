"""A walk over a page that takes out the running text, paragraph by paragraph, and the notes."""

import re
from bisect import bisect_left
from collections import Counter

from argmap.model import Loss, ParagraphKind
from argmap.read.assemble import Parts, RawNote
from argmap.read.html.labels import words_from
from argmap.read.html.notes import Body, Call, Notes
from argmap.read.html.tree import BLOCKS, HEADINGS, Node, Page
from argmap.read.html.unlinked import TITLE
from argmap.read.html.unread import PARTS, SILENT, unread
from argmap.read.prose import ProseBuilder

_KINDS: dict[str, ParagraphKind] = {
    "blockquote": "quote",
    "ul": "list",
    "ol": "list",
    "dl": "list",
    "menu": "list",
    "table": "table",
    "pre": "code",
    "listing": "code",
    "xmp": "code",
}
_WHOLE = re.compile(r"(?:<[^<>]{0,300}>|\s){0,9}\[(?:<[^<>]{0,300}>|\s){0,9}(?:foot|end)note\b", re.IGNORECASE)
_PLAIN = frozenset({"p", "div"})
_QUOTED = frozenset({"msoquote", "msointensequote", "blockquote", "blockquot", "quote", "quotation", "epigraph"})
"""Classes of quotations, in Word's and others' words."""

_TITLED = frozenset({"title", "msotitle"})
_PAGE_END = re.compile(r"\[End Page [\dxvi]{1,6}\]")
"""Project MUSE's sign for the end of a printed page."""

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_PAIRS = {"[": "]", "(": ")"}
_BETWEEN_CALLS = re.compile(r"[\s,;\u2009\u202f]*\Z")
_ONCE = frozenset({"script", "hidden text"})
_MAIN_SHARE = 0.5
_DETAIL = 200
_LOOK = 60


class Flow:
    """Takes the text out of one page of a document."""

    def __init__(self, notes: Notes, number: int) -> None:
        self.parts = Parts()
        self._page: Page = notes.pages.pages[number]
        self._number = number
        self._calls: dict[int, Call] = {c.extent[1]: c for c in notes.calls if c.extent[0] == number}
        self._bodies = [body for place, body in notes.bodies.items() if place[0] == number]
        self._of_notes = {place[1] for body in self._bodies for place in body.nodes}
        self._lists = {place[1] for place in notes.lists if place[0] == number}
        self._backs = {place[1] for body in self._bodies for place in body.backs}
        self._apparatus = sorted(
            self._page.nodes[index].first for index in (*self._of_notes, *self._calls, *self._lists)
        )
        self._bounds: dict[int, tuple[int, int]] = {}
        self._layout = _layout_tables(self._page)
        self._builder = ProseBuilder(self._page.text)
        self._in_note = False
        self._kinds: list[tuple[int, ParagraphKind]] = []
        self._level = 0
        self._joined = -1
        self._listing = -1
        self._after_break = False
        self._skips: Counter[str] = Counter()
        self.parts.losses.extend(self._page.losses)
        self._trim_brackets()

    def read(self) -> Parts:
        """The page's blocks, notes and losses."""
        for first, last in self._main():
            self._walk(first, last)
            self._break(self._page.items[last - 1].end if last else 0)
        for body in self._bodies:
            self._note(body)
        return self.parts

    # --- what is read ---------------------------------------------------------------------------------------------

    def _main(self) -> list[tuple[int, int]]:
        """The stretches of items to read: the main part where a page marks it and most of the text is in it."""
        page, whole = self._page, [(0, len(self._page.items))]
        mains = [node for node in page.nodes if node.name == "main" or node.attributes.get("role") == "main"]
        if not mains or mains[-1].last > mains[0].last:
            return whole
        main = mains[0]
        outside = [index for index in self._calls if not main.first <= page.nodes[index].first < main.last]
        sizes = [len(page.words(item)) for item in page.items]
        if outside or sum(sizes[main.first : main.last]) < _MAIN_SHARE * sum(sizes):
            return whole
        self._lose_frame(main)
        return [(main.first, main.last + 1)]

    def _lose_frame(self, main: Node) -> None:
        page = self._page
        body = next((node.first for node in page.nodes if node.name == "body"), 0)
        around = (page.items[body : main.first], page.items[main.last :])
        words = " ".join(" ".join(page.words(item)[:_DETAIL] for item in items[:_LOOK]) for items in around).split()
        if words:
            self.parts.losses.append(Loss(what="page frame", detail=" ".join(words)[:_DETAIL], start=0))

    def _walk(self, number: int, end: int) -> None:
        items = self._page.items
        while number < end:
            item = items[number]
            if item.kind == "text":
                self._copy(number, item.start, item.end)
            elif item.kind == "put":
                if item.value not in _INVISIBLE:
                    self._after_break = self._after_break and item.value.isspace()
                    self._builder.put(item.value, item.start, item.end)
            elif item.kind == "open":
                number = self._open(item.node, number)
                continue
            else:
                self._close(item.node, item.start, item.end)
            number += 1

    def _copy(self, number: int, start: int, end: int) -> None:
        start, end = self._bounds.get(number, (start, end))
        if start < end:
            if self._after_break and not self._page.text[start:end].isspace():
                self._after_break = False
            for match in _PAGE_END.finditer(self._page.text, start, end):
                self._builder.copy(start, match.start())
                start = match.end()
            self._builder.copy(start, end)

    def _open(self, index: int, number: int) -> int:
        """Read what an element itself says; returns the item to go on with."""
        node = self._page.nodes[index]
        behind = node.last + 1
        if index in self._of_notes:
            if index in self._calls:
                self._mark(self._calls[index])
            self._pass_note(node)
        elif index in self._calls:
            self._mark(self._calls[index])
        elif index in self._backs:
            pass
        elif (node.name in HEADINGS and node.first < self._listing) or self._is_metadata(index, node):
            self._break(node.start)
        elif (lost := unread(node)) is not None or self._is_frame(node):
            self._lose(lost or "page footer", node)
            if node.name in BLOCKS:
                self._break(node.start)
        else:
            self._enter(index, node)
            behind = number + 1
        return behind

    def _enter(self, index: int, node: Node) -> None:
        name = node.name
        if index in self._lists:
            self._listing = max(self._listing, node.last)
        if name == "br":
            self._line_break(node)
        elif name == "q":
            self._builder.put("“", node.start, node.inner)
        elif name in BLOCKS or name in _KINDS:
            self._break(node.start)
            kind = "quote" if name in _PLAIN and node.words & _QUOTED else _KINDS.get(name)
            if kind and index not in self._layout:
                self._kinds.append((index, kind))
            if name in HEADINGS:
                self._level = int(name[1])
            elif name == "p" and node.words & _TITLED:
                self._level = 1
            elif name == "hgroup" and not self._in_note:
                self._level, self._joined = self._level_inside(index), index
            elif node.attributes.get("role") == "heading":
                level = node.attributes.get("aria-level", "")
                self._level = int(level) if level in set("123456789") else 2

    def _close(self, index: int, start: int, end: int) -> None:
        node = self._page.nodes[index]
        if node.name == "q":
            self._builder.put("”", start, end)
        elif node.name in BLOCKS or node.name in _KINDS:
            if index == self._joined:
                self._joined = -1
            self._break(start)
            if self._kinds and self._kinds[-1][0] == index:
                self._kinds.pop()
            if self._joined < 0:
                self._level = 0

    def _level_inside(self, index: int) -> int:
        nodes = self._page.nodes
        inner = range(index + 1, min(index + 20, len(nodes)))
        names = (nodes[item].name for item in inner if nodes[item].first < nodes[index].last)
        return next((int(name[1]) for name in names if name in HEADINGS), 2)

    def _line_break(self, node: Node) -> None:
        """One is a blank, two part paragraphs."""
        if self._after_break and not self._level:
            self._break(node.start)
        else:
            self._builder.blank(node.start, node.inner)
        self._after_break = True

    def _break(self, at: int) -> None:
        """End a paragraph; inside a note, or a heading of several lines, it is a blank."""
        self._after_break = False
        if self._in_note or self._joined >= 0:
            self._builder.blank(at, at)
            return
        self.parts.close(self._builder, self._kind(), self._level)
        self._builder = ProseBuilder(self._page.text)

    def _kind(self) -> ParagraphKind:
        kinds = [kind for _, kind in self._kinds[-8:]]
        return "quote" if "quote" in kinds else kinds[-1] if kinds else "prose"

    # --- what is not read -----------------------------------------------------------------------------------------

    def _is_frame(self, node: Node) -> bool:
        """Whether an element is the footer of the page itself, and nothing that calls notes or holds them."""
        if node.name != "footer" or node.parent < 0 or self._page.nodes[node.parent].name != "body":
            return False
        following = bisect_left(self._apparatus, node.first)
        return following == len(self._apparatus) or self._apparatus[following] > node.last

    def _is_metadata(self, index: int, node: Node) -> bool:
        """Whether a line under the title in a title block gives the author or the date, as Pandoc writes them."""
        if not node.words & {"author", "date"}:
            return False
        before = self._page.nodes[max(0, index - 9) : index]
        return any(other.parent == node.parent and "title" in other.words for other in before)

    def _lose(self, what: str, node: Node) -> None:
        if what == SILENT:
            return
        self._skips[what] += 1
        if what in _ONCE and self._skips[what] > 1:
            return
        detail = node.attributes.get("alt") or node.attributes.get("title") or ""
        if not detail and what not in {"script", "image"}:
            detail = _first_words(self._page, node)
            if not detail and what in PARTS | {"hidden text", "navigation", "page footer"}:
                return
        self.parts.losses.append(Loss(what=what, detail=" ".join(detail.split())[:_DETAIL], start=node.start))

    # --- notes ------------------------------------------------------------------------------------------------------

    def _pass_note(self, node: Node) -> None:
        """Go by a note in the text, and take back the title over the notes."""
        if node.name not in BLOCKS:
            return
        self._break(node.start)
        blocks = self.parts.blocks
        if (
            not self._in_note
            and blocks
            and not blocks[-1].calls
            and TITLE.fullmatch(blocks[-1].prose.text.strip(" :."))
        ):
            blocks.pop()

    def _mark(self, call: Call) -> None:
        node = self._page.nodes[call.extent[1]]
        start, end = node.start, node.end
        if self._has_brackets(call):
            start, end = start - 1, end + 1
        key = f"{call.body[0]}:{call.body[1]}" if call.body else f"#{call.link.path}#{call.link.fragment}"
        self._builder.mark(key, call.n or "?", start, end, call.series or "footnote")
        self._after_break = False

    def _has_brackets(self, call: Call) -> bool:
        """Whether brackets stand right around a call, outside of its elements."""
        node, text = self._page.nodes[call.extent[1]], self._page.text
        return text[node.end : node.end + 1] == _PAIRS.get(text[max(node.start - 1, 0) : node.start], "none")

    def _trim_brackets(self) -> None:
        """Cut the brackets around calls off the text, and the commas between raised ones."""
        items = self._page.items
        for index, call in self._calls.items():
            node = self._page.nodes[index]
            if self._has_brackets(call):
                self._cut(node.first - 1, tail=1)
                self._cut(node.last + 1, head=1)
            behind = node.last + 2
            if behind >= len(items) or items[behind].kind != "open" or items[behind].node not in self._calls:
                continue
            raised = node.parent >= 0 and self._page.nodes[node.parent].name == "sup"
            if (
                raised
                and items[behind - 1].kind == "text"
                and _BETWEEN_CALLS.match(self._page.words(items[behind - 1]))
            ):
                self._bounds[behind - 1] = (0, 0)
        for index in self._backs:
            node, text = self._page.nodes[index], self._page.text
            if text[node.end : node.end + 1] == _PAIRS.get(text[max(node.start - 1, 0) : node.start], "none"):
                self._cut(node.first - 1, tail=1)
                self._cut(node.last + 1, head=1)

    def _cut(self, number: int, *, head: int = 0, tail: int = 0) -> None:
        item = self._page.items[number]
        if item.kind == "text":
            start, end = self._bounds.get(number, (item.start, item.end))
            self._bounds[number] = (start + head, max(end - tail, start + head))

    def _note(self, body: Body) -> None:
        page = self._page
        self._builder, self._in_note = ProseBuilder(page.text), True
        node = page.nodes[body.place[1]]
        n = None if body.listed else body.n
        backs = {place[1] for place in body.backs}
        number, place = words_from(page, body.place[1], backs, n, bare=body.bare)
        if number < node.last and page.items[number].kind == "text":
            item = page.items[number]
            start, end = self._bounds.get(number, (item.start, item.end))
            self._bounds[number] = (min(max(start, place), end), end)
        self._trim_note(node, number, place)
        self._walk(number, node.last)
        for _, index in body.nodes[1:]:
            self._break(page.nodes[index].start)
            self._walk(page.nodes[index].first + 1, page.nodes[index].last)
        key = f"{body.place[0]}:{body.place[1]}"
        calls = tuple(self._builder.calls)
        self.parts.notes.append(RawNote(key, body.n, self._builder.finish(), node.start, body.series, None, calls))
        self._in_note = False
        self._kinds.clear()

    def _trim_note(self, node: Node, number: int, place: int) -> None:
        """Cut the bracket that closes a whole note: "[Footnote 7: Ibid.]"."""
        page = self._page
        if not _WHOLE.match(page.text, node.inner, place):
            return
        for last in range(node.last - 1, max(number, node.last - 4) - 1, -1):
            item = page.items[last]
            if words := page.words(item).rstrip():
                if words.endswith("]") and item.kind == "text":
                    self._cut(last, tail=item.end - item.start - len(words) + 1)
                return


def _first_words(page: Page, node: Node) -> str:
    items = page.items[node.first : min(node.last, node.first + _LOOK)]
    return " ".join(" ".join(page.words(item)[:_DETAIL] for item in items).split())


def _layout_tables(page: Page) -> set[int]:
    """The tables that lay out a page rather than tabulate: those with headings or tables inside, or that say so."""
    found: set[int] = set()
    stack: list[int] = []
    for index, node in enumerate(page.nodes):
        while stack and page.nodes[stack[-1]].last < node.first:
            stack.pop()
        if stack and (node.name == "table" or node.name in HEADINGS):
            found.add(stack[-1])
        if node.name == "table":
            if node.attributes.get("role") in {"presentation", "none"}:
                found.add(index)
            stack.append(index)
    return found
