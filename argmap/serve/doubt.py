"""What is uncertain about a back reference, in words."""

import re
from collections.abc import Callable

from argmap.model import Mention, Reading

Namer = Callable[[str], str]
_NUMBER = re.compile(r"\d+")
_WORDS = ((0.9, "very likely"), (0.55, "likely"), (0.45, "as likely as not"), (0.1, "unlikely"), (0.0, "very unlikely"))
_NEARLY, _TENTHS = 0.99, 0.095


def doubt(mention: Mention, short: Namer) -> str | None:
    """A sentence for a back reference that is ambiguous, contradicted or unresolved; None for every other mention.

    Args:
        mention: The mention.
        short: Gives the short form of a source by its id.
    """
    if mention.state == "unresolved":
        return _because("Nothing before this note is there for it to point to", mention.best or mention.literal)
    if mention.state == "contradicted":
        return _contradicted(mention, short)
    if mention.state == "ambiguous":
        return _ambiguous(mention, short)
    return None


def chance(reading: Reading | None) -> str | None:
    """How probable a reading is, in words and number: "likely, about 8 in 10"; None where that was not measured."""
    if reading is None or reading.probability is None:
        return None
    probability = reading.probability
    word = next(word for least, word in _WORDS if probability >= least)
    if probability > _NEARLY:
        return f"{word}, more than 99 in 100"
    if probability < 1 - _NEARLY:
        return f"{word}, less than 1 in 100"
    if _TENTHS <= probability <= 1 - _TENTHS:
        return f"{word}, about {round(probability * 10)} in 10"
    return f"{word}, about {round(probability * 100)} in 100"


def _contradicted(mention: Mention, short: Namer) -> str:
    if mention.literal and mention.best and _is_stale(mention, mention.literal, mention.best):
        why = "; ".join(mention.literal.evidence)
        said = f"The note number looks stale{f' ({why})' if why else ''}; more likely meant is "
        return _because(said + _said(mention.best, short), mention.best)
    literal, best = _said(mention.literal, short), _said(mention.best, short)
    if literal == best:
        return _because(f"By the rule it means {literal}, and there is evidence against that", mention.best)
    return _because(f"By the rule it means {literal}; more likely meant is {best}", mention.best)


def _is_stale(mention: Mention, literal: Reading, best: Reading) -> bool:
    """Whether the words name a note by its number, and another note is meant."""
    if literal.note is None or literal.note == best.note or mention.kind in {"ibid", "idem"}:
        return False
    return literal.note.partition("#")[0] in _NUMBER.findall(mention.text)


def _ambiguous(mention: Mention, short: Namer) -> str:
    readings = [reading for reading in (mention.best, mention.literal, *mention.rivals) if reading]
    names = list(dict.fromkeys(_said(reading, short) for reading in readings))
    if len(names) < 2:  # noqa: PLR2004 - one name is no choice
        return _because("It is not certain what it points to", mention.best)
    return _because(f"It may mean {', '.join(names[:-1])} or {names[-1]}", mention.best)


def _said(reading: Reading | None, short: Namer) -> str:
    if reading is None or reading.source is None:
        return "no source" if reading is None or reading.note is None else f"an unnamed work in note {reading.note}"
    where = f" (note {reading.note})" if reading.note else ""
    return f"{short(reading.source)}{where}"


def _because(said: str, reading: Reading | None) -> str:
    evidence = "; ".join(reading.evidence) if reading else ""
    return f"{said}: {evidence.rstrip('.')}." if evidence else f"{said}."
