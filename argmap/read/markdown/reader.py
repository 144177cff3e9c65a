"""Markdown with Pandoc's footnotes.

markdown-it parses the blocks and says which lines they stand on; `_inline` reads the lines themselves, so that every
character keeps its place in the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from argmap.model import Document, Loss, ParagraphKind
from argmap.read.assemble import Parts, assemble
from argmap.read.by_hand import with_notes_by_hand
from argmap.read.markdown.front_matter import front_matter
from argmap.read.markdown.inline import Piece, normal_label, scan
from argmap.read.markdown.notes import NoteDraft, numbered
from argmap.read.prose import ProseBuilder

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_DIV_FENCE = re.compile(r"[ \t>]*:{3,}[^:\r\n]*:*[ \t]*\Z")
_HEADING_MARKS = re.compile(r"[ \t>]*#{1,6}[ \t]*")
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}]{0,300}\}\Z")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,80}\]:")
_PANDOC = re.compile(r"^ {0,3}\[\^[^\]\s]{1,80}\]:|\^\[", re.MULTILINE)
_NUMBER = re.compile(r"\d{1,9}[.)](?:\s|\Z)")
_UNSEEN_HTML = re.compile(r"\s*<(script|style)\b", re.IGNORECASE)
_CONTAINERS: dict[str, ParagraphKind] = {
    "blockquote": "quote",
    "bullet_list": "list",
    "ordered_list": "list",
    "table": "table",
}


def read_markdown(text: str) -> Document:
    """Read Markdown; offsets count the text itself, without its byte order mark."""
    return assemble("markdown", text, _Reader(text).read())


def _with_lazy_lines(lines: Iterable[str]) -> Iterator[str]:
    """Lines with those set in that go on a note without being so and begin as an item of a list does: "12."."""
    in_note = False
    for line in lines:
        in_note = bool(line.strip()) and (in_note or bool(_NOTE.match(line)))
        yield f"    {line}" if in_note and _NUMBER.match(line) else line


def _labels(tokens: Sequence[Token]) -> dict[str, str]:
    """The labels of the notes by their spelling without regard to case; none where two differ in case alone."""
    labels = [str(token.meta["label"]) for token in tokens if token.type == "footnote_reference_open"]
    folded = {label.casefold(): label for label in labels}
    return folded if len(folded) == len(set(labels)) else {}


def _block_parser() -> MarkdownIt:
    """markdown-it for blocks alone."""
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


@dataclass(slots=True)
class _Source:
    """A block's inline source: its lines `[start, end)` in the file, and where each begins in `text`."""

    lines: list[tuple[int, int]]
    text: str
    starts: list[int]

    def place(self, index: int) -> int:
        """The place in the file of a character of the source that is no line end."""
        line = bisect_right(self.starts, index) - 1
        return self.lines[line][0] + index - self.starts[line]


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [match.span() for match in _LINE.finditer(text)]
        self._parts = Parts()
        self._notes: list[NoteDraft] = []
        self._open: list[NoteDraft] = []
        self._kinds: list[ParagraphKind] = []
        self._references: frozenset[str] = frozenset()
        self._cell_from = (-1, 0)
        self._labels: dict[str, str] = {}
        self._number = ""
        """What a list prints before the next paragraph."""

        self._worded = not _PANDOC.search(text)

    def read(self) -> Parts:
        title, skipped = front_matter(self._text)
        body = "\n".join(_with_lazy_lines(self._block_line(start, end, skipped) for start, end in self._lines))
        environment: dict[str, dict[str, object]] = {}
        tokens = _block_parser().parse(body, environment)
        self._references = frozenset(normal_label(label) for label in environment.get("references", {}))
        self._labels = _labels(tokens)
        for index, token in enumerate(tokens):
            self._token(token, tokens[index - 1] if index else token)
        self._parts.notes = numbered(self._parts.blocks, self._notes)
        with_notes_by_hand(self._text, self._parts)
        self._parts.title = title or self._leading_heading()
        return self._parts

    def _block_line(self, start: int, end: int, skipped: int) -> str:
        """A line as the block parser is to see it: empty where it is front matter or the fence of a Pandoc div."""
        line = self._text[start:end].rstrip("\r\n")
        return "" if start < skipped or _DIV_FENCE.match(line) else line

    def _leading_heading(self) -> str | None:
        first = self._parts.blocks[0] if self._parts.blocks else None
        return (first.prose.text or None) if first and first.level == 1 else None

    def _token(self, token: Token, parent: Token) -> None:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _CONTAINERS:
            if token.nesting > 0:
                self._kinds.append(_CONTAINERS[name])
            else:
                self._kinds.pop()
        elif token.type == "list_item_open":
            self._number = f"{token.info}." if token.info else ""
        elif token.type == "footnote_reference_open":
            self._open_note(token)
        elif token.type == "footnote_reference_close":
            self._open.pop()
        elif token.type == "inline":
            self._inline(token, parent)
        elif token.type == "list_item_close" and parent.type == "list_item_open" and parent.info:
            self._lone_number(parent)
        elif token.type in {"fence", "code_block"}:
            self._code(token)
        elif token.type == "html_block":
            self._html(token)

    def _open_note(self, token: Token) -> None:
        label = str(token.meta["label"])
        at = self._lines[token.map[0]][0] if token.map else 0
        draft = NoteDraft(label, label, at, ProseBuilder(self._text))
        self._notes.append(draft)
        self._open.append(draft)

    def _kind(self) -> ParagraphKind:
        if "quote" in self._kinds:
            return "quote"
        return self._kinds[-1] if self._kinds else "prose"

    def _inline(self, token: Token, parent: Token) -> None:
        level = int(parent.tag[1]) if parent.type == "heading_open" else 0
        if parent.type in {"th_open", "td_open"}:
            lines = self._cell(token)
        else:
            lines = self._locate(token, marked=bool(level) and parent.markup.startswith("#"))
        if level and lines:
            start, end = lines[-1]
            attributes = _HEADING_ATTRIBUTES.search(self._text, max(start, end - 310), end)
            lines[-1] = (start, attributes.start() if attributes else end)
        self._block(lines, self._kind(), level)

    def _block(self, lines: list[tuple[int, int]], kind: ParagraphKind, level: int = 0) -> None:
        """Read the lines of a block and put what they say where it belongs: in the open note, or in the text."""
        source = _source(self._text, lines)
        found = scan(source.text, self._references, worded=self._worded)
        for stretches, kept in ((found.italics, self._parts.italics), (found.raised, self._parts.raised)):
            kept += [(source.place(start), source.place(end - 1) + 1) for start, end in stretches if start < end]
        builder = self._open[-1].builder if self._open else ProseBuilder(self._text)
        if lines:
            builder.blank(lines[0][0], lines[0][0])
        self._replay(found.pieces, source, builder)
        if not self._open:
            self._parts.close(builder, kind, level, self._number)
            self._number = ""

    def _code(self, token: Token) -> None:
        lines = self._locate(token, skip=1 if token.type == "fence" else 0)
        builder = self._open[-1].builder if self._open else ProseBuilder(self._text)
        for start, end in lines:
            builder.blank(start, start)
            builder.copy(start, end)
        if not self._open:
            self._parts.close(builder, "code")

    def _html(self, token: Token) -> None:
        lines = self._locate(token)
        if match := _UNSEEN_HTML.match(token.content):
            self._parts.losses.append(Loss(what=match.group(1).lower(), start=lines[0][0] if lines else None))
            return
        self._block(lines, self._kind())

    def _lone_number(self, token: Token) -> None:
        """An item that is nothing but its number: a year that stands alone on a line is one to the block parser."""
        words = f"{token.info}{token.markup}"
        start, end = self._lines[token.map[0] if token.map else 0]
        place = self._find(words, start, end, marked=False)
        if place >= 0:
            self._block([(place, place + len(words))], self._kind())

    def _locate(self, token: Token, *, skip: int = 0, marked: bool = False) -> list[tuple[int, int]]:
        """Where the lines of a token's content stand in the file, without the marks of the blocks around them."""
        row = (token.map[0] if token.map else 0) + skip
        last = min(token.map[1] if token.map else len(self._lines), len(self._lines))
        found = []
        for line in token.content.split("\n"):
            words = line.strip()
            while words and row < last:
                start, end = self._lines[row]
                row += 1
                place = self._find(words, start, end, marked=marked)
                if place >= 0:
                    found.append((place, place + len(words)))
                    break
            else:
                row += not words
        return found

    def _find(self, words: str, start: int, end: int, *, marked: bool) -> int:
        """Where a line's words stand on it: at its end, or behind the marks of a heading."""
        if marked:
            marks = _HEADING_MARKS.match(self._text, start, end)
            return self._text.find(words, marks.end() if marks else start, end)
        return self._text.rfind(words, start, end)

    def _cell(self, token: Token) -> list[tuple[int, int]]:
        """The place of a table's cell: cells are sought one behind the other on their line."""
        row = token.map[0] if token.map else 0
        words = token.content.strip().replace("|", "\\|")
        start, end = self._lines[row]
        place = self._text.find(words, self._cell_from[1] if self._cell_from[0] == row else start, end)
        if not words or place < 0:
            return []
        self._cell_from = (row, place + len(words))
        return [(place, place + len(words))]

    def _replay(self, pieces: Sequence[Piece], source: _Source, builder: ProseBuilder) -> None:
        waiting: list[Piece | None] = []
        waiting.extend(reversed(pieces))
        targets = [builder]
        while waiting:
            piece = waiting.pop()
            if piece is None:
                targets.pop()  # the end of a note's words
            elif piece.kind == "copy":
                _copy(source, piece, targets[-1])
            elif piece.kind == "put":
                targets[-1].put(piece.text, source.place(piece.start), source.place(piece.end - 1) + 1)
            elif piece.kind == "note":
                waiting.append(None)
                waiting.extend(piece.inner[::-1])
                targets.append(self._inline_note(piece, source, targets[-1]))
            else:
                self._marker_or_loss(piece, source, targets[-1])

    def _inline_note(self, piece: Piece, source: _Source, caller: ProseBuilder) -> ProseBuilder:
        start, end = source.place(piece.start), source.place(piece.end - 1) + 1
        draft = NoteDraft(f" {start}", None, start, ProseBuilder(self._text))  # no label begins with a blank
        caller.mark(draft.key, "?", start, end)
        self._notes.append(draft)
        return draft.builder

    def _marker_or_loss(self, piece: Piece, source: _Source, builder: ProseBuilder) -> None:
        start, end = source.place(piece.start), source.place(piece.end - 1) + 1
        if piece.kind == "call":
            builder.mark(self._labels.get(piece.text.casefold(), piece.text), piece.text, start, end)
        else:
            self._parts.losses.append(Loss(what=piece.kind, detail=piece.text[:200], start=start))


def _source(text: str, lines: list[tuple[int, int]]) -> _Source:
    starts, length = [], 0
    for start, end in lines:
        starts.append(length)
        length += end - start + 1
    return _Source(lines, "\n".join(text[start:end] for start, end in lines), starts)


def _copy(source: _Source, piece: Piece, builder: ProseBuilder) -> None:
    """Copy a stretch of the source; its line ends become blanks."""
    line = bisect_right(source.starts, piece.start) - 1
    position = piece.start
    while position < piece.end:
        start, end = source.lines[line]
        offset = start - source.starts[line]
        stop = min(piece.end, source.starts[line] + end - start)
        builder.copy(position + offset, stop + offset)
        position = stop
        if position < piece.end:
            line += 1
            builder.blank(end, source.lines[line][0] if line < len(source.lines) else end + 1)
            position += 1
