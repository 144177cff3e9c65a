"""Op. cit. and its kin, which name an author: the work of that author which is meant."""

import re

from argmap.cite.authors import by_author
from argmap.cite.evidence import Asked, Clue, clues
from argmap.cite.folding import fold
from argmap.cite.judge import Candidate
from argmap.cite.library import Library, title_words
from argmap.cite.markers import BackReference
from argmap.cite.scene import Scene
from argmap.cite.trail import Origin, Trail

_MOST_WORKS = 30
_LONGEST = 700
_OF_IBIDS = frozenset({"copied", "full again", "distant", "often", "no place", "page on", "page close",
                        "page near", "page far", "page off", "page again"})  # fmt: skip
"""Clues to what stands next to what, which say nothing of a work that is called by its author's name."""
_NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-zß-ÿа-я][\w-]{2,30}")
_QUOTED = re.compile(r"“[^“”]{0,600}”|\"[^\"]{0,600}\"|„[^“”„]{0,600}[“”]|«[^«»]{0,600}»")


def candidates(author: str, back: BackReference, scene: Scene, asked: Asked) -> list[Candidate]:
    """The works cited before that this author wrote, or that are cited beside this name; the one cited last at the end.

    Where the back reference gives a title or a year that some of them have, it means one of these.
    """
    library, trail = scene.library, scene.trail
    written = [number for number in by_author(author, library) if number in trail.uses]
    told = _told_apart(back, written, library)
    beside = set() if told else _beside(author, scene) - set(written)
    written = told or written
    numbers = sorted((*written, *beside), key=lambda number: trail.uses[number].order)
    if not numbers:
        return []
    last = max(written or numbers, key=lambda number: trail.uses[number].order)
    numbers.append(numbers.pop(numbers.index(last)))
    called = trail.called.get(fold(author))
    out = []
    for number in numbers:
        use = trail.uses[number]
        what = "by" if number in written else "beside the name of"
        why = (f"the work {what} {author} that was cited last" if number == last else f"cited {what} {author}, too",)
        priors = [Clue("cited earlier")] if use.order < max(trail.uses[one].order for one in numbers) else []
        priors += [Clue("only beside")] if number in beside else []
        priors += (
            [Clue("called so", words=f"earlier notes call it so ({author}, op. cit.)")] if number == called else []
        )
        known = clues(number, library, scene.overview, trail, asked)
        found = (*priors, *(clue for clue in known if clue.name not in _OF_IBIDS))
        out.append(Candidate(Origin(number, use.note), found, why))
    return out


def _told_apart(back: BackReference, written: list[int], library: Library) -> list[int]:
    """Those of an author's works that have the title and the year given; empty if neither is, or none has them."""
    words = set(title_words(back.title or ""))
    if not words and back.year is None:
        return []
    fitting = [number for number in written if words <= set(title_words(library.entries[number].title))]
    return [one for one in fitting if back.year is None or library.entries[one].dated(back.year, back.letter)]


def _beside(author: str, scene: Scene) -> set[int]:
    """Works cited so far in whose references this family name stands, without that it was read as their author's."""
    spoken = scene.overview.spoken.get(fold(author.rpartition(" ")[2]), [])
    known = (entry for place, entry in spoken[:_MOST_WORKS] if place < scene.trail.order)
    return {entry for entry in known if entry in scene.trail.uses and not scene.library.entries[entry].archival}


def last_named(words: str, scene: Scene) -> str | None:
    """The last author of a work cited before whom some words name; quotations do not count."""
    for match in reversed(list(_NAME.finditer(_QUOTED.sub(" ", words[-_LONGEST:])))):
        if any(number in scene.trail.uses for number in scene.library.of_family(match.group())):
            return match.group()
    return None


def by_title(author: str, library: Library, trail: Trail) -> list[Candidate]:
    """Works that are called this person's in their titles, the one cited last at the end; never sure."""
    person = author.rpartition(" ")[2]
    numbers = [number for number in dict.fromkeys(library.named_in_title(person)) if number in trail.uses]
    numbers.sort(key=lambda number: trail.uses[number].order)
    why = (f"no earlier note cites a work by {author}", f"its title names {person}")
    return [Candidate(Origin(number, trail.uses[number].note), why=why) for number in numbers]
