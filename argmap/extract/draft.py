"""A first map of an essay's argument, for its reader to edit: theses, what bears on them, opposed views, evidence.

Every claim is a sentence (or, where it turns with "but", half a sentence) of the text; every link is a suggestion from
order, contrast words and shared words. What is left out is counted in the map's losses.
"""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.extract.candidates import TURN_INSIDE, Candidate, Material
from argmap.extract.noting import NoteFinder
from argmap.extract.titles import title
from argmap.extract.words import matter_words
from argmap.model import (
    AnchoredClaim,
    ArgumentMap,
    Citation,
    Citations,
    Document,
    Extraction,
    Loss,
    MapClaim,
    Relation,
    RelationKind,
)

MOST = 46
"""Claims of a draft at most: more cannot be read on one page."""

_THESES = 8
"""Theses at most."""

_SAME = 0.62
"""Likeness from which two claims say the same."""

_LINKED = 0.08
"""Likeness from which a claim may bear on a thesis."""


class _Entry(NamedTuple):
    candidate: Candidate
    text: str
    opposed: bool = False


class _Draft:
    """Collects the claims and relations of a map; the only mutable thing here, and it does not leave `draft_map`."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.entries: dict[str, _Entry] = {}
        self.relations: list[tuple[RelationKind, str, str]] = []
        self.ids: dict[int, str] = {}
        self.taken: set[str] = set()

    def add(self, candidate: Candidate, text: str | None = None, *, opposed: bool = False) -> str:
        """Hold a claim; give its id. A sentence is held once, unless it is cut into parts."""
        if text is None and candidate.order in self.ids:
            return self.ids[candidate.order]
        words = text or candidate.verdict.text
        made = title(words, self.taken)
        self.entries[made] = _Entry(candidate, words, opposed)
        self.ids.setdefault(candidate.order, made)
        return made

    def relate(self, kind: RelationKind, premise: str, target: str) -> None:
        """Link two claims, once."""
        if premise != target and (kind, premise, target) not in self.relations[-MOST:]:
            self.relations.append((kind, premise, target))

    @property
    def full(self) -> bool:
        """Whether a draft cannot take more."""
        return len(self.entries) >= MOST


def draft_map(
    document: Document, citations: Citations, extraction: Extraction
) -> tuple[ArgumentMap, tuple[AnchoredClaim, ...]]:
    """Draft an argument map, and tie each of its claims to its sentence.

    Works for texts without notes, without introduction, of one sentence, and empty ones (an empty map). The number of
    claims is at most `MOST`; every sentence left out is a loss with its reason. Linear in the length of the text.
    """
    material = Material(document, citations, extraction)
    draft = _Draft(material)
    theses = _theses(material)
    for thesis in theses:
        draft.add(thesis)
    if theses:
        _opposed_views(draft, theses)
        _body(draft, theses)
    return _finished(draft, document, citations)


def _theses(material: Material) -> list[Candidate]:
    """The claims most like theses, in order; of two that say the same the weightier one."""
    claims = material.claims
    ends = material.opening | material.closing
    pool = [c for c in claims if c.own and (c.paragraph in ends or c.verdict.kind == "thesis")] or claims
    wanted = max(1, min(_THESES, round(0.7 * len(claims) ** 0.5)))
    chosen: list[Candidate] = []
    for candidate in sorted(pool, key=lambda c: (-material.thesis_weight(c), c.order)):
        if len(chosen) == wanted:
            break
        if all(material.weights.likeness(candidate.words, other.words) < _SAME for other in chosen):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.order)


def _nearest(material: Material, candidate: Candidate, theses: list[Candidate]) -> tuple[float, Candidate]:
    """The thesis on which a claim bears most, by its own words and a little by those of its paragraph."""

    def likeness(thesis: Candidate) -> float:
        own = material.weights.likeness(candidate.words, thesis.words)
        return own + 0.3 * material.paragraph_likeness(candidate.paragraph, thesis)

    best = max(theses, key=likeness)
    return likeness(best), best


def _opposed_views(draft: _Draft, theses: list[Candidate]) -> None:
    """Views of scholars against which the author turns: each attacks a thesis, and its answer attacks it."""
    for candidate in draft.material.claims:
        if draft.full or candidate.verdict.kind != "reported" or not draft.material.is_scholarly(candidate):
            continue
        parts = TURN_INSIDE.split(candidate.verdict.text, maxsplit=1)
        answer = next(
            (c for c in draft.material.following(candidate, 2) if c.own and c.turns and c.verdict.claim), None
        )
        if len(parts) == 1 and answer is None:
            continue
        view = draft.add(candidate, parts[0] if len(parts) > 1 else None, opposed=True)
        reply = draft.add(candidate, parts[1]) if len(parts) > 1 else draft.add(answer) if answer else view
        draft.relate("attack", reply, view)
        targets = [thesis for thesis in theses if draft.ids[thesis.order] != reply]
        if targets:
            words = candidate.words | (answer.words if answer else frozenset())
            draft.relate("attack", view, draft.ids[_attacked(draft.material, words, targets).order])


def _attacked(material: Material, words: frozenset[str], theses: list[Candidate]) -> Candidate:
    """The thesis that an opposed view and its answer are about; one that says what is, if there is one."""
    plain = [thesis for thesis in theses if thesis.verdict.kind != "counterfactual"] or theses
    return max(plain, key=lambda thesis: material.weights.likeness(words, matter_words(thesis.verdict.text)))


def _body(draft: _Draft, theses: list[Candidate]) -> None:
    """From each paragraph the claim that bears most on a thesis, and under it the cited evidence of that paragraph."""
    leads = sorted(_leads(draft, theses), key=lambda row: (-row[0], row[1].order))
    room = max(1, (MOST - len(draft.entries)) // 2)
    for _, lead, thesis in sorted(leads[:room], key=lambda row: row[1].order):
        if draft.full:
            return
        draft.relate("support", draft.add(lead), draft.ids[thesis.order])
        _evidence(draft, lead, draft.ids[lead.order])
    for thesis in theses:
        _evidence(draft, thesis, draft.ids[thesis.order])


def _leads(draft: _Draft, theses: list[Candidate]) -> Iterator[tuple[float, Candidate, Candidate]]:
    material = draft.material
    for rows in material.paragraphs.values():
        pool = [c for c in rows if c.verdict.claim and c.order not in draft.ids and c.verdict.kind != "quotation"]
        graded = [(_lead_weight(material, c, theses), c) for c in pool]
        if graded:
            weight, lead = max(graded, key=lambda row: (row[0], -row[1].order))
            likeness, thesis = _nearest(material, lead, theses)
            if likeness >= _LINKED:
                yield weight, lead, thesis


def _lead_weight(material: Material, candidate: Candidate, theses: list[Candidate]) -> float:
    rows = material.paragraphs[candidate.paragraph]
    edge = 0.15 if candidate in (rows[0], rows[-1]) else 0.0
    kind = {"thesis": 0.3, "interpretive": 0.2, "counterfactual": 0.2}.get(candidate.verdict.kind, 0.0)
    return _nearest(material, candidate, theses)[0] + kind + edge + 0.1 * candidate.own


def _evidence(draft: _Draft, lead: Candidate, target: str) -> None:
    """The best cited claim of the same paragraph, one for each note, two at most."""
    seen = {lead.verdict.notes} if lead.verdict.support == "direct" else set()
    rows = draft.material.paragraphs[lead.paragraph]
    pool = [c for c in rows if c.verdict.claim and c.verdict.notes and c.order not in draft.ids]
    rank = {"direct": 0, "passage": 1, "none": 2}
    likeness = draft.material.weights.likeness
    taken = 0
    for candidate in sorted(pool, key=lambda c: (rank[c.verdict.support], -likeness(c.words, lead.words), c.order)):
        if draft.full or taken == 2:  # noqa: PLR2004 - the rest is one click away in the text
            return
        if candidate.verdict.notes not in seen:
            seen.add(candidate.verdict.notes)
            draft.relate("support", draft.add(candidate), target)
            taken += 1


def _finished(draft: _Draft, document: Document, citations: Citations) -> tuple[ArgumentMap, tuple[AnchoredClaim, ...]]:
    notes = NoteFinder(document, citations)
    ordered = sorted(draft.entries.items(), key=lambda row: row[1].candidate.order)
    sections = _sections(document)
    claims = tuple(
        _map_claim(name, entry, notes.citations(entry.candidate.verdict), sections, document) for name, entry in ordered
    )
    relations = tuple(
        Relation(id=f"r{number}", kind=kind, premises=(premise,), target=target)
        for number, (kind, premise, target) in enumerate(draft.relations, 1)
    )
    losses = tuple(_losses(draft, document))
    drafted = ArgumentMap(
        title=document.info.title, claims=claims, relations=relations, sources=citations.sources, losses=losses
    )
    anchored = tuple(AnchoredClaim(claim=name, sentence=entry.candidate.verdict.id) for name, entry in ordered)
    return drafted, anchored


def _map_claim(
    name: str,
    entry: _Entry,
    cited: tuple[Citation, ...],
    sections: dict[str, tuple[str, ...]],
    document: Document,
) -> MapClaim:
    paragraph = document.paragraphs[entry.candidate.paragraph].id
    tags = ("opposed",) if entry.opposed else ()
    kind = entry.candidate.verdict.kind
    return MapClaim(
        id=name, text=entry.text, kind=kind, citations=cited, tags=tags, section=sections.get(paragraph, ())
    )


def _sections(document: Document) -> dict[str, tuple[str, ...]]:
    """The headings above each paragraph, outermost first."""
    starting: dict[str | None, list[tuple[int, str]]] = {}
    for heading in document.headings:
        starting.setdefault(heading.before, []).append((heading.level, heading.text))
    current: list[tuple[int, str]] = []
    found = {}
    for paragraph in document.paragraphs:
        for level, text in starting.get(paragraph.id, ()):
            current = [row for row in current if row[0] < level] + [(level, text)]
        found[paragraph.id] = tuple(text for _, text in current)
    return found


def _losses(draft: _Draft, document: Document) -> Iterator[Loss]:
    starts = {sentence.id: sentence.start for sentence in document.sentences}
    for candidate in draft.material.all:
        if candidate.order in draft.ids:
            continue
        verdict = candidate.verdict
        why = "left out of the draft to keep it readable" if verdict.claim else f"no claim ({verdict.kind})"
        yield Loss(what="sentence", detail=f"{verdict.id}: {why}", start=starts[verdict.id])
