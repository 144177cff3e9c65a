"""From the printed numbers of a verdict's notes to the sources those notes cite."""

from bisect import bisect_left
from collections.abc import Iterable

from argmap.model import Citation, Citations, Document, SentenceVerdict, Source

_WORKS = frozenset(
    (
        "article",
        "article-journal",
        "article-magazine",
        "book",
        "chapter",
        "collection",
        "paper-conference",
        "review",
        "review-book",
        "thesis",
    )
)


def scholars(sources: Iterable[Source]) -> frozenset[str]:
    """Last names, case folded, of those who wrote the works of scholarship among the sources.

    The authors of letters, telegrams and other documents are actors of the history, not scholars of it.
    """
    works = (source for source in sources if source.type in _WORKS and not source.archive)
    return frozenset((name.family or "").casefold() for work in works for name in work.author or () if name.family)


class NoteFinder:
    """Finds the citations behind a verdict. Where a number is printed twice, the next call of it counts."""

    def __init__(self, document: Document, citations: Citations) -> None:
        self._citations = citations
        self._order = {sentence.id: index for index, sentence in enumerate(document.sentences)}
        self._calls: dict[str, list[tuple[int, str]]] = {}
        for marker in document.markers:
            if marker.note is not None and marker.sentence in self._order:
                self._calls.setdefault(marker.n, []).append((self._order[marker.sentence], marker.note))
        for calls in self._calls.values():
            calls.sort()

    def _note(self, n: str, sentence: str) -> str | None:
        calls = self._calls.get(n, [])
        if not calls:
            return None
        position = bisect_left(calls, (self._order.get(sentence, 0), ""))
        return calls[min(position, len(calls) - 1)][1]

    def citations(self, verdict: SentenceVerdict) -> tuple[Citation, ...]:
        """The sources, with locators, that a verdict's notes cite; each once."""
        found: dict[str, Citation] = {}
        for n in verdict.notes:
            note = self._note(n, verdict.id)
            entry = self._citations.of_note.get(note) if note is not None else None
            for mention in entry.mentions if entry else ():
                source = mention.source
                if source is not None and source in self._citations.source_of:
                    found.setdefault(source, Citation(source=source, locator=mention.locator))
        return tuple(found.values())
