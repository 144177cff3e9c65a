"""What is uncertain about a back reference, in words."""

from collections.abc import Callable

from argmap.model import Mention, Reading

Namer = Callable[[str], str]


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


def _contradicted(mention: Mention, short: Namer) -> str:
    literal, best = _said(mention.literal, short), _said(mention.best, short)
    if literal == best:
        return _because(f"By the rule it means {literal}, and there is evidence against that", mention.best)
    return _because(f"By the rule it means {literal}; more likely meant is {best}", mention.best)


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
