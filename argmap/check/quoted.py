"""Quotations long enough to need a source, and whether a note covers them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from argmap.check.references import big_words, doubtful
from argmap.check.rule import TextUnderCheck
from argmap.model import Paragraph, Sentence

LEAST_WORDS = 4
"""Fewer words in quotation marks are a scare quote, a term or a nickname more often than a quotation."""

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", '"': '"', "'": "'"}
_SINGLE_CLOSERS = frozenset("’'")
_BEFORE = frozenset("([{—–-/:;“„«‘\"'…")
_SIGNATURE = 80
_STOPS = frozenset(".,;:!?…”’\"'")
_ENDING = (".", ",", "!", "?", ";")
_SIGNED = re.compile(r"[—–-]{1,2} ?\w|[^\W\d_a-z][^.!?]{0,60}\b(?:1[4-9]|20)\d\d\b")

_LEAD = re.compile(
    r"\b(?:entitled|titled|headed|headlined|article|chapter|essay|paper|lecture|poem|song)[,:]?\s*$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True)
class Quoted:
    """Quoted words: `text` without the marks, `sentences` are those it stands in, in order; `block` if set off."""

    text: str
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    block: bool = False


def uncited(text: TextUnderCheck) -> tuple[Quoted, ...]:
    """Quotations of `LEAST_WORDS` words or more with no citation at them; a repeated one counts by its first place."""
    found = []
    cited: set[str] = set()
    for quotation in quotations(text):
        words = " ".join(_WORD.findall(quotation.text)).casefold()
        if words in cited:
            continue
        cited.add(words)
        if not _covered(text, quotation):
            found.append(quotation)
    return tuple(found)


def uncited_passages(text: TextUnderCheck) -> Iterator[tuple[Quoted, ...]]:
    """The uncited quotations, in order, by passage: those of one paragraph that no call of a note divides."""
    for _, passage in groupby(uncited(text), key=lambda quotation: _passage(text, quotation)):
        yield tuple(passage)


def _passage(text: TextUnderCheck, quotation: Quoted) -> tuple[str, str | None]:
    first = quotation.sentences[0]
    before = text.last_calling.get(first.id)
    return first.paragraph, before.id if before else None


def quotations(text: TextUnderCheck) -> Iterator[Quoted]:
    """All quotations of `LEAST_WORDS` words or more, in order; titles are none."""
    document = text.document
    block: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if paragraph.kind == "quote":
            block.append(paragraph)
            continue
        yield from _block(text, block)
        block = []
        if paragraph.kind in ("prose", "list"):
            yield from _of_paragraph(text, paragraph)
    yield from _block(text, block)


def _block(text: TextUnderCheck, paragraphs: Sequence[Paragraph]) -> Iterator[Quoted]:
    sentences = tuple(sentence for paragraph in paragraphs for sentence in text.document.sentences_of[paragraph.id])
    words = " ".join(paragraph.prose.text for paragraph in paragraphs)
    if sentences and _long(words):
        yield Quoted(words, sentences[0].start, sentences[-1].end, sentences, block=True)


def _of_paragraph(text: TextUnderCheck, paragraph: Paragraph) -> Iterator[Quoted]:
    sentences = text.document.sentences_of[paragraph.id]
    starts = [sentence.at for sentence in sentences]
    prose = paragraph.prose.text
    for start, end in stretches(prose):
        words = prose[start:end]
        if not _long(words) or is_title(words) or _LEAD.search(prose[max(0, start - 40) : start - 1]):
            continue
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        if first < 0:
            continue
        span = paragraph.prose.span(start, end)
        yield Quoted(words, span.start, span.end, sentences[first : last + 1])


def _long(words: str) -> bool:
    found = _WORD.finditer(words)
    return sum(1 for _, _ in zip(found, range(LEAST_WORDS), strict=False)) == LEAST_WORDS


def is_title(words: str) -> bool:
    """Whether every word but small ones has a capital: the name of a work."""
    big = big_words(words)
    return len(big) > 1 and all(not word[0].islower() for word in big)


def stretches(prose: str) -> Iterator[tuple[int, int]]:
    """The outermost stretches between quotation marks, marks excluded, as `[start, end)` of the prose.

    A mark that opens and never closes opens nothing; of two that open in a row the second counts. Time n log n.
    """
    closings = {opener: _closings(prose, closers) for opener, closers in _PAIRS.items() if opener in prose}
    openings = [index for index, char in enumerate(prose) if char in closings and _opens(prose, index)]
    done = -1
    for position, index in enumerate(openings):
        ends = closings[prose[index]]
        following = bisect_right(ends, index)
        if index <= done or following == len(ends):
            continue
        end = ends[following]
        opened_again = position + 1 < len(openings) and openings[position + 1] < end
        if opened_again and prose[openings[position + 1]] == prose[index]:
            continue
        if end > index + 1:
            yield index + 1, end
        done = end


def _closings(prose: str, closers: str) -> list[int]:
    return [
        index
        for index, char in enumerate(prose)
        if char in closers and (char not in _SINGLE_CLOSERS or _closes_single(prose, index))
    ]


def _opens(prose: str, index: int) -> bool:
    """A mark opens behind a space or another mark, never behind a word; straight ones and »…« also before a word."""
    before, after = prose[index - 1 : index] if index else "", prose[index + 1 : index + 2]
    if prose[index] in "“„«":
        return not before.isalnum() and before not in _ENDING
    return (not before or before.isspace() or before in _BEFORE) and bool(after) and not after.isspace()


def _closes_single(prose: str, index: int) -> bool:
    """A single mark closes behind a word's end; behind an s before a small letter it is a plural's apostrophe."""
    before, after = prose[index - 1 : index] if index else " ", prose[index + 1 : index + 2]
    if before.isspace() or after.isalnum():
        return False
    return not (before == "s" and after.isspace() and prose[index + 2 : index + 3].islower())


def _covered(text: TextUnderCheck, quotation: Quoted) -> bool:
    """Whether a note or a parenthesis cites it: in its sentences, or in the one that introduces it."""
    if any(_cited(text, sentence) for sentence in quotation.sentences):
        return True
    if _signed(quotation) or _is_motto(text, quotation):
        return True
    index = text.sentence_index[quotation.sentences[0].id]
    before = text.document.sentences[index - 1] if index else None
    if before is None or not _introduces(before, quotation):
        return False
    verdict = text.verdict_of.get(before.id)
    return before.id in text.citing_in_text or (verdict is not None and verdict.support == "direct")


def _signed(quotation: Quoted) -> bool:
    """Whether a block ends with its author, like a motto: "— Wittgenstein", "Wittgenstein, 1931"."""
    last = quotation.sentences[-1].text
    return quotation.block and len(quotation.sentences) > 1 and len(last) < _SIGNATURE and bool(_SIGNED.match(last))


def _is_motto(text: TextUnderCheck, quotation: Quoted) -> bool:
    """Whether a block opens the text or a chapter, and its last paragraph names whose words it is, without a full stop."""
    first, last = quotation.sentences[0], quotation.sentences[-1]
    if not quotation.block or first.paragraph == last.paragraph or first.paragraph not in text.openings:
        return False
    return len(last.text) < _SIGNATURE and last.text[:1].isupper() and last.text[-1:] not in _STOPS


def _cited(text: TextUnderCheck, sentence: Sentence) -> bool:
    verdict = text.verdict_of.get(sentence.id)
    return (
        verdict is None or verdict.support != "none" or sentence.id in text.citing_in_text or doubtful(text, sentence)
    )


def _introduces(before: Sentence, quotation: Quoted) -> bool:
    """The sentence before a block quotation, or one that ends with a colon, speaks of what follows."""
    return quotation.block or before.text.rstrip().endswith(":")
