"""Titles in italics: what the author sets apart is one title, whatever stands in it.

Most scholars set the titles of books and journals in italics. So that nothing in a title is taken for a name, talk or the
end of a sentence ("*Ada Reed and the Mills. Who Paid?*, ed. by …"), a note is read with a short stand-in for each title,
which afterwards gives way to the title. Not every italic is a title: back references, periodicals that are known by their
words, cases and documents are read as they stand; so are notes in other languages, which the tagger reads by their words.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from argmap.cite.dashes import typed_dashes, with_dashes
from argmap.cite.dates import find_dates
from argmap.cite.documents import document_noun
from argmap.cite.drafts import Draft
from argmap.cite.lexicon import ABBREVIATIONS
from argmap.cite.markers import BackReference, refers_back
from argmap.cite.names import read_names
from argmap.cite.official import papers_in
from argmap.cite.periodical import PERIODICAL_NAME
from argmap.cite.segment import SIGNAL
from argmap.cite.standins import FIRST_WORD, NAME, STAND_IN
from argmap.cite.work import Work
from argmap.model import Name, Note, Span

_BOOK = f"{FIRST_WORD} inter"
_NEWSPAPER = f"{FIRST_WORD} Courier"
_LETTERS = str.maketrans("0123456789", "abcdefghij")
_STAND_IN = re.compile(rf"{STAND_IN}|{NAME}")
_BEHIND = re.compile(rf"(?P<title>{STAND_IN}), (?P<rest>[^,]{{3,80}})")
_BY = re.compile(r"by (?=[A-ZÀ-Ö])")
_DAY_BEHIND = re.compile(r"(?: \([A-ZÀ-Ö][\w .]{1,30}\))?,? \(?(?:vom |du |of )?(?=[\dA-ZÀ-Ö])")
"""What stands between a newspaper's name and its day: "(Paris), 14 March 1921"."""
_EDGE = " \t\n,.;:"
_TITLE = re.compile(r"[“\"‘«„'\[(]{0,2}[^\W_a-zß-ÿа-я]")
_PART = re.compile(r",\s(?:vols?|bks?|pts?|nos?|Bde?|t|tom[eo]|parts?|book|volume|pp?)\b\.?\s", re.IGNORECASE)
_LONGEST_PERIODICAL = 6
_LONGEST_DAY = 30
_REPORTED = re.compile(r"\s\[(?:1[89]|20)\d\d\]\s[\dA-Z]")
"""Behind the name of a case: "[1924] P 78"."""
_NUMBERED = re.compile(r"\b[CTF][-‑–]\d{1,4}/\d\d(?:\sP)?,?\s$")
"""Before the name of a case: "Case C-415/11 Elm"."""
_VERSUS = re.compile(r"\sv[.s]?\s|\b[Ii]n\sre\s|\b[Ee]x\sparte\s")
_SENT = re.compile(r"\b(?:from|to)\s|\d{4}$")
"""What the titles of documents have and those of books ("The Letters of …") have not."""
_QUOTE_ENDS = frozenset({"’ ", "' "})
"""Of a title that the journal follows without a comma, as with lawyers in Britain."""
_NEAR = 12
_BEGINS = re.compile(r"(?:^|[;.(]\s|\b(?:[Ss]ee|[Cc]f\.|[Vv]gl\.|[Ss]iehe|[Vv]oir|[Cc]fr\.|[Aa]lso|[Aa]uch)\s)$")
_OTHERS = r"(?:\s(?:u\.\s?a\.|et\sal\b\.?))?"
_TITLE_BEHIND = re.compile(rf"{_OTHERS}\s?[,:]\s(?=[^\W\d_a-zß-ÿа-я][\w’'-]+\s|[“\"‘„«])")
_ROLE_BEHIND = re.compile(rf"{_OTHERS},?\s[(\[]\s?(?:eds?|Hrsg|Hgg?|dir)\b|,\seds?\.,")
_IN_BEHIND = re.compile(r",\s(?:in|dans|en)\b:?\s")
_MOST_OF_A_NOTE = 0.9


@dataclass(frozen=True, slots=True)
class Masked:
    """A note as it is read: `text` with stand-ins, and for each its place here and that of the title in the note.

    `apart` are the places of titles in italics that have no stand-in, as in notes abroad.
    """

    text: str
    places: tuple[tuple[Span, Span], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    apart: tuple[tuple[int, int], ...] = ()

    def shown(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Drafts in the note's own words and places, still in order and disjoint."""
        found: list[Draft] = []
        for draft in drafts:
            start = max(self._place(draft.start, closing=False), found[-1].end if found else 0)
            end = self._place(draft.end, closing=True)
            if start < end:
                found.append(self._shown(draft, start, end))
        return found

    def _shown(self, draft: Draft, start: int, end: int) -> Draft:
        work = draft.work
        if work is not None:
            _part_behind(work)
            work.fields = self._fields(work)
        if (start, end) == (draft.start, draft.end) and not draft.back and not draft.subject:
            return draft
        return replace(
            draft,
            start=start,
            end=end,
            back=draft.back and self._back(draft.back),
            subject=self._value(draft.subject),
        )

    def meant(self, work: Work) -> Work:
        """A work in the note's own words; another one, the given is left as it is."""
        if not self.titles:
            return work
        return Work(self._fields(work), work.locator)

    def _fields(self, work: Work) -> dict[str, Any]:
        shown = {name: self._value(value) for name, value in work.fields.items()}
        return {name: value for name, value in shown.items() if value != ()}

    def _back(self, back: BackReference) -> BackReference:
        return replace(
            back,
            start=self._place(back.start, closing=False),
            end=self._place(back.end, closing=True),
            author=self._value(back.author),
            title=self._value(back.title),
        )

    def _place(self, index: int, *, closing: bool) -> int:
        """The place in the note; inside of a stand-in that of the title's edge."""
        before = bisect_right(self.places, index, key=lambda place: place[0].start) - 1
        if before < 0:
            return index
        here, there = self.places[before]
        if index >= here.end:
            return there.end + index - here.end
        return there.end if closing and index > here.start else there.start

    def _value(self, value: Any) -> Any:  # noqa: ANN401 - a field's value
        if isinstance(value, str):
            return _STAND_IN.sub(lambda match: self.titles.get(match.group(), match.group()), value)
        if isinstance(value, tuple):  # a title that was taken for a name is none
            return tuple(self._value(item) for item in value if not (isinstance(item, Name) and _is_title(item)))
        if isinstance(value, dict):
            return {key: self._value(item) for key, item in value.items()}
        return value


def _is_title(name: Name) -> bool:
    return any(_STAND_IN.search(words) for _, words in name if isinstance(words, str))


def _part_behind(work: Work) -> None:
    """Take off a title what stands behind it: its author ("*The Mill*, by A. Reed"), its series ("*The Mill*, Dover Texts")."""
    for key in ("title", "container_title"):
        value = work.fields.get(key)
        match = _BEHIND.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            continue
        rest = match["rest"]
        if (by := _BY.match(rest)) and (names := read_names(rest[by.end() :]).names):
            work.put(**{"author" if key == "title" else "container_author": names})
            work.fields[key] = match["title"]
        elif rest[0].isupper() and (work.fields.get("publisher") or work.fields.get("publisher_place")):
            work.put(collection_title=rest)
            work.fields[key] = match["title"]
        elif rest[0].isupper() and key == "title" and work.fields.get("type") == "book" and work.fields.get("issued"):
            work.put(publisher=rest)
            work.fields[key] = match["title"]


@dataclass(slots=True)
class Italics:
    """The titles in italics of a text's notes, one stand-in for each.

    Attributes:
        spans: What stands in italics in the text as read, in order, disjoint.
    """

    spans: Sequence[Span] = ()
    _names: dict[str, str] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)

    def masked(self, note: Note) -> Masked:
        """A note with stand-ins for its titles, and with dashes for those typed with hyphens."""
        found = _title_places(note, self.spans)
        dashes = typed_dashes(note.text)
        if not found and not dashes:
            return Masked(note.text)
        named = [(start, end, self._named(note.text, start, end)) for start, end in found]
        masked = _replaced(note.text, sorted([*named, *dashes]))
        return replace(masked, titles=self._titles) if found else masked

    def _named(self, text: str, start: int, end: int) -> str:
        words = text[start:end]
        dated = _dated(text, end) and not document_noun(words)
        return self._stand_in(with_dashes(words), _NEWSPAPER if dated else _BOOK)

    def as_written(self, note: Note) -> Masked:
        """A note with its titles as they stand, for the tagger, which reads them by their words."""
        stretches = note.prose.within(self.spans) if self.spans else []
        apart = tuple(place for stretch in stretches if (place := _title(note.text, *stretch, whole=True)))
        dashes = typed_dashes(note.text)
        if not dashes:
            return Masked(note.text, apart=apart)
        masked = _replaced(note.text, dashes)
        return replace(masked, apart=tuple((_moved(masked, start), _moved(masked, end)) for start, end in apart))

    def _stand_in(self, title: str, kind: str) -> str:
        name = self._names.setdefault(title, f"Zq{str(len(self._names)).translate(_LETTERS)}z")
        self._titles[f"{kind} {name}"] = self._titles[name] = title
        return f"{kind} {name}"


def _replaced(text: str, stretches: Sequence[tuple[int, int, str]]) -> Masked:
    """A text with other words for some stretches: in order; one inside of another is left out."""
    pieces: list[str] = []
    places: list[tuple[Span, Span]] = []
    done = length = 0
    for start, end, words in stretches:
        if start < done:
            continue
        pieces += [text[done:start], words]
        length += start - done
        places.append((Span(start=length, end=length + len(words)), Span(start=start, end=end)))
        length += len(words)
        done = end
    return Masked("".join([*pieces, text[done:]]), tuple(places))


def _moved(masked: Masked, index: int) -> int:
    """Where a place of the note is in the text that is read."""
    before = bisect_right(masked.places, index, key=lambda place: place[1].end) - 1
    return index if before < 0 else masked.places[before][0].end + index - masked.places[before][1].end


def _title_places(note: Note, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """The places of the titles in a note; none if they are all of it."""
    stretches = note.prose.within(spans)
    papers = papers_in(note.text) if stretches else []
    found = [place for stretch in stretches if (place := _title(note.text, *stretch)) and not _among(place, papers)]
    return [] if sum(end - start for start, end in found) > _MOST_OF_A_NOTE * len(note.text) else found


def _title(text: str, start: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
    """The place of the title in a stretch of italics, without punctuation at its edges; None if it is none.

    `whole` takes titles of all kinds: also of parts and periodicals.
    """
    if part := _PART.search(text, start, end):
        end = part.start()
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    words = text[start:end]
    if not whole and _IN_BEHIND.match(text, end):  # a part in italics: the grammars want to see what it is in
        return None
    inside = text[max(start - 1, 0) : start].isalnum() or text[end : end + 1].isalnum()
    paper = text[max(start - 2, 0) : start] in _QUOTE_ENDS and PERIODICAL_NAME.search(words)
    otherwise = refers_back(words) if whole else (_otherwise(words) and not paper)
    if inside or not _TITLE.match(words) or otherwise or _names_authors(text, start, end):
        return None
    if _REPORTED.match(text, end) or _NUMBERED.search(text[max(0, start - _NEAR) : start]):  # a case
        return None
    return (start, end)


def _dated(text: str, end: int) -> bool:
    """Whether a day stands right behind a title, as behind a newspaper's."""
    behind = _DAY_BEHIND.match(text, end)
    dates = find_dates(text[behind.end() : behind.end() + _LONGEST_DAY]) if behind else []
    return bool(dates) and dates[0].day and dates[0].start == 0


def _among(place: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    """Whether a stretch stands inside of another: a title in the official papers whose volume or series it names."""
    return any(start <= place[0] and place[1] <= end for start, end in others)


def _names_authors(text: str, start: int, end: int) -> bool:
    """Whether the authors or editors are in italics, and not the title, as German lawyers have it."""
    if read_names(f"{text[start:end]},").end < end - start:
        return False
    return bool(_ROLE_BEHIND.match(text, end)) or bool(
        _BEGINS.search(text[max(0, start - _NEAR) : start]) and _TITLE_BEHIND.match(text, end)
    )


def _is_signal(words: str) -> bool:
    """Whether words are nothing but a signal ("See, e.g."), its last full stop perhaps taken off."""
    return bool(SIGNAL.fullmatch(f"{words} ") or SIGNAL.fullmatch(f"{words}. "))


@lru_cache(maxsize=4096)
def _otherwise(words: str) -> bool:
    """Whether words in italics are to be read as they stand."""
    count = len(words.split())
    if (
        refers_back(words)
        or _is_signal(words)
        or _VERSUS.search(words)
        or (document_noun(words) and _SENT.search(words))
    ):
        return True
    if count == 1 and not PERIODICAL_NAME.search(words):
        return words.isupper() or words.casefold().rstrip(".") in ABBREVIATIONS or len(words) < 3  # noqa: PLR2004
    return count <= _LONGEST_PERIODICAL and ":" not in words and PERIODICAL_NAME.search(words) is not None
