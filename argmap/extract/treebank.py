"""Universal Dependencies treebanks as spaCy Docs: what the shipped pipeline is trained and judged on.

The format is CoNLL-U (universaldependencies.org/format.html): ten columns a word, `1-2` lines for words written as one,
`1.1` lines for words that are not written at all (left out here).
"""

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

_ID, _FORM, _UPOS, _XPOS, _HEAD, _DEPREL, _MISC = 0, 1, 3, 4, 6, 7, 9


class Word(NamedTuple):
    """A word as annotated. `head` is its head's index in the sentence (its own for the root)."""

    text: str
    space: bool
    upos: str
    tag: str
    head: int
    label: str


class TreeSentence(NamedTuple):
    """A sentence of a treebank and the document it is from."""

    document: str
    words: tuple[Word, ...]


def read_treebank(path: Path) -> Iterator[TreeSentence]:
    """The sentences of a CoNLL-U file, plain or compressed with xz, in order."""
    document, rows = "", list[list[str]]()
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                document = line.partition("=")[2].strip()
            elif line[:1].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield TreeSentence(document, tuple(_words(rows)))
                rows = []
    if rows:
        yield TreeSentence(document, tuple(_words(rows)))


def _words(rows: list[list[str]]) -> Iterator[Word]:
    glued = _glued(rows)
    for row in rows:
        if not row[_ID].isdecimal():
            continue
        number, head = int(row[_ID]), int(row[_HEAD])
        space = glued.get(number, "SpaceAfter=No" not in row[_MISC].split("|"))
        label = "ROOT" if head == 0 else row[_DEPREL]
        yield Word(row[_FORM], space, row[_UPOS], row[_XPOS], (head or number) - 1, label)


def _glued(rows: list[list[str]]) -> dict[int, bool]:
    """Whether a space follows the words that are written as one: behind the last of them only."""
    found: dict[int, bool] = {}
    for row in rows:
        first, dash, last = row[_ID].partition("-")
        if dash:
            found |= dict.fromkeys(range(int(first), int(last)), False)
            found[int(last)] = "SpaceAfter=No" not in row[_MISC].split("|")
    return found


def to_gold(vocab: Vocab, group: list[TreeSentence], *, typeset: bool = False) -> Doc:
    """A Doc with the annotated words, tags, heads and sentence starts.

    Args:
        vocab: The pipeline's.
        group: Sentences of one text, in order.
        typeset: Put printed marks (“ ” ’ —) for typed ones (" ' --), as books have them.
    """
    words = [word for sentence in group for word in sentence.words]
    texts = list(_typeset(words)) if typeset else [word.text for word in words]
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in group:
        begin = len(heads)
        heads.extend(begin + word.head for word in sentence.words)
        starts.extend([True] + [False] * (len(sentence.words) - 1))
    return Doc(
        vocab,
        words=texts,
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.upos for word in words],
        heads=heads,
        deps=[word.label for word in words],
        sent_starts=list[bool | int | None](starts),
    )


def _typeset(words: list[Word]) -> Iterator[str]:
    opened = False
    for word in words:
        if word.text == '"':
            opened = not opened
            yield "“" if opened else "”"
        elif word.text in ("--", "---"):
            yield "—"
        else:
            yield word.text.replace("'", "’")


def as_one_sentence(doc: Doc) -> Doc:
    """The Doc, told that a sentence begins at its first token and at no other, as the pipeline's user tells it."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc
