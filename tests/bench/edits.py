"""Edited copies of a text, with the truth about where each of its sentences went.

A text is a list of paragraphs, a paragraph a list of sentences; a sentence keeps its number through every edit. Used by
bench_anchors.py and the tests of anchors.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from argmap.model import Document


@dataclass(frozen=True)
class Line:
    """A sentence; `number` is None if it was not in the first draft."""

    number: int | None
    text: str


_WORD = re.compile(r"[^\W\d_]+")

Draft = list[list[Line]]


def draft_of(document: Document) -> Draft:
    """The paragraphs and sentences of a document."""
    paragraphs: dict[str, list[Line]] = {}
    for number, sentence in enumerate(document.sentences):
        paragraphs.setdefault(sentence.paragraph, []).append(Line(number, " ".join(sentence.text.split())))
    return list(paragraphs.values())


def written(draft: Draft) -> tuple[str, dict[int, tuple[int, int]]]:
    """The draft as plain text, and the span of every sentence of the first draft that is still in it."""
    parts, spans, at = [], {}, 0
    for paragraph in draft:
        for index, line in enumerate(paragraph):
            if line.number is not None:
                spans[line.number] = (at, at + len(line.text))
            part = line.text + (" " if index + 1 < len(paragraph) else "\n\n")
            parts.append(part)
            at += len(part)
    return "".join(parts), spans


def _cased(word: str, old: re.Match[str]) -> str:
    """An editor changes the word and leaves its punctuation and capital."""
    return word.capitalize() if old[0][0].isupper() else word.lower()


def change_words(draft: Draft, rng: random.Random, words: list[str]) -> None:
    """One sentence in ten: one word in six becomes another, or one in three; at least one."""
    for paragraph in draft:
        for index, line in enumerate(paragraph):
            if rng.random() < 0.1:
                own = line.text.split()
                for place in rng.sample(range(len(own)), max(1, len(own) // rng.choice((6, 3)))):
                    own[place] = _WORD.sub(partial(_cased, rng.choice(words)), own[place], count=1)
                paragraph[index] = replace(line, text=" ".join(own))


def move_paragraph(draft: Draft, rng: random.Random, _words: list[str]) -> None:
    """One paragraph goes elsewhere."""
    draft.insert(rng.randrange(len(draft)), draft.pop(rng.randrange(len(draft))))


def split_paragraph(draft: Draft, rng: random.Random, _words: list[str]) -> None:
    """One paragraph becomes two."""
    long = [index for index, paragraph in enumerate(draft) if len(paragraph) > 1]
    if long:
        index = rng.choice(long)
        at = rng.randrange(1, len(draft[index]))
        draft[index : index + 1] = [draft[index][:at], draft[index][at:]]


def add_sentences(draft: Draft, rng: random.Random, words: list[str]) -> None:
    """Three sentences are put in."""
    for _ in range(3):
        paragraph = rng.choice(draft)
        text = " ".join(rng.choices(words, k=rng.randrange(6, 25))).capitalize().rstrip(".,;:") + "."
        paragraph.insert(rng.randrange(len(paragraph) + 1), Line(None, text))


def change_quotation_marks(draft: Draft, _rng: random.Random, _words: list[str]) -> None:
    """Curly quotation marks become straight, and double ones single."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
    for paragraph in draft:
        paragraph[:] = [replace(line, text=line.text.translate(table)) for line in paragraph]


def cut_sentence(draft: Draft, rng: random.Random, _words: list[str]) -> None:
    """One sentence in twenty is cut."""
    for paragraph in draft:
        paragraph[:] = [line for line in paragraph if rng.random() > 0.05 or len(paragraph) == 1]


EDITS: dict[str, Callable[[Draft, random.Random, list[str]], None]] = {
    "word changes": change_words,
    "moved paragraph": move_paragraph,
    "split paragraph": split_paragraph,
    "new sentences": add_sentences,
    "quotation marks": change_quotation_marks,
    "sentences cut": cut_sentence,
}


def edited(draft: Draft, names: list[str], seed: int) -> Draft:
    """A copy of the draft after these edits, in order."""
    rng = random.Random(seed)  # noqa: S311 - an experiment that can be repeated, no secret
    words = [word for paragraph in draft for line in paragraph for word in _WORD.findall(line.text)]
    copy = [list(paragraph) for paragraph in draft]
    for name in names:
        EDITS[name](copy, rng, words)
    return [paragraph for paragraph in copy if paragraph]
