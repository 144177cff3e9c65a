"""Train the tagger of argmap.cite: `python tests/bench/train_cite.py DATA [OUT]`, DATA being the data folder.

Learns from LinkedBooks' training part (annotations CC BY 4.0, code MIT) and AnyStyle's core.xml and gold.xml's first
half (BSD-2). Deterministic. A structured averaged perceptron; one pass takes about half a minute.
"""

import argparse
import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from lxml import etree

from argmap.cite.tagger import _WORD as WORD
from argmap.cite.tagger import BITS, LABELS, best_path, features

Token = tuple[str, str, str]  # word, label, kind of reference
Example = tuple[str, list[tuple[int, int]], list[int]]

LINKED = {
    "author": "author", "title": "title", "publicationplace": "place", "publisher": "publisher", "year": "date",
    "date": "date", "pagination": "pages", "column": "pages", "volume": "volume", "tomo": "volume",
    "publicationnumber-year": "volume", "publicationspecifications": "note", "series": "volume",
    "archivalreference": "collection", "archive_lib": "archive", "cartulation": "leaf", "foliation": "leaf",
    "box": "unit", "filza": "unit", "registry": "unit", "folder": "unit", "numbered_ref": "unit", "attachment": "item",
    "abbreviation": "other", "conjunction": "other", "o": "other", "ref": "other",
}  # fmt: skip
ANYSTYLE = {
    "author": "author", "director": "author", "editor": "editor", "translator": "translator", "title": "title",
    "container-title": "container", "journal": "container", "location": "place", "publisher": "publisher",
    "date": "date", "volume": "volume", "issue": "volume", "pages": "pages", "edition": "edition",
    "collection-title": "series", "genre": "genre", "url": "address", "doi": "address", "isbn": "address",
    "note": "note", "medium": "note", "citation-number": "other",
}  # fmt: skip
QUOTES = frozenset('“”"«„')


def linked_books(folder: Path, part: str) -> Iterator[list[Token]]:
    """The references of one part, as words with label and kind (`secondary`, `primary`, `meta-annotation`)."""
    plain = folder / "dataset" / f"clean_{part}.txt"
    raw = plain.read_bytes() if plain.exists() else lzma.decompress(plain.with_suffix(".txt.xz").read_bytes())
    current: list[Token] = []
    for line in re.split(r"\r\n|\r|\n", raw.decode()):
        fields = line.split(" ")
        if len(fields) != 4 or fields[0] == "-DOCSTART-":
            continue
        word, label, kind, place = fields
        if place in {"b-r", "o"} and current:
            yield current
            current = []
        if place != "o":
            current.append((word, label, kind[2:]))
    if current:
        yield current


def kind_of(reference: list[Token]) -> str:
    """The kind that most of its tokens have."""
    kinds = [kind for _, _, kind in reference]
    return max(sorted(set(kinds)), key=kinds.count)


def printed(reference: list[Token]) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a reference as a printer would set it, and the place and label of each token in it."""
    text, places = "", []
    for word, label, _ in reference:
        glued = re.match(r"[,.;:)\]”»’]", word) or text.endswith(("(", "[", "“", "«", "’", "„"))
        joined = (word == "-" or text.endswith("-")) and text[-2:-1].isdigit()
        text += word if not text or glued or joined else f" {word}"
        places.append((len(text) - len(word), len(text), label))
    return text, places


def _hosts(reference: list[Token]) -> list[str]:
    """Labels with the work around a part called `container`: what LinkedBooks calls a title twice."""
    labels = [label for _, label, _ in reference]
    kinds = [kind for _, _, kind in reference]
    out, seen, hosted = [], 0, False
    for index, (word, label, _) in enumerate(reference):
        before = reference[index - 1][0] if index else ""
        if label == "title" and kinds[index] == "meta-annotation":
            opened = bool(QUOTES & set(word)) and seen > 1 and word[-1] in QUOTES and not hosted
            leads = seen > 1 and word == "in" and before[-1:] in {",", ".", "”", '"'}
            behind = (
                seen
                and index
                and labels[index - 1] in {"conjunction", "o", "ref"}
                and before.lower() in {"in", ":", "in:"}
            )
            hosted = hosted or opened or leads or bool(behind)
            out.append("other" if leads else "container" if hosted else "title")
            seen += 1
        elif label == "publicationnumber-year" and re.fullmatch(r"(?:1[0-9]|20)\d\d", word):
            out.append("date")
        else:
            out.append(LINKED.get(label, "note"))
    return out


def _example(text: str, places: list[tuple[int, int, str]]) -> Example:
    spans = [(match.start(), match.end()) for match in WORD.finditer(text)]
    labels, index = [], 0
    for start, _ in spans:
        while index + 1 < len(places) and places[index][1] <= start:
            index += 1
        labels.append(LABELS.index(places[index][2]))
    return text, spans, labels


def linked_examples(folder: Path) -> Iterator[Example]:
    """LinkedBooks' training part."""
    for reference in linked_books(folder, "train"):
        text, places = printed(reference)
        hosts = _hosts(reference)
        if WORD.search(text):
            yield _example(text, [(a, b, label) for (a, b, _), label in zip(places, hosts, strict=True)])


def anystyle_halves(folder: Path) -> tuple[list[list[tuple[str, str]]], list[list[tuple[str, str]]]]:
    """AnyStyle's gold.xml without what is in core.xml too, cut in two: sequences of (field, text)."""
    core = {"".join(text for _, text in sequence) for sequence in anystyle(folder / "core.xml")}
    gold = [s for s in anystyle(folder / "gold.xml") if "".join(text for _, text in s) not in core]
    random.Random(7).shuffle(gold)  # noqa: S311 - no secret
    return gold[: len(gold) // 2], gold[len(gold) // 2 :]


def anystyle(path: Path) -> list[list[tuple[str, str]]]:
    """The sequences of a file in AnyStyle's XML."""
    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False))
    return [
        [(str(child.tag), " ".join((child.text or "").split())) for child in sequence]
        for sequence in root.iter("sequence")
    ]


def anystyle_examples(sequences: list[list[tuple[str, str]]]) -> Iterator[Example]:
    """Sequences as text with labels."""
    for sequence in sequences:
        text, places = "", []
        for field, words in sequence:
            start = len(text) + bool(text)
            text = f"{text} {words}" if text else words
            places.append((start, len(text), ANYSTYLE.get(field, "note")))
        if WORD.search(text):
            yield _example(text, places)


def train(examples: list[Example], passes: int) -> tuple[np.ndarray, np.ndarray]:
    """Averaged weights of features × labels and of label behind label."""
    size = len(LABELS)
    weights, total = (np.zeros((1 << BITS, size), dtype=np.float32) for _ in range(2))
    steps, steps_total = (np.zeros((size + 1, size), dtype=np.float32) for _ in range(2))
    order = list(range(len(examples)))
    numbers = [features(text, spans).astype(np.int32) for text, spans, _ in examples]
    now = 1
    for turn in range(passes):
        random.Random(turn).shuffle(order)  # noqa: S311 - no secret
        wrong = 0
        for index in order:
            gold = examples[index][2]
            found = best_path(weights[numbers[index]].sum(axis=1), steps)
            for row, (right, guess) in enumerate(zip(gold, found, strict=True)):
                if right != guess:
                    wrong += 1
                    chosen = numbers[index][row]
                    for label, sign in ((right, 1), (guess, -1)):
                        np.add.at(weights[:, label], chosen, sign)
                        np.add.at(total[:, label], chosen, sign * now)
            if gold != found:
                for path, sign in ((gold, 1), (found, -1)):
                    rows = [size, *path[:-1]]
                    np.add.at(steps, (rows, path), sign)
                    np.add.at(steps_total, (rows, path), sign * now)
            now += 1
        print(f"pass {turn + 1}: {wrong} words wrong")
    return weights - total / now, steps - steps_total / now


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "out", type=Path, nargs="?", default=Path(__file__).parents[2] / "argmap" / "cite" / "tagger.npz"
    )
    parser.add_argument("--passes", type=int, default=14)
    arguments = parser.parse_args()
    notes = arguments.data / "notes"
    half, _ = anystyle_halves(notes / "anystyle")
    other = list(anystyle_examples([*anystyle(notes / "anystyle" / "core.xml"), *half]))
    examples = [*linked_examples(notes / "linkedbooks"), *other, *other]
    print(len(examples), "references")
    weights, steps = train(examples, arguments.passes)
    scale = 120 / float(np.abs(np.concatenate([weights, steps])).max())
    np.savez_compressed(
        arguments.out, weights=np.round(weights * scale).astype(np.int8), steps=np.round(steps * scale).astype(np.int8)
    )
    print(arguments.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
