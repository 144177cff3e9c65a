"""Two drafts of an essay, or two maps: what changed, in values and as a picture. After the stages; no I/O."""

from dataclasses import dataclass
from functools import cached_property

from argmap.diff import TextDraft, diff_maps, diff_texts
from argmap.errors import CannotCompareError
from argmap.evaluate import WhatIf
from argmap.model import Difference, Evaluation
from argmap.pipeline import Seminar, Step, TextAnalysis
from argmap.render import Picture, Theme, comparison_of, united


def _nothing(_told: str) -> None:
    """Nobody listens."""


@dataclass(frozen=True)
class Comparison:
    """Two drafts of an essay, or two maps (of two cases, say); each map is evaluated once, and only if that is needed."""

    first: Seminar
    second: Seminar

    @cached_property
    def difference(self) -> Difference:
        """What the second has otherwise than the first.

        Raises:
            CannotCompareError: If one is an essay and the other a map.
        """
        first, second = self.first, self.second
        if first.draft != second.draft:
            essay, other = (first, second) if first.draft else (second, first)
            raise CannotCompareError(essay.path, other.path)
        if first.draft and first.text and second.text:
            return diff_texts(_draft_of(first, first.text), _draft_of(second, second.text))
        return self._of_maps

    def picture(self, form: Picture, theme: Theme = "light", *, say: Step = _nothing) -> bytes:
        """Both maps on one drawing, marked with what they differ in; of essays their draft maps.

        Raises:
            CannotCompareError: If one is an essay and the other a map.
            GraphvizMissingError, GraphvizFailedError: If Graphviz is needed and cannot draw it.
        """
        found = self.difference if self.difference.of == "maps" else self._of_maps
        both, marks = united(self.first.map, self.second.map, found)
        # A page tells what falls with each source, a drawing does not.
        evaluation = self._later.evaluation() if form == "html" else self._evaluations[1]
        return comparison_of(both, evaluation, marks, form, theme=theme, say=say)

    @cached_property
    def _of_maps(self) -> Difference:
        return diff_maps(self.first.map, self.second.map, self._evaluations)

    @cached_property
    def _later(self) -> WhatIf:
        return WhatIf(self.second.map)

    @cached_property
    def _evaluations(self) -> tuple[Evaluation, Evaluation]:
        return WhatIf(self.first.map).evaluation(effects=False), self._later.evaluation(effects=False)


def _draft_of(seminar: Seminar, text: TextAnalysis) -> TextDraft:
    return TextDraft(text.document, text.citations, text.extraction, seminar.map, seminar.anchored)
