"""One work, one source: mentions meet by folded author, title words, year, volume and issue, never by whole strings."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from argmap.cite.agreement import archive_key, collections_agree, days_agree, hosts_agree, pages_agree, same_number
from argmap.cite.dates import day_of
from argmap.cite.folding import fold, latin
from argmap.cite.holdings import LEAVES
from argmap.cite.lexicon import ABBREVIATIONS, listed
from argmap.cite.names import called, family, make_name, same_person, with_second_family
from argmap.cite.work import YEAR_SUFFIX, Work
from argmap.model import Date, Name, Source

_WORDS = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile(r"['’ʹ]")
_STOP = frozenset(
    listed("""
    the a an of and in on to for from by with der die das und ed eds
""")
)
_SAME_TITLE = 88
_MOST_CANDIDATES = 60
_LONGEST_TITLE = 200
_PERSON = re.compile(
    r"(?P<owner>[^\W\d_a-zß-ÿ][\w-]+)[’'](?:s\b|(?=\s))|\b(?:[Ww]orks|[Ll]etters|[Dd]iary|[Dd]iaries|[Pp]apers|[Jj]ournals?|[Ww]ritings|[Mm]emoirs|[Ss]peeches)"
    r"\sof\s(?:[^\W\d_a-zß-ÿ][\w.-]*\s){0,3}(?P<of>[^\W\d_a-zß-ÿ][\w-]+)"
)
_ONE_WORD = 3
_SHORTEST_WORD = 3
"""Letters of a word that is cut short in a title."""
_LEGAL = frozenset({"legal_case", "legislation"})
_NAMES_DOCUMENT = ("title", "archive_location", "archive_collection", "archive")  # the first that it has
_PLACES = frozenset({"volume", "volume_title"})


@dataclass(slots=True)
class Entry:
    """A source in the making: its fields grow with each mention that adds one."""

    fields: dict[str, Any]
    archival: bool
    id: str = ""
    printed_in: dict[int, None] = field(default_factory=dict)

    @property
    def untied(self) -> bool:
        """Whether nothing but author and year are known ("Marsh 1991"), so that another source may be the same work."""
        return not self.archival and not self.title and self.fields.get("type") not in _LEGAL

    @property
    def creators(self) -> tuple[Name, ...]:
        """Authors, or else editors."""
        return self.fields.get("author") or self.fields.get("editor") or ()

    @property
    def court(self) -> tuple[Name, ...]:
        """The court of a case, by which it is called as if it had written it: "BGH (Fn. 4)"."""
        court = self.fields.get("authority") if self.fields.get("type") == "legal_case" else None
        return (make_name(tuple(court.split())),) if court else ()

    @property
    def title(self) -> str:
        """The title, or for a part without one the work that holds it."""
        return self.fields.get("title") or self.fields.get("container_title") or ""

    def dated(self, year: int, letter: str = "") -> bool:
        """Whether it is of this year; of several of one year, the one with this letter, where it has one."""
        return self.year == year and (not self.letter or not letter or self.letter == letter)

    @property
    def letter(self) -> str:
        """The letter behind its year; empty where it has none."""
        letter: str = (self.fields.get("custom") or {}).get(YEAR_SUFFIX, "")
        return letter

    @property
    def year(self) -> int | None:
        """The year of the (first) date."""
        issued = self.fields.get("issued")
        return issued.date_parts[0][0] if isinstance(issued, Date) and issued.date_parts else None


@lru_cache(maxsize=8192)
def title_words(text: str) -> tuple[str, ...]:
    """The words of a title that count, folded."""
    return tuple(word for word in _WORDS.findall(_APOSTROPHES.sub("", latin(text))) if word not in _STOP)


@dataclass(slots=True)
class Library:
    """All sources found so far, looked up by keys; entries are numbered in the order of their first mention."""

    entries: list[Entry] = field(default_factory=list)
    _by_title: dict[tuple[str, ...], list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_family: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_subject: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_call: dict[tuple[str, ...], list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, work: Work, *, archival: bool, short: bool = False) -> int:
        """The number of the entry for this work: an old one enriched, or a new one. `short` if it is a shortened note."""
        entry = Entry(dict(work.fields), archival)
        if short and not archival:
            bare = Work({key: value for key, value in work.fields.items() if key not in _PLACES})
            if (meant := self.meant(work)) is not None:
                self._enrich(meant, Entry(bare.fields, archival))
                return meant
            if bare.fields.get("author") and self.meant(bare) is None:
                entry.fields = bare.fields
        for number in self._candidates(entry):
            if _same(self.entries[number], entry):
                self._enrich(number, entry)
                return number
        self.entries.append(entry)
        number = len(self.entries) - 1
        self._index(number)
        return number

    def meant(self, work: Work) -> int | None:
        """The entry that a shortened note means: by its first author, title the same, its beginning, or chosen words."""
        entry = Entry(dict(work.fields), archival=False)
        if not entry.creators:
            return None
        if not entry.title:
            known = self.of_family(family(entry.creators[0]))
            dated = [one for one in known if entry.year and self.entries[one].dated(entry.year, entry.letter)]
            return dated[-1] if len(dated) == 1 else None
        ranked = []
        for number in self.of_family(family(entry.creators[0]))[-_MOST_CANDIDATES:]:
            old = self.entries[number]
            rank = _rank(title_words(entry.title), title_words(old.title))
            if rank is not None and _same_numbers(old, entry) and _same_people(old, entry):
                ranked.append((rank, -number))
        ranked.sort()
        alone = len(ranked) == 1 or (ranked and ranked[0][0] < _ONE_WORD)
        return -ranked[0][1] if alone else None

    def of_family(self, name: str) -> list[int]:
        """Entries by an author or editor of this family name, in the order of first mention."""
        return self._by_family.get(fold(name), [])

    def named_in_title(self, name: str) -> list[int]:
        """Entries whose title calls the work that person's: "Marsh’s Diary", "Letters of Ada Marsh"."""
        return self._by_subject.get(fold(name), [])

    def known_name(self, name: Name) -> Name:
        """The fuller form of a name that was used before ("Smith" for "A. B. Smith"), or the name itself."""
        for number in reversed(self.of_family(family(name))):
            for other in self.entries[number].creators:
                if same_person(name, other) and len(other.given or "") > len(name.given or ""):
                    return other
        return name

    def _numbered(self, entry: Entry) -> list[int]:
        """Cases and statutes in the same volume."""
        return self._by_call.get(_report_key(entry), [])[-_MOST_CANDIDATES:]

    def _keys(self, entry: Entry) -> list[tuple[str, ...]]:
        words = title_words(entry.title)
        keys = [words[:2], words[:1]] if words else []
        return [key for key in dict.fromkeys(keys) if key]

    def _candidates(self, entry: Entry) -> list[int]:
        if call := _call_key(entry):
            return self._by_call.get(call, [])[-_MOST_CANDIDATES:]
        if entry.archival:
            keys = dict.fromkeys(filter(None, (_document_key(entry), _exchange_key(entry))))
            return [number for key in keys for number in self._by_call.get(key, [])[-_MOST_CANDIDATES:]]
        found: dict[int, None] = dict.fromkeys(self._numbered(entry))
        for key in self._keys(entry):
            for number in self._by_title.get(key, [])[-_MOST_CANDIDATES:]:
                found[number] = None
        for name in entry.creators[:1]:
            for number in self.of_family(family(name))[-_MOST_CANDIDATES:]:
                found[number] = None
        return list(found)

    def _index(self, number: int) -> None:
        entry = self.entries[number]
        if call := _call_key(entry):
            self._by_call[call].append(number)
        if entry.archival:
            for document in filter(None, (_document_key(entry), _exchange_key(entry))):
                self._by_call[document].append(number)
            return
        if report := _report_key(entry):
            self._by_call[report].append(number)
        for key in self._keys(entry):
            self._by_title[key].append(number)
        for match in _PERSON.finditer(entry.title[:_LONGEST_TITLE]):
            self._by_subject[fold(match["owner"] or match["of"])].append(number)
        for name in (*entry.fields.get("author", ()), *entry.fields.get("editor", ()), *entry.court):
            self._file(name, number)

    def _enrich(self, number: int, new: Entry) -> None:
        """Take over what the old entry lacks; a longer title beats its short form."""
        old = self.entries[number]
        known = set(old.fields)
        for key, value in new.fields.items():
            if key == "custom":
                old.fields["custom"] = {**value, **old.fields.get("custom", {})}
            elif not old.fields.get(key) and not (key == "author" and _edited_by(old, value)):
                old.fields[key] = value
        longer = new.fields.get("title")
        if longer and len(longer) > len(old.fields.get("title") or "") and not new.archival:
            old.fields["title"] = longer
        if old.fields.get("type") == "book" and new.fields.get("type") not in {None, "book"}:
            old.fields["type"] = new.fields["type"]
        if not old.archival and "author" not in known and "author" in old.fields:
            for name in old.fields["author"]:
                self._file(name, number)

    def _file(self, name: Name, number: int) -> None:
        for key in called(name):
            self._by_family[key].append(number)


def _call_key(entry: Entry) -> tuple[str, ...]:
    custom = entry.fields.get("custom") or {}
    parts = tuple(f"{key}={value}" for key, value in sorted(custom.items()) if key != "archive-name")
    return (archive_key(str(entry.fields.get("archive") or "")), *parts) if parts else ()


def _report_key(entry: Entry) -> tuple[str, ...]:
    """Reporter (or code) and volume of a case or statute."""
    if entry.fields.get("type") not in _LEGAL:
        return ()
    if number := _court_number(entry):
        return ("number", number)
    return ("report", "".join(title_words(str(entry.fields.get("container_title")))), str(entry.fields.get("volume")))


def _court_number(entry: Entry) -> str:
    """The number by which a court or the European Union knows a case or an act: "C-415/11", "2018/1725"."""
    number = str(entry.fields.get("number") or "")
    return number if "/" in number else ""


def _same_law(old: Entry, new: Entry) -> bool:
    """Cases by report, volume and page; one without its page by the name's words; statutes by name, number or code."""
    if old.fields.get("type") != new.fields.get("type") or not _same_numbers(old, new):
        return False
    if _report_key(old) != _report_key(new):
        return False
    if _court_number(old):
        documents = {entry.fields.get("note") for entry in (old, new)} - {None}
        return len(documents) < len((old, new)) and old.fields.get("genre") == new.fields.get("genre")
    one, other = old.fields.get("page"), new.fields.get("page")
    left, right = (set(title_words(str(entry.fields.get("title") or ""))) for entry in (old, new))
    if one and other:
        return bool(one == other)
    if old.fields.get("section") != new.fields.get("section"):
        return False
    return left <= right or right <= left


def _document_key(entry: Entry) -> tuple[str, ...]:
    issued = entry.fields.get("issued")
    day = str(issued.date_parts or issued.literal) if isinstance(issued, Date) else ""
    named = next((str(entry.fields[key]) for key in _NAMES_DOCUMENT if entry.fields.get(key)), "")
    return ("document", day, *title_words(re.sub(r"\[[^\]]*\]", "", named))[:8])


def _exchange_key(entry: Entry) -> tuple[str, ...]:
    """Sender, recipient and day of a letter or telegram; empty if one of them is not known."""
    people = [fold(family(names[0])) for key in ("author", "recipient") if (names := entry.fields.get(key))]
    day = day_of(entry.fields.get("issued"))
    return ("exchange", str(day), *people) if day and len(people) == len(("sender", "recipient")) else ()


def _same(old: Entry, new: Entry) -> bool:
    if old.archival != new.archival:
        return False
    if old.archival:
        return _same_document(old, new)
    if _LEGAL & {old.fields.get("type"), new.fields.get("type")}:
        return _same_law(old, new)
    agree = (_same_numbers(old, new), pages_agree(old.fields, new.fields), hosts_agree(old.fields, new.fields))
    return all(agree) and _same_people(old, new) and _same_title(old, new)


def _same_document(old: Entry, new: Entry) -> bool:
    """Same call number, and neither title nor date contradicts; without call number both must be the same."""
    one, other = (_document_key(entry) for entry in (old, new))
    if _call_key(old) and _call_key(old) == _call_key(new):
        dates = one[1] and other[1] and one[1] != other[1]
        titles = old.fields.get("title") and new.fields.get("title") and one[2:] != other[2:]
        if not collections_agree(old.fields, new.fields):
            return False
        leaves = any(key in (old.fields.get("custom") or {}) for key in LEAVES)
        return not dates and not titles and (leaves or one == other)
    if _call_key(old) and _call_key(new):
        return False
    kinds = {item.fields.get("genre") for item in (old, new)} - {None}
    exchanged = _exchange_key(old)
    return one == other or (len(kinds) < len((old, new)) and bool(exchanged) and exchanged == _exchange_key(new))


def _same_numbers(old: Entry, new: Entry) -> bool:
    """Year, volume, issue and number do not contradict; of an issue of a periodical they must agree."""
    for key in ("volume", "issue", "number"):
        left, right = old.fields.get(key), new.fields.get(key)
        if left and right and not same_number(left, right):
            return False
        if (
            (left or right)
            and not same_number(left, right)
            and "periodical" in (old.fields.get("type"), new.fields.get("type"))
        ):
            return False
    return not (old.year and new.year and old.year != new.year) and days_agree(old.fields, new.fields)


def _same_people(old: Entry, new: Entry) -> bool:
    one, other = old.creators, new.creators
    if not one or not other:
        return True
    if same_person(one[0], other[0]) or with_second_family(one[0], other[0]):
        return True
    return len(one) > 1 and any(same_person(name, other[0]) for name in one)


def _edited_by(entry: Entry, names: tuple[Name, ...]) -> bool:
    """Whether these are the editors of a work without author: a shortened note names them as if they had written it."""
    editors = entry.fields.get("editor", ())
    return bool(editors) and all(any(same_person(editor, name) for editor in editors) for name in names)


def _same_title(old: Entry, new: Entry) -> bool:
    """Equal titles, or the one is the beginning of the other, or (same author) its chosen words."""
    one, other = title_words(old.title), title_words(new.title)
    if not one or not other:
        return one == other and (old.year is None if new.year is None else old.dated(new.year, new.letter))
    short, long = sorted((one, other), key=len)
    if short == long[: len(short)]:
        return len(short) > 1 or len(long) == 1 or bool(old.creators and new.creators)
    if fuzz.token_sort_ratio(" ".join(one), " ".join(other)) >= _SAME_TITLE:
        return True
    named = bool(old.creators and new.creators)
    return named and len(short) > 1 and set(short) <= set(long)


def _rank(short: tuple[str, ...], long: tuple[str, ...]) -> int | None:
    """How well a short title fits: 0 the same, 1 its beginning, 2 words of it, 3 one word of it; None not at all."""
    if not short or not long:
        return None
    if short == long:
        return 0
    if short == long[: len(short)]:
        return 1
    if set(short) <= set(long) or _abbreviates(short, long):
        return _ONE_WORD if len(short) == 1 else 2
    return 2 if fuzz.token_sort_ratio(" ".join(short), " ".join(long)) >= _SAME_TITLE else None


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of a short title is one of the long title, or its beginning, in order: Hist. Weirs, History of Weirs."""
    if len(short) == 1 and short[0] not in ABBREVIATIONS:
        return False
    following = iter(long)
    return all(any(_begins(word, whole) for whole in following) for word in short)


def _begins(word: str, whole: str) -> bool:
    return whole.startswith(word) and (len(word) >= _SHORTEST_WORD or word == whole)


def source_of(entry: Entry, printed_in: tuple[str, ...]) -> Source:
    """The finished value. `printed_in` are ids of works that print an archival document."""
    fields = dict(entry.fields)
    custom = dict(fields.pop("custom", None) or {})
    if printed_in:
        custom["printed-in"] = printed_in
    return Source(id=entry.id, custom=custom or None, **fields)
