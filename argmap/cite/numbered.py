"""Back references by note number ("supra note 12", "notes 1-3", "infra n. 40"), checked against what that note cites."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.cite.authors import by_author
from argmap.cite.library import Library, title_words
from argmap.cite.markers import BackReference
from argmap.cite.numbers import Number, enough
from argmap.cite.resolution import Resolution, chosen
from argmap.cite.scene import Scene
from argmap.cite.trail import Guess, Origin

_MOST_USES = 12


@dataclass(frozen=True, slots=True)
class _Named:
    """The note that a number names, None if there is none before the open one, and what it cites."""

    note: str | None
    origins: list[Origin]


def numbered(back: BackReference, by_name: Resolution | None, scene: Scene) -> Resolution:
    """What the note of that number cites, by the author named here if one is; another note where the number is stale.

    `by_name` is what the author's name alone leads to.
    """
    if back.kind == "infra":
        return _forward(back, scene)
    places = [place for n in back.notes if (place := scene.overview.earlier(n, scene.trail.order)) is not None]
    origins = [origin for place in places for origin in scene.cited(place)]
    note = scene.overview.ids[places[-1]] if places else None
    if back.author and by_name:
        return _checked(back, back.author, _Named(note, origins), by_name, scene)
    return _mended(back, origins, note, scene) or _plain(back, origins, note)


def _plain(back: BackReference, origins: list[Origin], note: str | None) -> Resolution:
    """A number alone: every source of that note can be meant, and of "notes 1-3" all are."""
    if note is None:
        return Resolution(None, None, "unresolved", back.note, (f"no note {back.note} comes before it",))
    if not origins:
        return Resolution(None, None, "unresolved", note, (f"note {note} names no source",))
    why = (f"cited in note {note}",)
    if len(back.notes) == 1:
        return chosen(origins, why, note)
    best = origins[-1]
    others = dict.fromkeys(one for one in origins if one.entry != best.entry)
    guesses = tuple(Guess(one, None, (f"meant as well: cited in note {one.note}",)) for one in others)
    return Resolution(best, best, "resolved", note, why, why, guesses)


def _checked(back: BackReference, author: str, target: _Named, by_name: Resolution, scene: Scene) -> Resolution:
    """A number with a name: the name decides, and shows whether the number is right."""
    origins, note = target.origins, target.note
    works = set(by_author(author, scene.library))
    wanted = (
        [origin for origin in origins if origin.entry in works]
        or _titled(author, origins, scene.library)
        or [origin for origin in origins if origin.entry in scene.library.of_family(author.rpartition(" ")[2])]
    )
    if wanted:
        return chosen(wanted, (f"cited in note {note}",), note)
    if by_name.best is None and not origins:
        return by_name
    if by_name.best is None:
        why = (f"note {note} cites nobody called {author}, nor does any other before it",)
        return Resolution(origins[-1], origins[-1], "ambiguous", note, why, why)
    return _stale(back, target, by_name, scene)


def _stale(back: BackReference, target: _Named, by_name: Resolution, scene: Scene) -> Resolution:
    """The number names a note that does not cite this author: propose the one that does."""
    best, note, origins = by_name.best, target.note, target.origins
    if best is None:
        return by_name
    votes = scene.offsets.at(scene.chapter, int(back.note or 0))
    place = _shifted(back, votes, scene)
    words: tuple[str, ...] = ()
    if votes and place is not None and place in scene.trail.uses[best.entry].orders:
        best = Origin(best.entry, scene.overview.ids[place])
        words = (_offset_words(*votes),) if votes[1] > 1 else ()
    why = f"note {back.note} does not cite this author" if note else f"no note {back.note} comes before it"
    return replace(by_name, literal=origins[-1] if origins else None, literal_note=note or back.note, best=best,
                   state="contradicted", why_literal=(why,), why_best=(f"note {best.note} cites this author", *words),
                   literal_probability=None)  # fmt: skip


def _mended(back: BackReference, origins: list[Origin], note: str | None, scene: Scene) -> Resolution | None:
    """A number without a name where those around it are off: what the note at their offset cites."""
    votes = scene.offsets.at(scene.chapter, int(back.note or 0)) if len(back.notes) == 1 else None
    if votes is None or votes[0] == 0 or not enough(votes[1]):
        return None
    place = _shifted(back, votes, scene)
    meant = scene.cited(place) if place is not None else []
    if not meant:
        return None
    why = (f"cited in note {note}",) if note else (f"no note {back.note} comes before it",)
    rivals = tuple(Guess(origin, None, ("could be meant as well",)) for origin in meant[:-1])
    return Resolution(origins[-1] if origins else None, meant[-1], "contradicted", note or back.note, why,
                      (_offset_words(*votes),), rivals)  # fmt: skip


def _shifted(back: BackReference, votes: tuple[int, int] | None, scene: Scene) -> int | None:
    """The note that the number means if it is off as those around it are."""
    return scene.overview.earlier(str(int(back.note or 0) + votes[0]), scene.trail.order) if votes else None


def _offset_words(offset: int, votes: int) -> str:
    return f"{votes} note numbers of this part are off by {abs(offset)}"


def observed(back: BackReference, found: Resolution, scene: Scene) -> Number | None:
    """What a number that names an author tells of the numbers around it."""
    if back.author is None or len(back.notes) != 1 or found.best is None or back.kind == "infra":
        return None
    printed = int(back.notes[0])
    uses = scene.trail.uses[found.best.entry].orders[:_MOST_USES]
    known = (scene.overview.numbers[place] for place in uses if place < scene.trail.order)
    return Number(scene.chapter, printed, tuple(n - printed for n in known if n is not None))


def _titled(words: str, origins: Sequence[Origin], library: Library) -> list[Origin]:
    """For "Mills of Elm (see note 2)": what stands there is a title and no name."""
    title = set(title_words(words))
    return [origin for origin in origins if title and title <= set(title_words(library.entries[origin.entry].title))]


def _forward(back: BackReference, scene: Scene) -> Resolution:
    """What a later note cites otherwise than by a back reference."""
    overview = scene.overview
    places = [place for n in back.notes if (place := overview.later(n, scene.trail.order)) is not None]
    if not places:
        return Resolution(None, None, "unresolved", back.note, (f"no note {back.note} follows",))
    note = overview.ids[places[-1]]
    origins = [Origin(entry, overview.ids[place]) for place in places for entry in overview.entries[place]]
    if back.author:
        works = set(by_author(back.author, scene.library))
        origins = (
            [one for one in origins if one.entry in works] or _titled(back.author, origins, scene.library) or origins
        )
    if not origins:
        return Resolution(None, None, "unresolved", note, (f"note {note} names no source",))
    return chosen(origins, (f"cited in note {note}, which follows",), note)
