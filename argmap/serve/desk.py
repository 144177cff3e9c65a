"""Answers for one seminar: what never changes is computed once, what-ifs are kept while they are asked for."""

from collections.abc import Iterator
from functools import cached_property
from os import cpu_count
from threading import BoundedSemaphore
from typing import Literal

from argmap.model import Evaluation, Robustness
from argmap.pipeline import Seminar
from argmap.render import Scene, draw, readable, scene_drawings
from argmap.serve.finding_view import finding_views
from argmap.serve.map_view import map_view, seminar_view
from argmap.serve.once import Once
from argmap.serve.schema import ChangesView, FindingView, GroundsView, MapView, SeminarView, SourceView, TextView
from argmap.serve.source_view import source_views
from argmap.serve.text_view import text_view
from argmap.serve.trials import Trials

PageTheme = Literal["light", "dark"]
KEPT = 64
"""Pictures and evaluations kept; a drawn map is some 100 kB."""
ANSWERS = 2000
"""Proofs and minimal sets kept; each is a few names."""
BUDGET = 2.0
"""Seconds for the minimal sets of one claim."""
Rejected = tuple[str, ...]


class Desk:
    """Everything the interface says about one seminar. Safe to ask from many threads."""

    def __init__(self, seminar: Seminar) -> None:
        self._given = seminar
        self._evaluations = Once(self._evaluate, KEPT)
        self._pictures = Once(self._draw, KEPT)
        self._drawing = BoundedSemaphore(cpu_count() or 1)
        self._quick = Trials(seminar.map, 1)
        self._slow = Trials(seminar.map, 2)  # so that nobody's toggle waits for minimal sets
        self._changes = Once(self._change, KEPT)
        self._grounds = Once(self._ground, ANSWERS)
        self._robust = Once(self._minimal, ANSWERS)

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

    def changes(self, reject: list[str]) -> ChangesView:
        """The claims whose label is another without the rejected sources.

        Raises:
            UnknownNameError: If a rejected source is not in the map.
        """
        return self._changes(_key(reject))

    def grounds(self, claim: str, reject: list[str]) -> GroundsView:
        """What a claim's status rests on.

        Raises:
            UnknownNameError: If there is no such claim or source.
        """
        return self._grounds((claim, _key(reject)))

    def robustness(self, claim: str, reject: list[str]) -> Robustness:
        """The minimal sets of sources that topple a claim, and those that hold it, as far as BUDGET reaches.

        Raises:
            UnknownNameError: If there is no such claim or source.
        """
        return self._robust((claim, _key(reject)))

    def dot(self, reject: list[str], theme: PageTheme, scene: Scene) -> str:
        """The map, or a scene of it, as DOT.

        Raises:
            UnknownNameError: If a rejected source, or what the scene names, is not in the map.
        """
        return next(self._ways(_key(reject), theme, scene))

    def picture(self, reject: list[str], theme: PageTheme, scene: Scene) -> bytes:
        """The map, or a scene of it, as SVG.

        Raises:
            UnknownNameError: If a rejected source, or what the scene names, is not in the map.
            GraphvizMissingError, GraphvizFailedError: If it cannot be drawn.
        """
        return self._pictures((_key(reject), theme, scene))

    @cached_property
    def _labels(self) -> dict[str, str]:
        """The labels if nothing is rejected."""
        return {claim.id: claim.label for claim in self._evaluations(()).claims}

    def _evaluate(self, reject: Rejected) -> Evaluation:
        trials = self._slow if reject else self._quick  # asked first of all, it has the quick one made in time
        with trials.without(reject) as what_if:
            return what_if.evaluation()

    def _change(self, reject: Rejected) -> ChangesView:
        usual = self._labels
        with self._quick.without(reject) as what_if:
            changed = [claim for claim, label in what_if.labels.items() if label != usual[claim]]
            return ChangesView(rejected=reject, exact=what_if.exact, claims=what_if.claim_statuses(changed))

    def _ground(self, key: tuple[str, Rejected]) -> GroundsView:
        claim, reject = key
        with self._slow.without(reject) as what_if:
            proof = what_if.proof(claim)
            return GroundsView(status=what_if.claim_statuses((claim,))[0], proof=proof)

    def _minimal(self, key: tuple[str, Rejected]) -> Robustness:
        claim, reject = key
        with self._slow.without(reject) as what_if:
            return what_if.minimal_sets((claim,), budget=BUDGET)[0]

    def _ways(self, reject: Rejected, theme: PageTheme, scene: Scene) -> Iterator[str]:
        return scene_drawings(self._given.map, self._evaluations(reject), scene, theme)

    def _draw(self, key: tuple[Rejected, PageTheme, Scene]) -> bytes:
        ways = self._ways(*key)
        with self._drawing:
            return readable(ways, lambda dot: draw(dot, "svg"))[1]


def _key(reject: list[str]) -> Rejected:
    return tuple(sorted(set(reject)))
