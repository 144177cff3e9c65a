"""Which works an author's name in a back reference can mean."""

from collections.abc import Callable

from argmap.cite.library import Library
from argmap.cite.names import family, make_name, same_person, with_second_family
from argmap.model import Name

_MOST_WORKS = 30


def by_author(author: str, library: Library) -> list[int]:
    """The works of the first author of "A. Smith and B. Jones", given names counting where both sides have them.

    A work whose first author is meant comes before one that this person wrote as second author or edited.
    """
    first, *others = author.replace(" & ", " and ").replace(" und ", " and ").replace(" et ", " and ").split(" and ")
    name = make_name(tuple(first.split()) or (author,))
    found = _ranked(name, bool(others), library, same_person) or _ranked(
        name, bool(others), library, with_second_family
    )
    best = min(found.values(), default=0)
    return [number for number, rank in found.items() if rank <= best + (best > 0)]


def _ranked(name: Name, crowd: bool, library: Library, same: Callable[[Name, Name], bool]) -> dict[int, int]:  # noqa: FBT001
    """The works of a person, alone or one of a `crowd`; the lower its number, the more likely each is meant."""
    found: dict[int, int] = {}
    for number in library.of_family(family(name))[-_MOST_WORKS:]:
        entry = library.entries[number]
        creators = (*entry.fields.get("author", ()), *entry.fields.get("editor", ()), *entry.court)
        rank = next((index for index, other in enumerate(creators) if same(name, other)), None)
        if rank is not None:
            found[number] = 2 * bool(rank) + (crowd != (len(entry.creators) > 1))
    return found
