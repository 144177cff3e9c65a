"""The pieces that Argdown text is cut into."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """What a token is. A relation's token kind is its mark, the direction always written."""

    TEXT = "text"
    ESCAPED = "escaped character"
    SHORTCODE = "shortcode"
    OPEN = "opening emphasis"
    CLOSE = "closing emphasis"
    LINK = "link"
    TAG = "tag"
    STATEMENT_MENTION = "statement mention"
    ARGUMENT_MENTION = "argument mention"
    NEWLINE = "line end"
    EMPTY_LINE = "empty line"
    INDENT = "indentation"
    DEDENT = "end of an indentation"
    SUPPORTS = "+>"
    ATTACKS = "->"
    SUPPORTED = "<+"
    ATTACKED = "<-"
    CONTRADICTS = "><"
    UNDERCUTS = "_>"
    UNDERCUT = "<_"
    HEADING = "heading mark"
    NUMBER = "premise number"
    ORDERED = "ordered list mark"
    UNORDERED = "list mark"
    STATEMENT_REFERENCE = "statement reference"
    STATEMENT_DEFINITION = "statement definition"
    ARGUMENT_REFERENCE = "argument reference"
    ARGUMENT_DEFINITION = "argument definition"
    DATA = "data"
    FRONT_MATTER = "front matter"
    INFERENCE = "start of an inference"
    INFERENCE_END = "end of an inference"
    COMMA = "comma"
    END = "end of the text"


DIRECTED: dict[Kind, Literal["support", "attack", "undercut"]] = {
    Kind.SUPPORTS: "support",
    Kind.SUPPORTED: "support",
    Kind.ATTACKS: "attack",
    Kind.ATTACKED: "attack",
    Kind.UNDERCUTS: "undercut",
    Kind.UNDERCUT: "undercut",
}
"""What the relations that have a direction say."""
OUTGOING = frozenset({Kind.SUPPORTS, Kind.ATTACKS, Kind.UNDERCUTS})
"""Those that lead from the element above them to the one they stand before."""
RELATIONS = frozenset(DIRECTED) | {Kind.CONTRADICTS}
BEFORE_ELEMENTS = RELATIONS | {Kind.NUMBER, Kind.ORDERED, Kind.UNORDERED}
PLAIN = frozenset({Kind.TEXT, Kind.ESCAPED, Kind.SHORTCODE})
CONTENT = PLAIN | {
    Kind.OPEN,
    Kind.CLOSE,
    Kind.LINK,
    Kind.TAG,
    Kind.STATEMENT_MENTION,
    Kind.ARGUMENT_MENTION,
    Kind.NEWLINE,
}


@dataclass(slots=True)
class Fault:
    """Something that is no Argdown.

    Attributes:
        at: Its offset in the text as read.
        why: What is wrong.
        hint: What to write instead.
        fatal: Whether the text must be refused for it.
    """

    at: int
    why: str
    hint: str = ""
    fatal: bool = True


class Source:
    r"""A text whose line ends are all `\n`, with the line and column of each offset."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        self.crlf = "\r\n" in text
        self._starts: list[int] | None = None
        self.wide = not text.isascii() and max(text) > "\uffff"

    def _lines(self) -> list[int]:
        if self._starts is None:
            starts, at = [0], self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._starts = starts
        return self._starts

    def line(self, at: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._starts or self._lines(), at)

    def column(self, at: int) -> int:
        """The column of an offset in characters, from 1."""
        return at - self._lines()[self.line(at) - 1] + 1

    def utf16_column(self, at: int) -> int:
        """The column of an offset as the official tool counts it, in UTF-16 units."""
        begin = self._lines()[self.line(at) - 1]
        return utf16(self.text[begin:at]) + 1 if self.wide else at - begin + 1


def utf16(words: str) -> int:
    """The length of words in UTF-16 units."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


@dataclass(slots=True)
class Tokens:
    """Parallel lists: kind, start and end of each token; the last one is `END`. `comments` are half-open stretches."""

    source: Source
    kinds: list[Kind] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)

    def image(self, index: int) -> str:
        """The words of a token."""
        return self.source.text[self.starts[index] : self.ends[index]]
