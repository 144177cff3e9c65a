"""A quick look before a slow one: whether any of some words, of which a pattern needs one, stands in a text."""

from collections.abc import Iterable


def holds_any(text: str, hints: Iterable[str]) -> bool:
    """Whether one of the hints is in the text, as written. A plain loop: `any` costs twice as much on short texts."""
    for hint in hints:  # noqa: SIM110 - see above
        if hint in text:
            return True
    return False
