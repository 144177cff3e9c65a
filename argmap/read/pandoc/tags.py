"""Tags: what Pandoc's tree does not keep about notes, carried through it inside the words.

The tree holds a note's words where the note is called and nothing else: a note called twice is two notes, its sign or
number, its label and its series are gone. So the source is tagged before Pandoc gets it: at the beginning of a note's
words, or where a note is called, stands a number between two characters that the text does not use.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from argmap.read.prose import Series

Role = Literal["note", "words", "call", "count"]


@dataclass(frozen=True, slots=True)
class Tag:
    """What a tag says.

    Attributes:
        role: `note` is called where its words stand, `words` are those of a note called elsewhere, `call` calls a note,
            `count` sets the counter of the series.
        key: The note's name inside its series; None for one that nobody else can call.
        sign: What is printed, where the author says it; else the note is counted.
        style: How counted notes are numbered, in Word's terms ("decimal", "lowerRoman", "chicago").
        group: Notes of one group are counted together.
        value: For `count`, the number that the counter shows from here.
    """

    role: Role
    key: str | None = None
    sign: str | None = None
    series: Series = "footnote"
    label: str | None = None
    style: str = "decimal"
    group: str = ""
    value: int = 0


class Tagger:
    """Gives out tags for one text."""

    def __init__(self, text: str) -> None:
        free = [chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text][:2]
        self._open, self._shut = free if len(free) == 2 else ("\ue000", "\ue001")  # noqa: PLR2004 - a pair
        self.tags: list[Tag] = []
        self.pattern = re.compile(f"{self._open}([0-9]{{1,9}}){self._shut}")

    def tag(self, tag: Tag) -> str:
        """The characters that stand for a tag."""
        self.tags.append(tag)
        return f"{self._open}{len(self.tags) - 1}{self._shut}"

    def split(self, words: str) -> list[str | Tag]:
        """Words and tags, in order."""
        pieces: list[str | Tag] = []
        at = 0
        for match in self.pattern.finditer(words):
            pieces.append(words[at : match.start()])
            if int(match.group(1)) < len(self.tags):
                pieces.append(self.tags[int(match.group(1))])
            at = match.end()
        pieces.append(words[at:])
        return [piece for piece in pieces if piece]

    def strip(self, words: str) -> str:
        """Words without tags."""
        return self.pattern.sub("", words)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text for Pandoc, the tags in it, and what tagging could not carry."""

    data: bytes
    reader: str
    tagger: Tagger
    losses: tuple[tuple[str, str], ...] = ()


def rewritten(
    text: str,
    token: re.Pattern[str],
    write: Callable[[re.Match[str]], str],
    end_of: Callable[[re.Match[str]], str | None],
) -> str:
    """A source with every token written anew, in one pass.

    A token that opens words which are none of the language's (verbatim, `<nowiki>`) is copied with them: `end_of` tells
    what ends them, None for any other token.
    """
    chunks, at = [], 0
    while match := token.search(text, at):
        chunks.append(text[at : match.start()])
        at = match.end()
        if (closing := end_of(match)) is None:
            chunks.append(write(match))
        else:
            end = text.find(closing, at)
            at = end if end >= 0 else len(text)
            chunks.append(text[match.start() : at])
    return "".join([*chunks, text[at:]])
