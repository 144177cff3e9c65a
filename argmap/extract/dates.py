"""The dates that a text names, absolute and relative, as EDTF (ISO 8601-2:2019): spaCy component `argmap_dates`.

A relative date ("the following day") is counted from the date that stands before it; a bare "January 12" takes its year
from there and says so (the year is then qualified by "?"). What the text does not tell stays unresolved, with the reason.
Days are counted in the proleptic Gregorian calendar.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from argmap.extract.datevalue import Day, counted, next_weekday
from argmap.extract.datewords import Phrase, phrases
from argmap.extract.layout import paragraph_bounds, sentence_bounds


class Dated(NamedTuple):
    """A date in a sentence: its words at `[start, end)` of the sentence's text, its EDTF (None if untold), and why."""

    text: str
    start: int
    end: int
    edtf: str | None
    reason: str


class Told(NamedTuple):
    """What a date of the text leaves for those behind it: the day, as exactly as it was told, and its words."""

    day: Day
    text: str


class Context:
    """The dates told so far: the last one, and the last that names a month, and a day."""

    def __init__(self) -> None:
        self.last: dict[int, Told] = {}

    def tell(self, day: Day, text: str) -> None:
        """Remember a date for those behind it. A coarser one makes the finer ones before it stale."""
        if not day.precision:
            return
        for precision in (1, 2, 3):
            if precision <= day.precision:
                self.last[precision] = Told(day, text)
            elif precision in self.last and not self.last[precision].day.within(day):
                del self.last[precision]

    def leave(self) -> None:
        """A paragraph ends: "the same day" in the next one is no day of this one; its year still may be."""
        self.last = {key: told for key, told in self.last.items() if key < 3}  # noqa: PLR2004 - 3 is a day


class DateFinder:
    """Sets `Doc.user_data["argmap_dates"]`, a tuple of `Dated` for each sentence."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the dates of a Doc."""
        bounds, text = sentence_bounds(doc), doc.text
        texts = [text[start:end] for start, end in bounds]
        openings = {start for start, _, _ in paragraph_bounds(doc)}
        doc.user_data["argmap_dates"] = find(texts, [start in openings for start, _ in bounds])
        return doc


def find(texts: Sequence[str], opens: Sequence[bool] = ()) -> tuple[tuple[Dated, ...], ...]:
    """The dates of each sentence of a text, in order. Linear in its length.

    Args:
        texts: The sentences.
        opens: Of each sentence, whether it opens a paragraph.
    """
    found = [list(phrases(text)) for text in texts]
    fallback = next((row for rows in found for row in rows if row.kind == "date"), None)
    context = Context()
    made = []
    for index, rows in enumerate(found):
        if index < len(opens) and opens[index]:
            context.leave()
        made.append(tuple(_resolved(rows, context, fallback)))
    return tuple(made)


def _resolved(rows: Sequence[Phrase], context: Context, fallback: Phrase | None) -> Iterator[Dated]:
    for phrase in rows:
        value, reason, day = _READERS[phrase.kind](phrase, context, fallback)
        if day is not None:
            context.tell(day, phrase.text)
        yield Dated(phrase.text, phrase.start, phrase.end, value, reason)


_Read = tuple[str | None, str, Day | None]


def _date(phrase: Phrase, _context: Context, _fallback: Phrase | None) -> _Read:
    value = _written(phrase)
    if value is None:
        return None, "no such day", None
    told = None if phrase.open else phrase.day
    return value, "as written" + (f" ({phrase.note})" if phrase.note else ""), told


def _bare(phrase: Phrase, context: Context, fallback: Phrase | None) -> _Read:
    told = context.last.get(1) or (Told(fallback.day, fallback.text) if fallback else None)
    if told is None or told.day.year is None:
        return _written(phrase), "no year in the text", None
    day = phrase.day.of_year(told.day.year)
    where = "before it" if context.last.get(1) else "further on"
    until = phrase.until and phrase.until.of_year(told.day.year)
    value = _written(phrase._replace(day=day, until=until), year="?")
    if value is None:
        return None, "no such day", None
    return value, f"year taken from “{told.text}” {where}", day


def _day(phrase: Phrase, context: Context, _fallback: Phrase | None) -> _Read:
    """On the 14th: of the month that stands before it."""
    told = context.last.get(2)
    if told is None:
        return None, "no month stands before it", None
    day = told.day._replace(day=phrase.day.day)
    if not day.real:
        return None, "no such day", None
    return f"{told.day.to(2).written()}?-{day.day:02d}", f"month taken from “{told.text}” before it", day


def _relative(phrase: Phrase, context: Context, _fallback: Phrase | None) -> _Read:
    told = context.last.get(phrase.precision)
    if told is None:
        return None, f"no {phrase.unit} stands before it", None
    day = _moved(told.day, phrase)
    if day is None:
        return None, "beyond the calendar", None
    about = "~" if phrase.rough or (phrase.unit == "week" and phrase.by) else ""
    return day.written() + about, f"counted from “{told.text}”", day


def _moved(day: Day, phrase: Phrase) -> Day | None:
    if phrase.weekday is not None:
        return next_weekday(day, phrase.weekday, phrase.by)
    moved = counted(day, phrase.unit, phrase.by)
    return moved.to(phrase.precision) if moved else None


def _written(phrase: Phrase, year: str = "") -> str | None:
    """In EDTF; None where the calendar has no such day."""
    day, until = phrase.day, phrase.until
    if not day.real or (until is not None and (not until.real or until < day)):
        return None
    if until is not None:
        return f"{day.written(year)}/{until.written(year)}"
    value = day.written(year) + phrase.qualifier
    return value + "/.." if phrase.open == "/.." else f"../{value}" if phrase.open else value


_READERS = {"date": _date, "bare": _bare, "day": _day, "relative": _relative}


def dates(doc: Doc) -> tuple[tuple[Dated, ...], ...]:
    """The dates of each sentence; finds them if no component has."""
    if "argmap_dates" not in doc.user_data:
        DateFinder()(doc)
    found: tuple[tuple[Dated, ...], ...] = doc.user_data["argmap_dates"]
    return found
