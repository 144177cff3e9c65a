"""A marker that calls a note which does not exist.

## What it does
Reports each call of a note in the text that no footnote or endnote answers. Markers in code are left alone.

## Why
The reader looks for the source and finds none. The note was deleted, or its number or name is misspelt.

## Example
```markdown
The treaty was signed in March.[^grey]

[^gray]: Foreign Office, minute of 3 March 1911, FO 371/1142.
```

## Use instead
```markdown
The treaty was signed in March.[^grey]

[^grey]: Foreign Office, minute of 3 March 1911, FO 371/1142.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import listing, nearest
from argmap.model import Document, Loss, Marker


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Markers whose note is missing."""
    document = text.document
    if text.notes_elsewhere:
        yield _elsewhere(text.notes_elsewhere)
        return
    called = {marker.note for marker in document.markers}
    names = [note.label or note.n for note in document.notes if note.id not in called]
    code = [paragraph for paragraph in document.paragraphs if paragraph.kind == "code"]
    for marker in document.markers:
        if marker.note is not None or any(part.start <= marker.start < part.end for part in code):
            continue
        yield Fault(
            message=f"there is no note {_called(document, marker)}",
            start=marker.start,
            end=marker.end,
            sentence=marker.sentence,
            note=marker.n,
            evidence=(_what_there_is(document),),
            suggestion=_suggestion(marker, names),
        )


def _elsewhere(losses: tuple[Loss, ...]) -> Fault:
    """One remark for all markers of a part of a book: nothing is wrong with them."""
    return Fault(
        message="the notes of this text were not given, and nothing that needs them was checked",
        evidence=tuple(loss.detail for loss in losses),
        suggestion="Give the whole book (an EPUB, say), or the text and its notes in one file.",
        severity="info",
    )


def _called(document: Document, marker: Marker) -> str:
    """What the marker calls; in Markdown as it stands there, for its names are not the numbers that are printed."""
    return document.text[marker.start : marker.end] if document.info.format == "markdown" else marker.n


def _what_there_is(document: Document) -> str:
    if not document.notes:
        return "the text has no notes at all"
    if len(document.notes) == 1:
        return f"the text has one note, {document.notes[0].n}"
    called = [marker.note for marker in document.markers if marker.note]
    numbers = sorted({int(note.n) for note in document.notes if note.id in called and note.n.isdecimal()})
    if len(numbers) != len(document.notes):  # some are called nowhere, or share a number, or bear signs
        return f"the text has {len(document.notes)} notes"
    return f"the text has {len(numbers)} notes, {numbers[0]} to {numbers[-1]}"


def _suggestion(marker: Marker, names: list[str]) -> str:
    near = nearest(marker.n, names)
    if near:
        return f"Write the note, or correct the marker: {listing(near, 'and')} {'is' if len(near) == 1 else 'are'} called nowhere."
    return "Write the note, or delete the marker."


RULE = TextRule(code="FN002", name="marker-without-note", severity="warning", doc=__doc__, check=check)
