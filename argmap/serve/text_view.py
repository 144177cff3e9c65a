"""A text as the page shows it: blocks of sentences cut at their markers, and the notes."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from argmap.check import citing_in_text
from argmap.cite import short_form
from argmap.model import (
    Document,
    Heading,
    Marker,
    Mention,
    Note,
    Paragraph,
    Reading,
    Sentence,
    SentenceVerdict,
)
from argmap.pipeline import Seminar, TextAnalysis
from argmap.serve.doubt import chance, doubt
from argmap.serve.schema import (
    Block,
    HeadingView,
    MentionView,
    NoteView,
    ParagraphView,
    ReadingView,
    Segment,
    SentenceView,
    TextView,
    Verdict,
)


def text_view(seminar: Seminar, text: TextAnalysis) -> TextView:
    """The seminar's text with everything that is known of each sentence and note."""
    document, layout = text.document, _Layout(seminar, text)
    calls: dict[str | None, list[str]] = defaultdict(list)
    for marker in document.markers:
        if marker.sentence is not None:
            calls[marker.note].append(marker.sentence)
    return TextView(
        title=document.info.title,
        path=text.path,
        role=seminar.role,
        blocks=tuple(layout.blocks()),
        notes=tuple(_note(note, text, calls.get(note.id, ())) for note in document.notes),
        summary=text.summary,
    )


class _Layout:
    """Looks up what belongs to each block, in one pass over the text."""

    def __init__(self, seminar: Seminar, text: TextAnalysis) -> None:
        self.document = text.document
        self.verdicts = {verdict.id: verdict for verdict in text.extraction.sentences}
        self.anchored: dict[str, list[str]] = defaultdict(list)
        for anchor in seminar.anchored:
            if anchor.sentence is not None and anchor.claim in seminar.map.claim_of:
                self.anchored[anchor.sentence].append(anchor.claim)
        self.markers: dict[str | None, list[Marker]] = defaultdict(list)
        for marker in self.document.markers:
            self.markers[marker.sentence].append(marker)
        self.note_ids = NoteIds(self.document)
        self.citing_in_text = citing_in_text(self.document)

    def blocks(self) -> Iterator[Block]:
        ordered: list[Heading | Paragraph] = [*self.document.headings, *self.document.paragraphs]
        ordered.sort(key=lambda block: block.start)
        strays = self._strays([block.start for block in ordered])
        for block, markers in zip(ordered, strays, strict=True):
            if isinstance(block, Heading):
                yield HeadingView(level=block.level, segments=(Segment(kind="text", text=block.text), *markers))
            else:
                yield self._paragraph(block, tuple(markers))

    def _strays(self, starts: list[int]) -> list[list[Segment]]:
        """Markers outside of sentences (in headings, code): each goes with the block that it stands in or behind."""
        strays: list[list[Segment]] = [[] for _ in starts]
        for marker in self.markers[None] if starts else ():
            strays[max(bisect_right(starts, marker.start) - 1, 0)].append(_marker(marker))
        return strays

    def _paragraph(self, paragraph: Paragraph, stray: tuple[Segment, ...]) -> ParagraphView:
        clean, end, views = paragraph.prose.text, 0, []
        for sentence in self.document.sentences_of[paragraph.id]:
            views.append(self._sentence(sentence, lead=clean[end : sentence.at]))
            end = sentence.at + len(sentence.text)
        rest = clean[end:]
        tail = (Segment(kind="text", text=rest),) if rest.strip() else ()
        return ParagraphView(id=paragraph.id, kind=paragraph.kind, sentences=tuple(views), tail=tail + stray)

    def _sentence(self, sentence: Sentence, lead: str) -> SentenceView:
        return SentenceView(
            id=sentence.id,
            lead=lead,
            segments=cut(sentence, self.markers.get(sentence.id, ())),
            verdict=self._verdict(sentence),
            map_claims=tuple(dict.fromkeys(self.anchored.get(sentence.id, ()))),
        )

    def _verdict(self, sentence: Sentence) -> Verdict | None:
        found = self.verdicts.get(sentence.id)
        if found is None:
            return None
        notes = self.note_ids.near(found.notes, sentence.start)
        return _verdict(found, notes, in_text=sentence.id in self.citing_in_text)


class NoteIds:
    """Finds notes by their printed number, which need not be unique in a document."""

    def __init__(self, document: Document) -> None:
        self._calls: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for marker in document.markers:
            if marker.note is not None:
                self._calls[marker.n].append((marker.start, marker.note))
        for note in document.notes:
            self._calls[note.n].append((note.start, note.id))

    def near(self, numbers: Iterable[str], place: int) -> tuple[str, ...]:
        """Ids of the notes so numbered; of several the one called next after `place`, else the nearest."""
        found = (self.nearest(number, place) for number in numbers)
        return tuple(dict.fromkeys(note for note in found if note is not None))

    def nearest(self, number: str, place: int) -> str | None:
        """The id of one note by its printed number; None where there is no such note."""
        calls = self._calls.get(number)
        if not calls:
            return None
        return min(calls, key=lambda call: (call[0] < place, abs(call[0] - place)))[1]


def cut(sentence: Sentence, markers: Iterable[Marker]) -> tuple[Segment, ...]:
    """The sentence's words and markers in order; a marker outside of the words stands at their nearer end."""
    text, segments, done = sentence.text, [], 0
    for marker in sorted(markers, key=lambda marker: (marker.at, marker.start)):
        place = min(max(marker.at - sentence.at, done), len(text))
        if place > done:
            segments.append(Segment(kind="text", text=text[done:place]))
        segments.append(_marker(marker))
        done = place
    if done < len(text):
        segments.append(Segment(kind="text", text=text[done:]))
    return tuple(segments)


def _marker(marker: Marker) -> Segment:
    return Segment(kind="marker", text=marker.n, note=marker.note)


def _verdict(verdict: SentenceVerdict, notes: tuple[str, ...], *, in_text: bool) -> Verdict:
    return Verdict(
        claim=verdict.claim,
        kind=verdict.kind,
        needs_citation=verdict.needs_citation,
        unsure=verdict.unsure,
        in_text=in_text,
        support=verdict.support,
        notes=notes,
        attributed_to=verdict.attributed_to,
        reason=verdict.reason,
    )


def _note(note: Note, text: TextAnalysis, calls: Iterable[str]) -> NoteView:
    cited = text.citations.of_note.get(note.id)
    short = _namer(text)
    return NoteView(
        id=note.id,
        n=note.n,
        kind=note.kind,
        text=note.text,
        mentions=tuple(_mention(mention, short) for mention in cited.mentions) if cited else (),
        called_in=tuple(dict.fromkeys(calls)),
    )


def _namer(text: TextAnalysis) -> Callable[[str], str]:
    sources = text.citations.source_of
    return lambda name: short_form(sources[name]) if name in sources else name


def _mention(mention: Mention, short: Callable[[str], str]) -> MentionView:
    return MentionView(
        kind=mention.kind,
        text=mention.text,
        source=mention.source,
        short=short(mention.source) if mention.source else None,
        locator=mention.locator,
        state=mention.state,
        literal=_reading(mention.literal, short),
        best=_reading(mention.best, short),
        rivals=tuple(view for rival in mention.rivals if (view := _reading(rival, short))),
        doubt=doubt(mention, short),
    )


def _reading(reading: Reading | None, short: Callable[[str], str]) -> ReadingView | None:
    if reading is None:
        return None
    name = short(reading.source) if reading.source else None
    return ReadingView(
        note=reading.note,
        source=reading.source,
        short=name,
        evidence=reading.evidence,
        probability=reading.probability,
        chance=chance(reading),
    )
