"""Rows of the extract bench: sentence splitting, voice, speakers and non-claims, book by book."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from argmap.extract import extract
from argmap.model import Document, SentenceVerdict
from argmap.read.sentences import split
from tests.extract.gold import Label, f1, gold_citations, gold_document, gold_labels, macro, voice
from tests.extract.passages import judged

Row = tuple[str, str, str, str]
BOOKS = ("engels", "gibbon", "keynes", "smithed", "tawney")
_VOICES = ("own", "quoted", "reported")
_OPENS, _CLOSES = "“", "”"


def rows(data: Path) -> Iterator[Row]:
    """Sentences, then voice and non-claims: each book, then all sentences together."""
    yield _splitting(data)
    pairs: list[tuple[Label, SentenceVerdict]] = []
    ruled: list[str] = []
    for book in BOOKS:
        found, rule = _book(data / "gold" / book)
        yield from _figures(book, found, rule)
        pairs += found
        ruled += rule
    yield from _figures("all five", pairs, ruled, target=True)
    yield _speakers(pairs)
    yield from _passages()


def _passages() -> Iterator[Row]:
    """Voice on passages of our own, labelled before they were judged; the second part was judged once, then mended."""
    for part, first in (("looked at", ".86 and .67"), ("held out", ".76, then .81")):
        rows = judged(part)
        pairs = [(voice(row.kind, row.speaker), voice(row.verdict.kind, row.verdict.attributed_to)) for row in rows]
        yield (
            f"voice, macro F1, {len(rows)} sentences of our own, {part}",
            f"at first {first}",
            f"{macro(pairs):.2f}",
            ".92",
        )


def _book(folder: Path) -> tuple[list[tuple[Label, SentenceVerdict]], list[str]]:
    document, labels = gold_document(folder), gold_labels(folder)
    extraction = extract(document, gold_citations(document, labels))
    return [(labels[verdict.id], verdict) for verdict in extraction.sentences], list(_quote_state(document))


def _quote_state(document: Document) -> Iterator[str]:
    """The baseline: quoted from an opening mark to its closing mark, over sentences; all else the author's own."""
    inside = False
    for sentence in document.sentences:
        begins = inside
        for char in sentence.text:
            inside = char == _OPENS or (inside and char != _CLOSES)
        bare = sentence.text.strip(" ()")
        whole = (begins or bare.startswith(_OPENS)) and (inside or bare.endswith(_CLOSES))
        yield "quoted" if whole else "own"


def _figures(
    name: str, pairs: Sequence[tuple[Label, SentenceVerdict]], ruled: Sequence[str], *, target: bool = False
) -> Iterator[Row]:
    gold = [voice(label.kind, label.attributed_to) for label, _ in pairs]
    said = [voice(verdict.kind, verdict.attributed_to) for _, verdict in pairs]
    each = [f"{part} {f1((g == part, s == part) for g, s in zip(gold, said, strict=True)):.2f}" for part in _VOICES]
    base = macro(zip(gold, ruled, strict=True))
    ours = f"{macro(zip(gold, said, strict=True)):.2f} ({', '.join(each)})"
    yield (f"voice, macro F1, {name}", f"quote state {base:.2f}", ours, ".92" if target else "–")
    non = f1((not label.claim, not verdict.claim) for label, verdict in pairs)
    count = sum(not label.claim for label, _ in pairs)
    yield (f"non-claims ({count}), F1, {name}", "always-yes 0", f"{non:.2f}", ".75" if target else "–")


def _speakers(pairs: Sequence[tuple[Label, SentenceVerdict]]) -> Row:
    """Of the sentences rightly given to a named speaker, how many to the right one: the last names agree."""
    named = [(label.attributed_to, verdict.attributed_to) for label, verdict in pairs]
    both = [(gold, said) for gold, said in named if gold and said]
    right = sum(bool(_words(gold) & _words(said)) for gold, said in both)
    return ("named speaker right, where both name one", "–", f"{right} of {len(both)}", "–")


def _words(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", name)} - {"the"}


def _splitting(data: Path) -> Row:
    """Boundaries of annotated sentences found again, against cutting behind every stop before a capital."""
    ours, base, total = 0, 0, 0
    for book in BOOKS:
        document = gold_document(data / "gold" / book)
        for paragraph in document.paragraphs:
            text = paragraph.prose.text
            ends = {
                sentence.at + len(sentence.text)
                for sentence in document.sentences_of[paragraph.id]
                if _whole(sentence.text)
            } - {len(text)}
            total += len(ends)
            ours += len(ends & {end for _, end in split(text)})
            base += len(ends & {match.start() for match in re.finditer(r"(?<=[.?!])\s(?=[A-Z])", text)})
    return (
        "boundaries of annotated sentences found",
        f"{100 * base / total:.1f} %",
        f"{100 * ours / total:.1f} %",
        "99 %",
    )


def _whole(text: str) -> bool:
    """Whether an annotated sentence ends as sentences do: some are cut in two, or end with the next one's opening mark."""
    return text.rstrip("”’\"') ").endswith((".", "?", "!", "…", ":", "—")) and not text.endswith((" “", " ("))
