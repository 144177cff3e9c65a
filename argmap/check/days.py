"""Days written out in a text, with the calendar's answer: is there such a day, and which day of the week was it?"""

import re
from bisect import bisect_right
from calendar import day_name, month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from argmap.model import Document, Prose

_MONTHS = tuple(month_name)[1:]
_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})\b\.?)"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(day_name)}),? (?:the )?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1\d\d\d|20\d\d)(?!\d)(?! men\b)"
_BRITISH = re.compile(rf"(?<![\w.:/-]){_WEEKDAY}{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?(?!\w)")
_AMERICAN = re.compile(rf"(?<![\w.:/-]){_WEEKDAY}{_MONTH} {_DAY}(?![\w:–-]|[.,]\d)(?:, {_YEAR})?")
_SIC = re.compile(r"\s{0,2}[\[(]sic\b")
_FEBRUARY, _LEAP_DAY = 2, 29
_JULIAN_UNTIL = 1930
"""Up to here a text may count by the Julian calendar (Russia until 1918, Greece until 1923)."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a text gives it.

    Attributes:
        words: As printed.
        start, end: Offsets in the text as read.
        sentence: Id of the sentence that holds it; None in a note.
        note: The printed number of the note that holds it; None in a sentence.
        weekday: The day of the week that is printed with it, Monday 0; None where none is.
    """

    words: str
    start: int
    end: int
    sentence: str | None
    note: str | None
    day: int
    month: int
    year: int | None
    weekday: int | None

    @property
    def month_name(self) -> str:
        """The English name of its month."""
        return _MONTHS[self.month - 1]

    @property
    def length_of_month(self) -> int:
        """How many days its month has: in February 29, unless a year is given that is a leap year in no calendar."""
        if self.month == _FEBRUARY:
            return _LEAP_DAY if self.year is None or self.year % 4 == 0 else _LEAP_DAY - 1
        return monthrange(2001, self.month)[1]

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The days of the week that it was, by the Gregorian calendar, then by the Julian where that may be meant.

        Empty where there is no year, or no such day. Monday is 0.
        """
        if self.year is None or not 1 <= self.day <= self.length_of_month:
            return ()
        julian = (_julian_weekday(self.year, self.month, self.day),) if self.year <= _JULIAN_UNTIL else ()
        try:
            return date(self.year, self.month, self.day).weekday(), *julian
        except ValueError:  # a leap day of the Julian calendar alone
            return julian


def days(document: Document) -> Iterator[Day]:
    """Every day of the text and its notes that is given with its month in English, in order; none that a [sic] follows."""
    for paragraph in document.paragraphs:
        sentences = document.sentences_of.get(paragraph.id, ())
        begins = [sentence.at for sentence in sentences]
        for match in _dates(paragraph.prose.text):
            held = bisect_right(begins, match.start()) - 1
            yield _day(match, paragraph.prose, sentences[held].id if held >= 0 else None, None)
    for note in document.notes:
        for match in _dates(note.prose.text):
            yield _day(match, note.prose, None, note.n)


def _dates(text: str) -> Iterator[re.Match[str]]:
    found = sorted(
        (*_BRITISH.finditer(text), *_AMERICAN.finditer(text)), key=lambda match: (match.start(), -match.end())
    )
    end = 0
    for match in found:
        if match.start() >= end and not _SIC.match(text, match.end()):
            yield match
            end = match.end()


def _day(match: re.Match[str], prose: Prose, sentence: str | None, note: str | None) -> Day:
    place = prose.span(match.start(), match.end())
    return Day(
        words=match.group(),
        start=place.start,
        end=place.end,
        sentence=sentence,
        note=note,
        day=int(match["day"]),
        month=next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(match["month"][:3])),
        year=int(match["year"]) if match["year"] else None,
        weekday=list(day_name).index(match["weekday"]) if match["weekday"] else None,
    )


def _julian_weekday(year: int, month: int, day: int) -> int:
    """The day of the week by the Julian calendar (Meeus, "Astronomical Algorithms", 1998, chapter 7), Monday 0."""
    early = month <= _FEBRUARY
    years, months = (year - 1, month + 12) if early else (year, month)
    julian_day = int(365.25 * (years + 4716)) + int(30.6001 * (months + 1)) + day - 1524
    return julian_day % 7
