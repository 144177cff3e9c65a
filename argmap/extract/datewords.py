"""The words of dates: which stretches of a sentence name one, and what they say."""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from argmap.extract.datevalue import FIRST_SEASON, Day

Kind = Literal["date", "bare", "day", "relative"]


class Phrase(NamedTuple):
    """A stretch that names a date.

    Attributes:
        kind: `date` has its year, `bare` has none, `day` has neither month nor year, `relative` counts from another date.
        day, until: What it names, and where it ends if it is a stretch of time.
        qualifier: EDTF's `~` (about), `?` (perhaps); `open`: "../" (before), "/.." (after).
        unit, by, weekday, rough: How far a relative date lies from the other.
    """

    kind: Kind
    text: str
    start: int
    end: int
    day: Day = Day()
    until: Day | None = None
    qualifier: str = ""
    open: str = ""
    note: str = ""
    unit: str = ""
    by: int = 0
    weekday: int | None = None
    rough: bool = False

    @property
    def precision(self) -> int:
        """How exact the date must be that it counts from: 3 a day, 2 a month, 1 a year."""
        return 3 if self.weekday is not None else {"day": 3, "week": 3, "month": 2}.get(self.unit, 1)


_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {name[:3]: index for index, name in enumerate(_NAMES, 1)} | {"sept": 9}
_SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_UNITS = "day|week|month|year|decade|century"
_HOURS = "morning|afternoon|evening|night"
"""Parts of a day, which are as exact as the day."""
_COUNT = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "ninety": 90}
ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
)
"""First to twenty-first, in order."""

_MONTH = rf"(?:{'|'.join(name.title() for name in _NAMES)}|(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.)"
_YEAR = r"(?:1\d\d\d|20\d\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_TO = r" ?[-–—] ?| to | and "
_ABOUT = r"(?P<about>(?:\b(?:[Aa]bout|[Aa]round|[Cc]irca|c\.|ca\.|[Aa]pproximately|[Rr]oughly|[Pp]robably|[Pp]erhaps|[Pp]ossibly) ?))?"
_LIMIT = r"(?P<limit>\b(?:[Bb]efore|[Aa]fter|[Uu]ntil|[Ss]ince|[Bb]y|[Uu]p to) (?:the end of |the beginning of )?)?"
_HEAD = _LIMIT + _ABOUT
_COUNTS = "|".join(sorted((*_COUNT, r"\d{1,3}"), key=len, reverse=True))

_ERA = r"(?:B\.? ?C\.?(?: ?E\.?)?|A\.? ?D\.?|C\.? ?E\.?)(?![A-Za-z])"
_WORD_DAY = "|".join(
    sorted(
        (*ORDINALS, *(f"twenty-{word}" for word in ORDINALS[1:9]), "thirtieth", "thirty-first"), key=len, reverse=True
    )
)

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"),
    ("iso", rf"(?<![\d.])(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>{_YEAR})(?![\d.]\d|\d)"),
    ("era", rf"{_HEAD}(?<![\d/.,-])(?P<y>[1-9]\d{{0,3}}) ?(?P<e>{_ERA})"),
    ("era", rf"{_HEAD}\b(?P<e>A\.? ?D\.?) (?P<y>[1-9]\d{{0,3}})(?![\d,]\d|\d)"),
    ("day", rf"{_LIMIT}\b(?:the )?(?P<d>{_WORD_DAY}) of (?P<m>{_MONTH}),?(?: (?P<y>{_YEAR})(?!\d))?"),
    ("ordinal", r"\b[Oo]n the (?P<d>[12]?\d|3[01])(?:st|nd|rd|th)(?=[,.;:]|$| (?:he|she|it|they|we|I|the|a|an|his|her|their|two|three|all|both|there|and|at|in)\b)"),
    ("then", r"\b(?:[Tt]hat|the same) (?P<s>spring|summer|autumn|fall|winter)\b"),
    ("day", rf"{_HEAD}(?<!\d)(?P<d>{_DAY})(?:(?:{_TO})(?P<d2>{_DAY}))? (?:of )?(?P<m>{_MONTH}),?(?: (?P<y>{_YEAR})(?!\d))?"),
    ("day", rf"{_HEAD}\b(?P<m>{_MONTH}) (?P<d>{_DAY})(?:(?:{_TO})(?P<d2>{_DAY}))?(?![\d:])(?:,? (?P<y>{_YEAR})(?!\d))?"),
    ("month", rf"{_HEAD}\b(?P<m>{_MONTH}),? (?:of )?(?P<y>{_YEAR})(?!\d)"),
    ("month", rf"\b(?i:in|by|since|until|during|early|late|mid|before|after|of|that|last)[ -](?P<m>{_MONTH})(?! ?\d)(?!\w)"),
    ("season", rf"{_HEAD}\b(?:the )?(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of|,)? (?P<y>{_YEAR})(?!\d)"),
    ("century", rf"\b(?:(?:early|late|mid|later|earlier)[ -])?(?:(?P<o>{'|'.join(reversed(ORDINALS))})|(?P<n>\d\d?)(?:st|nd|rd|th))[ -]century\b"),
    ("decade", r"(?<!\d)(?P<y>(?:1\d|20)\d)0(?:['’]?s)\b"),
    ("range", rf"\b(?:[Bb]etween|[Ff]rom) (?P<y>{_YEAR}) (?:and|to|until) (?P<y2>{_YEAR})(?!\d)"),
    ("range", rf"(?<![\d/.£$-])(?P<y>{_YEAR})[-–—/](?P<y2>{_YEAR}|\d\d)(?![\d-])"),
    ("year", rf"{_HEAD}(?<![\d/.,£$€#-])(?P<y>{_YEAR})(?![\d/%]|[.,]\d|-\d| (?:men|women|people|tons|pounds|copies|ships|acres|men|horses|houses|soldiers|troops|persons|workers|families|francs|marks|dollars|crowns|miles|feet)\b)(?P<perhaps>\?)?"),
    ("later", rf"\b(?P<about>(?:some|about|nearly|almost) )?(?P<c>(?i:{_COUNTS})) (?P<u>{_UNITS})s? (?P<w>later|earlier|afterwards|before that|after that|thereafter)\b"),
    ("weekday", rf"\b(?:[Oo]n )?[Tt]he (?P<w>following|next|previous|preceding) (?P<wd>{'|'.join(day.title() for day in _WEEKDAYS)})\b"),
    ("next", rf"\b[Tt]he (?:very )?(?P<w>following|next|previous|preceding|same) (?P<u>{_UNITS}|{_HOURS})\b(?! (?:of|to)\b)"),
    ("next", r"\b[Tt]he (?P<u>day|week|month|year) (?P<w>before|after)(?= ?[,.;]|$)"),
    ("next", r"\b(?:on|[Oo]n|in|[Ii]n) (?P<w>that) (?P<u>day|month|year)\b"),
)  # fmt: skip
_ALL = tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)
_QUICK = re.compile(
    rf"\d{{4}}|\d ?(?:B\.? ?C|A\.? ?D|C\.? ?E)|A\.? ?D\.? \d|[Oo]n the \d|\d0['’]?s\b|century|{_MONTH}|\b(?:later|earlier|afterwards|thereafter|following|next|previous|preceding|same|before|after|[Tt]hat)\b"
)
_BACK = frozenset(("previous", "preceding", "before", "earlier", "before that"))


def phrases(text: str) -> Iterator[Phrase]:
    """The dates of a sentence in order; of two that overlap the longer one, of two as long the first kind."""
    if not _QUICK.search(text):
        return
    rows = [(match.start(), -match.end(), rank, name, match)
            for rank, (name, pattern) in enumerate(_ALL) for match in pattern.finditer(text)]  # fmt: skip
    end = 0
    for start, _, _, name, match in sorted(rows, key=lambda row: row[:3]):
        if start >= end:
            made = _MAKERS[name](match)
            if made is not None:
                yield made
                end = match.end()


def _month(text: str) -> int:
    lower = text.rstrip(".").casefold()
    return _SHORT.get(lower) or _SHORT[lower[:3]]


def _day(text: str) -> int:
    """A day of the month in figures or in words: 4th, fourth, twenty-fourth."""
    if any(char.isdigit() for char in text):
        return _number(text)
    tens, _, rest = text.rpartition("-")
    return {"twenty": 20, "thirty": 30}.get(tens, 0) + (30 if rest == "thirtieth" else ORDINALS.index(rest) + 1)


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _made(match: re.Match[str], kind: Kind, day: Day, until: Day | None = None, note: str = "") -> Phrase:
    groups = match.groupdict()
    about = (groups.get("about") or "").strip().rstrip(".")
    limit = (groups.get("limit") or "").split(" ")[0].casefold()
    sign = "?" if about in ("probably", "perhaps", "possibly") or groups.get("perhaps") else "~" if about else ""
    bound = "/.." if limit in ("after", "since") else "../" if limit else ""
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    notes = [words for words in (about and f"“{about}”", limit and f"“{limit}”", note) if words]
    return Phrase(kind, match.group().strip(), start, match.end(), day, until, sign, bound, ", ".join(notes))


def _of_era(match: re.Match[str]) -> Phrase:
    """Years before Christ are astronomical in EDTF: 44 B.C. is -0043."""
    year = int(match["y"])
    return _made(match, "date", Day(1 - year if match["e"].startswith("B") else year))


def _of_ordinal(match: re.Match[str]) -> Phrase:
    return _made(match, "day", Day(day=int(match["d"])))


def _of_then(match: re.Match[str]) -> Phrase:
    return _made(match, "bare", Day(None, FIRST_SEASON + _SEASONS[match["s"]]))


def _of_iso(match: re.Match[str]) -> Phrase:
    return _made(match, "date", Day(int(match["y"]), int(match["m"]), int(match["d"])))


def _of_day(match: re.Match[str]) -> Phrase:
    day = Day(int(match["y"]) if match["y"] else None, _month(match["m"]), _day(match["d"]))
    last = match.groupdict().get("d2")
    until = day._replace(day=_number(last)) if last else None
    return _made(match, "date" if match["y"] else "bare", day, until)


def _of_month(match: re.Match[str]) -> Phrase:
    year = match.groupdict().get("y")
    return _made(match, "date" if year else "bare", Day(int(year) if year else None, _month(match["m"])))


def _of_season(match: re.Match[str]) -> Phrase:
    return _made(match, "date", Day(int(match["y"]), FIRST_SEASON + _SEASONS[match["s"].casefold()]))


def _of_century(match: re.Match[str]) -> Phrase | None:
    number = ORDINALS.index(match["o"]) + 1 if match["o"] else int(match["n"])
    return _made(match, "date", Day(mask=f"{number - 1:02d}XX")) if 1 <= number <= 21 else None  # noqa: PLR2004


def _of_decade(match: re.Match[str]) -> Phrase:
    return _made(match, "date", Day(mask=f"{match['y']}X"))


def _of_range(match: re.Match[str]) -> Phrase | None:
    first, last = match["y"], match["y2"]
    until = int(last) if len(last) == 4 else int(first[:2] + last)  # noqa: PLR2004 - a whole year
    return _made(match, "date", Day(int(first)), Day(until)) if until > int(first) else None


def _of_year(match: re.Match[str]) -> Phrase:
    return _made(match, "date", Day(int(match["y"])))


def _of_later(match: re.Match[str]) -> Phrase:
    count = match["c"].casefold()
    by = _COUNT[count] if count in _COUNT else int(count)
    made = _made(match, "relative", Day())
    return made._replace(
        unit=match["u"], by=-by if match["w"] in _BACK else by, rough=bool(match["about"]), qualifier="", note=""
    )


def _of_next(match: re.Match[str]) -> Phrase:
    by = 0 if match["w"] in ("same", "that") else -1 if match["w"] in _BACK else 1
    unit = "day" if match["u"] in _HOURS.split("|") else match["u"]
    return _made(match, "relative", Day())._replace(unit=unit, by=by)


def _of_weekday(match: re.Match[str]) -> Phrase:
    weekday = _WEEKDAYS.index(match["wd"].casefold())
    return _made(match, "relative", Day())._replace(unit="day", by=-1 if match["w"] in _BACK else 1, weekday=weekday)


_MAKERS: dict[str, Callable[[re.Match[str]], Phrase | None]] = {
    "era": _of_era,
    "ordinal": _of_ordinal,
    "then": _of_then,
    "iso": _of_iso,
    "day": _of_day,
    "month": _of_month,
    "season": _of_season,
    "century": _of_century,
    "decade": _of_decade,
    "range": _of_range,
    "year": _of_year,
    "later": _of_later,
    "next": _of_next,
    "weekday": _of_weekday,
}
