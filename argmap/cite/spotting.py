"""Finding a work inside running prose: where the reference begins and ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.cite.anchors import Anchor, holds_reference
from argmap.cite.drafts import WORD, talk_words, talks
from argmap.cite.imprint import TOWN_BEHIND
from argmap.cite.lexicon import listed
from argmap.cite.locators import PAGES, VOLUME, bare_places, best_locator
from argmap.cite.names import read_names
from argmap.cite.nesting import nesting
from argmap.cite.work import Work, clean
from argmap.cite.works import parse_work
from argmap.model import Name

LEAD_IN = re.compile(
    r"(?:\b(?i:see(?:\salso)?|in|by|of|from|is|was|are|were|cf\.|e\.g\.,?|and|to|with|also|vgl\.)[:,]?\s{1,9}(?:(?:his|her|their)\s(?=[“\"‘„«]))?"
    r"|[—–:(]\s{0,9})"
    r"(?=[A-ZÀ-ÖØ-ÞА-Я“\"‘„«])"
)

_SEE = re.compile(r"\b(?:see|compare|cf\.|vgl\.)(?:\s(?:also|especially|e\.g\.))?,?\s{1,9}(?=[A-ZÀ-Ö“\"‘„«])")

NEXT_REFERENCE = re.compile(r"[\s,.]*(?:and|und|et|&)\s+(?:by\s+|in\s+)?(?=[A-ZÀ-ÖА-Я“„«\"‘])")

_GLUE = re.compile(r"[\s,.:;()\[\]]*(?:(?:and|at|vol|no|S)\.?\s)?[\s,.:;()\[\]]*")

_ONLINE = re.compile(r"[\s,.;(]*(?:available|accessed|online|retrieved|accessible|last\s)[^“”\"]{0,60}$", re.IGNORECASE)

_SPOKEN = re.compile(
    r"[,.!?—][\"”’»']\s(?:wrote|writes|says?|said|cried|remark(?:s|ed)|repli(?:es|ed)|declare[sd]|observe[sd]|adde?[sd]|exclaim(?:s|ed)|aske?[sd]|answer(?:s|ed)|rejoin(?:s|ed)|return(?:s|ed)|retort(?:s|ed)|continue[sd])\b"
)
"""Words that somebody spoke, and no title."""
_NAMED_BEFORE = re.compile(
    r"(?<=[\s,])(?:(?:[^\W\d_a-zß-ÿ]\.\s?){0,3}(?:[^\W\d_a-zß-ÿ][\w’'-]+\s){0,2})[^\W\d_a-zß-ÿ][\w’'-]+,\s$"
)
_CROSS = re.compile(
    r"(?:see|siehe|cf\.|vgl\.)?\s*(?:above|below|supra|infra|oben|unten|(?-i:pp?\.)|chapter|chap\.|note|here)(?=\W|$)",
    re.IGNORECASE,
)

_CAPITAL = re.compile(r"[\W_]*(?:[A-ZÀ-ÖØ-ÞА-Я0-9]|d(?:ers|ies)\.,)")

_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")

_PIN = re.compile(
    r",?\s\(?(?:(?:at|esp\.|especially|here)\s(?:pp?\.\s?)?|docs?\.\s)[A-Z]?\d{1,5}(?:[-–]\d{1,5})?\)?(?![\w(])"
)
"""The place in an article: "345–67, at 350"; in an edition of documents: "doc. 14"."""
_MEDIUM = re.compile(r"\s?\[(?:on\s)?[\w -]{2,30}\](?=[\s.]*$)")
"""What a recording is on: "[on LP]"."""
_LONGEST_TAIL = 160
_LONGEST_GLUE = 60
_LONGEST_EDITION = 120

_TAIL_WORDS = frozenset(
    listed("""
    passim seq seqq sqq ff f n nn note notes et ed eds edited trans translated esp especially vol vols bk chap
    chaps based here hereafter unpublished mimeo forthcoming col cols fol fols p pp ob r v u al online
    reprinted edn rd th st nd sec sect section last accessed retrieved viewed visited
""")
)

_REFERS = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ“\"]|(?:re)?printed\b|translated\b|quoted\b|cited\b|see\b)(?=.*(?:\b1[4-9]\d\d|\b20\d\d|\bpp?\.\s?[\divxlc]))"
)
_HAND_PRESS = re.compile(r",\s1[4-7]\d\d[\s.,;)]*$")  # when titles were whole sentences
_TALK_IN_OLD_TITLES = 5

_NAME_AMID = re.compile(
    r"\b(?!(?:und|et|and|the|de|von|du|des|di|del)\s)[a-zß-ÿ]{2,20}\s(?=(?:[^\W\d_a-zß-ÿ][\w’.-]{0,20}\s){1,3}[^\W\d_a-zß-ÿ][\w’-]+,\s)"
)
_MOST_LEADS = 12

LONGEST_GAP = 320

_TITLE_WORDS = 45

_MOST_ANCHORS = 40
_PLACED = re.compile(rf"(?P<title>[A-ZÀ-ÖØ-Þ][\w’-]*(?:\s[\w’-]{{1,30}}){{1,7}}),\s{VOLUME}(?P<value>{PAGES})[\s.)]*$")
_QUOTES = "“\"‘„«'"


def bare_work(words: str) -> Work | None:
    """For "Ada B. Smith, The Old Town", a whole name and a title and nothing else; for "Rolls of Elm, v. 501"."""
    if placed := _PLACED.match(words):
        work = Work({"title": clean(placed["title"]), "type": "book"})
        work.locator = best_locator(bare_places(placed))
        return None if talks(placed["title"]) else work
    names = read_names(words)
    title = words[names.end :].strip(" ,.")
    whole = names.names and names.names[0].given and words[names.end : names.end + 1] == ","
    if not whole or talks(words) or not 2 <= len(title.split()) <= _TITLE_WORDS // 2 or not title[0].isupper():  # noqa: PLR2004
        return None
    return Work({"author": names.names, "title": clean(title), "type": "book"})


def name_before(words: str) -> tuple[Name, ...]:
    """The name right before a bracket."""
    match = re.search(r"(?:[A-ZÀ-Ö][\w’'-]*\.?\s){0,3}[A-ZÀ-Ö][\w’'-]+\s*$", words[-60:])
    names = read_names(match.group().strip()) if match else None
    return names.names if names else ()


def subject_of(talk: str) -> tuple[Name, ...]:
    """Who does what in the talk before "in": "Smith and Jones repeat this argument in"."""
    names = read_names(talk)
    verb = names.names and re.match(r"(?:\s(?:also|later|himself|herself))?\s[a-z]{3,}s?\b", talk[names.end :])
    return names.names if verb and re.search(r"\bin\s*$", talk) else ()


@dataclass(frozen=True, slots=True)
class Spotted:
    """A reference in a text, its fields, and the index of the first anchor behind it."""

    start: int
    end: int
    work: Work
    behind: int


def find_work(text: str, begin: int, end: int, anchors: list[Anchor], index: int) -> Spotted | None:
    """The first work between two places; `index` is that of the first anchor behind `begin`."""
    for here in range(index, min(len(anchors), index + _MOST_ANCHORS)):
        floor = anchors[here - 1].end if here > index and anchors[here - 1].ends else begin
        stop = _stop(text, anchors, here, end)
        found = _best_start(text, floor, stop, anchors[here])
        if found:
            behind = next((i for i in range(here, len(anchors)) if anchors[i].start >= stop), len(anchors))
            return Spotted(found[0], stop, found[1], behind)
    return None


def _best_start(text: str, begin: int, stop: int, anchor: Anchor) -> tuple[int, Work] | None:
    """Where the reference with this anchor begins: at once if it can, else where an author or editor comes first."""
    found: tuple[int, Work] | None = None
    for count, start in enumerate(_starts(text, begin, anchor)):
        work = read_work(text[start:stop]) if not _leaves_bracket(text[start:stop]) else None
        if work and (found is None or (not _credited(found[1]) and _credited(work))):
            found = start, work
            if count == 0 or _credited(work):
                break
    return found


def _leaves_bracket(piece: str) -> bool:
    """Whether a stretch begins inside of a bracket and ends behind it: "“Wrecks,” 9), the losses fell after 1860"."""
    closed = piece.find(")")
    return 0 <= closed < len(piece) - 2 and "(" not in piece[:closed]


def _credited(work: Work) -> bool:
    return bool(work.fields.get("author") or work.fields.get("editor"))


def _starts(text: str, begin: int, anchor: Anchor) -> Iterator[int]:
    """Where a reference with this anchor may begin: at once, or behind words like "in" and "see"."""
    limit = anchor.start if anchor.kind != "quote" else anchor.start + 1
    if limit - begin > LONGEST_GAP:
        begin = limit - LONGEST_GAP
        space = text.find(" ", begin, limit)
        begin = space + 1 if space >= 0 else limit
    if sees := list(_SEE.finditer(text, begin, limit)):
        begin = sees[-1].end()
    first = next((i for i in range(begin, min(limit + 1, len(text))) if text[i].isalnum() or text[i] in _QUOTES), begin)
    if text[first - 1 : first] == "[" and "]," in text[first:limit]:  # "[B. Marsh], Account of …"
        first -= 1
    if _CAPITAL.match(text, first) or text[first : first + 1] in _QUOTES:
        yield first
    if anchor.kind == "quote" and TOWN_BEHIND.match(text, anchor.end):
        yield anchor.start
    names = read_names(text[first:limit])
    quoted = nesting(text[begin:limit])
    for count, match in enumerate(LEAD_IN.finditer(text, begin, limit + 1)):
        if count >= _MOST_LEADS:
            return
        inside = quoted.at(match.end() - begin)
        if match.end() <= limit and match.end() > first + names.end and not (inside and inside.quoted):
            yield match.end()
    if anchor.kind == "quote" and (named := _NAMED_BEFORE.search(text, max(begin, anchor.start - 80), anchor.start)):
        yield named.start()
    yield from _named_starts(text, begin, limit)


def _named_starts(text: str, begin: int, limit: int) -> Iterator[int]:
    """Where a whole name stands amid talk: "so, in her later work, does Ida Brandt, Wreckers (…)"."""
    for count, match in enumerate(_NAME_AMID.finditer(text, begin, limit)):
        if count >= _MOST_LEADS:
            return
        names = read_names(text[match.end() : limit])
        title = match.end() + names.end + 2
        whole = bool(names.names and names.names[0].given) and text[title - 2 : title] == ", "
        if whole and (text[title : title + 1].isupper() or text[title : title + 1] in _QUOTES):
            yield match.end()


def _stop(text: str, anchors: list[Anchor], index: int, end: int) -> int:
    """The end of a reference: over the anchors that follow with nothing but punctuation or a container between."""
    stop = anchors[index].end
    for later in range(index + 1, min(len(anchors), index + _MOST_ANCHORS)):
        last, anchor = anchors[later - 1], anchors[later]
        gap = text[last.end : anchor.start]
        if NEXT_REFERENCE.match(gap) and last.ends:
            break
        if anchor.kind == "quote" or not _bridged(gap, last, anchor):
            break
        stop = anchor.end
    return _tail(text, stop, end, last=anchors[-1].start < stop)


def _bridged(gap: str, last: Anchor, anchor: Anchor) -> bool:
    """Whether the words between two signs keep them in one reference."""
    if len(gap) >= LONGEST_GAP:
        return False
    if (len(gap) < _LONGEST_GLUE and _GLUE.fullmatch(gap)) or (anchor.kind == "url" and _ONLINE.fullmatch(gap)):
        return True
    published = last.kind == "genre" or (last.kind == "periodical" and anchor.ends)
    return ((not last.ends or published) and not talks(gap)) or _edition_gap(gap)


def _edition_gap(gap: str) -> bool:
    """Words that may stand between two signs of one reference: a town, a publisher, "ed. A. Smith"."""
    return (
        len(gap) < _LONGEST_EDITION
        and not talks(gap)
        and not re.search(r"\s(?:and|in|see)\s+[A-Z“]", gap)
        and gap.strip()[:1] not in {"“", '"'}
    )


def _tail(text: str, stop: int, end: int, *, last: bool) -> int:
    """Take in the bracket or the few words of a title's end, where nothing else follows in the atom."""
    if pin := _PIN.match(text, stop, end):
        stop = pin.end()
    if last and end - stop < _LONGEST_TAIL and _closing(text[stop:end]) and not _refers(text[stop:end]):
        return end
    while stop < end and text[stop] in ")]":
        stop += 1
    medium = _MEDIUM.match(text, stop, end) if last else None
    return medium.end() if medium else stop


def _refers(rest: str) -> bool:
    """Whether a bracket in the words behind the last sign holds a reference of its own."""
    brackets = (rest[group.open + 1 : group.close] for group in nesting(rest).groups if group.mark == "(")
    return any(_REFERS.match(words) and holds_reference(words) for words in brackets)


def _closing(rest: str) -> bool:
    """Whether the words behind the last sign still belong to the reference ("seqq.", "passim", "based on records of …")."""
    if talks(rest) or NEXT_REFERENCE.match(rest):
        return False
    word = WORD.search(rest)
    return word is None or not word.group()[0].islower() or word.group() in _TAIL_WORDS


def read_work(piece: str) -> Work | None:
    """Parse a stretch as a work if it can be one: it begins like one and does not talk."""
    spoken = any(group.quoted and _SPOKEN.match(piece, group.close - 1) for group in nesting(piece).groups)
    if spoken or not _TWO_LETTERS.search(piece) or _CROSS.match(piece) or _talks_much(piece):
        return None
    work = parse_work(piece)
    title = work.fields.get("title")
    host = work.fields.get("container_title")
    if not (title or host) or not _holds(work):
        return None
    if not _CAPITAL.match(title or host or ""):
        return None
    if title and (len(title.split()) > _TITLE_WORDS or len(WORD.findall(title)) == 0):
        return None
    return work


def _talks_much(piece: str) -> bool:
    """Whether a stretch has more words of talk than a title may have."""
    names = read_names(piece)
    quoted = piece.lstrip()[:1] in _QUOTES or (names.names and piece[names.end :].lstrip(" ,.")[:1] in _QUOTES)
    named = (
        len(names.names) > 0
        and piece[names.end : names.end + 1] in ",.:("
        and not talks(piece[names.end : names.end + 12])
    )
    allowed = 0 if not (quoted or named) else 2
    if named and names.names[0].given and _HAND_PRESS.search(piece):
        allowed = max(allowed, len(piece.split()) // _TALK_IN_OLD_TITLES)
    return len(talk_words(piece if not quoted else _unquoted(piece))) > allowed


def _unquoted(piece: str) -> str:
    out, position = [], 0
    for group in nesting(piece).groups:
        if group.quoted:
            out.append(piece[position : group.open])
            position = group.close + 1
    return " ".join([*out, piece[position:]])


def _holds(work: Work) -> bool:
    """Whether the fields suffice to name a source."""
    keys = {
        "issued",
        "publisher",
        "publisher_place",
        "container_title",
        "URL",
        "DOI",
        "genre",
        "issue",
        "volume",
        "page",
    }
    return bool(keys & work.fields.keys()) or work.locator is not None
