"""Document and citations -> a verdict on every sentence, and the claims."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from argmap.extract.assertions import Kind
from argmap.extract.claims import claims
from argmap.extract.cuefinder import Cues, cues
from argmap.extract.details import detailed
from argmap.extract.kind import kinds
from argmap.extract.layout import to_doc
from argmap.extract.need import Claimed, Need, needs
from argmap.extract.nlp import pipeline
from argmap.extract.passage import limit, narrates
from argmap.extract.place import Place
from argmap.extract.quotations import QuotedPart, quoted
from argmap.extract.support import Ground, grounds, noted
from argmap.extract.voice import Voice, voices
from argmap.model import Citations, Document, Extraction, Sentence, SentenceVerdict


def extract(document: Document, citations: Citations) -> Extraction:
    """Judge every sentence of a document and give its claims.

    A sentence that asserts several things gives several claims ("p3.s2.c1", "p3.s2.c2"). Linear in the length of the text.

    Args:
        document: The text as read; its sentences are taken as they are.
        citations: What its notes cite; a note not in it, or without a source, supports nothing.
    """
    nlp = pipeline()
    seen = look(document, citations)
    wanted = needs(claimed(seen))
    rows = (
        _Row(*row) for row in zip(seen.held, seen.parts, seen.spoken, seen.found, seen.support, wanted, strict=True)
    )
    judged = {row.sentence.id: (_verdict(row), row.kind.confidence) for row in rows}
    verdicts = [
        judged[sentence.id][0] if sentence.id in judged else _empty(sentence) for sentence in document.sentences
    ]
    found_claims = detailed(claims(document, seen.doc, seen.held, judged), document, seen.doc, seen.held, nlp)
    return Extraction(sentences=tuple(verdicts), claims=tuple(found_claims))


class Look(NamedTuple):
    """What is found of a text before the need of each sentence is judged; all but `doc` have a row for each of `held`."""

    doc: Doc
    held: Sequence[Sentence]
    parts: Sequence[QuotedPart]
    spoken: Sequence[Voice]
    found: Sequence[Kind]
    cued: Sequence[Cues]
    places: Sequence[Place]
    support: Sequence[Ground]


def look(document: Document, citations: Citations) -> Look:
    """Find quotations, voices, kinds, cues, places and support of the sentences of a document."""
    nlp = pipeline()
    doc, held = to_doc(nlp, document)
    doc.user_data["argmap_noted"] = noted(document, citations, held)
    doc = nlp(doc)
    parts, spoken, found, cued = quoted(doc), voices(doc, nlp), kinds(doc, nlp), cues(doc, nlp)
    where: Sequence[Place] = doc.user_data["argmap_places"]
    narrative = narrates(held)
    support = grounds(
        document,
        citations,
        held,
        parts=parts,
        spoken=spoken,
        claims=[kind.claim for kind in found],
        limits=[limit(*row, narrative=narrative) for row in zip(held, spoken, found, cued, where, strict=True)],
    )
    return Look(doc, held, parts, spoken, found, cued, where, support)


def claimed(seen: Look) -> list[Claimed]:
    """What the need of each sentence is judged by."""
    texts, quoted_words = (row.text for row in seen.held), (part.words for part in seen.parts)
    rows = zip(texts, seen.spoken, seen.found, seen.cued, seen.places, seen.support, quoted_words, strict=True)
    return [Claimed(*row) for row in rows]


def _empty(sentence: Sentence) -> SentenceVerdict:
    return SentenceVerdict(
        id=sentence.id,
        text=sentence.text,
        claim=False,
        kind="other",
        needs_citation=False,
        support="none",
        reason="no words",
    )


class _Row(NamedTuple):
    sentence: Sentence
    part: QuotedPart
    voice: Voice
    kind: Kind
    ground: Ground
    need: Need


def _verdict(row: _Row) -> SentenceVerdict:
    sentence, part, voice, kind, ground, wanted = row
    covered = ground if kind.claim or kind.kind == "quotation" or ground.support == "direct" else _NOTHING
    wish = "citation needed" if wanted.needed else _IN_DOUBT if wanted.doubtful else "no citation needed"
    wish = _PERHAPS if wanted.needed and wanted.doubtful else wish
    return SentenceVerdict(
        id=sentence.id,
        text=sentence.text,
        claim=kind.claim,
        kind=kind.kind,
        needs_citation=wanted.needed,
        unsure=wanted.doubtful,
        support=covered.support,
        notes=covered.notes,
        attributed_to=voice.speaker,
        quotes=bool(part.pieces),
        reason=f"{kind.kind}: {kind.reason}; {wish}: {wanted.reason}; support {covered.support}: {covered.reason}",
    )


_IN_DOUBT = "citation need in doubt"
_PERHAPS = "citation perhaps needed"
_NOTHING = Ground("none", (), "it claims nothing that a later note could cover")
