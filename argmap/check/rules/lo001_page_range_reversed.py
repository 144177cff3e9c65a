"""A page range that runs backward.

## What it does
Reports ranges of pages or folios whose end is smaller than their beginning, in the notes and in the works cited.
Abbreviated ranges are completed first: 351-2 is 351 to 352.

## Why
One of the two numbers is a slip of the pen, and the reader is sent to the wrong page.

## Example
```markdown
[^1]: Anna Berg, *The Siege* (Oslo: Nord, 1999), pp. 92-61.
```

## Use instead
```markdown
[^1]: Anna Berg, *The Siege* (Oslo: Nord, 1999), pp. 61-92.
```

## Options
None.
"""

import re
from collections.abc import Iterator

from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import complete
from argmap.model import Mention

_RANGE = re.compile(r"(?<![\w.:/–-])(\d{1,6})\s?[-–]\s?(\d{1,6})(?![\w:/–-]|\.\d)")
_VOLUME = re.compile(r"^[\divxlc]{1,8}:(?=\d)", re.IGNORECASE)  # "2:45-51": pages of the second volume
_SECTIONED = re.compile(r"\bp\.? ?\d+[-–]\d", re.IGNORECASE)


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Reversed ranges in the locators of mentions."""
    for entry in text.citations.notes:
        seen: set[str] = set()
        for mention in entry.mentions:
            for printed, first, last in _reversed(mention):
                if printed in seen:
                    continue
                seen.add(printed)
                yield Fault(
                    message=f"the range {printed} runs backward: from {first} to {last}",
                    start=mention.start,
                    end=mention.end,
                    sentence=text.caller(entry.note),
                    note=entry.n,
                    evidence=(f"{last} is smaller than {first}",),
                    suggestion="Look up which of the two numbers is wrong.",
                )


def _reversed(mention: Mention) -> Iterator[tuple[str, int, int]]:
    """Ranges of the mention's own locator whose completed end is smaller than their beginning."""
    locator = mention.locator
    if locator is None or locator.inherited or locator.label not in ("page", "folio"):
        return
    if _SECTIONED.search(mention.text):  # "p. 5-2" is one page, the second of part five
        return
    for match in _RANGE.finditer(_VOLUME.sub("", locator.value)):
        first, last = int(match[1]), complete(match[1], match[2])
        if last < first:
            yield match[0], first, last


RULE = TextRule(code="LO001", name="page-range-reversed", severity="warning", doc=__doc__, check=check)
