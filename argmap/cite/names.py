"""Persons in citations: reading lists of names, and folding names so that spellings and transliterations meet."""

import re
from dataclasses import dataclass
from functools import lru_cache

from argmap.cite.bodies import read_body
from argmap.cite.folding import fold
from argmap.cite.lexicon import (
    ABBREVIATIONS,
    EASTERN_FAMILIES,
    EASTERN_FAMILIES_KOREAN,
    MEDIEVAL_PLACES,
    OPENERS,
    TOWNS,
    listed,
)
from argmap.cite.standins import STAND_IN
from argmap.model import Name

PARTICLES = frozenset(
    listed("""
    de da di del della dello dei degli des du d’ d' von van der den zu zur la le les al el ibn bin ter ten dos
    do dalle dalla dagli dai delle dell’
""")
)
_PARTICLE = "|".join(sorted((re.escape(word) for word in PARTICLES), key=len, reverse=True))
_ALL_PARTICLES = PARTICLES | {"of"}
_SHORT = r"(?:St|Jr|Sr|Rt|Hon|Dom|Fr|Msgr|Bp|Abp|Card|Adm|Capt|Maj|Sgt|Brig|Gov|Sen|Chas|Wm|Geo|Thos|Jas|Ph|Th|Chr|Dr|Mr|Mrs|Prof|Sir|Rev|Lt|Col|Gen|Jos|Rob|Edw|Benj|Yu|Iu|Ia|Ya|Ye|Zh|Kh|Ts|Sh)\."
_TOKEN = re.compile(
    rf"(?P<initial>(?:[^\W\d_a-zà-öø-ÿа-я]\.[ \-‐]?)+)|(?P<short>{_SHORT})"
    rf"|(?P<particle>(?:{_PARTICLE}|of(?=\s[^\W\d_a-zß-ÿа-я][\w’'-]+[,.]))(?=[ ’'])[’']?)|(?P<word>[^\W\d_][^\W\d_]*(?:[-’'‐][^\W\d_]+)*)"
)
_ARTICLES = frozenset({"Le", "La"})
_GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr."})
_NEVER_LAST = _ALL_PARTICLES | _ARTICLES
_SPACE = re.compile(r"\s*(?:\[[^\]\n]{0,80}\]\s*)?")
_SUFFIX = re.compile(r",?\s(?:Jr\.?|Sr\.?|II|III|IV)(?=[\s,.;]|$)")
_MAYBE_COMMA = re.compile(r",?\s*")
_AND = re.compile(r"\s*(?:,\s*)?(?:\band\b|&|\bund\b|\bet\b|\by\b|\bи\b|\be\b)\s+")
_COMMA = re.compile(r"\s*[,;]{1,2}\s*")
_ET_AL = re.compile(r",?\s+(?:(?:et\s+al|ET\s+AL)\b\.?|and\s+others\b|u\.\s?a\.)")
_INITIALS_ONLY = re.compile(
    r"(?:[^\W\d_a-zà-öø-ÿа-я]\.[\s\-‐]{0,2}){1,4}(?=[\s,;.(:&]|$|(?=[A-Z“]))|[A-Z]{1,3}(?=[,;.]|\s(?:and\b|&|\()|$)"
)
_ROLE = r"(?:eds?\b\.?|editors?\b|Hrsg\.|Hgg?\.|dirs?\.|ред\.)"
_EDITORS = re.compile(
    rf"\s*[(\[]\s*{_ROLE}\s*[)\]],?|,?\s*(?:eds\b\.?|editors\b|Hgg\.|a\s+cura\s+di)|,?\s*{_ROLE}\s*(?:[,:]|$|(?={STAND_IN}))",
    re.IGNORECASE,
)
_ROLE_BARE = re.compile(r",\s?eds?\.\s(?=[^\W\d_a-zß-ÿ])")
_TRANSLATORS = re.compile(r"\s*[(\[]\s*trans\.\s*[)\]],?|,?\s*(?:trans\.|translators?)\s*(?:,|$)", re.IGNORECASE)
_NOT_NAME = OPENERS | frozenset(
    listed("""
    By From To With Why What How Who When Where Report Select History Journal Vol Volume Part Art Arts Chapter
    No Record Telegram Letter Memorandum Minutes Conversation Ciphered Archive Archives Press University
    Bulletin Review Working Paper International Project Der Die Das Ein Eine Le La Les Il Lo Gli Un Une Zur
    Zum Über Studies Essays Introduction Origins War Peace Encyclopedia Dictionary Department Ministry
    Government Commission Committee Library National Is Are Was Were Do Does Did Can Should
    Institute Association Society Company Annual Proceedings House Bank Council Court Church Kingdom Republic Province
    Parliament Board Academy College Embassy Office Bureau Statutes Records Acts Rules Rolls Register Corpus Codex
    Lexikon Wörterbuch Handbuch Enzyklopädie Enciclopedia Dizionario Dictionnaire Encyclopédie Diccionario
    Summa Acta Monumenta Patrologia Opera ET
""")
)
_CALLED = re.compile(
    r"([^\W\d_a-zß-ÿа-я][\w’'-]+)\s(?:of|de|da|di|du|von|van)(?:\s(?:the|la|le))?\s[^\W\d_a-zß-ÿа-я][\w’'-]+$"
)
_NOBLE = frozenset(
    listed("""
    Duke Duchess Earl Countess Lord Lady Marquis Marquess Marchioness Viscount Baron Count King Queen Prince Princess
    Bishop Archbishop Abbot Abbess Emperor Empress Elector Margrave Landgrave Pope Cardinal Dean
""")
)
THE_SAME = re.compile(
    r"[Dd](?:ers|ies)\.(?=,\s|:\s|\s\((?:Hgg?|Hrsg|eds?)\b)|(?:(?:[Ii]d|[Ee]ad)\.|[Ii]dem|[Ee]adem)(?=,\s[“«„‘]?\s?[^\W\d_a-zß-ÿ])"
)
"""The author named before, of whom another work is cited: "ders., Title", "Id., Title"."""
_ACCOUNT = re.compile(r"(?P<who>[^\W\d_][^@(“\"\n]{1,80}?)\s\(@[\w.@]{2,60}\)")
"""The author of a post: "Elm Archive (@elmarchive)"."""
_ATTRIBUTED = re.compile(r"\[(?P<who>[^\[\]\n]{2,80})\](?=,)")
"""An author whom the title page does not name: "[B. Marsh], Account of the Mills"."""
_ORDINAL = re.compile(r"[IVX]{2,6}\.?")
"""A king's number, and no initial."""
_IN_CAPITALS = re.compile(
    r"(?:,?\sE[Tt]\sA[Ll]\.)?,\s(?:eds?\.,\s)?(?=[^a-zß-ÿ()]{0,200}[A-Z]{3})[^a-zß-ÿ()]{4,200}\((?:[^()]{0,100}\s)?(?:1[4-9]|20)\d\d\)"
)
"""Behind an author in capitals: a title in capitals and a year, as lawyers in America print books."""
_MOST_WORDS = 6
_MOST_BARE_INITIALS = 2  # of "MARSH JD"; "ADA ELM" has none
_MOST_NAMES = 60
_LONGEST = 3000
_FAMILY_WORDS = 2

_OF_PLACES = TOWNS | MEDIEVAL_PLACES
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|uai|ian|uan|ai|ei|ao|ou|an|en|in|un|"
    r"ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u)-?){1,2}$"
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names read from the beginning of a text; `end` is where the rest begins.

    `editors` if they are called so, or translators, who are `translators` besides.
    """

    names: tuple[Name, ...] = ()
    end: int = 0
    editors: bool = False
    translators: bool = False


@dataclass(frozen=True, slots=True)
class _Person:
    words: tuple[str, ...]
    initials: bool
    end: int


def family(name: Name) -> str:
    """What a person or body is called in a short form: Marsh, Elm Office; Osbert for Osbert of Elmford."""
    return name.family or _one_name(name.literal or "")


def _one_name(literal: str) -> str:
    called = _CALLED.match(literal)
    return called[1] if called and called[1] not in _NOT_NAME else literal


def called(name: Name) -> tuple[str, ...]:
    """All that a person or body may be called in a short form, folded: of Osbert of Elmford both words."""
    first = family(name)
    last = (name.literal or "").rpartition(" ")[2]
    return tuple(
        dict.fromkeys(fold(word) for word in ((first,) if first == (name.literal or first) else (first, last)))
    )


def same_person(one: Name, other: Name) -> bool:
    """Whether two names may be one person: same folded family name, given names that do not contradict."""
    if not set(called(one)) & set(called(other)):
        return False
    left, right = ([fold(word) for word in re.split(r"[\s.]+", name.given or "") if word] for name in (one, other))
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(left, right, strict=False))


def with_second_family(one: Name, other: Name) -> bool:
    """Whether what was read as a given name may be the first of two family names: "Otero Lago" for "Manuel Otero Lago"."""
    left, right = ((name.given or "").split() for name in (one, other))
    short, long = sorted(([fold(word) for word in words if word] for words in (left, right)), key=len)
    ends = 0 < len(short) < len(long) and long[-len(short) :] == short
    return family(one) == family(other) and ends and all(len(word) > 1 for word in short)


def read_names(text: str) -> Names:
    """Read the persons that a reference begins with ("A. B. Smith, John Doe, and Li Hua, Title" gives three).

    Understands both orders ("Smith, J., and Doe, A."), particles, initials, Chinese order, "et al." and "eds.".
    """
    return _read_names(text[:_LONGEST])


@lru_cache(maxsize=8192)
def _read_names(text: str) -> Names:
    if (special := _special(text)) is not None:
        return special
    first = _person(text, 0)
    if first is None:
        return Names()
    found = _inverted(text, first) or _direct(text, first)
    if not found.names:
        return found
    if also := _ET_AL.match(text, found.end):
        found = Names((*found.names, Name(literal="et al.")), also.end())
    if role := _EDITORS.match(text, found.end) or _before_title(text, found):
        found = Names(found.names, role.end(), editors=True)
    elif role := _TRANSLATORS.match(text, found.end):
        found = Names(found.names, role.end(), editors=True, translators=True)
    return found


def _before_title(text: str, found: Names) -> re.Match[str] | None:
    """An "ed." without a comma behind a whole name, if a title follows and no editor: what looks like a name there goes on."""
    role = _ROLE_BARE.match(text, found.end)
    if role is None or not found.names[0].given:
        return None
    follows = _read_names(text[role.end() :])
    goes_on = re.compile(r"\s[a-zß-ÿ]+\s").match(text, role.end() + follows.end)
    return role if follows.names and goes_on else None


def _special(text: str) -> Names | None:
    """Names that are printed in a way of their own: accounts, authors supplied in brackets, "the same", bodies."""
    if account := _ACCOUNT.match(text):
        people = _read_names(account["who"])
        whole = people.names and people.end == len(account["who"])
        return Names(people.names if whole else (Name(literal=account["who"]),), account.end())
    if attributed := _ATTRIBUTED.match(text):
        people = _read_names(attributed["who"])
        return Names(people.names, attributed.end()) if people.end == len(attributed["who"]) else Names()
    if same := THE_SAME.match(text):
        return Names((Name(family=same.group()),), same.end())
    if body := read_body(text):
        return Names((body[0],), body[1])
    return None


def _person(text: str, start: int) -> _Person | None:
    """The words of one name at `start`, up to the first thing that is no part of a name."""
    words: list[str] = []
    initials = False
    position, end = start, start
    while len(words) <= _MOST_WORDS:
        token = _TOKEN.match(text, position)
        if token is None or not _fits(token):
            break
        article = bool(words) and token["word"] in _ARTICLES  # "Paul Le Goff"
        if token["word"] and not article and (token["word"] in _NOT_NAME or _abbreviates(text, token)):
            break
        initials = initials or bool(token["initial"])
        words.append(token.group().strip())
        end = token.start() + len(token.group().rstrip())
        space = _SPACE.match(text, token.end())
        position = space.end() if space else token.end()
    full = any(len(word.strip(".")) > 1 for word in words) and not _ORDINAL.fullmatch(words[0])
    if not words or len(words) > _MOST_WORDS or not full or words[-1] in _NEVER_LAST or words[0] == "of":
        return None
    return _Person(tuple(words), initials, end)


def _abbreviates(text: str, token: re.Match[str]) -> bool:
    """Whether a word is an abbreviation with its full stop ("Cal. of …") and no name."""
    return (
        text[token.end() : token.end() + 1] == "." and len(token.group()) > 1 and token.group().lower() in ABBREVIATIONS
    )


def _fits(token: re.Match[str]) -> bool:
    word = token["word"]
    return not word or word[0].isupper()


def _shouts(person: _Person) -> bool:
    """Whether a word is all capitals and no initials: "AVPRF" is no person, "SMITH, J." is one."""
    return any(word.isupper() and len(word) > 3 and "." not in word for word in person.words)  # noqa: PLR2004 - "JFK"


@lru_cache(maxsize=4096)
def make_name(words: tuple[str, ...]) -> Name:
    """A name from words in the order given before family; Chinese and Korean order is recognised."""
    if len(words) == 1:
        return Name(family=words[0])
    reigns = _ORDINAL.fullmatch(words[-1])
    initials = _INITIALS_ONLY.fullmatch(words[-1]) and not (
        sum(map(str.isalpha, words[-1])) > _MOST_BARE_INITIALS and words[0].isupper()
    )
    if initials and not reigns and not _INITIALS_ONLY.fullmatch(words[0]):
        return Name(family=" ".join(words[:-1]), given=words[-1])
    suffix = f"{words[-1].rstrip('.')}." if words[-1] in _GENERATIONS else None
    words = words[:-1] if suffix else words
    if _eastern(words):
        return Name(family=words[0], given=" ".join(words[1:]))
    called_so = _CALLED.match(" ".join(words)) and (words[1] == "of" or words[-1] in _OF_PLACES)
    if (words[0] not in _NOBLE and called_so) or reigns:
        return Name(literal=" ".join(words))
    for index in range(len(words)):
        article = index > 0 and words[index] in _ARTICLES
        if (article or words[index] in _ALL_PARTICLES) and index + 1 < len(words):
            particle = next(i for i in range(index, len(words)) if words[i] not in _ALL_PARTICLES)
            return Name(
                given=" ".join(words[:index]) or None,
                non_dropping_particle=" ".join(words[index:particle]) or None,
                family=" ".join(words[particle:]),
                suffix=suffix,
            )
    return Name(given=" ".join(words[:-1]) or None, family=words[-1], suffix=suffix)


def _eastern(words: tuple[str, ...]) -> bool:
    if not 2 <= len(words) <= 3 or any("." in word for word in words):  # noqa: PLR2004 - Mao Zedong, Kim Il Sung
        return False
    head, given = words[0].lower(), "-".join(words[1:]).lower()
    if head in EASTERN_FAMILIES and words[-1].lower() not in EASTERN_FAMILIES - {"bo", "tan", "hong"}:
        return bool(_PINYIN.match(given))
    return head in EASTERN_FAMILIES_KOREAN and "-" in given


def _invert(person: _Person, given: str) -> Name:
    words = list(person.words)
    particles = []
    while words and words[0] in PARTICLES:
        particles.append(words.pop(0))
    return Name(family=" ".join(words), given=given.strip() or None, non_dropping_particle=" ".join(particles) or None)


def _inverted(text: str, first: _Person) -> Names | None:
    """A list whose first name is "Family, Given": further names may be in either order."""
    given = _given(text, first, first_of_list=True)
    if given is None:
        return None
    names = [_invert(first, text[given[0] : given[1]])]
    end = given[1]
    while len(names) < _MOST_NAMES:
        joint = _AND.match(text, end) or _COMMA.match(text, end)
        person = _person(text, joint.end()) if joint else None
        if joint is None or person is None:
            break
        given = _given(text, person, first_of_list=False)
        if given:
            names.append(_invert(person, text[given[0] : given[1]]))
        elif (_AND.match(text, end) or person.initials) and len(person.words) > 1:
            names.append(make_name(person.words))
        else:
            break
        end = given[1] if given else person.end
    return Names(tuple(names), end)


def _given(text: str, person: _Person, *, first_of_list: bool) -> tuple[int, int] | None:
    """Where the given names behind a family name stand: initials, or (first in a list) names closed by a full stop."""
    comma = _MAYBE_COMMA.match(text, person.end)
    begin = comma.end() if comma else person.end
    if person.initials or len(person.words) > _FAMILY_WORDS + 1 or _SUFFIX.match(text, person.end):
        return None
    if begin > person.end and (initials := _INITIALS_ONLY.match(text, begin)):
        return begin, initials.start() + len(initials.group().rstrip(" \t"))
    if text[person.end : person.end + 1] != "," or len(person.words) > _FAMILY_WORDS:
        return None
    given = _person(text, begin)
    if given is None or len(given.words) > _FAMILY_WORDS + 1:
        return None
    return (begin, given.end) if _closes(text, person, given, first_of_list=first_of_list) else None


def _closes(text: str, person: _Person, given: _Person, *, first_of_list: bool) -> bool:
    """Whether what follows given names written out shows that they are given names and not a title."""
    tail = text[given.end : given.end + 6]
    if sum(word not in _ALL_PARTICLES for word in person.words) > 1 and not re.match(r"\.(?:\s|$)|\s?\(\d", tail):
        return False
    if given.initials and text[given.end - 1] == ".":
        return True
    closes = re.match(r"\s*(?:\.(?:\s|$)|,?\s(?:and|und|&)\s|\s*\((?:\d{4}|ed|H)|:\s|,\s(?:eds?\b|et al))" if first_of_list
                      else r"\s*(?:\.|\s*\(\d{4})", tail)  # fmt: skip
    return closes is not None


def _direct(text: str, first: _Person) -> Names:
    """A list in the order given before family. Without a closing "and" or "eds." it holds one name only."""
    people = [first]
    end = first.end
    closed = False
    while len(people) < _MOST_NAMES and not closed:
        joint = _AND.match(text, end)
        closed = joint is not None
        joint = joint or _COMMA.match(text, end)
        person = _person(text, joint.end()) if joint else None
        if person is None or joint is None:
            closed = closed and person is not None
            break
        people.append(person)
        end = person.end
        if suffix := _SUFFIX.match(text, end):
            end = suffix.end()
    complete = (
        closed or bool(_EDITORS.match(text, end) or _TRANSLATORS.match(text, end)) or bool(_ET_AL.match(text, end))
    )
    if len(people) > 1 and not (complete and _alike(people)):
        people, end = [first], first.end
    if suffix := _SUFFIX.match(text, end):
        end = suffix.end()
    if any(_shouts(person) for person in people) and not _IN_CAPITALS.match(text, end):
        return Names()
    return Names(tuple(make_name(person.words) for person in people), end)


def _alike(people: list[_Person]) -> bool:
    """Whether all look like whole names (or all like bare family names): "Smith, Cotton and Slavery" is no list."""
    many = [len(person.words) > 1 for person in people]
    return all(many) or (not any(many) and len(people) == _FAMILY_WORDS)
