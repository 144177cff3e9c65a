"""Proof standards: what a claim must meet to stand.

Gordon, Prakken and Walton, "The Carneades Model of Argument and Burden of Proof", Artificial Intelligence 171 (2007), and
Gordon and Walton, "Proof Burdens and Standards", in Argumentation in Artificial Intelligence (2009). With `pro` and `con`
the greatest weights among the standing supports and attacks (0 if there are none):

    any                        a support stands and no attack does ("dialectical validity")
    preponderance              pro > con
    clear-and-convincing       … and pro > 0.5 and pro - con > 0.3
    beyond-reasonable-doubt    … and pro - con > 0.5 and con < 0.2

The paper leaves the thresholds open; these are those of the authors' own Carneades 3, and `clear-and-convincing(0.6, 0.2)`,
`beyond-reasonable-doubt(0.6, 0.5, 0.1)` set others. The weight of a support or attack is the relation's, or else the
least of its premises'; of a cited source, the claim's own. One that is not given may be anything above 0: a claim whose
standing hangs on it is contested.

`corroborated(k)` is ours: however any k - 1 roots were rejected, a support would be left; and no attack stands. Roots are
counted, not copies. Below the claim only the ways of support count, not the standards met on them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from argmap.errors import UnknownNameError, WrongStandardError

Rule = Literal["any", "corroborated", "preponderance", "clear-and-convincing", "beyond-reasonable-doubt"]
_DEFAULTS: dict[str, tuple[float, ...]] = {
    "any": (),
    "corroborated": (2,),
    "preponderance": (),
    "clear-and-convincing": (0.5, 0.3),
    "beyond-reasonable-doubt": (0.5, 0.5, 0.2),
}
_LETTERS = {"ba": "preponderance", "pe": "preponderance", "dv": "any", "cce": "clear-and-convincing"} | {
    "ce": "clear-and-convincing",
    "brd": "beyond-reasonable-doubt",
}
_FORM = re.compile(r"([a-z][a-z -]*?)\s*(?:\(([^()]{0,80})\))?")
_LEAST = 1e-9
_MOST_ROOTS = 50
Bounds = tuple[float, float]
"""The least and the greatest that a weight may be."""


@dataclass(frozen=True, slots=True)
class Standard:
    """A rule with its numbers: k, or the thresholds."""

    rule: Rule
    numbers: tuple[float, ...] = ()

    def met(self, pro: float, con: float) -> bool:
        """Whether these greatest weights meet a weighing standard."""
        if pro <= con:
            return False
        if self.rule == "preponderance":
            return True
        alpha, beta, *gamma = self.numbers
        return pro > alpha and pro - con > beta and (not gamma or con < gamma[0])


ANY = Standard("any")


def standard_of(text: str | None) -> Standard:
    """A standard as a map writes it.

    Raises:
        UnknownNameError: If there is no such standard.
        WrongStandardError: If its numbers make no sense.
    """
    if text is None:
        return ANY
    found = _FORM.fullmatch(text.strip().casefold().replace("_", "-"))
    name = re.sub(r"\s+", "-", found[1]) if found else text
    name = _LETTERS.get(name, name)
    if name not in _DEFAULTS:
        raise UnknownNameError("proof standard", text, _DEFAULTS)
    numbers = _numbers(text, found[2] if found else None) or _DEFAULTS[name]
    if len(numbers) != len(_DEFAULTS[name]):
        raise WrongStandardError(text, f"it takes {len(_DEFAULTS[name])} numbers")
    if name == "corroborated" and not (1 <= numbers[0] <= _MOST_ROOTS and numbers[0] == int(numbers[0])):
        raise WrongStandardError(text, f"it takes a whole number from 1 to {_MOST_ROOTS}")
    if name != "corroborated" and any(not 0 <= number <= 1 for number in numbers):
        raise WrongStandardError(text, "its thresholds lie between 0 and 1")
    rule: Rule = name  # type: ignore[assignment] # one of the keys above
    return Standard(rule, numbers)


def _numbers(text: str, inside: str | None) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in inside.split(",")) if inside else ()
    except ValueError:
        raise WrongStandardError(text, "what stands in the brackets are no numbers") from None


def bounds(weight: float | None) -> Bounds:
    """What a weight that may not be given can be."""
    return (_LEAST, 1.0) if weight is None else (weight, weight)


def weigh(
    standard: Standard, pros: Sequence[tuple[int, Bounds]], cons: Sequence[tuple[int, Bounds]]
) -> Literal[-1, 0, 1]:
    """Whether a weighing standard is met: surely, surely not, or undecided.

    Args:
        standard: The standard.
        pros: The value of each support and what it may weigh.
        cons: The same of each attack.
    """
    least = max((low for value, (low, _) in pros if value == 1), default=0.0)
    most = max((high for value, (_, high) in pros if value != -1), default=0.0)
    most_against = max((high for value, (_, high) in cons if value != -1), default=0.0)
    least_against = max((low for value, (low, _) in cons if value == 1), default=0.0)
    if standard.met(least, most_against):
        return 1
    return 0 if standard.met(most, least_against) else -1
