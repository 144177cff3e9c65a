"""The dates and marks of each claim, from those of its sentence."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from argmap.extract.dates import dates
from argmap.extract.marks import marks
from argmap.model import Claim, DateMention, Document, Mark, Sentence, Span


def detailed(
    claims: Iterable[Claim], document: Document, doc: Doc, held: Sequence[Sentence], nlp: Language
) -> Iterator[Claim]:
    """The claims, each with the dates and marks that stand in its words. `held`: the sentences of `doc`, in order."""
    index_of = {sentence.id: index for index, sentence in enumerate(held)}
    dated, marked = dates(doc), marks(doc, nlp)
    for claim in claims:
        index = index_of[claim.sentence]
        place = _Place(document, held[index])
        rows = [(place.span(row.start, row.end), row) for row in dated[index]]
        told = [
            DateMention(text=row.text, start=span.start, end=span.end, edtf=row.edtf, reason=row.reason)
            for span, row in rows
            if claim.start <= span.start and span.end <= claim.end
        ]
        signs = [
            Mark(kind=sign.kind, text=sign.text, start=span.start, end=span.end, strength=sign.strength,
                 scope_start=max(claim.start, scope.start), scope_end=min(claim.end, scope.end))
            for sign in marked[index]
            for span, scope in [(place.span(sign.start, sign.end), place.span(sign.scope_start, sign.scope_end))]
            if claim.start <= span.start and span.end <= claim.end
        ]  # fmt: skip
        yield claim.model_copy(update={"dates": tuple(told), "marks": tuple(signs)}) if told or signs else claim


class _Place:
    """From characters of a sentence to the text as read."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self._prose = document.paragraph_of[sentence.paragraph].prose
        lead = len(sentence.text) - len(sentence.text.lstrip())
        self._at = sentence.at + lead
        self._end = sentence.at + len(sentence.text)

    def span(self, start: int, end: int) -> Span:
        first = min(self._at + start, self._end - 1)
        return self._prose.span(first, max(first + 1, min(self._at + end, self._end)))
