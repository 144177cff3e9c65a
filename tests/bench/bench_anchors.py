"""`make bench-anchors`: are claims found again in edited copies of a text, and is any tied to a wrong place?

Against bare character offsets, which is how annotation tools without a text of their own keep places. The texts are the
cases' own briefs and, where the data is at hand, the first user's essay and the books.
"""

import argparse
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.model import Document, locate
from argmap.model.anchor import anchored_all
from argmap.read import read
from tests.bench.edits import EDITS, Draft, draft_of, edited, written

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("ARGMAP_DATA", ROOT.parent / "shared" / "data"))


@dataclass
class Count:
    """What became of the anchors: `kept` of those whose sentence is still there, `lost`, and `wrong` of all."""

    kept: int = 0
    found: int = 0
    wrong: int = 0
    all: int = 0


def overlaps(found: tuple[int, int], true: tuple[int, int]) -> bool:
    """Whether a sentence as found covers more than half of the shorter of the two."""
    common = min(found[1], true[1]) - max(found[0], true[0])
    return common * 2 > min(found[1] - found[0], true[1] - true[0])


def measure(draft: Draft, names: list[str], seed: int, counts: tuple[Count, Count], other: Draft) -> None:
    """Edit one draft (`other` is another), look for all its sentences again, and add to the counts: ours, of offsets."""
    ours, offsets = counts
    first, spans = written(draft)
    document = read(first.encode(), "draft.txt")
    numbers = numbers_of(document, spans)
    anchors = tuple(anchor for anchor in anchored_all(document) if anchor.claim in numbers)
    text, truth = written(edited(draft, names, seed, other))
    second = read(text.encode(), "draft.txt")
    place = {sentence.id: (sentence.start, sentence.end) for sentence in second.sentences}
    start = {sentence.id: sentence.start for sentence in document.sentences}
    for found in locate(anchors, second):
        true = truth.get(numbers[found.claim])
        count(ours, place.get(found.sentence or ""), true)
        at = start[found.claim]
        count(offsets, next((span for span in place.values() if span[0] <= at < span[1]), None), true)


def numbers_of(document: Document, spans: dict[int, tuple[int, int]]) -> dict[str, int]:
    """The draft's number of every sentence that was read as it was written."""
    by_span = {span: number for number, span in spans.items()}
    return {s.id: by_span[s.start, s.end] for s in document.sentences if (s.start, s.end) in by_span}


def count(into: Count, found: tuple[int, int] | None, true: tuple[int, int] | None) -> None:
    """Add one anchor."""
    into.all += 1
    into.kept += true is not None
    right = found is not None and true is not None and overlaps(found, true)
    into.found += right
    into.wrong += found is not None and not right


def texts() -> Iterator[tuple[str, bytes]]:
    """Names and contents of the texts."""
    for path in sorted((ROOT / "claims").glob("*/brief.md")):
        yield str(path), path.read_bytes()
    essay = DATA / "essay" / "seed.md"
    if essay.exists():
        yield str(essay), essay.read_bytes()
    for path in sorted((DATA / "books").glob("*/chapter-[12].xhtml")):
        yield str(path), path.read_bytes()


def row(what: str, ours: Count, offsets: Count) -> None:
    """Print one line of the table."""
    cells = [
        f"{100 * c.found / max(c.kept, 1):6.1f} % / {100 * c.wrong / max(c.all, 1):5.2f} %" for c in (offsets, ours)
    ]
    print(f"{what:22} {cells[0]:>20} {cells[1]:>20}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="not needed: bare offsets are computed here")
    parser.add_argument("--copies", type=int, default=12, help="copies of each text and kind of edit")
    options = parser.parse_args()
    rng = random.Random(1)  # noqa: S311
    print("found of those still there / tied to a wrong place\n")
    print(f"{'edit':22} {'bare offsets':>20} {'argmap':>20}")
    drafts = [draft_of(read(data, path)) for path, data in texts()]
    others = [*drafts[1:], drafts[0]]
    copies, all_ours, all_offsets = 0, Count(), Count()
    for names in ([name] for name in EDITS):
        ours, offsets = Count(), Count()
        for seed in range(options.copies):
            for draft, other in zip(drafts, others, strict=True):
                measure(draft, names, seed, (ours, offsets), other)
                copies += 1
        row(names[0], ours, offsets)
    for seed in range(options.copies):
        for draft, other in zip(drafts, others, strict=True):
            measure(draft, rng.sample(list(EDITS), 3), seed, (all_ours, all_offsets), other)
            copies += 1
    row("three of them", all_ours, all_offsets)
    print(f"\n{copies} edited copies of {len(drafts)} texts; to reach: 97 % / 0.5 %, the rest reported lost")


if __name__ == "__main__":
    main()
