"""Archival references read by their stretches: who keeps it, where, in which collection, under which number, which document.

The table of `holdings` knows the numbers of some thirty systems; most archives and libraries have one of their own, and
documents stand before the number in one house's style and behind it in another's. What commas divide tells them apart
("Ada Marsh Papers, MS 3521, box 4, Reed to Hill, 3 May 1950, Old Town Library"): a reference is held if each stretch is
one of these, an archive and a number among them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal, get_args

from argmap.cite.archives import find_calls, holder_names
from argmap.cite.dates import find_dates
from argmap.cite.documents import KEEPERS, is_exchange, parse_document
from argmap.cite.drafts import talks
from argmap.cite.hereafter import HEREAFTER
from argmap.cite.holders import HOLDERS
from argmap.cite.lexicon import DOCUMENT_NOUNS, PLACES, listed
from argmap.cite.nesting import nesting
from argmap.cite.units import ACRONYM, SERIES, UNIT, archive_shown, printed_rather
from argmap.cite.work import Work, clean, date_in
from argmap.model import Locator

Kind = Literal["keeper", "place", "collection", "call", "leaf", "date", "document", "aside", "words"]

_CUT = re.compile(r"[,:](?=\s)|\s[–—]\s|(?<=[,.][”\"’»])\s")
_KEEPS = re.compile(
    r"\b(?:Archives?|Archiv|Archivio|Archivo|Arhiv\w*|Arquivo|Archiwum|Archief|Librar(?:y|ies)|Bibliothek|Bibliothèque|Biblioteca"
    r"|Records?\sOffice|Record\sCentre|Historical\sSociety|RO|Service\shistorique|Athenaeum|Museum|[A-ZÄÖÜ]?[a-zäöüß]+(?:archiv|bibliothek|archief|arkivet?|biblioteket?)|Arkivet?|Arquivos|Archivos|Shiry[ōo]kan|архив)\b"
)
_NAME = re.compile(
    r"(?!(?i:history|guide|catalogue|inventory|papers)\s(?:of|to)\b)(?:The\s)?[A-ZÀ-ÖÄÖÜА-Я][^\W\d_][^\d“”\"]{1,90}"
)
_SHORT_FOR = re.compile(r"\s?\((?P<short>[A-ZÀ-ÖА-Я][\w-]*(?:\s[A-ZÀ-ÖА-Я][\w-]*){0,2})\)$")
_COLLECTION = re.compile(
    r"\b(?:Papers|Files?|Records?|Collections?|Series|Diar(?:y|ies)|Correspondence|Division|Department|Manuscripts|Nachla(?:ss|ß)"
    r"|papiers|fonds|Fondo?s?)\b"
)
_STATE = re.compile(r"(?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{2,4}\.)$")
_SEATS = frozenset(
    listed("""
    Missouri Virginia Massachusetts Maryland California Texas Michigan Georgia Arkansas Kansas Illinois Ohio Iowa
    Connecticut Pennsylvania Ontario Kew Vincennes Independence Abilene Austin Stanford Norfolk Simancas Koblenz Potsdam
    Freiburg Moscow Warsaw Prague Budapest Beijing Washington
""")
)
"""Where archives stand, beside the towns of printers; states among them."""
_PLACES = PLACES | _SEATS
_LABELLED = re.compile(
    r"(?:box(?:es)?|folders?|files?|dossiers?|pièces?|cartons?|containers?|reels?|rolls?|frames?|vol(?:ume|s|\b)\.?|part|pt\.|sec(?:tion|\.)|lot"
    r"|entry|item|fond|f\.|opis[’'ʹ]?|op\.|delo|d\.|papka|p\.|spr\.|ф\.|оп\.|п\.|д\.|leg(?:ajo|\.)|Bd\.|Band|Akten?|Nr\.|nos?\.|Karton|Kart\.|mf\.|microfilm|RG|record\sgroup|MSS?\b\.?|Mss?\b\.?|bundle)"
    r"\s?[#№]?\s?(?:[^\W_]|[“\"‘])[^;]{0,60}",
    re.IGNORECASE,
)
_CODE_WORD = (
    r"(?:[^\Wa-zß-ÿ_][\w./&+’'–-]*|\d[\w./&+–-]*|\([\w\s./-]{1,16}\)|[a-z]{1,5}\.|[a-z]|part|box|file|lot|doboz)\.?"
)
_CODE = re.compile(rf"(?=.*\d){_CODE_WORD}(?:\(\w{{1,6}}\))?(?:\s{_CODE_WORD}){{0,7}}")
_YEARS = re.compile(r"(?:[^\W_]*[a-zß-ÿ][^\d]*\s)?(?:1[4-9]|20)\d\d(?:[-–/](?:\d\d){1,2})?")  # "China Files 1950"
_LEAF = re.compile(
    r"(?:fols?|folios?|ff?|fls?|fos?|Bll?|ll?|list[yi]?|pp?|cols?|cc?|ark|лл?)\.?\s?"
    r"(?P<value>\d{1,5}[a-z]?(?:\s?[rv]\b|ob)?(?:\s?[-–—]\s?\d{0,5}(?:\s?[rv]\b|ob)?)?)(?:\sff?\.)?"
)
_ASIDE = re.compile(
    r"(?:trans(?:l|lated)?\b|translated\sby|in\sRussian|copy\b|draft\b|original\b|n\.\s?d\b|undated|https?:)"
)
_DATED = re.compile(r"(?:[Dd]ated|[Pp]roved|vom|du|of|for|on)\s")
_IMPRINT = re.compile(r"\([^()]{2,80}:\s[^()]{2,80},\s(?:1[4-9]|20)\d\d\)|https?:\S{0,80}\s\(")
_PRIVATE = (
    r"(?:notebook|diary|journal|log(?:book)?|day\s?book|letter\s?book|account\s?book|minute\s?book|commonplace\sbook|ledger|scrapbook|sketchbook"
    r"|inventory|receipt|invoice|bill\sof\slading|deed|indenture|muster\sroll|manifest|crew\slist|tagebuch|notizbuch)"
)
"""What private persons, ships and shops leave."""
_CASE = r"(?:pension|service|personnel|case|probate|court-martial|naturali[sz]ation|patient|police|claim)\s(?:file|record|application|case|papers)"
"""Files on persons."""
_DOCUMENT = re.compile(
    rf"(?:[^\W\d_][\w’'.-]*\s){{0,3}}?(?:{'|'.join(DOCUMENT_NOUNS)}|entry|eintrag|will|rapport|notes|meeting|{_PRIVATE}|{_CASE}|file\s(?:of|on|for))s?\b",
    re.IGNORECASE,
)
_LEFT = re.compile(rf"(?:[^\W\d_][\w’'.-]*\s){{0,4}}?(?:{_PRIVATE}|{_CASE})s?\b", re.IGNORECASE)
_PLACED = re.compile(r"(?P<title>[^“”\"«»]{3,300})[”\"»],\s(?P<place>[^“”\"«»]{2,60})")
"""A title in quotation marks and where the document was written: "“Causa contra Marsh”, Popayán"."""
_SHELFMARK = re.compile(r"\s(?=(?:MSS?|Mss?|mss?)\b\.?\s)")
_SHORT = re.compile(ACRONYM)
_NUMBERED_SERIES = re.compile(
    r"[^\W\d_a-zß-ÿ][^\d,;:“”\"]{1,60}\s(?!(?:1[4-9]|20)\d\d$)\d{1,6}(?:[a-z]|\s?bis|/\d{1,4})?"
)
"""A series and the number in it: "Mediceo del Principato 1234"."""
_SERIES_WORDS = 6
_QUOTES = '“"‘„«'
_KNOWN = re.compile(
    "|".join(
        f"{first}(?:{'|'.join(re.escape(name[1:]) for name in names)})"
        for first, names in groupby(sorted(HOLDERS), key=itemgetter(0))
    )
)
"""The archives that are known, by their first letters: so each letter of a text is looked at once."""
_MOST = 24
_TOWN_WORDS = 2
_MOST_WORDS = 14
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class _Stretch:
    kind: Kind
    start: int
    end: int


def parse_held(text: str, taught: Mapping[str, str]) -> Work | None:
    """Read one reference to an archive's holdings, whole; None if the text is anything else or more than one."""
    if len(text) > _LONGEST or not _keeps(text, taught) or _IMPRINT.search(text):
        return None
    systems = [call.system for call in find_calls(text)]
    if len(systems) != len(set(systems)):  # two numbers
        return None
    stretches = [_Stretch(_kind(text[a:b], taught), a, b) for a, b in _shelved(text, taught)]
    found = _settled(text, _abroad(text, _with_keeper(text, stretches)))
    kinds = [one.kind for one in found]
    if not {"keeper", "call"} <= set(kinds) or len(found) > _MOST or "words" in kinds:
        return None
    if printed_rather(text, [text[one.start : one.end] for one in found if one.kind == "call"]):
        return None
    document = _document(text, found)
    rest = [one for one in found if not document or not document.start <= one.start < document.end]
    if talks(_unquoted(text, rest)) or not {"keeper", "call"} <= {one.kind for one in rest}:
        return None
    return _work(text, document, rest, taught)


def _keeps(text: str, taught: Mapping[str, str]) -> bool:
    """Whether any word speaks of an archive: a quick look before the slow one."""
    if _KEEPS.search(text) or _KNOWN.search(text) or any(short in text for short in taught) or archive_shown(text):
        return True
    return bool(_LEFT.match(text) and find_dates(text))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """What commas and colons divide, outside of quotation marks, brackets and dates; the marks at its edges left out."""
    nest, dates = nesting(text), find_dates(text)
    begin = 0
    for match in [*_CUT.finditer(text), None]:
        at = match.start() if match else len(text)
        if match and (not nest.free(at) or any(date.start <= at < date.end for date in dates)):
            continue
        start, end = begin, at
        while start < end and text[start] in " \t.,":
            start += 1
        while end > start and text[end - 1] in " \t.,":
            end -= 1
        if start < end:
            yield start, end
        begin = match.end() if match else at


def _shelved(text: str, taught: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The stretches, with a cut between an archive and its manuscript where no comma stands: "Elm Library MS 12"."""
    for start, end in _stretches(text):
        match = _SHELFMARK.search(text, start, end)
        if match and _is_keeper(text[start : match.start()], taught):
            yield from ((start, match.start()), (match.end(), end))
        else:
            yield start, end


def _kind(words: str, taught: Mapping[str, str]) -> Kind:
    """What a stretch is by itself; `words` for those that are nothing of this."""
    day = next((date for date in find_dates(words) if date.day), None)
    if day and day.end == len(words) and not _DATED.sub("", words[: day.start]).strip():
        return "date"
    tests: tuple[tuple[Kind, object], ...] = (
        ("aside", _ASIDE.match(words)),
        ("leaf", _LEAF.fullmatch(words)),
        (
            "document",
            words[0] in _QUOTES or is_exchange(words) or (_DOCUMENT.match(words) and not _COLLECTION.search(words)),
        ),
        ("document", day and day.end == len(words)),
        ("keeper", _is_keeper(words, taught)),
        ("collection", not day and SERIES.match(words) and len(words.split()) < _MOST_WORDS),
        (
            "call",
            _LABELLED.fullmatch(words)
            or UNIT.fullmatch(words)
            or (_CODE.fullmatch(words) and not _YEARS.fullmatch(words)),
        ),
        ("place", _SHORT_FOR.sub("", words) in _PLACES or _STATE.match(words)),
        (
            "collection",
            not day and len(words.split()) < _MOST_WORDS and (words[0].isupper() or _COLLECTION.match(words)),
        ),
    )
    return next((kind for kind, holds in tests if holds), "words")


def _is_keeper(words: str, taught: Mapping[str, str]) -> bool:
    bare = _SHORT_FOR.sub("", HEREAFTER.sub("", words))
    first, _, rest = bare.partition(" ")
    if bare in HOLDERS or bare in taught or bare in HOLDERS.values():
        return True
    if _NAME.fullmatch(bare) and bare != words and HEREAFTER.search(words):
        return True
    if (first in HOLDERS and rest in _PLACES) or (first in taught and rest.isalpha() and rest.istitle()):
        return True
    return bool(_NAME.fullmatch(bare) and _KEEPS.search(bare)) and len(bare.split()) < _MOST_WORDS


def _with_keeper(text: str, found: list[_Stretch]) -> list[_Stretch]:
    """Private papers with their day are kept by whoever stands before their number: "Reed diary, 3 May 1852, Elm Mills, VFM 210"."""
    first = text[found[0].start : found[0].end] if found else ""
    kinds = [one.kind for one in found]
    if "keeper" in kinds or "date" not in kinds or "call" not in kinds or not _LEFT.match(first):
        return found
    place = kinds.index("call") - 1
    if kinds[place] != "collection" or _COLLECTION.search(text[found[place].start : found[place].end]):
        return found
    return [*found[:place], _Stretch("keeper", found[place].start, found[place].end), *found[place + 1 :]]


def _abroad(text: str, found: list[_Stretch]) -> list[_Stretch]:
    """What an acronym that no table has keeps, if units show that it is an archive: "AGNC, sección colonia, tomo 71, f. 3".

    What stands between an archive and its number is a series, whether it begins with a capital or not.
    """
    words = [text[one.start : one.end] for one in found]
    kinds = [one.kind for one in found]
    shown = archive_shown(text)
    if "keeper" not in kinds and shown and not any(call.holder for call in find_calls(text)):
        kinds[next((i for i, word in enumerate(words) if _SHORT.fullmatch(word)), 0)] = "keeper"
    if "keeper" not in kinds:
        return found
    keeper = kinds.index("keeper")
    last = max((i for i, kind in enumerate(kinds) if kind in {"call", "leaf"}), default=keeper)
    for index in range(len(kinds)):
        if _YEARS.fullmatch(words[index]) and kinds[index] == "words":
            kinds[index] = "date" if index < keeper else "collection"
        elif keeper < index <= last and kinds[index] == "words" and len(words[index].split()) <= _SERIES_WORDS:
            kinds[index] = "collection"
        elif index == keeper + 1 and shown and _NUMBERED_SERIES.fullmatch(words[index]):
            kinds[index] = "call"
    return [_Stretch(kind, one.start, one.end) for kind, one in zip(kinds, found, strict=True)]


def _settled(text: str, found: list[_Stretch]) -> list[_Stretch]:
    """Words before the document's kind or day, and behind the last number, are its own ("Marsh, memcon, 3 May 1950").

    A name before the archive is an author's, and what it opens no reference to holdings.
    """
    last = max((i for i, one in enumerate(found) if one.kind in {"keeper", "call", "leaf"}), default=len(found))
    lead = next((i for i, one in enumerate(found) if one.kind in {"document", "date"}), len(found))
    first = next((i for i, one in enumerate(found) if one.kind in {"keeper", "call"}), len(found))
    out: list[_Stretch] = []
    for index, one in enumerate(found):
        kind = one.kind
        before_day = any(other.kind == "date" for other in found[index:])
        if kind == "collection" and _is_town(text, out, found[index:]):
            kind = "place"
        behind = index > last and (kind == "words" or (kind == "collection" and before_day))
        if behind or (index < lead < first and kind in {"collection", "words", "place"}):
            kind = "document"
        elif (
            kind == "collection"
            and index < first
            and first < lead
            and not _COLLECTION.search(text[one.start : one.end])
        ):
            kind = "words"  # an author, rather
        out.append(_Stretch(kind, one.start, one.end))
    return out


def _is_town(text: str, out: list[_Stretch], rest: list[_Stretch]) -> bool:
    """Whether nothing but one or two words, and perhaps a state, stand behind an archive at the end: its town."""
    words = text[rest[0].start : rest[0].end]
    before = out[-1].kind if out else ""
    named = len(words.split()) <= _TOWN_WORDS and not _COLLECTION.search(words) and words.replace(" ", "").isalpha()
    return (
        named
        and before in {"keeper", "place"}
        and all(one.kind in {"place", "collection"} for one in rest)
        and len(rest) <= _TOWN_WORDS
    )


def _document(text: str, found: list[_Stretch]) -> _Stretch | None:
    """The stretches that name the document, from the first of them to its day."""
    own = [i for i, one in enumerate(found) if one.kind in {"document", "date"}]
    if not own:
        return None
    last = own[0]
    for index in range(own[0], len(found)):
        if found[index].kind not in {"document", "date", "collection", "place"}:
            break
        if found[index].kind in {"document", "date"}:
            last = index
        if found[index].kind == "date" or any(
            date.day for date in find_dates(text[found[index].start : found[index].end])
        ):
            break
    return _Stretch("document", found[own[0]].start, found[last].end)


def _unquoted(text: str, found: list[_Stretch]) -> str:
    return " ".join(text[one.start : one.end] for one in found if text[one.start] not in _QUOTES)


def _work(text: str, document: _Stretch | None, rest: list[_Stretch], taught: Mapping[str, str]) -> Work:
    """The fields."""
    said = text[document.start : document.end] if document else ""
    dated = _DATED.match(said)
    work = parse_document(said[dated.end() if dated else 0 :], None, taught) if said else Work({"type": "document"})
    if match := _PLACED.fullmatch(work.fields.get("title") or ""):
        work.fields.update(title=match["title"], note=match["place"])
    of = {kind: [clean(text[one.start : one.end]) for one in rest if one.kind == kind] for kind in get_args(Kind)}
    custom: dict[str, Any] = dict(work.fields.pop("custom", None) or {})
    archive, others = _archive([text[one.start : one.end] for one in rest if one.kind == "keeper"], taught, custom)
    work.put(
        archive=archive,
        archive_place=", ".join(of["place"]) or custom.pop("archive-place", None),
        archive_collection=", ".join([*others, *of["collection"]]) or None,
        archive_location=_location(text, [one for one in rest if one.kind in {"call", "leaf"}]),
        note=", ".join(of["aside"]) or None,
        issued=date_in(of["date"][0]) if of["date"] else None,
    )
    leaves = _parts(text, of["call"], custom) or next(
        (match["value"] for match in map(_LEAF.fullmatch, of["leaf"]) if match), None
    )
    work.put(custom=custom)
    if leaves:
        work.locator = Locator(label="folio", value=re.sub(r"\s(?=[-–—rv])|(?<=[-–—])\s", "", leaves))
    return work


def _parts(text: str, said: list[str], custom: dict[str, Any]) -> str | None:
    """Put the parts of the number into `custom`, the whole of it where no system is known; the leaves, if a part says them."""
    calls = find_calls(text)
    for call in calls:
        custom.update({name: value for name, value in call.parts.items() if name not in KEEPERS})
    if left := [words for words in said if not any(words in call.text or call.text in words for call in calls)]:
        custom["call"] = ", ".join(left)
    return next((call.parts[call.folios] for call in calls if call.folios and call.folios in call.parts), None)


def _archive(keepers: list[str], taught: Mapping[str, str], custom: dict[str, Any]) -> tuple[str, list[str]]:
    """The archive's short name, its full one into `custom`, and what else speaks of one: rather the one that is known."""
    known = [name for name in keepers if name in HOLDERS or name in taught or name in HOLDERS.values()]
    chosen = (known or keepers)[0]
    name = HEREAFTER.sub("", chosen)
    first = name.partition(" ")[0]
    if first in taught and name not in taught:  # with its branch: "NLA Aurich"
        custom["branch"] = name.partition(" ")[2]
        name = chosen = first
    learnt = HEREAFTER.search(chosen) or _SHORT_FOR.search(chosen)
    if learnt and learnt["short"] in _PLACES:  # "Archivo General de la Nación (Lima)"
        custom["archive-place"], learnt = learnt["short"], None
    bare = _SHORT_FOR.sub("", name).strip(" ,")
    short, full = holder_names(learnt["short"].strip() if learnt else bare, taught)
    if full := (bare if learnt else full):
        custom["archive-name"] = full
    return short, [clean(one) for one in keepers if one is not chosen]


def _location(text: str, calls: list[_Stretch]) -> str:
    """The numbers as cited; what stands between two of them is left out."""
    out = ""
    for index, one in enumerate(calls):
        behind = index > 0 and not re.search(r"[^\W_]", text[calls[index - 1].end : one.start])
        out += (text[calls[index - 1].end : one.start] if behind else ", " if index else "") + text[one.start : one.end]
    return out
