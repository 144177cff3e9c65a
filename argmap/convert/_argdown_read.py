"""Argdown in: from elements to a map. The language: https://argdown.org/syntax/ ."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.convert._argdown_build import Builder
from argmap.convert._argdown_data import ClaimData, claim_data, mapping
from argmap.convert._argdown_links import Key, Link
from argmap.convert._argdown_scan import Element, Scanner
from argmap.convert._argdown_structure import Step, Structure
from argmap.errors import NotAMapError
from argmap.model import ArgumentMap, RelationKind

_KINDS: dict[str, RelationKind] = {"+": "support", "-": "attack", ">": "attack", "_": "undercut"}


@dataclass(slots=True)
class _Open:
    """An element below which relations may stand; `key` is None for an inference."""

    indent: int
    key: Key | None
    link: Link | None = None
    step: Step | None = None


def read_argdown(text: str, path: str) -> ArgumentMap:
    """Read a map written in Argdown.

    Args:
        text: The file's text; any line ends.
        path: The file's name, for messages.

    Raises:
        NotAMapError: At the first line that is no Argdown.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _Reader(path).read(Scanner(text, path).scan())


class _Reader:
    """Goes through the elements once."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._builder = Builder()
        self._section: list[tuple[int, str]] = []
        self._title: str | None = None
        self._front_title = False
        self._without_tags = False
        self._open: list[_Open] = []
        self._argument: Key | None = None  # the argument of the block before, to which a structure may belong
        self._structure: Structure | None = None

    def read(self, elements: Iterable[Element]) -> ArgumentMap:
        take = {
            "front": self._front,
            "heading": self._heading,
            "top": self._top,
            "item": self._top,
            "relation": self._relation,
            "number": self._number,
            "inference": self._inference,
        }
        for element in elements:
            if element.kind != "blank":
                take[element.kind](element)
        self._close_structure()
        return self._builder.build(self._title or None)

    def _fail(self, element: Element, why: str) -> NotAMapError:
        return NotAMapError(self._path, element.line, why)

    def _front(self, element: Element) -> None:
        settings = mapping(element.data or "", self._path, element.data_line)
        if "title" in settings:
            title = settings.pop("title")
            self._title, self._front_title = "" if title is None else " ".join(str(title).split()), True
        model = settings.get("model")
        if isinstance(model, dict):
            self._without_tags = model.get("removeTagsFromText") is True
            if model.get("mode") == "strict":
                self._builder.lose("front matter", "mode strict: relations are read as in loose mode", element)
        if settings:
            keys = ", ".join(str(key)[:40] for key in list(settings)[:12])
            self._builder.lose("front matter", f"not kept: {keys}", element)

    def _heading(self, element: Element) -> None:
        self._close_structure()
        self._argument = None
        words = element.words.text()
        if not words:
            raise self._fail(element, "a heading without words")
        while self._section and self._section[-1][0] >= element.number:
            self._section.pop()
        self._section.append((element.number, words))
        if element.number == 1 and self._title is None:
            self._title = words
        for what, there in (("data", element.data), ("tags", element.words.tags)):
            if there:
                self._builder.lose(what, f"of the heading '{words[:60]}'", element)

    def _claim(self, element: Element) -> tuple[Key, ClaimData]:
        """The claim that an element defines or refers to, and its data."""
        text = element.words.text(without_tags=self._without_tags)
        if element.title is None and not text:
            raise self._fail(element, f"nothing stands after '{element.op or '*'}': give a statement or a title")
        data = claim_data(element.data, self._path, element.data_line) if element.data else ClaimData()
        key = self._builder.claim(element, text, data, tuple(words for _, words in self._section))
        name = element.title or text[:40]
        for strange in data.strange:
            self._builder.lose("data", f"of '{name}' not understood: {strange}", element)
        if data.rest or (data.uses and element.kind != "number"):
            self._builder.lose("data", f"of '{name}' not kept: {', '.join(data.rest)[:200]}", element)
        return key, data

    def _top(self, element: Element) -> None:
        self._close_structure()
        key, _ = self._claim(element)
        self._argument = key if element.form == "argument" and element.kind == "top" else None
        self._open = [_Open(element.indent if element.kind == "item" else 0, key)]

    def _relation(self, element: Element) -> None:
        parent = self._parent(element)
        if parent.key is None and (parent.step is None or element.op not in {"_", "<_"}):
            raise self._fail(element, f"'{element.op}' below an inference: only undercuts, '<_', may stand there")
        key, _ = self._claim(element)
        link = self._link(element, parent, key)
        self._open.append(_Open(element.indent, key, link))

    def _parent(self, element: Element) -> _Open:
        """The open element that a relation belongs to by its indentation; those further in are closed."""
        stack = self._open
        if not stack:
            raise self._fail(element, f"the relation '{element.op}' has no statement above it")
        deeper = False
        while len(stack) > 1 and stack[-1].indent > element.indent:
            stack.pop()
            deeper = True
        if len(stack) > 1 and (deeper or stack[-1].indent == element.indent):
            stack.pop()
        if len(stack) == 1 and element.indent <= stack[0].indent:
            raise self._fail(element, f"the relation '{element.op}' must be indented further than its statement")
        return stack[-1]

    def _link(self, element: Element, parent: _Open, key: Key) -> Link | None:
        """Take up the relation between an element and the one above it."""
        op = element.op
        if parent.key is None:
            link = self._builder.link(Link("undercut", (key,), key, element.line, element.start))
            if parent.step:
                parent.step.undercut(link)
            return link
        outgoing = op in {"+>", "->", "_>"}
        source, target = (parent.key, key) if outgoing else (key, parent.key)
        if op == "><":
            self._builder.link(Link("attack", (key,), parent.key, element.line, element.start))
            self._builder.link(Link("attack", (parent.key,), key, element.line, element.start))
            return None
        kind = _KINDS[op.strip("<>")]
        link = self._builder.link(Link(kind, (source,), target, element.line, element.start))
        if kind == "undercut" and not outgoing:
            link.above = parent.link
            if parent.step:  # below a conclusion an undercut means the inference to it
                parent.step.undercut(link)
        return link

    def _number(self, element: Element) -> None:
        if element.form == "argument" and element.title is not None:
            raise self._fail(element, "an argument among premises: number statements only")
        if self._structure is None:
            self._structure = Structure(self._builder, self._path, element, self._argument)
            self._argument = None
        key, data = self._claim(element)
        step = self._structure.statement(element, key, data.uses)
        self._open = [_Open(0, key, step=step)]

    def _inference(self, element: Element) -> None:
        if self._structure is None:
            raise self._fail(element, "an inference needs numbered premises above it: '(1) …'")
        self._open = [_Open(0, None, step=self._structure.infer(element))]

    def _close_structure(self) -> None:
        if self._structure is not None:
            self._structure.close()
            self._structure = None
