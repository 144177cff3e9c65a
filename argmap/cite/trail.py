"""What was cited where, in reading order: the memory that back references are resolved against."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from argmap.cite.locators import find_locators, page_range, pages, volume_of
from argmap.model import BackReferenceState, Locator

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LONGEST_ROMAN = 12
_SIGN = re.compile(r"(?<![^\W_])(?P<sign>[^\W\d_]{1,8})\.\s?(?=\d|[ivxlcdm]{1,9}\b|[IVXLCDM]{1,9}\b)|(?P<section>§)")
_LONGEST = 200
_PLAIN = dict(
    pair.split(":")
    for pair in [
        "pp:p",
        "pgs:p",
        "pg:p",
        "s:p",
        "ss:p",
        "стр:p",
        "с:p",
        "vols:vol",
        "bd:vol",
        "bde:vol",
        "t:vol",
        "tom:vol",
        "chaps:ch",
        "chap:ch",
        "cap:ch",
        "caps:ch",
        "kap:ch",
        "fols:fol",
        "bll:bl",
        "ll:l",
        "cc:c",
        "nos:no",
        "nr:no",
        "n:no",
        "num:no",
        "paras:par",
        "para:par",
        "secs:sec",
        "arts:art",
        "cols:col",
        "pts:pt",
        "liv:lib",
        "bk:lib",
        "nn:n",
    ]
)
_LAST_LEADS = 6


@dataclass(frozen=True, slots=True)
class Origin:
    """A source (its number in the library) and the id of the note that cited it otherwise than by a back reference."""

    entry: int
    note: str


@dataclass(frozen=True, slots=True)
class Lead:
    """A document's words before a back reference or container: "Telegram from A to B, 3 May 1950"."""

    noun: str | None
    people: frozenset[str]
    day: tuple[int, ...] | None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """The place that one mention cites: the signs of its parts ("p", "vol", "art"), its volume, its first and last page."""

    signs: frozenset[str] = frozenset()
    volume: int | None = None
    pages: tuple[int, int] | None = None


@lru_cache(maxsize=8192)
def spot(words: str, locator: Locator | None) -> Spot:
    """The place in a mention's words; `locator` is the one that was read from them."""
    words = words[-_LONGEST:]
    found = [place.locator for place in find_locators(words)]
    if locator is not None and locator not in found:
        found.append(locator)
    printed = next((item.value for item in found if item.label == "volume"), volume_of(locator))
    volume = number(printed) if printed else None
    spans = [span for item in found if (span := pages(item))]
    cited = pages(locator) or (spans[-1] if spans else None)
    return Spot(_signs(words, locator), volume, cited)


def _signs(words: str, locator: Locator | None) -> frozenset[str]:
    """The abbreviations before numbers, whatever they mean: works are cited in the way of their kind ("lib. ii, cap. 3")."""
    found = {_PLAIN.get(word := (match["sign"] or "§").lower(), word) for match in _SIGN.finditer(words)}
    if locator is not None and locator.label == "page":
        found.add("p")
    return frozenset(found - {"ed", "eds", "vol"}) or frozenset(found & {"vol"})


def number(value: str) -> int | None:
    """What a volume's number means, arabic or roman; None if it is neither."""
    head = re.match(r"[^\W_]+", value)
    word = head.group().lower() if head else ""
    if word.isdecimal() and len(word) < _LONGEST_ROMAN:
        return int(word)
    if not word or len(word) > _LONGEST_ROMAN or not set(word) <= set(_ROMAN):
        return None
    digits = [_ROMAN[letter] for letter in word]
    return sum(-one if one < two else one for one, two in zip(digits, [*digits[1:], 0], strict=True))


def known_range(fields_page: str | None) -> tuple[int, int] | None:
    """The pages that a part of a larger work fills, from its bibliographic data ("61-92")."""
    first, _, last = (fields_page or "").replace("–", "-").partition("-")
    if not (first.strip().isdecimal() and last.strip().isdecimal()):
        return None
    return page_range(first.strip(), last.strip())


@dataclass(frozen=True, slots=True)
class Guess:
    """One way to read a back reference, with its probability and what speaks for it."""

    origin: Origin
    probability: float | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of a source, as read.

    Attributes:
        best, literal: They differ where a back reference was read against the rule. `best` is None where the mention
            looks like a reference and nobody could tell to what.
        loose: Whether it is a document without a call number, which the next mention may print.
        back: The reading, if it is a back reference.
        ibid: Whether it repeats the reference before it.
    """

    best: Origin | None
    literal: Origin | None
    locator: Locator | None = None
    loose: bool = False
    state: BackReferenceState | None = None
    rivals: tuple[Guess, ...] = ()
    probability: float | None = None
    ibid: bool = False


@dataclass(slots=True)
class Use:
    """How a source has been used so far: the documents it was cited for, the places, the notes and their sentences."""

    note: str
    order: int
    locator: Locator | None = None
    spots: list[Spot] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)
    orders: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    @property
    def last_leads(self) -> list[Lead]:
        """The documents it was cited for lately."""
        return self.leads[-_LAST_LEADS:]


@dataclass(slots=True)
class Trail:
    """The notes read so far.

    Attributes:
        notes: The id of each and what it cited, in order.
        called: What "Smith, op. cit." was read as last, by the folded name.
        last_citing: The index of the last note before the open one that cites anything.
    """

    notes: list[tuple[str, list[Seen]]] = field(default_factory=list)
    uses: dict[int, Use] = field(default_factory=dict)
    called: dict[str, int] = field(default_factory=dict)
    last_citing: int | None = None

    def begin(self, note: str) -> None:
        """Open the next note."""
        if self.notes and any(seen.best for seen in self.notes[-1][1]):
            self.last_citing = len(self.notes) - 1
        self.notes.append((note, []))

    @property
    def order(self) -> int:
        """The index of the open note."""
        return len(self.notes) - 1

    @property
    def here(self) -> list[Seen]:
        """What the open note has cited so far."""
        return self.notes[-1][1]

    @property
    def before(self) -> tuple[str, list[Seen]] | None:
        """The note before the open one."""
        return self.notes[-2] if len(self.notes) > 1 else None

    def record(self, seen: Seen, place: Spot, lead: Lead | None = None, names: frozenset[str] = frozenset()) -> None:
        """Remember a mention of the open note; `lead` is the document it was cited for, `names` stand in its sentence."""
        self.here.append(seen)
        if seen.best is None:
            return
        use = self.uses.setdefault(seen.best.entry, Use(seen.best.note, 0))
        use.note, use.order = seen.best.note, self.order
        use.locator = seen.locator or use.locator
        use.spots.append(place)
        use.orders.append(self.order)
        use.names |= names
        if lead:
            use.leads.append(lead)
