"""Measures of the back references on the data that says what they mean."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.cite import cite
from argmap.cite.library import title_words
from argmap.model import Citations, Mention
from tests.bench.books import document
from tests.bench.fit_back_references import book

_SLIGHT = frozenset(["ed", "eds", "vol", "vols", "the", "and", "his", "trans", "edn", "app", "see", "note", "with"])
_HALF = 0.5
_ENOUGH = 3


@dataclass(frozen=True)
class Judged:
    """One marker of `gold_markers.jsonl`: its kind, and whether the source we give has the words that editors put there."""

    book: str
    note: str
    kind: str
    right: bool
    probability: float | None
    given: str
    meant: str


def judged(data: Path) -> Iterator[Judged]:
    """Every gold marker of the three books; those of a note that holds several notes of the file (an artefact), and one written out as "see note", left out."""
    rows = [json.loads(line) for line in (data / "notes" / "se-ibid" / "gold_markers.jsonl").open(encoding="utf-8")]
    texts = {name: book(data, name) for name in dict.fromkeys(f"{row['work']}-{row['commit']}" for row in rows)}
    read = {name: cite(text) for name, text in texts.items()}
    for row in rows:
        name, place = f"{row['work']}-{row['commit']}", int(row["note"].removeprefix("note-")) - 1
        if "↩" in row["before"] or row["expansion"].startswith("see note"):
            continue
        mention = _mention(read[name], place, row)
        given = _words(read[name], mention)
        best = mention.best if mention else None
        yield Judged(name, row["note"], row["kind"], _right(row["expansion"], given),
                     best.probability if best else None, " ".join(sorted(given))[:80], row["expansion"])  # fmt: skip


def _mention(found: Citations, place: int, row: dict[str, str | int]) -> Mention | None:
    """The back reference at the marker: the one of that rank among those of its word."""
    mentions = [m for m in found.notes[place].mentions if m.state is not None]
    start = int(row["start"])
    before = str(row["before"])[:start].casefold()
    rank = before.count(str(row["marker"]).casefold())
    fitting = [m for m in mentions if str(row["marker"]).casefold().strip(".") in m.text.casefold()]
    return fitting[rank] if rank < len(fitting) else None


def _words(found: Citations, mention: Mention | None) -> frozenset[str]:
    if mention is None or mention.source is None:
        return frozenset()
    source = found.source_of[mention.source]
    texts = [source.title or "", source.container_title or "", source.volume_title or "", source.collection_title or ""]
    texts += [name.family or name.literal or "" for name in (*(source.author or ()), *(source.editor or ()))]
    if mention.best and mention.best.note in found.of_note:
        origin = found.of_note[mention.best.note]
        alone = len(origin.sources) == 1
        texts += [m.text for m in origin.mentions if alone or (m.source == mention.source and m.state is None)]
        pairs = zip(origin.mentions, origin.mentions[1:], strict=False)  # with the work that prints it
        texts += [other.text for m, other in pairs if m.source == mention.source and other.kind == "container"]
    return frozenset(word for text in texts for word in title_words(text))


def _right(expansion: str, given: frozenset[str]) -> bool:
    """Whether half of the words put in by the editors, or three of them, are the source's."""
    words = {word for word in title_words(expansion) if len(word) > 2} - _SLIGHT
    return bool(words) and len(words & given) >= min(_HALF * len(words), _ENOUGH)


@dataclass(frozen=True)
class Case:
    """A case of eyecite's tests: whether all its references fell into the clusters expected."""

    name: str
    right: bool
    items: int


def eyecite_cases(data: Path) -> Iterator[Case]:
    """The cases made of citation strings, each string a note; clusters against sources, null against no source."""
    cases = json.loads((data / "notes" / "eyecite-resolve" / "resolve_cases.json").read_text(encoding="utf-8"))
    for case in cases:
        if case["kind"] != "citations":
            continue
        found = cite(document([item["text"] for item in case["items"]]))
        given = [next((m.source for m in note.mentions if m.source), None) for note in found.notes]
        clusters = [item["cluster"] for item in case["items"]]
        backs = [
            (one, cluster)
            for one, cluster, item in zip(given, clusters, case["items"], strict=True)
            if re.match(r"(?:.{0,12}\bid\.|.*supra)", item["text"], re.IGNORECASE)
        ]
        meant = {cluster: one for one, cluster in zip(given, clusters, strict=True) if cluster is not None and one}
        right = all(
            one is None if cluster is None else one is not None and one == meant.get(cluster) for one, cluster in backs
        )
        yield Case(case["test"], right, len(backs))
