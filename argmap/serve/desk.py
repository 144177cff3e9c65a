"""Answers for one seminar: what never changes is computed once, what-ifs are kept while they are asked for."""

from functools import cached_property
from os import cpu_count
from threading import BoundedSemaphore
from typing import Literal

from argmap.evaluate import evaluate
from argmap.model import Evaluation
from argmap.pipeline import Seminar
from argmap.render import draw, to_dot
from argmap.serve.finding_view import finding_views
from argmap.serve.map_view import map_view, seminar_view
from argmap.serve.once import Once
from argmap.serve.schema import FindingView, MapView, SeminarView, SourceView, TextView
from argmap.serve.source_view import source_views
from argmap.serve.text_view import text_view

PageTheme = Literal["light", "dark"]
KEPT = 64
"""Pictures and evaluations kept; a drawn map is some 100 kB."""


class Desk:
    """Everything the interface says about one seminar. Safe to ask from many threads."""

    def __init__(self, seminar: Seminar) -> None:
        self._given = seminar
        self._evaluations = Once(self._evaluate, KEPT)
        self._pictures = Once(self._draw, KEPT)
        self._drawing = BoundedSemaphore(cpu_count() or 1)

    @cached_property
    def seminar(self) -> SeminarView:
        """What there is."""
        return seminar_view(self._given)

    @cached_property
    def text(self) -> TextView | None:
        """The text, None where there is none."""
        return text_view(self._given, self._given.text) if self._given.text else None

    @cached_property
    def map(self) -> MapView:
        """The map."""
        return map_view(self._given)

    @cached_property
    def sources(self) -> list[SourceView]:
        """All sources with their uses."""
        return list(source_views(self._given))

    @cached_property
    def findings(self) -> list[FindingView]:
        """All findings with their places."""
        return list(finding_views(self._given))

    def evaluation(self, reject: list[str]) -> Evaluation:
        """What stands without the rejected sources.

        Raises:
            UnknownNameError: If one of them is not in the map.
        """
        return self._evaluations(_key(reject))

    def picture(self, reject: list[str], theme: PageTheme) -> bytes:
        """The map as SVG.

        Raises:
            UnknownNameError: If a rejected source is not in the map.
            GraphvizMissingError, GraphvizFailedError: If it cannot be drawn.
        """
        return self._pictures((_key(reject), theme))

    def _evaluate(self, reject: tuple[str, ...]) -> Evaluation:
        return evaluate(self._given.map, reject)

    def _draw(self, key: tuple[tuple[str, ...], PageTheme]) -> bytes:
        reject, theme = key
        dot = to_dot(self._given.map, self._evaluations(reject), theme=theme)
        with self._drawing:
            return draw(dot, "svg")


def _key(reject: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(reject)))
