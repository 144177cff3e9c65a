"""Old texts cited by the places that all editions share: "Thuc. 1.22.4", "Cic. Att. 2.3", "Matt 5:3", "1 Kor 13,4".

They are sources of their own and need neither an edition nor a page. Authors by the Oxford Classical Dictionary (4th ed.), books of
the Bible by the SBL Handbook of Style (2nd ed., 8.3) and the Loccumer Richtlinien. To add one, add a line.
"""

import re
from collections.abc import Iterator

from argmap.cite.legal import Legal
from argmap.cite.remembered import remembered
from argmap.cite.work import Work
from argmap.model import Locator, Name

_ONE_WORK = {
    "Thuc": ("Thucydides", "History"),
    "Thuk": ("Thucydides", "History"),
    "Hdt": ("Herodotus", "Histories"),
    "Polyb": ("Polybius", "Histories"),
    "Liv": ("Livy", "Ab urbe condita"),
    "Livy": ("Livy", "Ab urbe condita"),
    "Diod": ("Diodorus Siculus", "Bibliotheca historica"),
    "Amm": ("Ammianus Marcellinus", "Res gestae"),
    "Paus": ("Pausanias", "Description of Greece"),
    "Strab": ("Strabo", "Geography"),
    "Strabo": ("Strabo", "Geography"),
    "Vell": ("Velleius Paterculus", "History"),
    "Val": ("Valerius Maximus", "Facta et dicta memorabilia"),
    "Dio": ("Cassius Dio", "Roman History"),
    "Cass": ("Cassius Dio", "Roman History"),
    "Gell": ("Aulus Gellius", "Noctes Atticae"),
    "Ath": ("Athenaeus", "Deipnosophistae"),
    "Vitr": ("Vitruvius", "De architectura"),
    "Lucr": ("Lucretius", "De rerum natura"),
    "Quint": ("Quintilian", "Institutio oratoria"),
    "Curt": ("Curtius Rufus", "Historiae Alexandri"),
    "Herodotus": ("Herodotus", "Histories"),
    "Thucydides": ("Thucydides", "History"),
    "Polybius": ("Polybius", "Histories"),
    "Pausanias": ("Pausanias", "Description of Greece"),
}
"""Of whom one work is cited, by its numbers alone."""
_SECOND = frozenset({"Sic", "Marc", "Pat", "Max", "Dio", "NA"})
"""What may stand between such an author and the numbers: "Diod. Sic. 11.3"."""
_SEVERAL = {
    "Aesch": "Aeschylus", "App": "Appian", "Ar": "Aristophanes", "Arist": "Aristotle", "Aug": "Augustine", "August": "Augustine",
    "Caes": "Caesar", "Cic": "Cicero", "Dem": "Demosthenes", "Eur": "Euripides", "Eus": "Eusebius", "Euseb": "Eusebius",
    "Hes": "Hesiod", "Hier": "Jerome", "Hom": "Homer", "Hor": "Horace", "Isoc": "Isocrates", "Jos": "Josephus", "Joseph": "Josephus",
    "Juv": "Juvenal", "Lys": "Lysias", "Mart": "Martial", "Ov": "Ovid", "Philo": "Philo", "Pind": "Pindar", "Pl": "Plato",
    "Plat": "Plato", "Plin": "Pliny", "Plaut": "Plautus", "Plut": "Plutarch", "Procop": "Procopius", "Sall": "Sallust",
    "Sen": "Seneca", "Soph": "Sophocles", "Stat": "Statius", "Suet": "Suetonius", "Tac": "Tacitus", "Ter": "Terence",
    "Tert": "Tertullian", "Varro": "Varro", "Verg": "Virgil", "Virg": "Virgil", "Xen": "Xenophon", "Arr": "Arrian", "Nep": "Nepos",
    "Dion": "Dionysius of Halicarnassus", "Ptol": "Ptolemy", "Frontin": "Frontinus", "Lucian": "Lucian", "Theophr": "Theophrastus",
}  # fmt: skip
"""Of whom a work is named before the numbers."""
ABBREVIATED: frozenset[str] = frozenset(
    {*_ONE_WORK, *_SEVERAL} - {*_SEVERAL.values(), *(name for name, _ in _ONE_WORK.values()), "Livy"}
)
"""Names of authors behind which a full stop ends no sentence."""
_BIBLE = {
    "Genesis": "Gen Gn", "Exodus": "Exod Ex", "Leviticus": "Lev Lv", "Numbers": "Num Nm", "Deuteronomy": "Deut Dtn Dt",
    "Joshua": "Josh Jos", "Judges": "Judg Ri Jgs", "Ruth": "Rut", "Samuel": "Sam", "Kings": "Kgs Kön Rois", "Chronicles": "Chr Chron",
    "Ezra": "Esra", "Nehemiah": "Neh", "Esther": "Esth", "Job": "Hiob Ijob", "Psalms": "Ps Pss Psalm", "Proverbs": "Prov Spr",
    "Ecclesiastes": "Eccl Koh Qoh", "Song of Songs": "Song Hld", "Isaiah": "Isa Jes", "Jeremiah": "Jer", "Lamentations": "Lam Klgl",
    "Ezekiel": "Ezek Ez", "Daniel": "Dan", "Hosea": "Hos", "Joel": "", "Amos": "", "Obadiah": "Obad", "Jonah": "Jona", "Micah": "Mic Mi",
    "Nahum": "Nah", "Habakkuk": "Hab", "Zephaniah": "Zeph", "Haggai": "Hag", "Zechariah": "Zech Sach", "Malachi": "Mal",
    "Matthew": "Matt Mt Mat", "Mark": "Mk Mc", "Luke": "Lk Lc", "John": "Jn Joh", "Acts": "Apg", "Romans": "Rom Röm Rm",
    "Corinthians": "Cor Kor Co", "Galatians": "Gal", "Ephesians": "Eph", "Philippians": "Phil", "Colossians": "Col Kol",
    "Thessalonians": "Thess Th", "Timothy": "Tim Tm", "Titus": "Tit", "Philemon": "Phlm", "Hebrews": "Heb Hebr", "James": "Jas Jak",
    "Peter": "Pet Petr", "Jude": "Jud", "Revelation": "Rev Offb", "Maccabees": "Macc Makk", "Tobit": "Tob", "Wisdom": "Wis Weish",
    "Sirach": "Sir", "Baruch": "Bar",
}  # fmt: skip
_BOOKS = {word: book for book, short in _BIBLE.items() for word in (book, *short.split())}
_MANY = frozenset({"Samuel", "Kings", "Chronicles", "Corinthians", "Thessalonians", "Timothy", "Peter", "Maccabees"})
"""Books with a number before them."""
_WORD = re.compile(r"(?<![\w.’'&-])(?P<word>[A-Z][a-zö]{1,12})(?=[.,]?\s)")
_LEVELS = r"\d{1,4}(?:\.\d{1,4}){0,3}[a-e]?(?:\d{1,2}(?<=[a-e]\d)|\d{2}(?<=[a-e]\d\d))?"
_TO = r"(?:\s?[-–]\s?\d{1,4}(?:\.\d{1,4}){0,3}[a-e]?)?(?:\sff?\b\.?)?"
_PLACE = rf"(?P<place>{_LEVELS}{_TO})(?P<more>(?:(?:,\s|\s?\+\s?)\d{{1,3}}\.\d{{1,4}}(?:\.\d{{1,4}})*{_TO})*)(?=[\s,;)\]]|\.?$|\.\s)"
_BY_AUTHOR = re.compile(rf"\.?\s(?:(?P<second>[A-Z][a-zA-Z]{{1,4}})\.?\s)?{_PLACE}")
_BY_WORK = re.compile(
    rf"\.?(?:,\s|\s)(?P<title>[A-Z][\w’]*\.?(?:\s(?!\d)[\w’]{{1,20}}\.?){{0,4}}?)(?:,\s|\s)(?P<book>[IVX]{{1,5}},\s)?{_PLACE}"
)
_VERSE = re.compile(
    r"\.?\s(?P<place>\d{1,3}(?P<mark>[:.,]\s?)\d{1,3}[a-c]?(?:\s?[-–]\s?\d{1,3}(?:[:,]\d{1,3})?)?(?:\sff?\b\.?)?"
    r"(?:[,;.]\s?(?:\d{1,3}:)?\d{1,3}(?:[-–]\d{1,3})?(?![\d:]|\s[A-Z]))*)(?=[\s,;)\]]|\.?$|\.\s)(?!\s?\(\d{4}|[,:]\s(?:no\.|\d))"
)
_PART = re.compile(r"(?:Part|Pt|Vol|Bk|Book|Ch|Chap|Q|Nos?|Sect?|App|Fig|Tab)\b")
"""What stands before numbers in other references ("App. Part II Q. 18")."""
_VERSION = re.compile(r"\s\((?P<version>[A-Z]{2,5}|Vulg\.?|LXX|Vulgata)\)")
_BOOK_NUMBER = re.compile(r"(?<![\w.])(?P<number>[1-4]|I{1,3})\.?\s$")
_PRECEDED = re.compile(r"(?:^|[;(\[:.–—]\s?|\d[a-z]?,\s|\b[a-zäöüé]{2,10}[.,]?\s)$")
_CORPUS = re.compile(
    r"(?<![\w.])(?P<title>CIL|IG|SEG|ILS|OGIS|BGU|FGrH|RIB|P\.\s?(?:Oxy|Tebt|Mich|Ryl|Cair|Lond|Flor|Hib)\.?)\s(?P<place>(?:[IVXL]{1,6}[²³]?(?:[.,]\d)?,?\s)?\d{1,6}[a-z]?(?:\.\d{1,4})?)(?=[\s.,;)]|$)"
)
"""Inscriptions and papyri by their numbers: "CIL VI 1234", "P.Oxy. XII 1453"."""
_KNOWN = frozenset({*_ONE_WORK, *_SEVERAL, *_BOOKS})
_APART = re.compile(r"[^\s.,;:()\[\]“‘]+")
_CHAPTERS, _VERSES = 150, 176
_SPACED = 3  # letters of an abbreviation behind which a comma may have a space: "Mt 5, 3"
_UNSURE = frozenset(
    {"Col", "Rev", "Dan", "Sir", "Job", "Tit", "Bar", "Song", "Mark", "Acts", "Gal", "Art", "Spr", "Phil", "Jud"}
)
"""Words that stand before numbers of other things, too."""
_NUMBERED = 8


@remembered
def find_ancient(text: str) -> tuple[Legal, ...]:
    """All references to old texts in order; linear in the text. What follows another name ("Reed, Acts 12:3") is none."""
    return tuple(_ancient(text))


def _ancient(text: str) -> Iterator[Legal]:
    for corpus in _CORPUS.finditer(text):
        work = Work({"type": "book", "title": corpus["title"]})
        work.locator = Locator(label="other", value=corpus["place"])
        yield Legal(corpus.start(), corpus.end(), work)
    done = 0
    if _KNOWN.isdisjoint(_APART.findall(text)):
        return
    for word in _WORD.finditer(text):
        if word.start() >= done and (found := _classic(text, word) or _scripture(text, word)):
            yield found
            done = found.end


def _classic(text: str, word: re.Match[str]) -> Legal | None:
    """A Greek or Latin author, by the work's title and numbers, or by the numbers of his only work."""
    name = word["word"]
    if name in _ONE_WORK and (match := _BY_AUTHOR.match(text, word.end())):
        author, title = _ONE_WORK[name]
        second = match["second"]
        dotted = "." in match["place"]
        if dotted and (not second or second in _SECOND) and _apart(text, word.start()):
            return _legal(word.start(), match, {"author": (Name(literal=author),), "title": title})
    if name in _SEVERAL and (match := _BY_WORK.match(text, word.end())) and _apart(text, word.start()):
        abbreviated, title = text[word.end()] == ".", match["title"]
        sure = "." in match["place"] or match["place"][-1].isalpha() or (abbreviated and title.endswith("."))
        if sure and (abbreviated or "." in title) and not _PART.match(title):
            return _legal(word.start(), match, {"author": (Name(literal=_SEVERAL[name]),), "title": title.rstrip(".,")})
    return None


def _scripture(text: str, word: re.Match[str]) -> Legal | None:
    """Chapter and verse of a book of the Bible."""
    name = word["word"]
    book = _BOOKS.get(name)
    match = _VERSE.match(text, word.end()) if book else None
    if book is None or match is None:
        return None
    start = word.start()
    before = _BOOK_NUMBER.search(text, max(0, start - _NUMBERED), start)
    if before:
        start = before.start("number")
    if not _apart(text, start) or (book in _MANY) != bool(before) or not _verse(name, match):
        return None
    number = {"I": "1", "II": "2", "III": "3"}.get(before["number"], before["number"]) if before else ""
    found = _legal(start, match, {"title": f"{number} {book}".strip(), "container_title": "Bible", "type": "chapter"})
    if version := _VERSION.match(text, found.end):
        found.work.put(note=version["version"])
        return Legal(found.start, version.end(), found.work)
    return found


def _verse(name: str, match: re.Match[str]) -> bool:
    """Whether numbers can be chapter and verse; with a comma or full stop between only behind a plain abbreviation."""
    chapter, verse = (int(number) for number in re.findall(r"\d+", match["place"])[:2])
    possible = 0 < chapter <= _CHAPTERS and 0 < verse <= _VERSES
    if match["mark"] == ":":
        return possible
    plain = not match.group().startswith(".") and len(name) <= _SPACED and name not in _UNSURE
    return possible and (plain or (match["mark"] == "," and name not in _UNSURE and len(name) <= _SPACED + 1))


def _apart(text: str, start: int) -> bool:
    """Whether a reference can begin here: first of all, behind a mark, or behind a word of the sentence."""
    return _PRECEDED.search(text, max(0, start - 12), start) is not None or start == 0


def _legal(start: int, match: re.Match[str], fields: dict[str, object]) -> Legal:
    work = Work({"type": "book", **fields})
    groups = match.groupdict()
    value = f"{groups.get('book') or ''}{match['place']}{groups.get('more') or ''}"
    work.locator = Locator(label="section", value=re.sub(r"(?<=[:,.])\s(?=\d)|\s?(?=[-–])|(?<=[-–])\s", "", value))
    return Legal(start, match.end(), work)
