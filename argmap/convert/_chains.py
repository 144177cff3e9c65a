"""Chains of references in foreign files: what refers to what refers to what is meant."""

from collections.abc import Mapping


def end_of(start: str, links: Mapping[str, str], ends: dict[str, str]) -> str | None:
    """The key that a chain of links from `start` ends at; None if it goes round in a circle.

    `ends` remembers the ends that were found, so that all chains of a file together cost no more than its links.
    """
    passed: dict[str, None] = {}
    key = start
    while key in links and key not in ends:
        if key in passed:
            return None
        passed[key] = None
        key = links[key]
    end = ends.get(key, key)
    ends.update(dict.fromkeys(passed, end))
    return end
