"""How a back reference was read."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.cite.judge import Candidate
from argmap.cite.trail import Guess, Origin
from argmap.model import BackReferenceState


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a back reference was read.

    Attributes:
        literal, best: The reading of the rule, and that of the evidence.
        literal_note: Id of the note that the rule points to, even if it cites nothing.
        probability, literal_probability: Of the two readings, where they were weighed.
        weighed: The candidates with their clues, where there were any to weigh.
    """

    literal: Origin | None
    best: Origin | None
    state: BackReferenceState
    literal_note: str | None = None
    why_literal: tuple[str, ...] = ()
    why_best: tuple[str, ...] = ()
    rivals: tuple[Guess, ...] = ()
    probability: float | None = None
    literal_probability: float | None = None
    weighed: tuple[Candidate, ...] = ()


UNRESOLVED = Resolution(None, None, "unresolved")


def chosen(origins: Sequence[Origin], why: tuple[str, ...], note: str | None) -> Resolution:
    """The last of several sources that are meant alike; the others are rivals."""
    unique = list(dict.fromkeys(origins))
    best = unique[-1]
    rivals = tuple(Guess(origin, None, ("could be meant as well",)) for origin in unique[:-1])
    return Resolution(best, best, "ambiguous" if rivals else "resolved", note, why, why, rivals)
