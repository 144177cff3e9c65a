"""A walk over Pandoc's syntax tree (pandoc-types 1.22 and later: Pandoc 2.15 to 3), without recursion."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar

from argmap.model import Loss, ParagraphKind
from argmap.read.pandoc.run import Tree
from argmap.read.pandoc.tags import Tag, Tagger
from argmap.read.prose import Series
from argmap.read.written import Italic, Raised

_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_ATTRIBUTED = frozenset({"Span", "Link"})
_PLAIN = frozenset({"Strong", "Underline", "Strikeout", "Subscript", "SmallCaps"})
_COMMENT = re.compile(r"\s*<!--(.{0,2000}?)(?:-->|\Z)", re.DOTALL)
_DECIMAL = frozenset({"Decimal", "DefaultStyle"})
_TITLES = ("title", "subtitle")
_SHOWN_META = ("author", "date")

Step = dict[str, Any] | Callable[[], None]


@dataclass(slots=True)
class Slot:
    """A note called: by a note's words that stand here, or by a tag."""

    note: "FoundNote | None" = None
    tag: Tag | None = None


TreeItem = str | Slot | Loss | Tag


@dataclass(slots=True)
class FoundBlock:
    """A paragraph, or a heading where `level` is not 0; `number` is what a list prints before it."""

    items: list[TreeItem] = field(default_factory=list)
    kind: ParagraphKind = "prose"
    level: int = 0
    number: str = ""


@dataclass(slots=True)
class FoundNote:
    """A note's words where they stand in the tree; `tag` is the one in them."""

    paragraphs: list[list[TreeItem]] = field(default_factory=list)
    series: Series = "footnote"
    tag: Tag | None = None

    @property
    def words(self) -> str:
        """The words alone."""
        return " ".join(item for items in self.paragraphs for item in items if isinstance(item, str)).strip()


class Walk:
    """Collects blocks and notes from a tree."""

    def __init__(self, tagger: Tagger, raw_words: Callable[[str], str | None]) -> None:
        """`raw_words` gives what is to be shown of raw markup, None where it is lost."""
        self._tagger = tagger
        self._raw_words = raw_words
        self._steps: list[Step] = []
        self._kinds: list[ParagraphKind] = []
        self._notes: list[FoundNote] = []
        self._block: FoundBlock | None = None
        self._slants = [0]
        """How many emphases are open, in the text and in each open note."""
        self._lifted = 0
        self._number = ""
        self.blocks: list[FoundBlock] = []
        self.title: str | None = None

    def walk(self, tree: Tree, *, show_title: bool) -> list[FoundBlock]:
        """All blocks of a tree, title and abstract first.

        Args:
            tree: Pandoc's JSON.
            show_title: Whether the title stands in the text (in OpenDocument it is a property of the file only).
        """
        meta = tree.get("meta", {})
        for name in (*_TITLES, *_SHOWN_META):
            self._meta(meta.get(name), 1 if name == "title" else 0, show=show_title and name in _TITLES)
        if self.blocks and self.blocks[0].level:
            self.title = _words_of(self.blocks[0].items) or None
        self.blocks = [block for block in self.blocks if show_title or _calls(block)]
        abstract = meta.get("abstract")
        if abstract and abstract.get("t") in {"MetaBlocks", "MetaInlines"}:
            self._run(_as_blocks(abstract))
        self._run(tree["blocks"])
        return self.blocks

    def _meta(self, value: dict[str, Any] | None, level: int, *, show: bool) -> None:
        """Title, authors, date: the title is a heading; of the others only what calls a note is taken."""
        before = len(self.blocks)
        waiting = [value] if value else []
        while waiting:
            item = waiting.pop()
            if item.get("t") == "MetaList":
                waiting.extend(reversed(item["c"]))
            elif item.get("t") in {"MetaInlines", "MetaBlocks"}:
                self._run(_as_blocks(item))
        for block in self.blocks[before:]:
            block.level = level or (2 if show else 0)
        if not level and not show:
            self.blocks[before:] = [block for block in self.blocks[before:] if _calls(block)]

    def _run(self, nodes: Sequence[Step]) -> None:
        self._push(nodes)
        while self._steps:
            step = self._steps.pop()
            if callable(step):
                step()
            else:
                self._node(step)
        self._end_block()

    def _push(self, nodes: Sequence[Step]) -> None:
        self._steps.extend(reversed(nodes))

    def _node(self, node: dict[str, Any]) -> None:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind == "Str":
            self._write(content)
        elif kind in _SPACES:
            self._write(_SPACES[kind])
        elif kind == "Emph":
            self._slants[-1] += 1
            self._push([*content, self._end_emphasis])
        elif kind == "Superscript":
            self._lifted += 1
            self._push([*content, self._end_raised])
        elif kind in _PLAIN:
            self._push(content)
        elif kind in _ATTRIBUTED:
            self._push(content[1])
        elif kind == "Note":
            self._note(content)
        else:
            reader = self._READERS.get(kind)
            if reader is None:
                self._lose(f"Pandoc's {kind}", "")
            else:
                reader(self, content)

    def _write(self, words: str) -> None:
        for piece in self._tagger.split(words):
            if isinstance(piece, str):
                self._items().append(Raised(piece) if self._lifted else Italic(piece) if self._slants[-1] else piece)
            else:
                self._tag(piece)

    def _end_raised(self) -> None:
        self._lifted -= 1

    def _end_emphasis(self) -> None:
        self._slants[-1] -= 1

    def _tag(self, tag: Tag) -> None:
        if tag.role == "call":
            self._items().append(Slot(tag=tag))
        elif tag.role == "count":
            self._items().append(tag)
        elif self._notes and self._notes[-1].tag is None:
            self._notes[-1].tag, self._notes[-1].series = tag, tag.series

    def _items(self) -> list[TreeItem]:
        """Where words go: the open note's last paragraph, or the open block."""
        if self._notes:
            paragraphs = self._notes[-1].paragraphs
            if not paragraphs:
                paragraphs.append([])
            return paragraphs[-1]
        if self._block is None:
            self._block = FoundBlock(kind=self._kind(), number=self._number)
            self._number = ""
        return self._block.items

    def _kind(self) -> ParagraphKind:
        if "quote" in self._kinds:
            return "quote"
        return self._kinds[-1] if self._kinds else "prose"

    def _lose(self, what: str, detail: str) -> None:
        self._items().append(Loss(what=what, detail=self._tagger.strip(detail)[:300]))

    def _end_block(self) -> None:
        """The end of a paragraph: the next words begin another."""
        if self._notes:
            self._notes[-1].paragraphs.append([])
        elif self._block is not None:
            self.blocks.append(self._block)
            self._block = None

    def _note(self, content: list[Any]) -> None:
        if self._notes and (cited := _citations(content)):  # a citation that makes a note makes none inside one
            self._push(cited)
            return
        note = FoundNote()
        self._items().append(Slot(note=note))
        self._notes.append(note)
        self._slants.append(0)
        self._push([*content, self._end_note])

    def _end_note(self) -> None:
        self._notes.pop()
        self._slants.pop()

    def _paragraph(self, content: list[Step]) -> None:
        self._push([*content, self._end_block])

    def _header(self, content: list[Any]) -> None:
        self._end_block()
        if not self._notes:
            self._block = FoundBlock(level=content[0])
        self._paragraph(content[2])

    def _within(self, kind: ParagraphKind, nodes: Sequence[Step]) -> None:
        self._end_block()
        self._kinds.append(kind)
        self._push([*nodes, self._end_block, self._leave])

    def _leave(self) -> None:
        self._kinds.pop()

    def _code(self, content: list[Any]) -> None:
        self._within("code", [{"t": "Str", "c": content[1]}])

    def _line_block(self, content: list[list[Step]]) -> None:
        self._paragraph([step for line in content for step in (*line, {"t": "LineBreak"})])

    def _items_of(self, content: list[list[Step]]) -> None:
        self._within("list", [step for item in content for step in (*item, self._end_block)])

    def _quote(self, content: list[Step]) -> None:
        self._within("quote", content)

    def _ordered(self, content: list[Any]) -> None:
        (first, style, _), items = content
        steps: list[Step] = []
        for number, item in enumerate(items, first):
            steps += [partial(self._begin_item, f"{number}.") if style["t"] in _DECIMAL else self._end_block, *item]
            steps.append(self._end_block)
        self._within("list", steps)

    def _begin_item(self, number: str) -> None:
        self._number = "" if self._notes else number

    def _definitions(self, content: list[Any]) -> None:
        steps: list[Step] = []
        for term, definitions in content:
            steps += [*term, self._end_block]
            steps += [step for blocks in definitions for step in (*blocks, self._end_block)]
        self._within("list", steps)

    def _table(self, content: list[Any]) -> None:
        _attr, caption, _columns, head, bodies, foot = content
        rows = list(head[1])
        for body in bodies:
            rows += [*body[2], *body[3]]
        rows += foot[1]
        cells = [step for row in rows for cell in row[1] for step in (*cell[4], self._end_block)]
        self._end_block()
        self._push([*caption[1], self._end_block, lambda: self._within("table", cells)])

    def _raw(self, content: list[str]) -> None:
        form, words = content
        if comment := _COMMENT.match(words):
            self._lose("comment", comment.group(1).strip())
            return
        shown = self._raw_words(words)
        if shown is None:
            self._lose(f"{form} markup", words)
            return
        if shown:
            self._write(shown)
            self._lose(f"{form} markup", f"only its words are read: {words}")

    def _raw_block(self, content: list[str]) -> None:
        self._raw(content)
        self._end_block()

    def _cite(self, content: list[Any]) -> None:
        """The author's words; Pandoc's own spelling of the keys where there are none but raw markup."""
        citations, inlines = content
        if inlines and any(inline["t"] != "RawInline" for inline in inlines):
            self._push(inlines)
        else:
            self._push(_spelt(citations))

    def _image(self, content: list[Any]) -> None:
        self._lose("image", f"{_plain_words(content[1])} {content[2][0]}".strip())

    def _quoted(self, content: list[Any]) -> None:
        before, behind = _QUOTES[content[0]["t"]]
        self._push([{"t": "Str", "c": before}, *content[1], {"t": "Str", "c": behind}])

    def _figure(self, content: list[Any]) -> None:
        _attr, caption, blocks = content
        self._end_block()
        self._push([*blocks, self._end_block, *caption[1], self._end_block])

    def _div(self, content: list[Any]) -> None:
        self._end_block()
        self._push([*content[1], self._end_block])

    def _words(self, content: list[Any]) -> None:
        self._write(content[1])

    def _rule(self, _content: object) -> None:
        self._end_block()

    _READERS: ClassVar[Mapping[str, "Callable[[Walk, Any], None]"]] = {
        "Quoted": _quoted,
        "Cite": _cite,
        "Image": _image,
        "Code": _words,
        "Math": _words,
        "RawInline": _raw,
        "Plain": _paragraph,
        "Para": _paragraph,
        "LineBlock": _line_block,
        "CodeBlock": _code,
        "RawBlock": _raw_block,
        "BlockQuote": _quote,
        "OrderedList": _ordered,
        "BulletList": _items_of,
        "DefinitionList": _definitions,
        "Header": _header,
        "HorizontalRule": _rule,
        "Null": _rule,
        "Table": _table,
        "Figure": _figure,
        "Div": _div,
    }


def _as_blocks(meta: dict[str, Any]) -> list[Step]:
    if meta["t"] == "MetaBlocks":
        return list(meta["c"])
    return [{"t": "Para", "c": meta["c"]}]


def _calls(block: FoundBlock) -> bool:
    return any(isinstance(item, Slot) for item in block.items)


def _words_of(items: Sequence[TreeItem]) -> str:
    return " ".join("".join(item for item in items if isinstance(item, str)).split())


def _plain_words(inlines: list[dict[str, Any]]) -> str:
    """The words of inlines, those inside of others left out."""
    words = [item["c"] if item["t"] == "Str" else _SPACES.get(item["t"], "") for item in inlines]
    return "".join(words)


def _citations(content: list[Any]) -> list[Step]:
    """The citations of a note that is nothing but these and Pandoc's full stop behind them; none of any other."""
    inlines: list[Any] = content[0]["c"] if len(content) == 1 and content[0]["t"] in {"Para", "Plain"} else []
    cited = inlines[:-1] if inlines and inlines[-1] == {"t": "Str", "c": "."} else inlines
    return cited if cited and all(item["t"] == "Cite" for item in cited) else []


def _spelt(citations: list[dict[str, Any]]) -> list[Step]:
    """Citations in Pandoc's own spelling: "[see @smith2001, p. 3; @doe]", "@jones [p. 5]"."""
    steps: list[Step] = []
    author = citations and citations[0]["citationMode"]["t"] == "AuthorInText"
    for number, citation in enumerate(citations):
        steps.append({"t": "Str", "c": "; " if number else "" if author else "["})
        if citation["citationPrefix"]:
            steps += [*citation["citationPrefix"], {"t": "Space"}]
        steps.append({"t": "Str", "c": f"@{citation['citationId']}"})
        if citation["citationSuffix"]:
            suffix = citation["citationSuffix"]
            steps += [{"t": "Str", "c": " [" if author else ", "}, *suffix, {"t": "Str", "c": "]" if author else ""}]
    steps.append({"t": "Str", "c": "" if author else "]"})
    return steps
