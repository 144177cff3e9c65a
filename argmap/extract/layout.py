"""How a Document becomes a spaCy Doc: our sentences and paragraphs, spaCy's tokens."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from argmap.model import Document, Sentence

LONGEST = 60
"""Characters without a space that go to spaCy's tokenizer in one piece: it is quadratic in the length of a word."""

_PIECE = re.compile(rf"\S{{1,{LONGEST}}}\s*|\s+")


MOST = 2_000
"""Tokens of one sentence that are looked at: a longer one is none, and what is left of it goes in long tokens."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which spaCy cannot hold; each is replaced, so that places stay what they are."""

_REST = re.compile(rf"(?s:.{{1,{LONGEST}}})")


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces of bounded length, cut behind white space where there is any."""
    start = 0
    long = False
    for match in _PIECE.finditer(text):
        bare = len(match.group().rstrip())
        if long or bare == LONGEST:
            if start < match.start():
                yield text[start : match.start()]
            yield match.group()
            start = match.end()
        long = bare == LONGEST and bare == len(match.group())
    if start < len(text):
        yield text[start:]


def to_doc(nlp: Language, document: Document) -> tuple[Doc, tuple[Sentence, ...]]:
    """The Doc of a document's sentences, and the sentences it holds (those with a visible character), in order.

    Sentence starts are those of the document; `Doc.spans["paragraphs"]` holds a span a paragraph, labelled with its kind.
    """
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    held = [sentence for sentence in document.sentences if sentence.text.strip()]
    firsts: list[int] = []
    for sentence in held:
        firsts.append(len(words))
        rest = 0
        text = _SURROGATE.sub("\ufffd", sentence.text.strip())
        for piece in _pieces(text):
            for token in nlp.tokenizer(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
            rest += len(piece)
            if len(words) - firsts[-1] > MOST:
                break
        words.extend(match.group() for match in _REST.finditer(text, rest))
        spaces.extend([False] * (len(words) - len(spaces)))
        spaces[-1] = True
        starts.extend([True] + [False] * (len(words) - firsts[-1] - 1))
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
    doc.spans["paragraphs"] = list(_paragraph_spans(doc, document, held, firsts))
    return doc, tuple(held)


def _paragraph_spans(doc: Doc, document: Document, held: list[Sentence], firsts: list[int]) -> Iterator[Span]:
    bounds = [*firsts, len(doc)]
    begin = 0
    for index, sentence in enumerate(held):
        if index + 1 == len(held) or held[index + 1].paragraph != sentence.paragraph:
            kind = document.paragraph_of[sentence.paragraph].kind
            yield Span(doc, bounds[begin], bounds[index + 1], label=kind)
            begin = index + 1


def sentence_spans(doc: Doc) -> list[Span]:
    """The sentences of a Doc; the whole Doc if nothing divided it."""
    if not len(doc):
        return []
    return list(doc.sents) if doc.has_annotation("SENT_START") else [doc[:]]


def sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    """Start and end of each sentence as characters of `Doc.text`."""
    return [(span.start_char, span.end_char) for span in sentence_spans(doc)]


def paragraph_bounds(doc: Doc) -> list[tuple[int, int, str]]:
    """Start, end (characters of `Doc.text`) and kind of each paragraph; one of prose if nothing marked them."""
    if "paragraphs" not in doc.spans:
        return [(0, len(doc.text), "prose")]
    return [(span.start_char, span.end_char, span.label_) for span in doc.spans["paragraphs"]]
