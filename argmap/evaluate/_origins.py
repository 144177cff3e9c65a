"""Sources that fall with others: a publication with the manuscript it prints, where that is all it rests on."""

from collections.abc import Iterable, KeysView, Mapping

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, MapClaim, Relation


class Origins:
    """What each source is derived from (`Source.derived_from`).

    A source falls if it is rejected, or if all that it is derived from has fallen: one root that stands holds it.
    Sources derived from one another in a circle hold until one of them is rejected.

    Args:
        of: The sources that each source is derived from, by id.
        cited: The sources that are cited.

    Attributes:
        bearing: The cited sources and all that they are derived from: those whose rejection can change anything.
        known: All sources as keys: first those of the map, then those only cited, then those only derived from.
    """

    def __init__(self, of: Mapping[str, tuple[str, ...]], cited: Iterable[str] = ()) -> None:
        self._of = {source: tuple(dict.fromkeys(origins)) for source, origins in of.items() if origins}
        self._derived: dict[str, list[str]] = {}
        for source, origins in self._of.items():
            for origin in origins:
                self._derived.setdefault(origin, []).append(source)
        cited = dict.fromkeys(cited)
        self.bearing = self.with_ancestors(cited)
        self.known = dict.fromkeys([*of, *cited, *sorted(self.bearing)])

    def checked(self, rejected: Iterable[str]) -> tuple[str, ...]:
        """Rejected sources, each once.

        Raises:
            UnknownNameError: If one is not known.
        """
        found = tuple(dict.fromkeys(rejected))
        for source in found:
            if source not in self.known:
                raise UnknownNameError("source", source, self.known)
        return found

    def fallen(self, rejected: Iterable[str], before: frozenset[str] = frozenset()) -> frozenset[str]:
        """All that falls with the rejected sources, they themselves included, beside what has fallen `before`."""
        waiting = [source for source in rejected if source not in before]
        fallen = set(before).union(waiting) if before else set(waiting)
        while waiting:
            for source in self._derived.get(waiting.pop(), ()):
                if source not in fallen and all(origin in fallen for origin in self._of[source]):
                    fallen.add(source)
                    waiting.append(source)
        return frozenset(fallen)

    @property
    def carrying(self) -> KeysView[str]:
        """The sources that others are derived from."""
        return self._derived.keys()

    def with_ancestors(self, sources: Iterable[str]) -> set[str]:
        """The sources, and all that they are derived from, directly or not."""
        found = set(sources)
        waiting = list(found)
        while waiting:
            for origin in self._of.get(waiting.pop(), ()):
                if origin not in found:
                    found.add(origin)
                    waiting.append(origin)
        return found

    def is_root(self, source: str) -> bool:
        """Whether it is derived from nothing, or from itself in the end."""
        return source not in self._of or source in self.with_ancestors(self._of[source])

    def roots(self, source: str) -> frozenset[str]:
        """The roots that a source goes back to, itself if it is one."""
        return frozenset(filter(self.is_root, self.with_ancestors((source,))))

    def holds(self, source: str, fallen: frozenset[str]) -> tuple[str, ...]:
        """Sources that hold a standing one as long as none of them is rejected: itself, and a way back to a root."""
        path = dict.fromkeys((source,))
        while source in self._of:
            source = next(origin for origin in self._of[source] if origin not in fallen)
            if source in path:
                break
            path[source] = None
        return tuple(path)

    def blame(self, source: str, rejected: frozenset[str]) -> tuple[str, ...]:
        """The rejected sources that a fallen one is derived from; none for one that is rejected itself."""
        return () if source in rejected else tuple(sorted(self.with_ancestors((source,)) & rejected))


def origins_of(argument_map: ArgumentMap) -> Origins:
    """The origins of a map's sources."""
    citing: tuple[MapClaim | Relation, ...] = (*argument_map.claims, *argument_map.relations)
    cited = (citation.source for one in citing for citation in one.citations)
    return Origins({source.id: source.derived_from for source in argument_map.sources}, cited)
