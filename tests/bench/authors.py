"""Labelled passages of further authors: the signs of their sentences and their labels, without a word of order.

    python -m tests.bench.authors FOLDER...

The texts (public domain, typed for this, in the format of the gold) are not in the data folder, so that only what the weights
are learnt from is kept: each sentence's label and its signs, of which the words are a bag. Whoever changes what the signs are
computes them anew from texts of his own, or learns from the data folder alone. `labels/authors.json.xz` says of each passage
whether it is learnt from or kept aside to be told of.
"""

import json
import lzma
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from argmap.extract.signs import Signs
from tests.extract.gold import Label, gold_citations, gold_document, gold_labels

LEARNT, ASIDE = "learnt", "kept aside"
_FILE = Path(__file__).parent / "labels" / "authors.json.xz"


class Known(NamedTuple):
    """A sentence: its label; the signs of its need; the signs of its kind, if it was taken for an assertion."""

    label: Label
    need: Signs
    kind: Signs


class Passage(NamedTuple):
    """A passage: its author, `LEARNT` or `ASIDE`, and its sentences."""

    name: str
    group: str
    rows: list[Known]


@cache
def authors() -> list[Passage]:
    """All passages."""
    read = json.loads(lzma.decompress(_FILE.read_bytes()))
    return [
        Passage(
            one["name"],
            one["group"],
            [Known(_label(row["label"]), row["need"], row["kind"]) for row in one["rows"]],
        )
        for one in read
    ]


def _label(values: list[Any]) -> Label:
    claim, kind, speaker, needs, support, notes = values
    return Label(claim, kind, speaker, needs, support, tuple(notes))


def _passages(folders: list[Path]) -> Iterator[Passage]:
    from argmap.extract.need import signs_of  # noqa: PLC0415 - only who writes the file needs the pipeline
    from argmap.extract.stage import claimed, look  # noqa: PLC0415
    from tests.bench.fit_kind import asserted  # noqa: PLC0415

    for folder in folders:
        document, labels = gold_document(folder), gold_labels(folder)
        citations = gold_citations(document, labels)
        seen, kinds = look(document, citations), dict(asserted(document, citations))
        rows = [
            Known(labels[sentence.id], signs_of(row), kinds.get(sentence.id, {}))
            for sentence, row in zip(seen.held, claimed(seen), strict=True)
        ]
        yield Passage(folder.name, folder.parent.name.replace("-", " "), rows)


def main() -> None:
    """Write the file: from `learnt/AUTHOR` and `kept-aside/AUTHOR`, folders in the format of the gold."""
    found = [
        {"name": one.name, "group": one.group, "rows": [row._asdict() for row in one.rows]}
        for one in _passages([Path(folder) for folder in sys.argv[1:]])
    ]
    _FILE.write_bytes(lzma.compress(json.dumps(found, ensure_ascii=False, sort_keys=True).encode()))
    authors.cache_clear()


if __name__ == "__main__":
    main()
