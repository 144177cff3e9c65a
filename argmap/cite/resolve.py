"""Back references: the literal reading by rule, the best reading by evidence, and the doubt."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.cite.evidence import CONTRADICTS, Weight, weigh
from argmap.cite.library import Library, title_words
from argmap.cite.markers import BackReference
from argmap.cite.names import family, make_name, same_person
from argmap.cite.trail import Lead, Origin, Seen, Trail
from argmap.model import BackReferenceState, Locator

_NEAR = 12


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a back reference was read. `literal_note` names the note that the rule points to even if it cites nothing."""

    literal: Origin | None
    best: Origin | None
    state: BackReferenceState
    literal_note: str | None = None
    why_literal: tuple[str, ...] = ()
    why_best: tuple[str, ...] = ()
    rivals: tuple[tuple[Origin, tuple[str, ...]], ...] = ()


UNRESOLVED = Resolution(None, None, "unresolved")


def resolve(
    back: BackReference,
    library: Library,
    trail: Trail,
    lead: Lead | None,
    locator: Locator | None,
    *,
    container: bool = False,
) -> Resolution:
    """Read one back reference against the notes before it. Points backwards only.

    Args:
        back: Its words.
        library: The sources so far.
        trail: What was cited where; the open note is the one that holds the back reference.
        lead: The document named right before it, which it says is printed there.
        locator: The place it cites.
        container: Whether it is said to print what stands before it ("A, Title, in ibid."), and so is not that.
    """
    if back.note is not None and (found := _numbered(back, library, trail)) is not None:
        return found
    if back.author:
        return _named(back.author, back.title, library, trail)
    if back.kind == "supra":
        return UNRESOLVED
    return _ibid(library, trail, lead, locator, container=container)


def _ibid(library: Library, trail: Trail, lead: Lead | None, locator: Locator | None, *, container: bool) -> Resolution:
    """The work cited immediately before: in this note, else the last one of the note before."""
    here = trail.here
    if here and (container or (lead is not None and here[-1].loose)):
        here = here[:-1]
    if here:
        last = here[-1]
        state: BackReferenceState = last.state or "resolved"
        why = ("the reference before it in the same note",)
        rivals = tuple((origin, ("carried on from the back reference before",)) for origin in last.rivals)
        return Resolution(last.literal, last.best, state, why_literal=why, why_best=why, rivals=rivals)
    if trail.before is None:
        return UNRESOLVED
    note, seen = trail.before
    if not seen:
        return _over_a_gap(note, trail)
    return _judged(_literal(note, seen), library, trail, lead, locator)


def _over_a_gap(note: str, trail: Trail) -> Resolution:
    """The note before names no source: the rule has nothing to point to; the note before that is offered with doubt."""
    why = (f"note {note}, the one before, names no source",)
    if trail.last_citing is None:
        return Resolution(None, None, "unresolved", note, why)
    earlier, seen = trail.notes[trail.last_citing]
    best = seen[-1].best
    words = (f"note {note} names no source; the last note before it that does is {earlier}",)
    rivals = tuple((origin, (f"cited in note {earlier}, too",)) for origin in _others(seen, best))
    return Resolution(None, best, "ambiguous", note, why, words, rivals)


def _literal(note: str, seen: list[Seen]) -> Resolution:
    """The last source of the note before; ambiguous if that note holds others, or was ambiguous itself."""
    last = seen[-1]
    why = (f"the work cited last in note {note}, the one before",)
    rivals = {origin.entry: (origin, (f"cited in note {note}, too",)) for origin in _others(seen, last.best)}
    for origin in last.rivals:
        if origin.entry != last.best.entry:
            rivals.setdefault(origin.entry, (origin, (f"carried on from the back reference in note {note}",)))
    state: BackReferenceState = "ambiguous" if rivals else "resolved"
    if last.state in {"ambiguous", "contradicted"}:
        state = last.state
    return Resolution(last.literal, last.best, state, note, why, why, tuple(rivals.values()))


def _others(seen: list[Seen], best: Origin) -> Iterable[Origin]:
    return {item.best.entry: item.best for item in seen if item.best.entry != best.entry}.values()


def _judged(
    found: Resolution, library: Library, trail: Trail, lead: Lead | None, locator: Locator | None
) -> Resolution:
    """Weigh the reading against the other works cited lately; strong evidence makes another one the best."""
    if found.best is None:
        return found
    own = weigh(found.best.entry, library, trail, lead, locator)
    best, best_weight = found.best, own
    for entry in reversed(trail.recent):
        use = trail.uses[entry]
        if entry == found.best.entry or len(trail.notes) - use.order > _NEAR or library.entries[entry].archival:
            continue
        weight = weigh(entry, library, trail, lead, locator)
        if weight.score - own.score >= CONTRADICTS and weight.score > best_weight.score:
            best, best_weight = Origin(entry, use.note), weight
    if best is found.best:
        return _with(found, own)
    against = tuple(f"against it: {words}" for words in own.words) or (
        "nothing in the note but its place speaks for it",
    )
    rivals = tuple(rival for rival in found.rivals if rival[0].entry != best.entry)
    return Resolution(
        found.literal,
        best,
        "contradicted",
        found.literal_note,
        (*found.why_literal, *against),
        best_weight.words,
        rivals,
    )


def _with(found: Resolution, own: Weight) -> Resolution:
    state = found.state
    if found.literal is not None and found.best is not None and found.literal.entry != found.best.entry:
        state = "contradicted"
    return Resolution(
        found.literal,
        found.best,
        state,
        found.literal_note,
        found.why_literal,
        (*found.why_best, *own.words),
        found.rivals,
    )


def _numbered(back: BackReference, library: Library, trail: Trail) -> Resolution | None:
    """For "Supra note 12": what that note cites, by the author named here if one is."""
    index = trail.by_number.get(back.note or "")
    if index is None or index >= len(trail.notes) - 1:
        return _named(back.author, back.title, library, trail) if back.author else UNRESOLVED
    note, seen = trail.notes[index]
    origins = list(dict.fromkeys(item.best for item in seen))
    if back.author:
        family = set(_by(back.author, library))
        wanted = [origin for origin in origins if origin.entry in family] or _titled(back.author, origins, library)
        if not wanted:
            return _named(back.author, back.title, library, trail)
        origins = wanted
    if not origins:
        return Resolution(None, None, "unresolved", note, (f"note {note} names no source",))
    return _chosen(origins, (f"cited in note {note}",), note)


def _titled(words: str, origins: list[Origin], library: Library) -> list[Origin]:
    """For "Mills of Elm (see note 2)": what stands there is a title and no name."""
    title = set(title_words(words))
    return [origin for origin in origins if title and title <= set(title_words(library.entries[origin.entry].title))]


def _by(author: str, library: Library) -> list[int]:
    """The works of the first author of "A. Smith and B. Jones", given names counting where both sides have them."""
    first = author.replace(" & ", " and ").replace(" und ", " and ").partition(" and ")[0]
    name = make_name(tuple(first.split()) or (author,))
    numbers = library.of_family(family(name))
    return [
        number
        for number in numbers
        if any(
            same_person(name, other)
            for key in ("author", "editor")
            for other in library.entries[number].fields.get(key, ())
        )
    ]


def _named(author: str, title: str | None, library: Library, trail: Trail) -> Resolution:
    """The work by this author that was cited last; others by the same author are rivals."""
    numbers = [number for number in dict.fromkeys(_by(author, library)) if number in trail.uses]
    if title and len(numbers) > 1:
        words = set(title_words(title))
        numbers = [number for number in numbers if words <= set(title_words(library.entries[number].title))] or numbers
    if not numbers and (guessed := _by_title(author, library, trail)) is not None:
        return guessed
    if not numbers:
        return Resolution(None, None, "unresolved", why_literal=(f"no earlier note cites a work by {author}",))
    numbers.sort(key=lambda number: trail.uses[number].order)
    origins = [Origin(number, trail.uses[number].note) for number in numbers]
    return _chosen(origins, (f"the work by {author} that was cited last",), None)


def _by_title(author: str, library: Library, trail: Trail) -> Resolution | None:
    """A work that is called this person's in its title; never sure, for somebody else edited it."""
    person = author.rpartition(" ")[2]
    numbers = [number for number in library.named_in_title(person) if number in trail.uses]
    if not numbers:
        return None
    best = max(numbers, key=lambda number: trail.uses[number].order)
    origin = Origin(best, trail.uses[best].note)
    why = (f"no earlier note cites a work by {author}", f"its title names {person}")
    rivals = tuple((Origin(n, trail.uses[n].note), why[1:]) for n in dict.fromkeys(numbers) if n != best)
    return Resolution(origin, origin, "ambiguous", why_literal=why, why_best=why, rivals=rivals)


def _chosen(origins: list[Origin], why: tuple[str, ...], note: str | None) -> Resolution:
    best = origins[-1]
    rivals = tuple((origin, ("could be meant as well",)) for origin in origins[:-1])
    return Resolution(best, best, "ambiguous" if rivals else "resolved", note, why, why, rivals)
