"""Back references: the literal reading by rule, the best reading by evidence, and the doubt."""

from dataclasses import replace

from argmap.cite import named
from argmap.cite.belonging import kinship, strangeness
from argmap.cite.evidence import Asked, Clue, clues
from argmap.cite.judge import Candidate, guesses, probabilities
from argmap.cite.markers import BackReference
from argmap.cite.numbered import numbered
from argmap.cite.prevalence import FEWEST
from argmap.cite.resolution import UNRESOLVED, Resolution, chosen
from argmap.cite.scene import Scene
from argmap.cite.trail import Guess, Origin, Seen, Spot, Trail
from argmap.model import BackReferenceState

_LOOKS_BACK = 12
_MOST_BACK = 3
_BACK = ("two back", "three back", "further back")
_RIVAL = 0.05
_SURE = 0.5
_BY_WORDS = 2 / 3
"""How likely what words alone speak for must be to become the best reading."""
_DOUBT = 2.0
"""How much likelier than any other the literal reading must be: less than it is by its place alone, where nothing else tells."""


def resolve(back: BackReference, scene: Scene, asked: Asked, *, container: bool = False) -> Resolution:
    """Read one back reference against the notes before it. Points backwards, save for "infra".

    Args:
        back: Its words.
        scene: What it is read against.
        asked: The place it cites, and what stands around it.
        container: Whether it is said to print what stands before it ("A, Title, in ibid."), and so is not that.
    """
    trail = scene.trail
    if back.before:
        return _literally(trail) if trail.before else UNRESOLVED
    if back.notes:
        by_author = _named(back.author, back, scene, asked) if back.author else None
        return numbered(back, by_author, scene)
    if back.author:
        return _named(back.author, back, scene, asked)
    if back.kind in {"supra", "infra"}:
        return UNRESOLVED
    return _ibid(scene, asked, container=container)


def _ibid(scene: Scene, asked: Asked, *, container: bool) -> Resolution:
    """The work cited immediately before: in this note, else the last one of the note before."""
    trail = scene.trail
    here = trail.here
    if here and (container or (asked.lead is not None and here[-1].loose)):
        here = here[:-1]
    if here:
        return _repeated(here[-1], "the reference before it in the same note")
    if trail.before is None:
        return UNRESOLVED
    note, seen = trail.before
    if not any(item.best for item in seen):
        return _over_a_gap(note, scene)
    if seen[-1].best is None:
        return _across(_behind_unread(note, seen, scene, asked), scene)
    if seen[-1].ibid and len({item.best.entry for item in seen if item.best}) == 1:
        return _across(_repeated(seen[-1], f"the back reference in note {note}, the one before", note), scene)
    return _across(_judged(note, seen, scene, asked), scene)


def _repeated(last: Seen, words: str, note: str | None = None) -> Resolution:
    """The same as the reference before it, and with it that one's doubt."""
    if last.best is None:
        why = ("what stands before it looks like a reference that could not be read",)
        return Resolution(None, None, "ambiguous", note, why, why)
    why = (words,)
    against = () if last.literal is None or last.literal.entry == last.best.entry else (f"{words} was read so",)
    rivals = tuple(replace(guess, words=("carried on from the back reference before",)) for guess in last.rivals)
    return Resolution(last.literal, last.best, last.state or "resolved", note, why, against or why, rivals,
                      last.probability, last.probability if last.literal == last.best else None)  # fmt: skip


def _across(found: Resolution, scene: Scene) -> Resolution:
    """An Ibid. that opens a chapter says nothing of the chapter before: the reading stays, with doubt."""
    place = scene.trail.order
    if scene.overview.chapters[place] == scene.overview.chapters[place - 1]:
        return found
    words = "it is the first note of a chapter, and the note before it stands in another"
    state: BackReferenceState = "ambiguous" if found.state == "resolved" else found.state
    return replace(found, state=state, why_literal=(*found.why_literal, words), why_best=(*found.why_best, words))


def _over_a_gap(note: str, scene: Scene) -> Resolution:
    """The note before names no source: the rule has nothing to point to; the note before that is offered with doubt.

    Where the note before looks like a reference that could not be read, nothing is offered but as a rival.
    """
    trail = scene.trail
    opaque = scene.overview.opaque[trail.order - 1]
    what = "looks like a reference that could not be read" if opaque else "names no source"
    why = (f"note {note}, the one before, {what}",)
    if trail.last_citing is None:
        return Resolution(None, None, "ambiguous" if opaque else "unresolved", note, why, why if opaque else ())
    earlier, seen = trail.notes[trail.last_citing]
    known = [item for item in seen if item.best is not None]
    best = known[-1].best
    words = (f"note {note} {what}; the last note before it that cites anything is {earlier}",)
    others = tuple(Guess(origin, None, (f"cited in note {earlier}, too",)) for origin in _others(known, best))
    if opaque and best is not None:
        return Resolution(None, None, "ambiguous", note, why, why, (Guess(best, None, words), *others))
    return Resolution(None, best, "ambiguous", note, why, words, others)


def _behind_unread(note: str, seen: list[Seen], scene: Scene, asked: Asked) -> Resolution:
    """The last reference of the note before could not be read: the rule points to it, and all else is weighed with doubt."""
    found = _judged(note, [item for item in seen if item.best], scene, asked)
    words = f"the last reference in note {note}, the one before, could not be read"
    rivals = found.rivals
    if found.literal and found.literal != found.best:
        rivals = (Guess(found.literal, found.literal_probability, (f"cited in note {note}",)), *rivals)
    return replace(found, literal=None, literal_probability=None, state="ambiguous", why_literal=(words,),
                   why_best=(words, *found.why_best[1:]), rivals=rivals, weighed=())  # fmt: skip


def _others(seen: list[Seen], best: Origin | None) -> list[Origin]:
    known = {item.best.entry: item.best for item in seen if item.best}
    return [origin for entry, origin in known.items() if best is None or entry != best.entry]


def _literally(trail: Trail) -> Resolution:
    """For "see the previous note": what it cites."""
    if trail.before is None:
        return UNRESOLVED
    note, seen = trail.before
    origins = [item.best for item in seen if item.best]
    why = (f"cited in note {note}",)
    return chosen(origins, why, note) if origins else Resolution(None, None, "unresolved", note, why)


def _judged(note: str, seen: list[Seen], scene: Scene, asked: Asked) -> Resolution:
    """Weigh the last source of the note before against its others and against those of the notes before that."""
    last = seen[-1]
    if last.best is None:
        return UNRESOLVED
    field_ = _field(note, seen, scene, asked)
    literal = next(
        (index for index, one in enumerate(field_) if last.literal and one.origin.entry == last.literal.entry), 0
    )
    beside = {item.best.entry for item in seen if item.best} | {guess.origin.entry for guess in last.rivals}
    told = asked.lead is not None or any(spot != Spot() for spot in (asked.spot, *asked.run))
    return _weighed(note, field_, literal, beside, scene.share, told=told)


def _weighed(
    note: str, field_: list[Candidate], literal: int, beside: set[int], share: float, *, told: bool
) -> Resolution:
    """Choose as if at least a few Ibids were interrupted; say how likely that is in a text like this one.

    `told` says that the Ibid. gives a place or a document. For a bare one only words can tell: what they tell strongly is the
    best reading, but in doubt, and never contradicts the rule. Nor does a work that is known by author and year only, or
    another one such a work: both may be the same.
    """
    odds, chances = probabilities(field_, max(share, FEWEST)), probabilities(field_, share)
    weighed = guesses(field_, chances)
    top = max((literal, *range(len(field_))), key=lambda index: odds[index])
    if field_[top].untied or (not told and odds[top] < _BY_WORDS):
        top = literal
    rivals = tuple(
        guess
        for index, guess in enumerate(weighed)
        if index not in {top, literal} and (guess.origin.entry in beside or odds[index] >= _RIVAL)
    )
    rule = f"the work cited last in note {note}, the one before"
    state: BackReferenceState
    if top == literal:
        close = max((odd for index, odd in enumerate(odds) if index != top), default=0.0)
        doubt = any(guess.origin.entry in beside for guess in rivals) or odds[top] < max(_SURE, _DOUBT * close)
        state = "ambiguous" if doubt else "resolved"
        why = (rule, *field_[top].pros)
        origin = weighed[top].origin
        return Resolution(origin, origin, state, note, why, why, rivals, chances[top], chances[top], tuple(field_))
    against = tuple(f"against it: {words}" for words in field_[literal].cons)
    why = (rule, *(against or ("nothing in the note but its place speaks for it",)))
    state = "contradicted" if told and not field_[literal].untied else "ambiguous"
    return Resolution(weighed[literal].origin, weighed[top].origin, state, note, why, weighed[top].words, rivals,
                      chances[top], chances[literal], tuple(field_))  # fmt: skip


def _field(note: str, seen: list[Seen], scene: Scene, asked: Asked) -> list[Candidate]:
    """The candidates: of the note before the last source first, then its others, then those of earlier notes."""
    trail = scene.trail
    overview = scene.overview
    strange = tuple(strangeness(overview.cohesion, overview, trail.order - 1))
    found: dict[int, Candidate] = {}

    def add(origin: Origin | None, prior: tuple[str, ...], why: tuple[str, ...], *, back: bool = False) -> None:
        if origin is None or origin.entry in found:
            return
        known = clues(origin.entry, scene.library, overview, trail, asked)
        words = kinship(origin.entry, overview.cohesion, overview, trail)
        place = () if back else strange
        untied = scene.library.entries[origin.entry].untied
        found[origin.entry] = Candidate(origin, (*map(Clue, prior), *place, *known, *words), why, back, untied)

    last = seen[-1]
    add(last.best, (), ())
    add(last.literal, ("beside",), (f"what note {note} says by the rule",))
    for guess in last.rivals:
        add(guess.origin, ("beside",), (f"a rival in note {note}",))
    for item in reversed(seen[:-1]):
        add(item.best, ("beside",), (f"cited in note {note}, too",))
    steps = 0
    for place in range(trail.order - 2, max(-1, trail.order - _LOOKS_BACK), -1):
        earlier, items = trail.notes[place]
        if (
            not any(item.best for item in items)
            or scene.overview.chapters[place] != scene.overview.chapters[trail.order]
        ):
            continue
        for aside, item in enumerate(reversed(items)):
            if item.best and not scene.library.entries[item.best.entry].archival:
                prior = (_BACK[min(steps, _MOST_BACK - 1)], *(("aside",) if aside else ()))
                add(item.best, prior, (f"cited in note {earlier}",), back=True)
        steps += 1
        if steps == _MOST_BACK:
            break
    return list(found.values())


def _named(author: str, back: BackReference, scene: Scene, asked: Asked) -> Resolution:
    """The work by this author that was cited last; others by the same author are rivals."""
    candidates = named.candidates(author, back, scene, asked)
    if not candidates:
        return _by_title(author, scene)
    chances = probabilities(candidates)
    weighed = guesses(candidates, chances)
    literal, top = len(candidates) - 1, max(range(len(candidates)), key=lambda index: chances[index])
    rivals = tuple(guess for index, guess in enumerate(weighed) if index != top)
    best = weighed[top]
    unsure = rivals or any(clue.name == "only beside" for clue in candidates[top].clues)
    state: BackReferenceState = "ambiguous" if unsure else "resolved"
    return Resolution(weighed[literal].origin, best.origin, state, None, candidates[literal].why, best.words, rivals,
                      best.probability, chances[literal], tuple(candidates))  # fmt: skip


def _by_title(author: str, scene: Scene) -> Resolution:
    candidates = named.by_title(author, scene.library, scene.trail)
    if not candidates:
        return Resolution(None, None, "unresolved", why_literal=(f"no earlier note cites a work by {author}",))
    best, others = candidates[-1], candidates[:-1]
    rivals = tuple(Guess(one.origin, None, one.why[1:]) for one in others)
    return Resolution(best.origin, best.origin, "ambiguous", why_literal=best.why, why_best=best.why, rivals=rivals)
