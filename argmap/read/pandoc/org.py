"""Org: which notes are one; tagged in the definitions."""

import re
from itertools import pairwise

from argmap.read.pandoc.tags import Tag, Tagged, Tagger

_NOTE = re.compile(r"(?P<start>^)?\[fn:(?P<label>[\w-]{0,100})(?P<end>[\]:])(?P<blank>[ \t]*)", re.MULTILINE)


def tag_org(text: str) -> Tagged:
    """Org with every note's definition tagged; notes that nobody calls are lost to Pandoc.

    Where all labels are numbers and rise in the order of first calls they are what is printed; else notes are counted.
    """
    found = list(_NOTE.finditer(text))
    definitions = {match["label"] for match in found if match["start"] is not None and match["end"] == "]"}
    calls = [match["label"] for match in found if match["start"] is None or match["end"] == ":"]
    own = _own_numbers(list(dict.fromkeys(label for label in calls if label in definitions or not label)))
    tagger = Tagger(text)
    lost: list[tuple[str, str]] = []

    def tagged(match: re.Match[str]) -> str:
        label = match["label"]
        defines = match["end"] == ":" or match["start"] is not None
        if not defines:
            return match.group()
        if match["end"] == "]" and label not in called:
            lost.append(
                ("note that is never called", text[match.end() : match.end() + 200].partition("\n\n")[0].strip())
            )
        tag = Tag("note", label or None, label if own and label else None, label=label or None)
        return f"{match.group()}{'' if match['blank'] or match['end'] == ':' else ' '}{tagger.tag(tag)}"

    called = set(calls)
    data = _NOTE.sub(tagged, text).encode()
    return Tagged(data, "org", tagger, tuple(lost))


def _own_numbers(labels: list[str]) -> bool:
    numeric = all(label.isascii() and label.isdecimal() and len(label) < 10 for label in labels)  # noqa: PLR2004
    return numeric and all(int(first) < int(second) for first, second in pairwise(labels))
