"""Back references in the notes, as the rules about Ibid. look at them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from argmap.check.rule import Fault, TextUnderCheck
from argmap.model import BACK_REFERENCES, Mention, NoteCitations, Severity

WORDS = 60
_NUMBER = re.compile(
    r"(?:\bn(?:otes?|ota|n)?\.?|\bfootnotes?|\bendnotes?|Anm\.|Fn\.|прим\.)\s?(?P<number>\d{1,6})", re.IGNORECASE
)
CITING = BACK_REFERENCES | {"full", "short", "container"}
"""Kinds that a later Ibid. in the same note repeats; a document is printed in what follows it."""


@dataclass(frozen=True)
class BackReference:
    """A mention that points back.

    Attributes:
        entry: The note that holds it.
        before: The note before that one; None in the first note, and where a reference precedes it in its own note.
        sentence: Id of the first sentence that calls its note.
    """

    entry: NoteCitations
    before: NoteCitations | None
    mention: Mention
    sentence: str | None

    @property
    def words(self) -> str:
        """Its words, shortened."""
        words = " ".join(self.mention.text[: 4 * WORDS].split())
        return words if len(words) <= WORDS else words[: WORDS - 2].rstrip() + " …"


def back_references(text: TextUnderCheck, kinds: Collection[str] = BACK_REFERENCES) -> Iterator[BackReference]:
    """The back references of the given kinds, in the order of the notes."""
    for before, entry in pairwise([None, *text.citations.notes]):
        if entry is None:
            continue
        earlier: NoteCitations | None = before
        for mention in entry.mentions:
            if mention.kind in kinds:
                sentence = text.caller(entry.note)
                yield BackReference(entry, earlier, mention, sentence)
            if mention.kind in CITING:
                earlier = None


def numbered(mention: Mention) -> bool:
    """Whether a back reference gives the number of the note that it means."""
    return note_number(mention) is not None


def note_number(mention: Mention) -> str | None:
    """The number of the note that a back reference names; None where it names none."""
    match = _NUMBER.search(mention.text) if mention.kind in {"supra", "infra", "opcit", "loccit"} else None
    return match["number"] if match else None


def candidates(before: NoteCitations) -> tuple[Mention, ...]:
    """What an Ibid. after a note can mean, one mention a source: "A, in B" and "A, cited in B" are one citation, of B."""
    following = [*before.mentions[1:], None]
    found: dict[str, Mention] = {}
    for mention, after in zip(before.mentions, following, strict=True):
        if mention.source and not _printed_in(mention, after):
            found[mention.source] = mention
    return tuple(found.values())


def _printed_in(mention: Mention, after: Mention | None) -> bool:
    """Whether the next mention names the work that holds this one; two such works of one document stay two."""
    if after is None or mention.kind == "container":
        return False
    return after.kind == "container" or (mention.kind == "archival" and after.kind in BACK_REFERENCES)


def carried_on(reference: BackReference) -> str | None:
    """The number of the note before if the fault of this back reference is that note's, handed on."""
    literal = reference.mention.literal
    if reference.before is None or literal is None:
        return None
    for mention in reference.before.mentions:
        same = mention.literal is not None and mention.literal.source == literal.source
        if mention.state == reference.mention.state and same and mention.source == reference.mention.source:
            return reference.before.n
    return None


def fault(
    reference: BackReference,
    *,
    message: str,
    evidence: tuple[str, ...],
    suggestion: str,
    severity: Severity | None = None,
) -> Fault:
    """A fault at the back reference's own words."""
    return Fault(
        message=message,
        start=reference.mention.start,
        end=reference.mention.end,
        sentence=reference.sentence,
        note=reference.entry.n,
        evidence=evidence,
        suggestion=suggestion,
        severity=severity,
    )
