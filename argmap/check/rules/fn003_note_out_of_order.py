"""Notes are called out of order, or their numbers leave a gap.

## What it does
Follows the numbers of the notes as they are first called in the text, and reports a number smaller than the one
before it, and numbers that are left out altogether. A note called a second time, numbers that start again from 1
(chapters, endnotes beside footnotes) and signs (*, a, iv) are left alone. In Markdown and .docx the program that
prints the text numbers the notes, so nothing can be out of order there.

## Why
Numbers typed by hand go wrong when passages are moved: a reader who follows note 7 then reads the source of another
claim.

## Example
```text
The envoy left in May.[2] He came back in June.[1]

[1] Diary of the envoy, p. 40.
[2] Diary of the envoy, p. 31.
```

## Use instead
```text
The envoy left in May.[1] He came back in June.[2]

[1] Diary of the envoy, p. 31.
[2] Diary of the envoy, p. 40.
```

## Options
None.
"""

from collections.abc import Iterator
from itertools import pairwise

from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.model import Document, Marker

_NUMBERED_BY_HAND = ("tika", "text")
_MOST_MISSING = 20


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Steps backward and gaps among first calls."""
    document = text.document
    if document.info.format not in _NUMBERED_BY_HAND:
        return
    calls = _first_calls(document)
    if not all(_is_number(marker.n) for marker in calls):
        return
    printed = {note.n for note in document.notes} | {marker.n for marker in document.markers}
    known = {int(n) for n in printed if _is_number(n)}
    highest: Marker | None = None
    for before, marker in pairwise([None, *calls]):
        if marker is None:
            continue
        if int(marker.n) == 1 or highest is None:
            highest = marker
            continue
        if before is not None and int(marker.n) < int(before.n):
            yield _backward(marker, before)
        elif int(marker.n) > int(highest.n):
            missing = [str(n) for n in _between(int(highest.n), int(marker.n)) if n not in known]
            if missing:
                yield _gap(marker, highest, missing)
        highest = max(highest, marker, key=lambda one: int(one.n))


def _first_calls(document: Document) -> list[Marker]:
    """The first marker of each note in the order of the text; markers without a note are FN002's business."""
    seen: set[str] = set()
    calls = []
    for marker in sorted(document.markers, key=lambda marker: marker.start):
        if marker.note is not None and marker.note not in seen and marker.sentence is not None:
            seen.add(marker.note)
            calls.append(marker)
    return calls


def _is_number(n: str) -> bool:
    return n.isascii() and n.isdigit() and len(n) < 6  # noqa: PLR2004 - no text has 100,000 notes


def _between(low: int, high: int) -> range:
    """The numbers between two; none if so many are missing that this is an excerpt, not a slip."""
    return range(low + 1, high) if high - low <= _MOST_MISSING else range(0)


def _backward(marker: Marker, before: Marker) -> Fault:
    return Fault(
        message=f"note {marker.n} is called after note {before.n}",
        start=marker.start,
        end=marker.end,
        sentence=marker.sentence,
        note=marker.n,
        evidence=(f"note {before.n} is called first in {before.sentence}, note {marker.n} in {marker.sentence}",),
        suggestion="Number the notes in the order in which the text calls them.",
    )


def _gap(marker: Marker, before: Marker, missing: list[str]) -> Fault:
    what = f"note {missing[0]} is" if len(missing) == 1 else f"notes {missing[0]} to {missing[-1]} are"
    return Fault(
        message=f"{what} missing: the numbers go from {before.n} to {marker.n}",
        start=marker.start,
        end=marker.end,
        sentence=marker.sentence,
        note=marker.n,
        evidence=("neither a marker nor a note has the number in between",),
        suggestion="Look for a lost note, or number the notes afresh.",
    )


RULE = TextRule(code="FN003", name="note-out-of-order", severity="warning", doc=__doc__, check=check)
