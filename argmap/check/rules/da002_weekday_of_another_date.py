"""A date whose day of the week is another day's.

## What it does
Reports full dates with a day of the week that did not fall on them, in the text and in the notes. Up to 1930 the
Julian calendar is allowed for too. Dates in English are read, those followed by [sic] are passed over.

## Why
Either the day of the week is wrong or the date is, and an argument that runs from day to day may hang on it.

## Example
```markdown
The telegram was sent on Friday, 25 June 1950.
```

## Use instead
```markdown
The telegram was sent on Sunday, 25 June 1950.
```

## Options
None.
"""

from calendar import day_name
from collections.abc import Iterator

from argmap.check.rule import Fault, TextRule, TextUnderCheck
from argmap.check.wording import listing


def check(text: TextUnderCheck) -> Iterator[Fault]:
    """Days of the week that did not fall on the date beside them."""
    for day in text.days:
        true = day.weekdays
        if day.weekday is not None and true and day.weekday not in true:
            yield Fault(
                message=f"{day.day} {day.month_name} {day.year} was no {day_name[day.weekday]}",
                start=day.start,
                end=day.end,
                sentence=day.sentence,
                note=day.note,
                evidence=(_truth(true),),
                suggestion="Look up which of the two is wrong; if a document gives them so, say [sic].",
            )


def _truth(true: tuple[int, ...]) -> str:
    calendars = ("", " by the Julian calendar")
    names = [f"a {day_name[number]}{calendar}" for number, calendar in zip(true, calendars, strict=False)]
    return f"it was {listing(names, 'or')}"


RULE = TextRule(code="DA002", name="weekday-of-another-date", severity="warning", doc=__doc__, check=check)
