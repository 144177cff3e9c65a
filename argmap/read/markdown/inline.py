"""A scanner for Markdown's inline syntax that keeps every character's place.

markdown-it gives the lines of a block but not the places inside it, so inline markup is read here, after CommonMark's
own method (appendix "A parsing strategy" of the specification): one pass with a stack of brackets and a stack of
emphasis delimiters. Only what a reader would see matters, so the result is a flat list of pieces, not a tree. To this come
Pandoc's notes (`[^7]`, `^[words]`), MultiMarkdown's (`[^more than one word]`), strikeout, superscript, subscript and attributes. Linear time.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from argmap.read.markdown.emphasis import Delimiter, delimiter, match_delimiters

_SPECIAL = re.compile(r"[\\`*_\[\]!<&^~]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]{0,2000}|[\w.+\-]{1,64}@[\w.\-]{1,255})>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9\-]*(?:\s[^<>]*)?/?>|<![A-Za-z][^<>]*>|<\?[^<>]*\?>")
_CALL = re.compile(r"\[\^([^\s\[\]]{1,200})\]")
_WORDED = re.compile(r"\[\^[^\s\[\]^]{1,200}\s")
_SCRIPT = re.compile(r"\^(?=[^\s^\[])(?:[^\s^\\\[\]]|\\.){1,40}\^|~(?=[^\s~])(?:[^\s~\\]|\\.){1,40}~(?!~)")
_ATTRIBUTES = re.compile(r"\{[ \t]*(?:[.#][^\s{}]|[\w\-]{1,40}=|-\})[^{}\n]{0,400}\}?")
_TARGET = re.compile(r"\s*(?:<[^<>\n]*>|\S*)(?:\s+[\"'(].*[\"')])?\s*", re.DOTALL)
_SUP = re.compile(r"<sup[\s>]", re.IGNORECASE)
_SUP_END = re.compile(r"</sup[\s>]", re.IGNORECASE)
_LABEL_LIMIT = 999
_TARGET_LIMIT = 3000

Kind = Literal["copy", "put", "call", "note", "image", "comment"]


@dataclass(slots=True)
class Piece:
    """A stretch `[start, end)` of the source and what a reader sees of it; what lies between two pieces is not seen.

    Attributes:
        kind: `copy` as it stands, `put` `text` instead, `call` the note named `text`, a `note` made of `inner`, an
            `image` or a `comment` with its words in `text`.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    inner: "list[Piece]" = field(default_factory=list)


@dataclass(slots=True)
class Scanned:
    """What a reader sees of a source, and which stretches of it stand in italics and above the line."""

    pieces: list[Piece] = field(default_factory=list)
    italics: list[tuple[int, int]] = field(default_factory=list)
    raised: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Bracket:
    """An opening bracket: where its piece stands, how many delimiters came before it, where its words begin."""

    kind: Literal["link", "image", "note"]
    index: int
    delimiters: int
    content: int


def scan(source: str, references: frozenset[str], *, worded: bool = True) -> Scanned:
    """What a reader sees of one block's inline source.

    Args:
        source: The block's lines without the marks of the blocks around it.
        references: The link labels that the document defines, as `normal_label` gives them.
        worded: Whether `[^more than one word]` is a note: in Pandoc's Markdown it is none.
    """
    return _Scanner(source, references, worded=worded).scan()


def normal_label(label: str) -> str:
    """A link label as CommonMark compares them: case folded, white space collapsed."""
    return " ".join(label.split()).casefold()


class _Scanner:
    def __init__(self, source: str, references: frozenset[str], *, worded: bool) -> None:
        self._source = source
        self._worded = worded
        self._references = references
        self._pieces: list[Piece] = []
        self._brackets: list[_Bracket] = []
        self._delimiters: list[Delimiter] = []
        self._italics: list[tuple[int, int]] = []
        self._raised: list[tuple[int, int]] = []
        self._lifted: int | None = None
        self._link_barrier = 0
        self._unseen: set[int] = set()
        self._parens: dict[int, int] | None = None
        self._ticks: dict[int, list[int]] | None = None
        self._no_comment_end = False
        self._readers: dict[str, Callable[[int], int]] = {
            "\\": self._escape,
            "`": self._code,
            "*": self._emphasis,
            "_": self._emphasis,
            "^": self._caret,
            "~": self._tilde,
            "[": self._open,
            "]": self._close,
            "!": self._bang,
            "<": self._angle,
            "&": self._entity,
        }

    def scan(self) -> Scanned:
        position = 0
        while match := _SPECIAL.search(self._source, position):
            self._copy(position, match.start())
            position = self._readers[match.group()](match.start())
        self._copy(position, len(self._source))
        self._italics += match_delimiters(self._delimiters)
        return Scanned(self._pieces, self._italics, self._raised)

    def _copy(self, start: int, end: int) -> int:
        """The end of a stretch that is taken as it stands."""
        if start < end:
            self._pieces.append(Piece("copy", start, end))
        return end

    def _put(self, start: int, end: int, clean: str) -> int:
        self._pieces.append(Piece("put", start, end, clean))
        return end

    def _run(self, at: int) -> int:
        """The end of the run of one character that begins here."""
        char, end = self._source[at], at
        while end < len(self._source) and self._source[end] == char:
            end += 1
        return end

    def _escape(self, at: int) -> int:
        following = self._source[at + 1 : at + 2]
        if following and (following in _PUNCTUATION or following == " "):
            return self._put(at, at + 2, following)
        return at + 1 if following == "\n" else self._copy(at, at + 1)

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self._source, at)
        clean = html.unescape(match.group()) if match else ""
        if match is None or clean == match.group():
            return self._copy(at, at + 1)
        return self._put(at, match.end(), clean)

    def _angle(self, at: int) -> int:
        if match := _AUTOLINK.match(self._source, at):
            self._copy(at + 1, match.end() - 1)
            return match.end()
        if self._source.startswith("<!--", at) and not self._no_comment_end:
            end = self._source.find("-->", at + 4)
            if end >= 0:
                self._pieces.append(Piece("comment", at, end + 3, self._source[at + 4 : end].strip()))
                return end + 3
            self._no_comment_end = True
        if match := _TAG.match(self._source, at):
            self._lift(match)
            return match.end()
        return self._copy(at, at + 1)

    def _lift(self, tag: re.Match[str]) -> None:
        """Keep the stretch between two tags that raises what is in it."""
        if _SUP.match(tag.group()):
            self._lifted = tag.end()
        elif _SUP_END.match(tag.group()) and self._lifted is not None:
            self._raised.append((self._lifted, tag.start()))
            self._lifted = None

    def _code(self, at: int) -> int:
        end = self._run(at)
        close = self._closing_ticks(at, end - at)
        if close is None:
            return self._copy(at, end)
        inner = self._source[end:close]
        padded = len(inner) > 1 and inner[0] in " \n" and inner[-1] in " \n" and bool(inner.strip())
        self._copy(end + padded, close - padded)
        return close + end - at

    def _closing_ticks(self, at: int, length: int) -> int | None:
        if self._ticks is None:
            self._ticks = {}
            for match in re.finditer("`+", self._source):
                self._ticks.setdefault(len(match.group()), []).append(match.start())
            for starts in self._ticks.values():
                starts.reverse()
        starts = self._ticks.get(length, [])
        while starts and starts[-1] <= at:
            starts.pop()
        return starts[-1] if starts else None

    def _emphasis(self, at: int) -> int:
        end = self._run(at)
        before = self._source[at - 1] if at else " "
        after = self._source[end] if end < len(self._source) else " "
        piece = Piece("copy", at, end)
        self._pieces.append(piece)
        self._delimiters.append(delimiter(self._source[at], piece, before, after))
        return end

    def _tilde(self, at: int) -> int:
        if at in self._unseen:
            return at + 1
        end = self._run(at)
        if end == at + 2:
            return self._emphasis(at)
        return self._script(at) if end == at + 1 else self._copy(at, end)

    def _caret(self, at: int) -> int:
        if self._source.startswith("^[", at) and at not in self._unseen:
            return self._push("note", at, at + 2)
        return self._script(at)

    def _script(self, at: int) -> int:
        """A superscript or subscript: its two marks are not seen."""
        if at in self._unseen:
            return at + 1
        if match := _SCRIPT.match(self._source, at):
            self._unseen.add(match.end() - 1)
            if self._source[at] == "^":
                self._raised.append((at + 1, match.end() - 1))
            return at + 1
        return self._copy(at, at + 1)

    def _bang(self, at: int) -> int:
        if self._source.startswith("![", at) and not _CALL.match(self._source, at + 1):
            return self._push("image", at, at + 2)
        return self._copy(at, at + 1)

    def _open(self, at: int) -> int:
        if match := _CALL.match(self._source, at):
            self._pieces.append(Piece("call", at, match.end(), match.group(1)))
            return match.end()
        if self._worded and _WORDED.match(self._source, at):
            return self._push("note", at, at + 2)
        return self._push("link", at, at + 1)

    def _push(self, kind: Literal["link", "image", "note"], at: int, end: int) -> int:
        self._brackets.append(_Bracket(kind, len(self._pieces), len(self._delimiters), end))
        return self._copy(at, end)

    def _close(self, at: int) -> int:
        if not self._brackets:
            return self._copy(at, at + 1)
        bracket = self._brackets.pop()
        depth = len(self._brackets)
        inside_link = bracket.kind == "link" and depth < self._link_barrier
        self._link_barrier = min(self._link_barrier, depth)
        if bracket.kind == "note":
            return self._fold("note", bracket, at + 1)
        end = None if inside_link else self._target(bracket, at)
        if end is None:
            return self._copy(at, at + 1)
        if bracket.kind == "image":
            return self._fold("image", bracket, end)
        self._settle(bracket)
        opening = self._pieces[bracket.index]
        opening.end = opening.start
        self._link_barrier = depth
        return end

    def _settle(self, bracket: _Bracket) -> None:
        """Pair the emphasis inside a bracket; what is left over inside cannot pair with anything outside."""
        self._italics += match_delimiters(self._delimiters[bracket.delimiters :])
        del self._delimiters[bracket.delimiters :]

    def _fold(self, kind: Literal["note", "image"], bracket: _Bracket, end: int) -> int:
        """Put all pieces since a bracket into one."""
        self._settle(bracket)
        opening, *inner = self._pieces[bracket.index :]
        del self._pieces[bracket.index :]
        words = "".join(item.text or self._source[item.start : item.end] for item in inner) if kind == "image" else ""
        self._pieces.append(Piece(kind, opening.start, end, words, inner))
        return end

    def _target(self, bracket: _Bracket, at: int) -> int | None:
        """Where a link ends whose words close at `at`; None if it is no link."""
        following = self._source[at + 1 : at + 2]
        if following == "(" and (end := self._inline_target(at + 1)) is not None:
            return self._attributes(end)
        if following == "[" and (end := self._reference_target(bracket, at)) is not None:
            return end
        if following == "{" and bracket.kind == "link" and (end := self._attributes(at + 1)) > at + 1:
            return end
        return at + 1 if self._defined(bracket.content, at) else None

    def _reference_target(self, bracket: _Bracket, at: int) -> int | None:
        close = self._source.find("]", at + 2, at + 2 + _LABEL_LIMIT)
        if close < 0:
            return None
        start, end = (bracket.content, at) if close == at + 2 else (at + 2, close)
        return close + 1 if self._defined(start, end) else None

    def _attributes(self, at: int) -> int:
        match = _ATTRIBUTES.match(self._source, at)
        return match.end() if match and match.group().endswith("}") else at

    def _inline_target(self, at: int) -> int | None:
        if self._parens is None:
            self._parens = _paired_parentheses(self._source)
        close = self._parens.get(at)
        if close is None or close - at > _TARGET_LIMIT or not _TARGET.fullmatch(self._source, at + 1, close):
            return None
        return close + 1

    def _defined(self, start: int, end: int) -> bool:
        return end - start <= _LABEL_LIMIT and normal_label(self._source[start:end]) in self._references


def _paired_parentheses(source: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer(r"\\.|[()]", source, re.DOTALL):
        if match.group() == "(":
            opened.append(match.start())
        elif match.group() == ")" and opened:
            pairs[opened.pop()] = match.start()
    return pairs
