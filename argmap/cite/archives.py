"""Archival call numbers by table: one row an archive system, with an example that a test parses.

To add a system, add a row. Labelled systems (fond, opis, delo; record group, box, folder) are chains of label and value;
patterned ones (FO 371/84057; BArch R 43/1234; F/7/123) are one regular expression with the parts as named groups.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a call number: its name in `Source.custom` and the labels that stand before it (regular expressions)."""

    name: str
    labels: str
    value: str = r"[\w][\w./–-]*"


@dataclass(frozen=True, slots=True)
class System:
    """A row of the table.

    Attributes:
        name: Of the system, for readers of the table.
        parts: In the order in which they are cited.
        least: How many parts make a call number.
        folios: The part that says which leaves: it becomes the mention's locator.
        pattern: Instead of labels, one expression with named groups; `parts` is empty then.
        holder: The archive, where the system belongs to one only.
        example, expected: A citation and its parts (`archive` among them), parsed by the meta-test.
    """

    name: str
    example: str
    expected: Mapping[str, str]
    parts: tuple[Part, ...] = ()
    least: int = 2
    folios: str | None = None
    pattern: str | None = None
    holder: str | None = None


_LEAVES = r"\d+[a-zа-я]?(?:\s?ob\.?|\s?об\.?)?(?:\s?[-–—]\s?\d+[a-zа-я]?(?:\s?ob\.?|\s?об\.?)?)?(?:,\s?\d+(?:[-–—]\d+)?(?![\w.]))*"  # noqa: E501, RUF001, RUF100 - one value

SYSTEMS: tuple[System, ...] = (
    System(
        name="Russian and other post-Soviet archives",
        parts=(
            Part("fond", r"fonds?|f\.|фонд|ф\."),
            Part("opis", r"opis[’'ʹ]?|op\.|опись|оп\."),
            Part("papka", r"papka|pap\.|p\.|por\.|папка|пап\.|п\.|пор\."),
            Part("delo", r"delo|d\.|дело|д\."),
            Part("listy", r"list[yi]?|ll?\.|листы?|лл?\.", _LEAVES),
        ),
        folios="listy",
        example="RGASPI, f. 17, op. 162, d. 9, ll. 12-14",
        expected={"archive": "RGASPI", "fond": "17", "opis": "162", "delo": "9", "listy": "12-14"},
    ),
    System(
        name="United States National Archives",
        parts=(
            Part("record-group", r"record\s+group|RG"),
            Part("entry", r"entry|E\."),
            Part("file", r"(?:central\s+)?(?:decimal\s+)?file|lot\s+file"),
            Part("box", r"box(?:es)?"),
            Part("folder", r"folders?|fldr\.?", r"(?:[“\"][^”\"]{1,80}[”\"]|[\w][\w./-]*)"),
        ),
        example="NARA, RG 59, Entry 1274, Box 12, Folder 3",
        expected={"archive": "NARA", "record-group": "59", "entry": "1274", "box": "12", "folder": "3"},
    ),
    System(
        name="Box and folder of a collection",
        parts=(
            Part("box", r"box(?:es)?"),
            Part("folder", r"folders?|fldr\.?", r"(?:[“\"][^”\"]{1,80}[”\"]|[\w][\w./-]*)"),
        ),
        example="Hill Papers, Box 4, Folder 17, Old Town Library",
        expected={"box": "4", "folder": "17"},
    ),
    System(
        name="The National Archives, Kew",
        pattern=r"\b(?P<class>FO|CAB|PREM|WO|DEFE|DO|CO|ADM|AIR|HO|HW|KV|FCO|SP|BT|T|MEPO|POWE|LAB|TS)"
        r"\s?(?P<series>\d{1,4})/(?P<piece>\d[\d/]*)(?:/(?P<document>[A-Z]{1,3}\d[\w/]*))?",
        holder="TNA",
        example="Minute of 3 July 1950, TNA, FO 371/84057, f. 12",
        expected={"archive": "TNA", "class": "FO", "series": "371", "piece": "84057"},
    ),
    System(
        name="Bundesarchiv",
        pattern=r"\b(?:BArchP?|BA|Bundesarchiv)(?:[-\s](?:MA|Berlin|Koblenz|Freiburg|Lichterfelde|SAPMO))?,?\s"
        r"(?P<bestand>(?:R|N|B|DY|DC|DE|DN|NS|RH|RM|RW|RL|Z|MSG)\s?\d{1,4}(?:\s[IVX]{1,4})?)\s?/\s?(?P<akte>\d[\w.-]*)"
        r"(?:,?\s(?:Bll?\.|Blatt)\s?(?P<blatt>\d+(?:\s?[-–]\s?\d+)?(?:\s?ff?\.)?))?",
        holder="Bundesarchiv",
        folios="blatt",
        example="Bundesarchiv, R 43/1234, Bl. 12-14",
        expected={"archive": "Bundesarchiv", "bestand": "R 43", "akte": "1234", "blatt": "12-14"},
    ),
    System(
        name="Italian state archives",
        parts=(
            Part("fondo", r"fondo", r"[^,;.]{1,60}"),
            Part("busta", r"bust[ae]|b\.|bb\."),
            Part("filza", r"filz[ae]|fz\."),
            Part("registro", r"registr[io]|reg\."),
            Part("fascicolo", r"fascicol[io]|fasc\."),
            Part("carte", r"cart[ae]|cc?\.", r"\d+[rv]?(?:\s?[-–]\s?\d+[rv]?)?"),
        ),
        folios="carte",
        example="ASVe, Senato, busta 12, fasc. 3, cc. 4r-5v",
        expected={"busta": "12", "fascicolo": "3", "carte": "4r-5v"},
    ),
    System(
        name="Archives nationales, Paris",
        pattern=r"(?<=\bAN, )(?P<cote>(?:F|AJ|AP|BB|K|KK|X|Y|Z|\d{1,3}\s?AP)\s?/?\s?\d{1,3}(?:/\s?\d{1,5})?)",
        holder="AN",
        example="Rapport du 3 mai 1799, AN, F/7/123",
        expected={"archive": "AN", "cote": "F/7/123"},
    ),
)

HOLDERS: Mapping[str, str] = {
    "AVPRF": "Archive of the Foreign Relations of the Russian Federation",
    "AVP RF": "Archive of the Foreign Policy of the Russian Federation",
    "APRF": "Archive of the President of the Russian Federation",
    "AP RF": "Archive of the President of the Russian Federation",
    "RGASPI": "Russian State Archive of Socio-Political History",
    "RGANI": "Russian State Archive of Contemporary History",
    "GARF": "State Archive of the Russian Federation",
    "RGVA": "Russian State Military Archive",
    "TsAMO": "Central Archive of the Ministry of Defence",
    "РГАСПИ": "Russian State Archive of Socio-Political History",
    "ГАРФ": "State Archive of the Russian Federation",
    "АВПРФ": "Archive of the Foreign Policy of the Russian Federation",
    "NARA": "National Archives and Records Administration",
    "TNA": "The National Archives, Kew",
}
_HOLDER = re.compile(
    r"(?:[A-ZА-Я]{2}\s)?[A-ZА-Я][A-ZА-Яa-z]{0,4}[A-ZА-Я]{2,5}(?![\w])"
    r"|[^,;.()\[\]\d]{0,90}?\b(?:Archives?|Archiv|Archivio|Arhiv|Library|Bibliothek|Bibliothèque|Архив|Papers|Records)\b"
    r"[^,;.()\[\]\d]{0,90}"
)
_HEREAFTER = re.compile(
    r"[(\[]\s*(?:hereafter|hereinafter|henceforth|im folgenden|далее)\s*:?\s*(?:cited as\s+|referred to as\s+)?"
    r"[“\"']?(?P<short>[^)\]“”\"']{2,40})[”\"']?\s*[)\]]",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;:.]{0,3}(?:№\s?)?")


@dataclass(frozen=True, slots=True)
class Call:
    """A call number in a text.

    Attributes:
        start, end: Its place, the holder not among it.
        text: As cited ("Fond 17, Opis 162, Delo 9, Listy 12-14").
        parts: By name, the leaves last where there are any.
        folios: Name of the part that is the locator.
        holder: The archive, where the system implies it.
    """

    start: int
    end: int
    text: str
    parts: Mapping[str, str] = field(hash=False)
    folios: str | None
    holder: str | None


@dataclass(frozen=True, slots=True)
class _Grammar:
    system: System
    label: re.Pattern[str]
    values: tuple[re.Pattern[str], ...]


def _grammar(system: System) -> _Grammar:
    labels = "|".join(f"(?P<p{index}>{part.labels})" for index, part in enumerate(system.parts))
    source = system.pattern or rf"(?<![\w.])(?:{labels})(?:\s?[№#]|\s[Nn]o\.)?\s{{0,2}}(?=[\w“\"])"
    flags = re.IGNORECASE if system.parts else 0
    return _Grammar(system, re.compile(source, flags), tuple(re.compile(part.value) for part in system.parts))


_GRAMMARS = tuple(_grammar(system) for system in SYSTEMS)
_ANY_DIGIT = re.compile(r"\d")


def find_calls(text: str) -> list[Call]:
    """All call numbers of a text in order, none inside another. Linear in the text."""
    if not _ANY_DIGIT.search(text):
        return []
    found = sorted((call for grammar in _GRAMMARS for call in _calls(grammar, text)), key=lambda call: call.start)
    kept: list[Call] = []
    for call in found:
        if kept and call.start < kept[-1].end:
            if len(call.parts) > len(kept[-1].parts):
                kept[-1] = call
            continue
        kept.append(call)
    return kept


def _calls(grammar: _Grammar, text: str) -> Iterator[Call]:
    if grammar.system.pattern:
        for match in grammar.label.finditer(text):
            parts = {name: value.strip() for name, value in match.groupdict().items() if value}
            yield _call(grammar.system, text, match.start(1), match.end(), parts)
        return
    position = 0
    while label := grammar.label.search(text, position):
        parts, end = _chain(grammar, text, label)
        if (len(parts) >= grammar.system.least and grammar.system.parts[0].name in parts) or len(
            parts
        ) > grammar.system.least:
            yield _call(grammar.system, text, label.start(), end, parts)
        position = max(end, label.end())


def _chain(grammar: _Grammar, text: str, match: re.Match[str] | None) -> tuple[dict[str, str], int]:
    """Read label and value, label and value … from a label on; each part once."""
    parts: dict[str, str] = {}
    end = match.start() if match else 0
    while match:
        index = next(index for index in range(len(grammar.values)) if match[f"p{index}"])
        name = grammar.system.parts[index].name
        value = grammar.values[index].match(text, match.end())
        if value is None or name in parts or not _plausible(value.group()):
            break
        parts[name] = value.group().strip(' .,“”"')
        end = match.end() + len(value.group().rstrip(" .,"))
        between = _BETWEEN.match(text, end)
        match = grammar.label.match(text, between.end() if between else end)
    return parts, end


def _plausible(value: str) -> bool:
    return any(char.isdigit() for char in value) or value[:1] in '“"' or value[:1].isupper()


def _call(system: System, text: str, start: int, end: int, parts: Mapping[str, str]) -> Call:
    return Call(start, end, text[start:end].strip(), parts, system.folios, system.holder)


def hereafter(text: str) -> tuple[str, int, int] | None:
    """An abbreviation that a text teaches ("[hereafter AVPRF]"), and where the bracket stands."""
    match = _HEREAFTER.search(text)
    return (match["short"].strip(" ,."), match.start(), match.end()) if match else None


def find_holder(text: str) -> tuple[str, int] | None:
    """The archive at the end of the words before a call number, and where it begins.

    Takes the last stretch between commas or full stops that is an abbreviation in capitals or speaks of an archive.
    """
    stretches = list(re.finditer(r"[^,;.]+", text))
    for stretch in reversed(stretches[-3:]):
        words = stretch.group().strip()
        match = _HOLDER.fullmatch(words) or _HOLDER.fullmatch(words.rpartition(" ")[2])
        if match:
            return match.group().strip(), stretch.start() + stretch.group().rindex(match.group())
    return None


def holder_names(text: str, taught: Mapping[str, str]) -> tuple[str, str | None]:
    """Short and full name of an archive cited either way; `taught` maps abbreviations this document introduced."""
    known = {**HOLDERS, **taught}
    if text in known:
        return text, known[text]
    wanted = text.casefold()
    for short, full in known.items():
        if full.casefold() == wanted:
            return short, full
    return text, None
