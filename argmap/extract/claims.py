"""Sentences judged to be claims -> the claims themselves, each at its clause and with the notes that cover it."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from argmap.extract.layout import sentence_spans
from argmap.extract.quotations import quoted
from argmap.extract.spans import Piece, may_divide, pieces
from argmap.extract.syntax import trees
from argmap.model import Claim, Document, Marker, Sentence, SentenceVerdict, Support

Judged = Mapping[str, tuple[SentenceVerdict, float]]
"""By sentence id: its verdict, and how sure its kind is."""

_WHOLE = frozenset(("quotation", "counterfactual"))
"""Kinds of which the parts are no claims of the author's: only the whole is."""


def claims(document: Document, doc: Doc, held: Sequence[Sentence], judged: Judged) -> Iterator[Claim]:
    """The claims of a text, in order; those of a sentence are numbered ("p3.s2.c1"), in the order of its words.

    Args:
        document: The text.
        doc: Its Doc, which holds the sentences `held`.
        held: Those sentences.
        judged: The verdict on each of them.
    """
    markers = _markers(document)
    rows = [(index, sentence) for index, sentence in enumerate(held) if judged[sentence.id][0].claim]
    divided = _divided(doc, rows, judged, markers)
    for index, sentence in rows:
        whole = Piece(0, len(sentence.text.strip()))
        found = divided.get(index) or (whole,)
        following = held[index + 1] if index + 1 < len(held) else None
        behind = judged[following.id][0] if following and following.paragraph == sentence.paragraph else None
        grounds = _grounds(judged[sentence.id][0], found, markers.get(sentence.id, ()), sentence, behind)
        for serial, (piece, ground) in enumerate(zip(found, grounds, strict=True), 1):
            claim = _claim(document, sentence, *judged[sentence.id], piece)
            update = {"id": f"{sentence.id}.c{serial}", "support": ground[0], "notes": ground[1]}
            yield claim.model_copy(update=update)


def _markers(document: Document) -> dict[str, list[Marker]]:
    found: dict[str, list[Marker]] = {}
    for marker in document.markers:
        if marker.sentence is not None:
            found.setdefault(marker.sentence, []).append(marker)
    return found


def _divided(
    doc: Doc, rows: Sequence[tuple[int, Sentence]], judged: Judged, markers: Mapping[str, Sequence[Marker]]
) -> dict[int, tuple[Piece, ...]]:
    """The pieces of each sentence that may have more than one, or a shell; only these are parsed."""
    spans, parts = sentence_spans(doc), quoted(doc)
    places = {
        index: [marker.at - sentence.at for marker in markers.get(sentence.id, ())]
        for index, sentence in rows
        if judged[sentence.id][0].kind not in _WHOLE
    }
    wanted = [index for index, notes in places.items() if may_divide(spans[index].text, notes)]
    found = trees(doc, wanted)
    divided = {}
    for index in wanted:
        if index in found:
            begin = spans[index].start_char
            inside = [(start - begin, end - begin) for start, end in parts[index].pieces]
            divided[index] = pieces(found[index], places[index], inside)
    return divided


_Ground = tuple[Support, tuple[str, ...]]


def _grounds(
    verdict: SentenceVerdict,
    found: Sequence[Piece],
    markers: Sequence[Marker],
    sentence: Sentence,
    behind: SentenceVerdict | None,
) -> list[_Ground]:
    """What each piece rests on. A note covers what stands before it, back to the note before; not what comes behind it."""
    if len(found) == 1 or verdict.support != "direct":
        return [(verdict.support, verdict.notes)] * len(found)
    citing = [(marker.at - sentence.at, marker.n) for marker in markers if marker.n in verdict.notes]
    grounds: list[_Ground] = []
    for index, piece in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(sentence.text) + 1
        own = tuple(dict.fromkeys(n for at, n in citing if piece.start < at <= max(limit, piece.end + 1)))
        later = [(at, n) for at, n in citing if at > limit]
        if own:
            grounds.append(("direct", own))
        elif later:
            grounds.append(("direct", tuple(dict.fromkeys(n for at, n in later if at == later[0][0]))))
        else:
            grounds.append(_behind(behind))
    return grounds


def _behind(verdict: SentenceVerdict | None) -> _Ground:
    """The ground of what stands behind the last note of a sentence: the next note, if the next sentence has one in reach."""
    if verdict is None or verdict.support == "none":
        return "none", ()
    return "passage", verdict.notes[:1]


def _claim(document: Document, sentence: Sentence, verdict: SentenceVerdict, confidence: float, piece: Piece) -> Claim:
    prose = document.paragraph_of[sentence.paragraph].prose
    lead = len(sentence.text) - len(sentence.text.lstrip())
    span = prose.span(sentence.at + lead + piece.start, sentence.at + lead + piece.end)
    return Claim(
        id=f"{sentence.id}.c1",
        sentence=sentence.id,
        start=span.start,
        end=span.end,
        text=sentence.text.strip()[piece.start : piece.end],
        kind=verdict.kind,
        support=verdict.support,
        notes=verdict.notes,
        stance=piece.stance,
        confidence=confidence,
    )
