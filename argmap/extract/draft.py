"""A first map of an essay's argument, for its reader to edit: theses, what bears on them, opposed views, evidence.

Every claim is a sentence (or, where it turns with "but", half a sentence) of the text; every link is a suggestion from
order, contrast words and shared words. What is left out is counted in the map's losses.
"""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.extract.arranged import Tie, arranged
from argmap.extract.candidates import Candidate, Material
from argmap.extract.halves import halves
from argmap.extract.links import CONFIDENCE, LIKELY, Link, counted, evidence, neighbours, on_thesis, topic
from argmap.extract.titles import title
from argmap.extract.views import View, views
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

_SAME = 0.5
"""Likeness from which two claims say the same."""


class _Entry(NamedTuple):
    candidate: Candidate
    text: str
    opposed: bool = False


class _Draft:
    """Collects the claims and relations of a map; the only mutable thing here, and it does not leave `draft_map`."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.entries: dict[str, _Entry] = {}
        self.relations: list[Tie] = []
        self.linked: set[tuple[str, str]] = set()
        self.ids: dict[int, str] = {}
        self.taken: set[str] = set()

    def add(self, candidate: Candidate, text: str | None = None, *, opposed: bool = False) -> str:
        """Hold a claim; give its id. A sentence is held once, unless it is cut into parts."""
        if text is None and candidate.order in self.ids:
            return self.ids[candidate.order]
        split = halves(candidate.verdict.text) if text is None and candidate.own else None
        made = self._hold(candidate, split.claim if split else text or candidate.verdict.text, opposed=opposed)
        if split:
            reason = self._hold(candidate, split.reason)
            self.relate("support", reason, made, f"marker “{split.marker}” inside the sentence", CONFIDENCE["marker"])
        return made

    def _hold(self, candidate: Candidate, words: str, *, opposed: bool = False) -> str:
        made = title(words, self.taken)
        self.entries[made] = _Entry(candidate, words, opposed)
        self.ids.setdefault(candidate.order, made)
        return made

    def relate(self, kind: RelationKind, premise: str, target: str, reason: str, confidence: float) -> None:
        """Link two claims, once, and never in a circle of two."""
        if premise != target and not {(premise, target), (target, premise)} & self.linked:
            self.linked.add((premise, target))
            told = reason if confidence >= LIKELY else f"perhaps: {reason}"
            self.relations.append(Tie(kind, premise, target, told, confidence))

    def follow(self, link: Link) -> None:
        """Hold both ends of a suggested link, and link them."""
        rows = self.material.all
        self.relate(link.kind, self.add(rows[link.premise]), self.add(rows[link.target]), link.reason, link.confidence)

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
    judging = [c for c in claims if c.own and c.verdict.kind in ("thesis", "interpretive", "counterfactual")]
    pool = (
        [c for c in judging if (c.paragraph in ends or c.verdict.kind == "thesis") and not c.leans] or judging or claims
    )
    wanted = max(1, min(_THESES, round(0.7 * len(claims) ** 0.5)))
    chosen: list[Candidate] = []
    for candidate in sorted(pool, key=lambda c: (-material.thesis_weight(c), c.order)):
        if len(chosen) == wanted:
            break
        if all(material.weights.likeness(candidate.words, other.words) < _SAME for other in chosen):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.order)


def _opposed_views(draft: _Draft, theses: list[Candidate]) -> None:
    """Views of others against which the author turns: its answer attacks each, and it perhaps attacks a thesis."""
    for found in views(draft.material):
        if draft.full:
            return
        view = draft.add(found.view, found.said, opposed=True)
        reply = draft.add(found.answer, found.replied)
        held = f"what {found.view.verdict.attributed_to} says" if found.scholarly else "a view of others"
        sure = CONFIDENCE["opposed" if found.announced else "answer"]
        draft.relate("attack", reply, view, f"“{found.turn}” answers {held}", sure)
        targets = [thesis for thesis in theses if draft.ids[thesis.order] not in (reply, view)]
        if targets and found.scholarly:
            _oppose(draft, found, view, targets)


def _oppose(draft: _Draft, found: View, view: str, theses: list[Candidate]) -> None:
    """The thesis against which a view speaks, if it shares words with the view and its answer."""
    target = _attacked(draft.material, found.view.words | found.answer.words, theses)
    shared = draft.material.shared(found.answer, target, common=True)
    if len(shared) > 1:
        why = f"the view that “{found.turn}” answers; shares {', '.join(shared[:3])}"
        draft.relate("attack", view, draft.ids[target.order], why, CONFIDENCE["opposed"])


def _attacked(material: Material, words: frozenset[str], theses: list[Candidate]) -> Candidate:
    """The thesis that an opposed view and its answer are about; one that says what is, if there is one."""
    plain = [thesis for thesis in theses if thesis.verdict.kind != "counterfactual"] or theses
    return max(plain, key=lambda thesis: material.weights.likeness(words, matter_words(thesis.verdict.text)))


def _body(draft: _Draft, theses: list[Candidate]) -> None:
    """What the text itself ties together, what bears on a thesis, and topic sentences with their evidence."""
    material = draft.material
    _told(draft)
    rows = [link for claim in material.claims for link in [_best(material, claim, theses)] if link is not None]
    for link in rows:
        if not draft.full:
            draft.follow(link)
    tops = (topic(found) for found in material.paragraphs.values())
    leads = {
        row.order: row for row in (*theses, *(material.all[link.premise] for link in rows), *tops) if row is not None
    }
    for order in sorted(leads):
        _support(draft, leads[order])
    _unplaced(draft)


def _told(draft: _Draft) -> None:
    """The inferences that words of the text mark, those first whose conclusion looks most like a thesis."""
    material = draft.material
    links = [link for rows in material.paragraphs.values() for link in (*neighbours(rows), *counted(rows))]
    for link in sorted(links, key=lambda link: -material.thesis_weight(material.all[link.target])):
        if not draft.full:
            draft.follow(link)
    for claim in material.claims:
        if not draft.full and claim.own and halves(claim.verdict.text):
            draft.add(claim)


def _unplaced(draft: _Draft) -> None:
    """Of each paragraph that gave none so far its leading claim and its first cited one: for the reader to place."""
    for rows in draft.material.paragraphs.values():
        if draft.full:
            return
        pool = [row for row in rows if row.holds and row.verdict.kind != "quotation"]
        if pool and not any(row.order in draft.ids for row in rows):
            draft.add(topic(rows) or next((row for row in pool if row.own and not row.leans), pool[0]))
            cited = next((row for row in pool if row.verdict.support == "direct"), None)
            if cited is not None and not draft.full:
                draft.add(cited)


def _best(material: Material, claim: Candidate, theses: list[Candidate]) -> Link | None:
    """The link of a claim to the thesis it is most like."""
    if claim in theses:
        return None
    nearest = max(theses, key=lambda thesis: material.weights.likeness(claim.words, thesis.words))
    return on_thesis(material, claim, nearest)


def _support(draft: _Draft, lead: Candidate) -> None:
    """What its paragraph gives for a topic sentence: cited claims, one for each note."""
    material = draft.material
    top = topic(material.paragraphs[lead.paragraph])
    if top is None or top.order != lead.order:
        return
    seen = {lead.verdict.notes} if lead.verdict.support == "direct" else set()
    for link in evidence(material, lead):
        notes = material.all[link.premise].verdict.notes
        if notes not in seen and link.premise not in draft.ids and not draft.full:
            seen.add(notes)
            draft.follow(link)


def _finished(draft: _Draft, document: Document, citations: Citations) -> tuple[ArgumentMap, tuple[AnchoredClaim, ...]]:
    notes, sections = draft.material.notes, _sections(document)
    in_text = sorted(draft.entries, key=lambda name: draft.entries[name].candidate.order)
    places = {name: sections[document.paragraphs[draft.entries[name].candidate.paragraph].id] for name in in_text}
    order, ties = arranged(places, draft.relations)
    claims = tuple(
        _map_claim(name, entry, notes.citations(entry.candidate.verdict), places[name])
        for name in order
        for entry in [draft.entries[name]]
    )
    relations = tuple(
        Relation(
            id=f"r{number}",
            kind=tie.kind,
            premises=(tie.premise,),
            target=tie.target,
            reason=tie.reason,
            confidence=tie.confidence,
        )
        for number, tie in enumerate(ties, 1)
    )
    losses = tuple(_losses(draft, document))
    drafted = ArgumentMap(
        title=document.info.title, claims=claims, relations=relations, sources=citations.sources, losses=losses
    )
    anchored = tuple(AnchoredClaim(claim=name, sentence=draft.entries[name].candidate.verdict.id) for name in order)
    return drafted, anchored


def _map_claim(name: str, entry: _Entry, cited: tuple[Citation, ...], section: tuple[str, ...]) -> MapClaim:
    tags = ("opposed",) if entry.opposed else ()
    kind = entry.candidate.verdict.kind
    return MapClaim(id=name, text=entry.text, kind=kind, citations=cited, tags=tags, section=section)


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
