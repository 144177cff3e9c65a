"""Gold annotations as documents, and the figures of merit. The texts stay in the data folder."""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.model import (
    Citations,
    Document,
    DocumentInfo,
    Extraction,
    Heading,
    Marker,
    Mention,
    MentionKind,
    Note,
    NoteCitations,
    Paragraph,
    ParagraphKind,
    Prose,
    Run,
    Sentence,
)

_MARKER = re.compile(r"\{\{(.*?)\}\}")
_NOTE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


class Builder:
    """Puts a document together from paragraphs of (sentence number, text with {{n}} markers)."""

    def __init__(self) -> None:
        self.text = ""
        self.paragraphs: list[Paragraph] = []
        self.sentences: list[Sentence] = []
        self.markers: list[Marker] = []

    def add(self, number: str, rows: Sequence[tuple[str, str]], kind: ParagraphKind = "prose") -> None:
        """Add a paragraph."""
        start, paragraph, clean = len(self.text), f"p{number}", ""
        for serial, row in rows:
            at = len(clean)
            text = _MARKER.sub("", row).strip()
            sentence = f"{paragraph}.s{serial}"
            numbers = _MARKER.findall(row)
            end = start + at + len(text)
            for n in numbers:
                marker = Marker(n=n, note=n, sentence=sentence, start=end - 1, end=end, at=at + len(text))
                self.markers.append(marker)
            self.sentences.append(
                Sentence(
                    id=sentence,
                    paragraph=paragraph,
                    start=start + at,
                    end=end,
                    text=text,
                    markers=tuple(numbers),
                    at=at,
                )
            )
            clean += text + " "
        clean = clean.rstrip()
        run = Run(at=0, length=len(clean), start=start, end=start + len(clean))
        prose = Prose(text=clean, runs=(run,) if clean else ())
        self.paragraphs.append(Paragraph(id=paragraph, start=start, end=start + len(clean), kind=kind, prose=prose))
        self.text += clean + "\n\n"

    def document(self, notes: Iterable[tuple[str, str]] = (), headings: Iterable[Heading] = ()) -> Document:
        """The document, with its notes as (number, text)."""
        made = []
        for n, text in notes:
            start = len(self.text)
            run = Run(at=0, length=len(text), start=start, end=start + len(text))
            prose = Prose(text=text, runs=(run,) if text else ())
            made.append(Note(id=n, n=n, text=text, start=start, end=start + len(text), prose=prose))
            self.text += text + "\n"
        known = {note.id for note in made}
        markers = tuple(m if m.note in known else m.model_copy(update={"note": None}) for m in self.markers)
        return Document(
            info=DocumentInfo(format="text", text=self.text),
            paragraphs=tuple(self.paragraphs),
            sentences=tuple(self.sentences),
            notes=tuple(made),
            markers=markers,
            headings=tuple(headings),
        )


def gold_document(folder: Path) -> Document:
    """The document of one gold folder."""
    builder = Builder()
    grouped: dict[str, list[tuple[str, str]]] = {}
    for line in (folder / "sentences.tsv").read_text("utf-8").splitlines():
        label, text = line.split("\t", 1)
        paragraph, serial = label.split(".")
        grouped.setdefault(paragraph, []).append((serial, text))
    for paragraph, rows in grouped.items():
        builder.add(paragraph, rows)
    return builder.document(_NOTE.findall((folder / "notes.txt").read_text("utf-8")))


class Label(NamedTuple):
    """What the annotators said of a sentence."""

    claim: bool
    kind: str
    attributed_to: str | None
    needs: bool
    support: str
    notes: tuple[str, ...]


def gold_labels(folder: Path) -> dict[str, Label]:
    """Labels by sentence id."""
    labels = {}
    for line in (folder / "annotation.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        labels[f"p{row['id'].replace('.', '.s')}"] = Label(
            bool(row["claim"]),
            row["kind"],
            row["attributed_to"],
            bool(row["needs_citation"]),
            row["support"],
            tuple(str(n) for n in row["notes"]),
        )
    return labels


def citations_of(document: Document, citing: Iterable[str]) -> Citations:
    """Citations in which exactly the notes with these ids name a source."""
    known = set(citing)
    notes = []
    for note in document.notes:
        kind: MentionKind = "full" if note.id in known else "discursive"
        mention = Mention(kind=kind, text=note.text, start=note.start, end=note.end)
        notes.append(NoteCitations(n=note.n, note=note.id, mentions=(mention,)))
    return Citations(notes=tuple(notes))


def gold_citations(document: Document, labels: dict[str, Label]) -> Citations:
    """Citations as the annotators read the notes: those cite that support a sentence. Measures this stage alone."""
    return citations_of(document, {n for label in labels.values() for n in label.notes})


def f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """F1 of (gold, said) pairs; 1 where there is nothing to find and nothing was said."""
    counted = list(pairs)
    hit = sum(g and s for g, s in counted)
    total = sum(g for g, _ in counted) + sum(s for _, s in counted)
    return 2 * hit / total if total else 1.0


def macro(pairs: Iterable[tuple[str, str]]) -> float:
    """Mean F1 over the labels of the gold."""
    counted = list(pairs)
    labels = sorted({g for g, _ in counted})
    return sum(f1((g == name, s == name) for g, s in counted) for name in labels) / len(labels)


def voice(kind: str, attributed_to: str | None) -> str:
    """Whose words: a quotation's, somebody's by report, or the author's own."""
    if kind == "quotation":
        return "quoted"
    return "reported" if kind == "reported" or attributed_to else "own"


class Figures(NamedTuple):
    """Figures of merit, each in 0..1."""

    claim: float
    non_claim: float
    kind: float
    needs: float
    support: float
    notes: float
    voice: float
    uncited: float


def figures(labels: dict[str, Label], extraction: Extraction) -> Figures:
    """Compare an extraction with the gold labels."""
    rows = [(labels[verdict.id], verdict) for verdict in extraction.sentences]
    claims = [(gold, said) for gold, said in rows if gold.claim]
    return Figures(
        claim=f1((gold.claim, said.claim) for gold, said in rows),
        non_claim=f1((not gold.claim, not said.claim) for gold, said in rows),
        kind=macro((gold.kind, said.kind) for gold, said in rows),
        needs=f1((gold.needs, said.needs_citation) for gold, said in rows),
        support=sum(gold.support == said.support for gold, said in claims) / len(claims),
        notes=sum(gold.notes == said.notes for gold, said in claims) / len(claims),
        voice=macro(
            (voice(gold.kind, gold.attributed_to), voice(said.kind, said.attributed_to)) for gold, said in rows
        ),
        uncited=f1(
            (
                gold.claim and gold.needs and gold.support == "none",
                said.claim and said.needs_citation and said.support == "none",
            )
            for gold, said in rows
        ),
    )
