"""Cutting a note into atoms: sentences, parts between semicolons, and what follows "cited in". Linear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from argmap.cite.ancient import ABBREVIATED
from argmap.cite.dates import MONTHS
from argmap.cite.drafts import talks
from argmap.cite.hints import holds_any
from argmap.cite.imprint import TOWN_BEHIND
from argmap.cite.leads import SEE, reference_behind
from argmap.cite.lexicon import ABBREVIATIONS, MAY_CLOSE, OPENERS, STATES, listed
from argmap.cite.names import read_names
from argmap.cite.nesting import Nesting, nesting
from argmap.cite.standins import STAND_IN

_STOP = re.compile(r"(?<![.?!…])[.?!…]{1,9}[”\"’')\]»]{0,4}(?=\s)|;")
_NEXT = re.compile(r"\s{1,40}[(\[“\"‘„«]{0,3}(\w[\w’']{0,30})")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
_WORD_WINDOW = 24

_PRINTS = (
    r"(?:(?:as|also|part(?:ly)?|first|originally|since|later|afterwards|now|and)\s{1,9}){0,3}(?:cited|quoted|printed|reprinted|reproduced|published|excerpted|qtd\.|rpt\.|repr\.)\s{1,9}"
    r"(?:in\s{1,9}(?:(?:full|part|translation)\s{1,9}(?:in\s{1,9}|by\s{1,9})?)?|by\s{1,9}|from\s{1,9})"
)
_FULL_TEXT = (
    r"For\s{1,9}(?:the|an?)\s{1,9}(?:[a-z]+\s{1,9}|English\s{1,9}|Russian\s{1,9}|German\s{1,9}){0,3}(?:texts?|translations?|versions?|transcripts?)"
    r"(?:\s[^.;:()]{0,120}?)?,?\s{1,9}see(?:\s{1,9}also)?:?\s{1,9}"
)
_OTHERS = r"(?:zit(?:iert|\.)\s{1,9}nach|abgedr(?:uckt|\.)\s{1,9}in:?|cit(?:at[aoi]|\.)\s{1,9}(?:in|da)|cit(?:ad[ao]|\.)\s{1,9}(?:por|en|in)|cité\s{1,9}(?:dans|par)|цит\.\s{1,9}по:?)\s{1,9}"
_BARE = r"(?<=\()(?:quoted|cited|printed),?\s(?=(?-i:[A-ZÀ-Ö]|ibid))"
CONTAINER = re.compile(rf"(?<![\w-])(?:{_FULL_TEXT}|{_PRINTS}|{_OTHERS}|{_BARE})(?=[\w“\"‘«„(\[])", re.IGNORECASE)
_CONTAINER_HINTS = listed("""
    cited quoted printed reproduced published excerpted qtd. rpt. repr. text translation version transcript zit abgedr cit цит
""")
"""Of which one is in each such signal, in lower case: a text without them is looked at no further."""
_IN_BACK = re.compile(r"(?<=[,.])\s{1,9}(?:in:?\s{1,9})(?=ibid|ebd|ibidem|op\.\s?cit)", re.IGNORECASE)
_CITING = re.compile(r"(?<=, )(?:citing|quoting)\s(?=[A-ZÀ-ÖØ-ÞА-Я“\"‘„«])")
_GERMAN_MORE = r"(?:auch|schon|etwa|bereits|jetzt|näher|eingehend|ausführlich|im\sEinzelnen|v\.\s?a\.|vor\sallem|insbes(?:ondere|\.)|z\.\s?B\.|statt\s(?:vieler|aller))"
_LEAD_IN = r"(?:\s[a-zß-ÿ][a-zß-ÿ’']{0,20}){1,8}(?=:)"
"""What a signal says of the references that it leads in: "si vedano inoltre i recenti studi:"."""
_GERMAN_LEADS = (
    r"(?:(?:vgl\.|siehe|s\.)\s)?(?:dazu|hierzu|dagegen|ähnlich|ebenso|(?:a\.\s?A\.|anders|abweichend|kritisch|krit\.|zustimmend|zust\.|st\.\s?Rspr\.,?(?:\s(?:so|vgl\.))?)(?=[:,]?\s(?-i:[^\W\d_a-zß-ÿ]|vgl))|ferner|zuletzt|grundlegend|einführend|ausführlich|(?:zum|zur)\s(?:(?:ganzen|folgenden)\s)?(?:Folgenden|Ganzen|Abschnitt|Kapitel|Thema|Problem|Begriff|Frage)(?=[:,]?\s(?-i:[^\W\d_a-zß-ÿ])))"
    rf"(?:\s{_GERMAN_MORE})?|(?:so|etwa)\s(?:auch|schon|bereits|etwa|zuletzt|jetzt)|vgl\.(?:\s(?:auch|etwa|z\.\s?B\.))?(?:\s{_GERMAN_MORE})?"
)
_ADDS = r"(?:sowie(?:\s(?:auch|bei|in|etwa|zuletzt|schon|jetzt|insbes(?:ondere|\.)|v\.\s?a\.|z\.\s?B\.)){0,2}|ainsi\sque|nonché|así\scomo)"
_ALSO = re.compile(
    rf"\s(?P<also>{_ADDS}\s(?=[„“«‘]?[^\W\d_a-zß-ÿ][\w’'.-])"
    r"|(?:und|et|e|y)\s(?![IVXLC]+\b)(?=[^\W\d_a-zß-ÿ][\w’'-]+(?:[,:/]|\s\(?(?:1[5-9]|20)\d\d)))(?!(?:S|Bd|Nr|Kap|Anm|Fn|Rn|Abb|Taf|Tab|Sp|Bl|Z)\b)"
)
"""A word that adds another reference behind the pages or the imprint of one: "S. 6, sowie Reed, Weirs, S. 7"."""
_ALSO_HINTS = (" sowie ", " ainsi que ", " nonché ", " así como ", " und ", " et ", " e ", " y ")
_REFERRED = re.compile(
    r"(?:\b(?:S|Sp|Rn|Rdnr|Rz|pp?|Bl|fols?|cc?)\.\s?\d[\d\s–-]{0,12}(?:\s?ff?\b\.?)?|\d\s?ff?\.|\)|[,:]\s\d{1,4}(?:[–-]\d{1,4})?),?$"
    r"|[^\W\d_]\s(?:1[5-9]|20)\d\d[a-h]?,$"
)
"""The end of a reference: its pages, its bracket, or its town and year."""
_REFERRED_WINDOW = 30
_SIGNAL_AMID = re.compile(
    r"(?<=\s)(?:cfr\.|véan?se|siehe|vgl\.|(?<=[–—-]\s)(?:Vgl\.|Siehe|Cfr\.|Ähnlich|Ebenso))\s(?=(?:[a-zß-ÿ]{2,10}\.?\s){0,2}[„“«]?[^\W\d_a-zß-ÿ])|(?<=,\s)(?:voir|vedi|si\sved(?:a|ano))\s(?=(?:[a-zß-ÿ]{2,10}\.?\s){0,2}[„“«]?[^\W\d_a-zß-ÿ])",
)
"""A signal abroad within a sentence: "Sul mulino cfr. Marsh, Le acque"."""
_AMID_HINTS = (
    " cfr. ",
    " véa",
    " siehe ",
    " vgl. ",
    ", voir ",
    ", vedi ",
    ", si ved",
    "- Vgl",
    "– Vgl",
    "— Vgl",
    "- Siehe",
    "– Siehe",
)
_SOURCE_BEHIND = re.compile(r"(?<=[\"”»’'])\s?(?:—|--)\s?(?=[^\W\d_a-zß-ÿ])")
"""Between a quotation and its source: "Like birds."—Marsh, Relation, 1633, 190."""
SIGNAL = re.compile(
    rf"(?i:(?:voir|vedi|si\sved(?:a|ano)|cfr\.|cf\.|véanse|véase){_LEAD_IN}|citing|quoting|(?:but\s|and\s|also\s)?{SEE}|"
    rf"(?:but\s)?cf\.(?:\s(?:also|e\.g\.|aussi|également|notamment|también))?|cfr\.(?:\sanche)?|compare|e\.g\.,?|accord|contra|{_GERMAN_LEADS}|{_ADDS}|siehe(?:\s{_GERMAN_MORE})?"
    r"|voir(?:\s(?:aussi|notamment|en\sparticulier|par\sexemple),?)?|см\.|vedi(?:\sanche)?|si\sved(?:a|ano)(?:\s(?:anche|inoltre))?|véase(?:\s(?:también|además))?|véanse|in:|(?-i:und|et|e|y)(?=\s[^\W\d_a-zß-ÿ]))[:,]?\s{1,9}"
)
CONTINUES = re.compile(
    r"(?:available|accessed|accessible|retrieved|online|https?:|www\.|doi\b|prepared\s{1,9}by|translated\s{1,9}by|edited\s{1,9}by|"
    r"trans\.|with\s{1,9}an?\s{1,9}(?:foreword|introduction)|url\b|last\s{1,9}accessed|pp?\.\s?\d|S\.\s?\d|[стл]\.\s?\d)",
    re.IGNORECASE,
)
_TITLE_GOES_ON = re.compile(
    r"(?:wherein|whereby|where ?unto|whereto|whereof|being|containing|shewing|showing|declaring|proving|together\swith|as\salso|"
    r"with\s(?:an?|the|some)\s[a-z]+\s(?:of|to|on|upon|concerning|touching)|to\swhich|in\s(?:two|three|four|five|six|seven)\s)"
    r"[^;]{1,400}\s(?:1[4-9]|20)\d\d\b"
)
_PART_BEHIND = re.compile(
    r"(?:App(?:endix|x)?|Part|Book|Vol|Q|Nos?)\b\.?(?:\s(?:[IVXLC]{1,6}|\d{1,5})\b|\s(?:Part|Book|Vol|No|p)\b|\.?$)"
)
_IMPRINT_ALONE = re.compile(
    r"(?:New\s|St\.\s)?[A-ZÀ-Ö][\w-]+(?:[ /-][A-ZÀ-Ö][\w-]+)?:\s[A-ZÀ-Ö][^.;:()]{2,60},\s(?:1[4-9]|20)\d\d(?:,\s(?:(?:pp?|S)\.\s?)?\d{1,5}(?:[-–]\d{1,5})?)?[\s.]*"
)
"""An imprint by itself behind a full stop: "Dover: Hale, 2013, pp. 4-5"."""
_ROLE_ALONE = re.compile(r"(?:Eds?|Trans|Edited|Translated)\b")
_PRINTED = re.compile(r",\s(?:[A-ZÀ-Ö][\w .-]{2,30}\s)?(?:1[4-9]|20)\d\d\b|\b(?:S|pp?|Anm)\.\s?\d|\(")
"""Where a reference has its imprint or its pages already."""
_THE_SAME = re.compile(r"(?:ders|dies)\.\s\((?:Hgg?|Hrsg|ed)", re.IGNORECASE)
_SHELVES = frozenset(
    {"dep", "add", "misc", "spr", "ark", "cols", "top", "eng", "cmd", "cmnd", "cd"}
)  # before the numbers of archives
_RUSSIAN = re.compile(
    r"\s(?:Ф|Оп|П|Пор|Д|Л|Лл)\.\s?(?:Р-)?\d|\s(?:[—–]\s)?(?:(?:М|Л|СПб|Пг)\.(?:\s?[;–—-]\s?(?:М|Л|СПб)\.)?[:,]\s|[А-ЯЁ][а-яё]{2,20}(?::\s[А-ЯЁ][^.,]{1,60})?,\s(?:1[5-9]|20)\d\d\b"
    r"|(?:Т|Кн|Ч|Вып|С)\.\s?[\dIVX]|№\s?\d|(?:1[5-9]|20)\d\d\.(?:\s?$|\s(?:[—–]\s)?(?:№|(?:Т|Вып|С|Кн|Ч)\.)))"
)
"""What belongs to the reference before it: parts of a call number, imprint, volume, number, pages."""
_DIGIT = re.compile(r"\d")
_TITLE_NEXT = re.compile(rf"[,:]?\s(?:{STAND_IN}|[“„«\"‘'])|,\s[^\W\d_a-zß-ÿ][^;]{{3,200}}\(")
"""A title that can be told from the name before it, in italics or quotation marks, or by the bracket behind it."""
_JOINT = re.compile(r"^(?:and|und|et|y|e)\s")
_LONGEST_TITLE = 200
_LEVELS_NEXT = re.compile(r"\s\d{1,3}[.:]\d")
"""Book and chapter of an old text: "Thuc. 1.22", "Gen. 1:3"."""
_INITIAL_NEXT = re.compile(r"\s[AI]\.\s?[A-ZÀ-Ö]")
"""A name behind an abbreviation: "ed. A. Nye"."""
_OLD_WORK = re.compile(r"(?<!\w)(?P<author>[A-Z][a-z]{1,7})\.,?\s(?:[A-Z]\w{0,9}\.?\s?){1,3}$")
_IN_REPORTER = re.compile(r"\b\d{1,4}\s(?:[A-Z&][\w’'&]{0,14}\.?\s){0,5}[A-Z][\w’']{0,14}$")
_REPORTER_ENDS = re.compile(
    r"(?:\s(?:[A-Z&][\w’'&]{0,14}\.?(?:[A-Z]\.){0,3}|on|of|and|the|in|for)){0,6}\s\d{1,5}(?=,\s\d|\s\()"
)
"""A law review with its volume and page: "77 Elm. L. Rev. 1001, 1010"."""
_REPORTER_WINDOW = 80
_BARE_INITIAL = 1
_ABBREVIATION_NEXT = re.compile(r"\s[^\W\d_a-zß-ÿ][a-z]{1,6}\.\s")
_PAGES_NEXT = re.compile(r"\s\d[\d\s,–-]{0,80}(?:ff?|sqq?|n)?\s?(?:[.;:)\]]|$)")
_VOLUME = re.compile(r"[ivxl]{2,6}")
"""A volume's number before its page: "ii. 45"."""
_LIST_NUMBER = 6
_DAY_DIGITS = 2
_COUNTED = frozenset({"Sitzung", "Wahlperiode", "WP", "Aufl", "Auflage", "Jahrgang", "Jg", "Jahrhundert", "Kongress"})
"""What German ordinals count, whose full stop ends nothing."""


TaggedAs = Literal["published", "kept"]


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of a note that is read in one go.

    Attributes:
        start, end: In the note's clean text, without white space at the edges.
        container: Whether words like "cited in" opened it; `lead` is their length.
        closes: Whether a sentence ended right before it (and not a semicolon or a signal).
        whole: Whether it is one reference from end to end.
        tagged: What the tagger is to read that as.
    """

    start: int
    end: int
    container: bool = False
    lead: int = 0
    closes: bool = True
    whole: bool = False
    tagged: TaggedAs | None = None

    def begin(self, text: str) -> int:
        """Where its words begin: behind a signal, or behind what opened it."""
        signal = SIGNAL.match(text, self.start, self.end)
        return signal.end() if signal else self.start + self.lead


def behind_signal(text: str, start: int = 0, end: int | None = None) -> int:
    """Where the words behind a signal begin that opens a stretch; at its start, if none does."""
    signal = SIGNAL.match(text, start, len(text) if end is None else end)
    return signal.end() if signal else start


def atoms(text: str) -> list[Atom]:
    """Cut a note's text. The atoms are in order, disjoint, and cover all but white space and lone punctuation."""
    nest = nesting(text)
    cuts = {start: Atom(start, 0, closes=closes) for start, closes in ((0, True), *_divided(text, nest))}
    for match in CONTAINER.finditer(text) if holds_any(text.lower(), _CONTAINER_HINTS) else ():
        if not _in_quotes(nest, text, match.start()):
            cuts[match.start()] = Atom(match.start(), 0, container=True, lead=match.end() - match.start())
    for match in filter(lambda match: nest.free(match.start()), _IN_BACK.finditer(text)):
        cuts[match.start()] = Atom(match.start(), 0, container=True, lead=match.end() - match.start())
    for start in _further(text, nest):
        cuts[start] = Atom(start, 0, closes=False)
    return _led_in(text, _joined(text, _trimmed(text, [cuts[start] for start in sorted(cuts)])))


def _divided(text: str, nest: Nesting) -> Iterator[tuple[int, bool]]:
    """Where full stops, semicolons and brackets that list references divide a text, and whether a sentence ends there."""
    for match in _STOP.finditer(text):
        if match.group() != ";":
            if _ends_sentence(text, match, nest):
                yield match.end(), True
        elif nest.free(match.start()):
            yield match.end(), False
    for start in _listed_in_brackets(text, nest):
        yield start, False


def _listed_in_brackets(text: str, nest: Nesting) -> Iterator[int]:
    """Where references in a bracket amid a sentence begin, and where that ends: "older work (A. Reed, “Ink,” …; T. Marsh, …) shows"."""
    for group in nest.groups:
        inside = text[group.open + 1 : group.close]
        if group.mark != "(" or ";" not in inside:
            continue
        free = nesting(inside).free
        starts = [0, *(match.end() for match in re.finditer(";", inside) if free(match.start()))]
        parts = [inside[start:end] for start, end in pairwise([*starts, len(inside)])]
        if len(parts) > 1 and all(map(_cites_whole, parts)):
            yield from (group.open + 1 + start for start in starts)
            yield group.close


def _cites_whole(words: str) -> bool:
    """Whether a part of a bracket is a reference of its own: a name, a title that can be told, and numbers."""
    words = _JOINT.sub("", words.strip(" ;"))
    words = words[behind_signal(words) or reference_behind(words, 0, len(words)) or 0 :]
    names = read_names(words)
    return (
        bool(names.names) and _TITLE_NEXT.match(words, names.end) is not None and bool(_DIGIT.search(words, names.end))
    )


def _further(text: str, nest: Nesting) -> Iterator[int]:
    """Where further references begin within a sentence: behind signals, behind words that add them, behind quotations."""
    for match in _ALSO.finditer(text) if holds_any(text, _ALSO_HINTS) else ():
        before = max(0, match.start() - _REFERRED_WINDOW)
        if _REFERRED.search(text, before, match.start()) and _DIGIT.search(
            text, match.end(), match.end() + _LONGEST_TITLE
        ):
            yield from filter(nest.free, (match.start("also"),))
    for pattern in (_CITING, _SOURCE_BEHIND, *((_SIGNAL_AMID,) if holds_any(text, _AMID_HINTS) else ())):
        yield from filter(nest.free, (match.start() for match in pattern.finditer(text)))


def sentence_ends(text: str) -> list[int]:
    """Where a text's full stops end a sentence (or a part of a reference): the offsets behind them."""
    nest = nesting(text)
    stops = (match for match in _STOP.finditer(text) if match.group() != ";")
    return [match.end() for match in stops if _ends_sentence(text, match, nest)]


def _in_quotes(nest: Nesting, text: str, index: int) -> bool:
    """A signal counts outside of groups, or right behind an opening bracket: "(quoted by Smith, Title, p. 3)"."""
    group = nest.at(index)
    return group is not None and (group.quoted or bool(text[group.open + 1 : index].strip()))


def _ends_sentence(text: str, match: re.Match[str], nest: Nesting) -> bool:
    """Whether a full stop (question mark …) ends a sentence of the note rather than an abbreviation or a title."""
    group = nest.at(match.start())
    if group is not None and not (group.quoted and group.close < match.end()):
        return False
    if _RUSSIAN.match(text, match.end()):
        return False
    following = _NEXT.match(text, match.end())
    word = following[1] if following else ""
    first = word[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    if match.group()[0] != ".":
        if group is not None and word not in OPENERS and text[max(0, group.open - 3) : group.open].rstrip()[-1:] == ",":
            return False
        return not (group is not None and first.isdigit())
    return not _abbreviates(text, match, word)


def _abbreviates(text: str, match: re.Match[str], word: str) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial or a list number; `word` is the next one."""
    before = _WORD_BEFORE.search(text, max(0, match.start() - _WORD_WINDOW), match.start())
    last = before.group() if before else ""
    if last.isdigit() and match.start() <= _LIST_NUMBER:
        return not text[: match.start() - len(last)].strip(" [(")
    if last.isdigit() and len(last) <= _DAY_DIGITS and (word.lower() in MONTHS or word in _COUNTED):  # "12. Juni 1941"
        return True
    if len(last) == _BARE_INITIAL and last.isalpha():
        return word not in OPENERS or word in {"A", "I"} or last == "v"  # "Reed v. The Anna"
    if last in ABBREVIATED and word not in OPENERS:
        return True
    if last.lower() in ABBREVIATIONS or "." in last:
        return not ((last.lower() in MAY_CLOSE or "." in last) and word in OPENERS) or bool(
            _INITIAL_NEXT.match(text, match.end())
        )
    numbered = (
        last.isupper()
        or last.lower() in MONTHS
        or last.lower() in _SHELVES
        or (_VOLUME.fullmatch(last) and _PAGES_NEXT.match(text, match.end()))
    )
    return _goes_on(text, match, last) or (word[:1].isdigit() and bool(numbered))


def _goes_on(text: str, match: re.Match[str], last: str) -> bool:
    """Whether what stands behind a full stop shows that it ends nothing: places of an old text, an editor, a law review's page."""
    if text[match.end() + 1 : match.end() + 2].isdigit() and _is_old_work(text, match):
        return True
    if last.lower() in STATES and _ABBREVIATION_NEXT.match(text, match.end()):
        return True
    if _LEVELS_NEXT.match(text, match.end()) or _THE_SAME.match(text, match.start() - len(last)):
        return True
    if not _REPORTER_ENDS.match(text, match.end()):
        return False
    return _IN_REPORTER.search(text, max(0, match.start() - _REPORTER_WINDOW), match.start()) is not None


def _is_old_work(text: str, match: re.Match[str]) -> bool:
    """Whether the words before a full stop are an old author and his work: "Arist. Pol."."""
    before = _OLD_WORK.search(text, max(0, match.start() - _WORD_WINDOW), match.start())
    return before is not None and before["author"] in ABBREVIATED


def _trimmed(text: str, raw: list[Atom]) -> list[Atom]:
    """Give each atom its end and take white space and stray punctuation off its edges."""
    out: list[Atom] = []
    for index, atom in enumerate(raw):
        start, end = atom.start, raw[index + 1].start if index + 1 < len(raw) else len(text)
        while start < end and not (text[start].isalnum() or text[start] in "([“\"‘'„«§†*"):
            start += 1
        while end > start and text[end - 1] in " \t\n\r;,(":
            end -= 1
        if any(char.isalnum() for char in text[start:end]):
            out.append(Atom(start, end, atom.container, max(0, atom.lead - (start - atom.start)), atom.closes))
    return out


def _led_in(text: str, parts: list[Atom]) -> list[Atom]:
    """Part the words that lead in to a reference from it: "Although A. Reed, *Weirs* (Dover: Hale, 1990)"."""
    out: list[Atom] = []
    for atom in parts:
        begin = reference_behind(text, atom.begin(text), atom.end)
        if begin is None:
            out.append(atom)
        else:
            out += (replace(atom, end=begin), Atom(begin, atom.end, atom.container, closes=False))
    return out


def _joined(text: str, parts: list[Atom]) -> list[Atom]:
    """Put "Available online at …" and the like back to the atom that they belong to."""
    out: list[Atom] = []
    for atom in parts:
        if out and not atom.container and (_continues(text, out[-1], atom) or _holds_part(text, out[-2:], atom)):
            last = out.pop()
            if text.startswith("In: ", atom.start) and not _is_part(text[last.start : last.end]):
                last = replace(out.pop(), end=last.end)
            out.append(Atom(last.start, atom.end, last.container, last.lead, last.closes))
        else:
            out.append(atom)
    return out


def _holds_part(text: str, before: list[Atom], atom: Atom) -> bool:
    """Whether an atom says what the part before it is in; that part's title may have a subtitle behind a full stop."""
    if not text.startswith("In: ", atom.start):
        return False
    parts = [text[one.start : one.end] for one in before]
    subtitled = (
        len(parts) > 1
        and before[-1].closes
        and _is_part(parts[0])
        and not _DIGIT.search(parts[1])
        and not talks(parts[1])
    )
    return _is_part(parts[-1]) or subtitled


def _is_part(words: str) -> bool:
    """Whether "In:" behind these words says what they are a part of: "Eva Horn: Das Meer. In: Hafenblätter 12"."""
    words = words[behind_signal(words) :]
    names = read_names(words)
    rest = words[names.end :]
    marked = bool(names.names) and rest[:1] in {":", ",", "."}
    return marked and len(rest) < _LONGEST_TITLE and not _PRINTED.search(rest)


def _continues(text: str, last: Atom, atom: Atom) -> bool:
    """Whether an atom has an address, an imprint, a part or the second half of an old title for the one before it."""
    if CONTINUES.match(text, atom.start, atom.end):
        return True
    if not atom.closes:
        return bool(_TITLE_GOES_ON.match(text, atom.start, atom.end)) and not _DIGIT.search(text, last.start, last.end)
    if _IMPRINT_ALONE.fullmatch(text, atom.start, atom.end) and not _PRINTED.search(text, last.start, last.end):
        return not _ROLE_ALONE.match(text, last.start, last.end)
    if TOWN_BEHIND.match(text, atom.start - 1, atom.end):
        return text[last.end - 1] in '”"»'
    title = text[last.start : last.end]
    return (
        bool(_PART_BEHIND.match(text, atom.start, atom.end))
        and title[:1].isupper()
        and len(title) < _LONGEST_TITLE
        and not talks(title)
    )
