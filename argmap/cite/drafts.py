"""Drafts of mentions, and what tells talk from references."""

import re
from dataclasses import dataclass, replace

from argmap.cite.lexicon import TALK
from argmap.cite.markers import BackReference
from argmap.cite.work import Work
from argmap.model import Locator, MentionKind, Name

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention before its source is known.

    Attributes:
        work: What it says of a work or document; None for back references and talk.
        back: The back reference's words.
        container: Whether it prints, cites or translates what stands before it.
        closes: Whether a sentence ended right before it.
        subject: Who the talk before it speaks of ("Smith repeats this in Title …"): the author, if none is named.
    """

    kind: MentionKind
    start: int
    end: int
    work: Work | None = None
    back: BackReference | None = None
    locator: Locator | None = None
    container: bool = False
    closes: bool = True
    subject: tuple[Name, ...] = ()


def words_from(text: str, start: int, end: int) -> int:
    """The next place that holds more than white space and punctuation."""
    while start < end and text[start] in " \t\n\r,;.:)":
        start += 1
    return start


def kind_of(work: Work) -> MentionKind:
    """`full` if the fields say where a work was published or what it is, else `short`."""
    full = {"issued", "publisher", "URL", "DOI", "genre", "issue"} & work.fields.keys()
    article = "container_title" in work.fields and bool(work.fields.get("author") or work.fields.get("title"))
    return "full" if full or article else "short"


def talk_words(words: str) -> list[str]:
    """The words of a text that sentences have and references have not."""
    return [word for word in WORD.findall(words) if word in TALK]


def talks(words: str) -> bool:
    """Whether a text holds any such word."""
    return bool(talk_words(words))


def covered(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add talk where words are left over, and join stretches of talk that touch."""
    out: list[Draft] = []
    position = 0
    for draft in [*drafts, Draft("discursive", len(text), len(text))]:
        if re.search(r"[^\W_]", text[position : draft.start]):
            _add_talk(text, out, position, draft.start)
        if draft.kind == "discursive" and draft.end > draft.start:
            _add_talk(text, out, draft.start, draft.end)
        elif draft.end > draft.start:
            out.append(draft)
        position = max(position, draft.end)
    return out


def _add_talk(text: str, out: list[Draft], start: int, end: int) -> None:
    while start < end and not (text[start].isalnum() or text[start] in '“"‘„«([§'):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if out and out[-1].kind == "discursive":
        out[-1] = replace(out[-1], end=end)
    elif end > start:
        out.append(Draft("discursive", start, end))
