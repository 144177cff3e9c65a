"""The list of sources of a handout."""

from collections.abc import Iterable

from argmap.model import ArgumentMap
from argmap.render import reference
from argmap.render.names import Names
from argmap.render.text import clean


def bibliography(argument_map: ArgumentMap, names: Names) -> Iterable[tuple[str, str]]:
    """The cited sources with their notes, by name; those that are cited and unknown say so."""
    known = argument_map.source_of
    return sorted(
        (
            (reference.full(known[key]), clean(known[key].note or ""))
            if key in known
            else (f"{clean(key)}. Not in the list of sources.", "")
            for key in names.sources
        ),
        key=lambda entry: entry[0].casefold(),
    )
