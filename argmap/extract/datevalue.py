"""Days as exactly as a text tells them, and how they are written in EDTF and counted on."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import NamedTuple

FIRST_SEASON = 21
"""ISO 8601-2 numbers spring to winter 21 to 24 in the place of the month."""
_MONTHS = 12
_LAST_YEAR = 9999


class Day(NamedTuple):
    """A year, a month (or season, 21 … 24) and a day; None is not told. `mask`: a decade or century, as "195X"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    mask: str = ""

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a year, 0 for less."""
        if self.year is None or self.mask:
            return 0
        return 3 if self.day else 2 if self.month and self.month <= _MONTHS else 1

    @property
    def real(self) -> bool:
        """Whether the calendar has it."""
        if self.mask:
            return True
        if self.year is not None and abs(self.year) > _LAST_YEAR:
            return False
        if self.day is None or self.month is None:
            return self.month is None or 1 <= self.month <= _MONTHS or FIRST_SEASON <= self.month < FIRST_SEASON + 4
        return 1 <= self.month <= _MONTHS and 1 <= self.day <= monthrange(max(1, self.year or 2000), self.month)[1]

    def within(self, other: Day) -> bool:
        """Whether this day is a day of that year, or of that month."""
        return self.year == other.year and (other.month is None or other.month > _MONTHS or self.month == other.month)

    def of_year(self, year: int) -> Day:
        """The same day of a year."""
        return self._replace(year=year)

    def to(self, precision: int) -> Day:
        """No more exactly than this."""
        if precision < 2:  # noqa: PLR2004 - 2 is a month
            return Day(self.year)
        return self if precision > 2 else Day(self.year, self.month)  # noqa: PLR2004

    def written(self, year: str = "") -> str:
        """In EDTF; `year` is the qualifier ("?") of the year alone."""
        if self.mask:
            return self.mask
        sign = "-" if self.year is not None and self.year < 0 else ""
        parts = [f"{sign}{abs(self.year):04d}{year}" if self.year is not None else "XXXX"]
        parts.extend(f"{part:02d}" for part in (self.month, self.day) if part is not None)
        return "-".join(parts)


def counted(day: Day, unit: str, by: int) -> Day | None:
    """A day so many units on (or back); None beyond the calendar, or if the day is not told exactly enough."""
    if day.year is None:
        return None
    if unit in ("day", "week"):
        return _days_on(day, by * (7 if unit == "week" else 1))
    if unit == "month":
        months = day.year * _MONTHS + (day.month or 1) - 1 + by
        year, month = divmod(months, _MONTHS)
        made = Day(year, month + 1, None)
    else:
        made = Day(day.year + by * {"year": 1, "decade": 10, "century": 100}[unit])
    return made if made.year is not None and 1 <= made.year <= _LAST_YEAR else None


def _days_on(day: Day, by: int) -> Day | None:
    if day.precision != 3:  # noqa: PLR2004 - 3 is a day
        return None
    try:
        moved = dt.date(day.year or 1, day.month or 1, day.day or 1) + dt.timedelta(days=by)
    except (ValueError, OverflowError):
        return None
    return Day(moved.year, moved.month, moved.day)


def next_weekday(day: Day, weekday: int, direction: int) -> Day | None:
    """The first such weekday (Monday is 0) after a day, or before it."""
    if day.precision != 3:  # noqa: PLR2004 - 3 is a day
        return None
    here = dt.date(day.year or 1, day.month or 1, day.day or 1).weekday()
    ahead = (weekday - here) % 7 or 7
    return _days_on(day, ahead if direction > 0 else ahead - 7 or -7)
