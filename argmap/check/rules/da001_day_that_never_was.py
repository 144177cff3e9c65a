"""A day that its month does not have.

## What it does
Reports dates such as 31 June, in the text and in the notes, and 29 February of a year that is a leap year in no
calendar. Months in English are read, dates followed by [sic] are passed over.

## Why
One of the two numbers is a slip of the pen, and whoever looks for the document by its date will not find it.

## Example
```markdown
The fleet sailed on 31 June 1911.
```

## Use instead
```markdown
The fleet sailed on 30 June 1911.
```

## Options
None.
"""

from collections.abc import Iterator

from argmap.check.days import Day
from argmap.check.rule import Fault, TextRule, TextUnderCheck

_LEAST, _MOST = 29, 31
"""Smaller days every month has; where the number is greater it may be no day at all ("in May 45 ships")."""


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Days beyond the end of their month."""
    for day in text.days:
        if _LEAST <= day.day <= _MOST and day.day > day.length_of_month:
            yield Fault(
                message=f"there is no {day.words}",
                start=day.start,
                end=day.end,
                sentence=day.sentence,
                note=day.note,
                evidence=(_length(day),),
                suggestion="Look up the day; if a document gives it so, say [sic].",
            )


def _length(day: Day) -> str:
    year = f" {day.year}" if day.year and day.length_of_month < _LEAST else ""
    return f"{day.month_name}{year} has {day.length_of_month} days"


RULE = TextRule(code="DA001", name="day-that-never-was", severity="warning", doc=__doc__, check=check)
