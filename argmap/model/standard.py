"""Proof standards as a map writes them; what they mean says `argmap.evaluate`."""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

StandardName = Literal["any", "corroborated", "preponderance", "clear-and-convincing", "beyond-reasonable-doubt"]
STANDARD_NAMES: tuple[StandardName, ...] = get_args(StandardName)

_DEFAULTS: dict[StandardName, tuple[float, ...]] = {
    "any": (),
    "corroborated": (2,),
    "preponderance": (),
    "clear-and-convincing": (0.5, 0.3),
    "beyond-reasonable-doubt": (0.5, 0.5, 0.2),
}
_LETTERS: dict[str, StandardName] = {
    "ba": "preponderance",
    "pe": "preponderance",
    "dv": "any",
    "ce": "clear-and-convincing",
    "cce": "clear-and-convincing",
    "brd": "beyond-reasonable-doubt",
}
_FORM = re.compile(r"([^()]*+)(?:\(([^()]*+)\)\s*+)?")
_LONGEST = 120
_MOST_ROOTS = 50


@dataclass(frozen=True, slots=True)
class Standard:
    """A proof standard with its numbers: how many roots, or the thresholds."""

    name: StandardName
    numbers: tuple[float, ...] = ()


class NoStandard(NamedTuple):
    """Why a text is no standard: empty if there is none of that name."""

    why: str


def read_standard(text: str | None) -> Standard | NoStandard:
    """A standard as a map writes it: a name or its abbreviation, numbers in brackets if it takes any; None is "any"."""
    if text is None:
        return Standard("any")
    found = _FORM.fullmatch(text) if len(text) <= _LONGEST else None
    name = _name("-".join(re.split(r"[\s_-]+", found[1].strip().casefold()))) if found else None
    if found is None or name is None:
        return NoStandard("")
    default = _DEFAULTS[name]
    if found[2] is None:
        return Standard(name, default)
    try:
        numbers = tuple(float(part) for part in found[2].split(","))
    except ValueError:
        return NoStandard("what stands in the brackets are no numbers")
    return _checked(Standard(name, numbers), len(default))


def _name(written: str) -> StandardName | None:
    return next((name for name in STANDARD_NAMES if name == written), _LETTERS.get(written))


def _checked(standard: Standard, count: int) -> Standard | NoStandard:
    if len(standard.numbers) != count:
        return NoStandard(f"it takes {count or 'no'} number{'s' * (count != 1)}")
    if standard.name == "corroborated":
        roots = standard.numbers[0]
        if not (1 <= roots <= _MOST_ROOTS and roots == int(roots)):
            return NoStandard(f"it takes a whole number from 1 to {_MOST_ROOTS}")
    elif any(not 0 <= number <= 1 for number in standard.numbers):
        return NoStandard("its thresholds lie between 0 and 1")
    return standard
