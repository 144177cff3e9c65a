"""The fields of one work while they are being read."""

import re
from dataclasses import dataclass, field
from typing import Any

from argmap.cite.dates import find_dates
from argmap.model import Date, Locator

YEAR_SUFFIX = "year-suffix"
"""In `custom`: the letter that tells works of one author and year apart: "Marsh 1991b"."""
_SINGLE = ("‘", "'")
_QUOTED = re.compile(r"^[‘'](.*)[’']$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\betc|\.\.)\.$")


@dataclass(slots=True)
class Work:
    """The fields of a `Source` (without its id) and the place cited in it."""

    fields: dict[str, Any] = field(default_factory=dict)
    locator: Locator | None = None

    def put(self, **values: object) -> None:
        """Set the fields that are not empty and not yet set."""
        for name, value in values.items():
            if value and not self.fields.get(name):
                self.fields[name] = value

    @property
    def year(self) -> int | None:
        """The year of the first date."""
        issued = self.fields.get("issued")
        return issued.date_parts[0][0] if isinstance(issued, Date) and issued.date_parts else None


def clean(text: str) -> str:
    """A title without the quotation marks, white space and punctuation at its edges."""
    text = " ".join(text.split()).strip(' ,;:“”„"«»')
    if text[:1] in _SINGLE:
        text = _QUOTED.sub(r"\1", text)
    if text.endswith(".") and not _ABBREVIATED.search(text):
        text = text[:-1]
    return text.strip(" ,;:")


def date_in(text: str) -> Date | None:
    """The first date of a text."""
    found = find_dates(text)
    if found:
        return found[0].date
    match = re.match(r"(\d{4})", text)
    return Date(date_parts=((int(match[1]),),)) if match else None
