"""Rows of the extract bench: the shipped tagger and parser on the free genres of GUM test, and what they cost."""

import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from argmap.extract import extract
from argmap.extract.layout import to_doc
from argmap.extract.treebank import TreeSentence, as_one_sentence, read_treebank, to_gold
from argmap.extract.weights import load
from argmap.model import Document
from argmap.read.sentences import split
from tests.extract.gold import gold_citations, gold_document, gold_labels

Row = tuple[str, str, str, str]
BOOKS = ("engels", "gibbon", "keynes", "smithed", "tawney")
_SHORT_RUN = "short run 91 / 84 / 80"
_TARGET = "95 / 88 / 84"


def rows(data: Path) -> Iterator[Row]:
    """Tags, UAS and LAS three ways, then speed."""
    nlp = load()
    for name in ("gum", "ewt"):
        sentences = list(read_treebank(data / "treebanks" / f"{name}-test.conllu.xz"))
        first = name == "gum"
        yield _row(f"{name.upper()} test, our tokens, its sentences", nlp, _given(nlp, sentences), first=first)
        yield _row(f"{name.upper()} test, its tokens and sentences", nlp, _gold(nlp, sentences), first=first)
        yield _row(f"{name.upper()} test, raw text, our sentences", nlp, _raw(nlp, sentences), first=first)
    yield from _speed(nlp, data)


def _row(what: str, nlp: Language, examples: list[Example], *, first: bool) -> Row:
    scores = Scorer(nlp).score(examples)
    ours = " / ".join(f"{100 * scores[key]:.1f}" for key in ("tag_acc", "dep_uas", "dep_las"))
    return (f"{what}: tags / UAS / LAS", _SHORT_RUN if first else "–", ours, _TARGET if first else "–")


def _doc(nlp: Language, words: list[str], spaces: list[bool], begins: list[bool]) -> Doc:
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=list[bool | int | None](begins))


def _given(nlp: Language, sentences: list[TreeSentence]) -> list[Example]:
    """Each sentence by itself, cut into tokens by spaCy's rules: as the extract stage parses."""
    examples = []
    for sentence in sentences:
        gold = to_gold(nlp.vocab, [sentence])
        examples.append(Example(nlp(as_one_sentence(nlp.make_doc(gold.text))), gold))
    return examples


def _gold(nlp: Language, sentences: list[TreeSentence]) -> list[Example]:
    """Each sentence by itself, with the treebank's tokens."""
    examples = []
    for sentence in sentences:
        words, spaces = [word.text for word in sentence.words], [word.space for word in sentence.words]
        begins = [True] + [False] * (len(words) - 1)
        examples.append(Example(nlp(_doc(nlp, words, spaces, begins)), to_gold(nlp.vocab, [sentence])))
    return examples


def _raw(nlp: Language, sentences: list[TreeSentence]) -> list[Example]:
    """Whole documents of the treebank as running text, divided by argmap's splitter and parsed sentence by sentence."""
    examples = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        gold = to_gold(nlp.vocab, list(group))
        made = nlp.make_doc(gold.text)
        starts = {start for start, _ in split(gold.text)}
        begins = [token.i == 0 or token.idx in starts for token in made]
        given = _doc(nlp, [token.text for token in made], [bool(token.whitespace_) for token in made], begins)
        parsed = nlp.pipe([as_one_sentence(sentence.as_doc()) for sentence in given.sents])
        examples.append(Example(Doc.from_docs(list(parsed), ensure_whitespace=False), gold))
    return examples


def _speed(nlp: Language, data: Path) -> Iterator[Row]:
    """Words a second of processor time, and the whole stage against tagging and parsing every sentence."""
    books = [data / "gold" / book for book in BOOKS]
    made = [(gold_document(book), gold_citations(gold_document(book), gold_labels(book))) for book in books]
    words = sum(len(sentence.text.split()) for document, _ in made for sentence in document.sentences)
    extract(*made[0])  # loads
    ratios, speeds = [], []
    for _ in range(3):
        start = time.process_time()
        for document, citations in made:
            extract(document, citations)
        whole = time.process_time() - start
        start = time.process_time()
        for document, _ in made:
            _parse(nlp, document)
        ratios.append(whole / (time.process_time() - start))
        speeds.append(words / whole)
    yield ("whole stage against its tagger and parser alone, time", "1", f"{min(ratios):.2f}", "<= 1.25")
    yield ("words a second and core, whole stage", "–", f"{max(speeds):,.0f}", ">= 5,000")


def _parse(nlp: Language, document: Document) -> None:
    doc, _ = to_doc(nlp, document)
    for _ in nlp.pipe([sentence.as_doc() for sentence in doc.sents]):
        pass
