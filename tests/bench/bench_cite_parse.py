"""How well argmap.cite reads references: LinkedBooks' test part and the half of AnyStyle's gold that nothing learnt from.

`python tests/bench/bench_cite_parse.py [DATA]`. `rows(data)` gives the rows for bench_cite.py.
A *whole reference is right* if author (and editor) words, title (and container) words, place, publisher and year are
all those of the gold: the folded words of a title agree to nine tenths, those of the others but for role words
entirely, and nothing stands in a field that the gold lacks. Punctuation, accents and case do not count.
"""

import argparse
import difflib
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from argmap.cite import cite
from argmap.cite.dates import _NUMBER
from argmap.cite.folding import latin
from argmap.cite.lexicon import listed
from argmap.cite.tagged import reading
from argmap.cite.works import parse_work
from argmap.model import Citations, Document, DocumentInfo, Name, Note, NoteCitations, Prose, Run, Source
from tests.bench.train_cite import anystyle_halves, kind_of, linked_books, printed

Row = tuple[str, str, str, str]  # what, peer or baseline, ours, target
_ROLES = frozenset(
    listed(
        "a c cura di ed eds edited by hrsg hg von v dir et e and und y curatore de da in trad edizione critica al ii iii"
    )
)
_NO_TITLE = frozenset({"in", "cit"})  # LinkedBooks counts these to the title in one reference and not in the next
_LEAF_LABELS = "c cc f ff p pp fol car carta carte pag coll col r v"  # the label itself is no answer
_ARCHIVAL = {
    "archive": {"archive_lib"},
    "collection": {"archivalreference"},
    "unit": {"box", "filza", "registry", "folder", "numbered_ref", "volume", "tomo", "series"},
    "leaf": {"cartulation", "foliation", "pagination", "column"},
    "date": {"date", "year"},
}


def words(text: str | None) -> list[str]:
    """Folded words."""
    return re.findall(r"[a-z0-9]+", latin(text or ""))


def one_note(text: str) -> Document:
    """A document with this one note."""
    return notes([text])


def notes(texts: list[str]) -> Document:
    """A document that is nothing but these notes."""
    made, at = [], 0
    for n, text in enumerate(texts, 1):
        prose = Prose(text=text, runs=(Run(at=0, length=len(text), start=at, end=at + len(text)),))
        made.append(Note(id=str(n), n=str(n), text=text, start=at, end=at + len(text), prose=prose))
        at += len(text) + 1
    return Document(info=DocumentInfo(format="text", text="\n".join(texts)), notes=tuple(made))


def _people(names: Iterable[Name]) -> list[str]:
    return [
        w
        for name in names
        for w in words(
            " ".join(filter(None, (name.given, name.non_dropping_particle, name.family, name.suffix, name.literal)))
        )
    ]


def _near(one: list[str], other: list[str], ratio: float) -> bool:
    return one == other or difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= ratio


def fields_right(gold: dict[str, list[str]], source: Source | None) -> dict[str, bool]:
    """Of each main field whether it is that of the gold."""
    if source is None:
        return dict.fromkeys(("author", "title", "place", "publisher", "year"), False)
    people = _people(
        (*(source.author or ()), *(source.editor or ()), *(source.translator or ()), *(source.container_author or ()))
    )
    bare = [[word for word in side if word not in _ROLES] for side in (gold["author"], people)]
    titles = [
        word
        for part in (source.title, source.volume_title, source.container_title)
        for word in words(part)
        if word not in _NO_TITLE
    ]
    years = [word for word in gold["year"] if re.fullmatch(r"\d{4}", word)]
    issued = source.issued.date_parts if source.issued else ()
    return {
        "author": sorted(bare[0]) == sorted(bare[1]),
        "title": _near([word for word in gold["title"] if word not in _NO_TITLE], titles, 0.9),
        "place": gold["place"] == words(source.publisher_place),
        "publisher": gold["publisher"] == words(source.publisher),
        "year": (str(issued[0][0]) in years) if years and issued else not years and not issued,
    }


def gold_fields(reference: list[tuple[str, str, str]]) -> dict[str, list[str]]:
    """LinkedBooks' labels as words of the main fields."""
    names = {
        "author": "author",
        "title": "title",
        "publicationplace": "place",
        "publisher": "publisher",
        "year": "year",
    }
    out: dict[str, list[str]] = {name: [] for name in names.values()}
    text, places = printed(reference)
    for start, end, label in places:
        if label in names:
            out[names[label]] += words(text[start:end])
    return out


def linked_books_secondary(folder: Path, part: str, *, parsed: bool) -> Counter[str]:
    """Counts of right fields and whole references; `parsed` for the parser alone, else the whole stage."""
    counts: Counter[str] = Counter()
    for reference in linked_books(folder, part):
        if kind_of(reference) != "secondary":
            continue
        gold, text = gold_fields(reference), printed(reference)[0]
        if not gold["title"]:
            continue
        source = _parsed(text) if parsed else next(iter(cite(one_note(text)).sources), None)
        right = fields_right(gold, source)
        counts["all"] += 1
        counts["whole"] += all(right.values())
        counts.update(key for key, value in right.items() if value)
    return counts


def _parsed(text: str) -> Source:
    fields = parse_work(text, tagged="kept" if reading(text).odds > 0 else "published").fields
    return Source(id="x", **{**fields, "custom": None})


def linked_books_archival(folder: Path, part: str) -> Counter[str]:
    """Of the words of archival references how many stand in the right field (`right` of `all`), through the whole stage.

    The references are read as the notes of one text, in the order of the file, as they stood in their books.
    """
    counts: Counter[str] = Counter()
    references = [reference for reference in linked_books(folder, part) if kind_of(reference) == "primary"]
    citations = cite(notes([printed(reference)[0] for reference in references]))
    for reference, note in zip(references, citations.notes, strict=True):
        text, places = printed(reference)
        found = _archival_words(note, citations)
        for start, end, label in places:
            wanted = next((name for name, labels in _ARCHIVAL.items() if label in labels), None)
            for word in words(text[start:end]) if wanted else ():
                right = word in found[wanted or ""]
                counts.update({"all": 1, "right": right, f"all {wanted}": 1, f"right {wanted}": right})
    return counts


def _archival_words(note: NoteCitations, citations: Citations) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {name: set() for name in _ARCHIVAL}
    for mention in note.mentions:
        found["leaf"] |= set(words(f"{mention.locator.value} {_LEAF_LABELS}")) if mention.locator else set()
    for source in (citations.source_of[source] for source in note.sources):
        custom = {key: value for key, value in (source.custom or {}).items() if isinstance(value, str)}
        place = set(words(source.archive_location))
        found["unit"] |= place
        found["archive"] |= {*words(source.archive), *words(custom.get("archive-name"))}
        found["collection"] |= {*words(source.archive_collection), *words(custom.get("fondo")), *place}
        if source.issued:
            parts = [str(part) for date in source.issued.date_parts for part in date]
            found["date"] |= {
                *words(source.issued.literal),
                *parts,
                *(name for name, n in _NUMBER.items() if str(n) in parts),
            }
    return found


def anystyle_fields(folder: Path) -> dict[str, tuple[int, int]]:
    """Right and all, by field, on the half of AnyStyle's gold that nothing learnt from."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sequence in anystyle_halves(folder)[1]:
        fields: dict[str, str] = {}
        for name, text in sequence:
            fields.setdefault(name, text)
        source = next(iter(cite(one_note(" ".join(text for _, text in sequence))).sources), None)
        for name, value in _anystyle_one(fields, source).items():
            total[name] += 1
            right[name] += value
    return {name: (right[name], total[name]) for name in ("author", "title", "year", "container", "publisher")}


def _anystyle_one(fields: dict[str, str], source: Source | None) -> dict[str, bool]:
    out: dict[str, bool] = {}
    made = source or Source(id="x", type="document")
    if "author" in fields:
        first = next((words(name.family or name.literal) for name in (made.author or made.editor or ())), [])
        out["author"] = bool(first) and " ".join(first) in " ".join(words(fields["author"]))[:45]
    if "title" in fields:
        gold, got = words(fields["title"]), words(made.title)
        out["title"] = any(_near(gold, one, 0.9) for one in (got, got + words(made.volume_title)))
    if year := re.search(r"(?:1[4-9]|20)\d\d", fields.get("date", "")):
        issued = made.issued.date_parts if made.issued else ()
        out["year"] = bool(issued) and issued[0][0] == int(year.group())
    host = fields.get("journal") or fields.get("container-title")
    if host:
        out["container"] = _near([w for w in words(host) if w != "in"], words(made.container_title), 0.85)
    if "publisher" in fields:
        out["publisher"] = bool(made.publisher) and _near(words(fields["publisher"]), words(made.publisher), 0.8)
    return out


def rows(data: Path, part: str = "test") -> list[Row]:
    """The rows of the table."""
    linked = data / "notes" / "linkedbooks"
    out: list[Row] = []
    for parsed, what in ((True, "parser"), (False, "whole stage")):
        counts = linked_books_secondary(linked, part, parsed=parsed)
        share = {
            key: 100 * counts[key] / counts["all"] for key in ("whole", "author", "title", "place", "publisher", "year")
        }
        fields = ", ".join(f"{key} {value:.0f}" for key, value in share.items() if key != "whole")
        ours = f"{share['whole']:.1f} % of {counts['all']} ({fields})"
        out.append(
            (f"LinkedBooks {part}: whole secondary references, {what}", "AnyStyle 32 %, not run here", ours, "55 %")
        )
    archival = linked_books_archival(linked, part)
    fields = ", ".join(
        f"{name} {100 * archival[f'right {name}'] / max(1, archival[f'all {name}']):.0f}" for name in _ARCHIVAL
    )
    ours = f"{100 * archival['right'] / archival['all']:.1f} % of {archival['all']} ({fields})"
    out.append((f"LinkedBooks {part}: archival tokens in their field", "AnyStyle 30 %, not run here", ours, "80 %"))
    before = {"author": 76.7, "title": 73.5, "year": 79.5, "container": 58.0, "publisher": 61.0}
    for name, (right, total) in anystyle_fields(data / "notes" / "anystyle").items():
        out.append(
            (
                f"AnyStyle gold, held-out half: {name}",
                f"argmap before: {before[name]} %",
                f"{100 * right / total:.1f} % of {total}",
                f"> {before[name]} %",
            )
        )
    return out


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path, nargs="?", default=Path(__file__).parents[3] / "shared" / "data")
    parser.add_argument("--part", default="test", choices=("test", "valid"))
    arguments, _ = parser.parse_known_args()
    for row in rows(arguments.data, arguments.part):
        print(" | ".join(row))


if __name__ == "__main__":
    main()
