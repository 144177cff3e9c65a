"""From clues to probabilities: the antecedents of one back reference weighed against each other (a conditional logit).

McFadden, "Conditional logit analysis of qualitative choice behavior" (1974). The weights are in `weights`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp

from argmap.cite.evidence import Clue
from argmap.cite.prevalence import FITTED, shift
from argmap.cite.trail import Guess, Origin
from argmap.cite.weights import ELSEWHERE, WEIGHTS

_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible antecedent, and what speaks for and against it.

    `back` says that an intruder stands before the Ibid. if this is meant: the note before does not cite it. `untied` says
    that it is known by author and year only, so that it may be another candidate's work.
    """

    origin: Origin
    clues: tuple[Clue, ...] = ()
    why: tuple[str, ...] = ()
    back: bool = False
    untied: bool = False

    @property
    def score(self) -> float:
        """The sum of its clues' weights."""
        return sum(WEIGHTS.get(clue.name, 0.0) * clue.size for clue in self.clues)

    @property
    def pros(self) -> tuple[str, ...]:
        """The words of what speaks for it."""
        return self._words(1)

    @property
    def cons(self) -> tuple[str, ...]:
        """The words of what speaks against it."""
        return self._words(-1)

    def _words(self, sign: int) -> tuple[str, ...]:
        weighed = [(WEIGHTS.get(clue.name, 0.0) * clue.size * sign, clue.words) for clue in self.clues if clue.words]
        strong = sorted((item for item in weighed if item[0] > 0), key=lambda item: -item[0])
        return tuple(dict.fromkeys(words for _, words in strong))[:_MOST_WORDS]


def probabilities(candidates: Sequence[Candidate], share: float = FITTED) -> list[float]:
    """How likely each candidate is; they sum to less than 1, for the true one may be none of them.

    `share` is that of the Ibids that stand behind an intruder, in texts like this one.
    """
    before = shift(share)
    scores = [candidate.score + (0.0 if candidate.back else before) for candidate in candidates]
    top = max([ELSEWHERE, *scores])
    masses = [exp(score - top) for score in scores]
    whole = sum(masses) + exp(ELSEWHERE - top)
    return [mass / whole for mass in masses]


def interrupted(candidates: Sequence[Candidate]) -> float:
    """How likely it is under `FITTED` that the note before does not cite what is meant."""
    chances = probabilities(candidates)
    return 1 - sum(chance for one, chance in zip(candidates, chances, strict=True) if not one.back)


def guesses(candidates: Iterable[Candidate], chances: Iterable[float]) -> tuple[Guess, ...]:
    """The candidates as readings."""
    return tuple(
        Guess(candidate.origin, chance, (*candidate.why, *candidate.pros, *_against(candidate)))
        for candidate, chance in zip(candidates, chances, strict=True)
    )


def _against(candidate: Candidate) -> tuple[str, ...]:
    return tuple(f"against it: {words}" for words in candidate.cons)
