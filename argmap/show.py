"""Plain text for people: what the commands print with `--format text`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from argmap.cite import short_form
from argmap.model import (
    Citations,
    ClaimChange,
    Difference,
    Document,
    Extraction,
    Locator,
    Loss,
    Mention,
    RelationChange,
)

if TYPE_CHECKING:
    from argmap.check import Rule  # loads all rules

_SHOWN = 8
"""Losses of one kind that are put into words."""
_IN_WORDS: dict[str, str] = {"sources": "cites others", "places": "cited at another place"}


def document(read: Document) -> str:
    """Paragraph by paragraph, a line a sentence, then the notes and what could not be read."""
    info = read.info
    counts = [
        f"{len(read.paragraphs)} paragraphs",
        f"{len(read.sentences)} sentences",
        f"{len(read.notes)} notes",
        f"{len(read.markers)} markers",
    ]
    lines = [f"{info.title or 'Untitled'} ({info.format}): {', '.join(counts)}"]
    headings = {heading.before: heading.text for heading in read.headings}
    for paragraph in read.paragraphs:
        lines.append("")
        if paragraph.id in headings:
            lines += [f"# {headings[paragraph.id]}", ""]
        for sentence in read.sentences_of[paragraph.id]:
            lines.append(f"{sentence.id:<8} {sentence.text}{''.join(f' [{n}]' for n in sentence.markers)}")
    if read.notes:
        lines += ["", "Notes"]
        lines += [f"{note.n:<8} {note.text}" for note in read.notes]
    return "\n".join([*lines, *([""] if read.losses else []), *_lost(read.losses, "Not read")])


_NEEDS = {
    (True, False): ", needs a citation",
    (True, True): ", perhaps needs a citation",
    (False, True): ", may need a citation",
    (False, False): "",
}
"""What to say of a claim by `needs_citation` and `unsure`."""


def extraction(found: Extraction) -> str:
    """A line a sentence: its kind, its support, and why."""
    lines = []
    for verdict in found.sentences:
        support = f"{verdict.support} {', '.join(verdict.notes)}".strip()
        need = _NEEDS[verdict.needs_citation, verdict.unsure]
        voice = f", says {verdict.attributed_to}" if verdict.attributed_to else ""
        head = f"{verdict.kind}{voice}{need}; support: {support}" if verdict.claim else f"no claim ({verdict.kind})"
        lines += [f"{verdict.id:<8} {verdict.text}", f"         {head}"]
        if verdict.reason:
            lines.append(f"         because {verdict.reason}")
    kinds = Counter(claim.kind for claim in found.claims)
    counted = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
    lines += [
        "",
        f"{len(found.claims)} claims in {len(found.sentences)} sentences" + (f": {counted}" if counted else ""),
    ]
    return "\n".join(lines)


def citations(cited: Citations) -> str:
    """A note a block, a mention a line; then the sources."""
    lines = []
    for entry in cited.notes:
        lines.append(f"note {entry.n}")
        for mention in entry.mentions:
            lines += [f"    {line}" for line in _mention(mention)]
    lines += ["", f"{len(cited.sources)} sources"]
    lines += [f"    {source.id:<28} {short_form(source)}: {source.title or ''}" for source in cited.sources]
    return "\n".join(lines)


def _mention(mention: Mention) -> list[str]:
    where = ""
    if mention.locator:
        where = f", {_place(mention.locator)}"
    if mention.locator and mention.locator.inherited:
        where += " (inherited)"
    lines = [f"{mention.kind:<10} {mention.source or '-'}{where}  “{mention.text}”"]
    if mention.literal and mention.state:
        lines.append(f"{'':<10} {mention.state}: by the rule {mention.literal.source or 'nothing'}")
        if mention.best and mention.best.source != mention.literal.source:
            lines.append(f"{'':<10} by the evidence {mention.best.source} ({'; '.join(mention.best.evidence)})")
        if mention.rivals:
            lines.append(f"{'':<10} other readings: {', '.join(rival.source or '-' for rival in mention.rivals)}")
    return lines


def _place(locator: Locator) -> str:
    return locator.value if locator.label == "other" else f"{locator.label} {locator.value}"


def difference(found: Difference) -> str:
    """Claims that changed, a block each; relations and sources that came and went, a line each."""
    lines: list[str] = []
    for change in found.claims:
        lines += _claim_change(change)
    for relation in found.relations:
        kinds = " -> ".join(kind for kind in (relation.kind_before, relation.kind_after) if kind)
        lines.append(f"{relation.change:<9} {kinds}: {' + '.join(relation.premises)} => {_end(relation)}")
    lines += [f"added     source {source}" for source in found.sources_gained]
    lines += [f"dropped   source {source}" for source in found.sources_lost]
    counts = Counter(_IN_WORDS.get(kind, kind) for change in found.claims for kind in change.changes)
    told = ", ".join(f"{number} {kind}" for kind, number in counts.most_common())
    return "\n".join(
        [
            *lines,
            *([""] if lines else []),
            f"{found.same} claim{'' if found.same == 1 else 's'} unchanged" + (f"; {told}" if told else ""),
        ]
    )


def _end(relation: RelationChange) -> str:
    """Where a relation ends: on a claim, or on a step, in brackets."""
    if not relation.onto:
        return relation.target
    return f"({' + '.join(relation.onto)} => {relation.target or 'a step'})"


def _claim_change(change: ClaimChange) -> list[str]:
    names = " -> ".join(dict.fromkeys(name for name in (change.before, change.after) if name))
    kinds = ", ".join(_IN_WORDS.get(kind, kind) for kind in change.changes)
    lines = [f"{kinds:<9} {names}"]
    if change.text_before != change.text_after:
        lines += [f"    - {change.text_before}"] if change.text_before else []
        lines += [f"    + {change.text_after}"] if change.text_after else []
    if change.before and change.after:
        lines += [f"    now cites {', '.join(change.gained)}"] if change.gained else []
        lines += [f"    no longer cites {', '.join(change.lost)}"] if change.lost else []
    for place in change.places:
        before, after = (", ".join(map(_place, found)) or "no place" for found in (place.before, place.after))
        lines.append(f"    {place.source}: {before} -> {after}")
    if change.labels:
        lines.append(f"    was {change.labels[0]}, is {change.labels[1]}")
    return lines


def losses(lost: Sequence[Loss]) -> str:
    """What a converter could not carry, a line each; empty if there is nothing."""
    return "\n".join(_lost(lost))


def not_read(path: str, lost: Sequence[Loss]) -> str:
    """What a reader could not carry, a line each; empty if there is nothing."""
    return "\n".join(_lost(lost, f"{path}: not read"))


def rules(all_rules: Iterable["Rule"]) -> str:
    """A line a rule."""
    return "\n".join(f"{rule.code}  {rule.severity:<8} {rule.name}" for rule in all_rules)


def _lost(lost: Sequence[Loss], title: str = "Not carried over") -> list[str]:
    """All losses, of each kind a few in words and the rest counted."""
    if not lost:
        return []
    lines = [f"{title} ({len(lost)}):"]
    details: dict[str, list[str]] = {}
    for loss in lost:
        details.setdefault(loss.what, []).append(loss.detail)
    for what, of_kind in details.items():
        lines += [f"    {what}{f': {detail}' if detail else ''}" for detail in of_kind[:_SHOWN]]
        if len(of_kind) > _SHOWN:
            lines.append(f"    {what}: and {len(of_kind) - _SHOWN} more")
    return lines
