"""Train the tagger of argmap.cite: `python tests/bench/train_cite.py DATA [OUT]`, DATA being the data folder.

Learns from LinkedBooks' training and validation parts (annotations CC BY 4.0, code MIT) and AnyStyle's core.xml and
gold.xml's first half (BSD-2). What was to be chosen was chosen by cross-validation over the training part, in folds of
whole books. Deterministic; takes about a minute of computing.
"""

import argparse
import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from lxml import etree

from argmap.cite.tagger import LABELS, WORD, features
from tests.bench import neural
from tests.bench.random_field import Example, Settings, fit

Token = tuple[str, str, str]  # word, label, kind of reference

LINKED = {
    "author": "author", "title": "title", "publicationplace": "place", "publisher": "publisher", "year": "date",
    "date": "date", "pagination": "pages", "column": "pages", "volume": "volume", "tomo": "volume",
    "publicationnumber-year": "volume", "publicationspecifications": "note", "series": "volume",
    "archivalreference": "title", "cartulation": "pages", "foliation": "pages", "box": "volume", "filza": "volume",
    "registry": "volume", "folder": "volume", "numbered_ref": "volume",
    "abbreviation": "other", "conjunction": "other", "o": "other", "ref": "other",
}  # fmt: skip
LINKED_KEPT = {
    "archive_lib": "archive", "archivalreference": "collection", "box": "unit", "filza": "unit", "registry": "unit",
    "folder": "unit", "numbered_ref": "unit", "volume": "unit", "tomo": "unit", "series": "unit",
    "cartulation": "leaf", "foliation": "leaf", "pagination": "leaf", "column": "leaf", "date": "day", "year": "day",
    "author": "item", "title": "item", "attachment": "item",
}  # fmt: skip
ANYSTYLE = {
    "author": "author", "director": "author", "editor": "editor", "translator": "translator", "title": "title",
    "container-title": "container", "journal": "container", "location": "place", "publisher": "publisher",
    "date": "date", "volume": "volume", "issue": "volume", "pages": "pages", "edition": "edition",
    "collection-title": "series", "genre": "genre", "url": "address", "doi": "address", "isbn": "address",
    "note": "note", "medium": "note", "citation-number": "other",
}  # fmt: skip
_FAINT = 0.02  # weights that add bytes and next to nothing else
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
    spans = [match.span() for match in WORD.finditer(text)]
    labels, index = [], 0
    for start, _ in spans:
        while index + 1 < len(places) and places[index][1] <= start:
            index += 1
        labels.append(LABELS.index(places[index][2]))
    return features(text, spans).astype(np.int32), labels


def linked_example(reference: list[Token]) -> Example | None:
    """A reference of LinkedBooks with our labels; None if it has no word."""
    text, places = printed(reference)
    kept = kind_of(reference) == "primary"
    labels = [LINKED_KEPT.get(label, "aside") for _, label, _ in reference] if kept else _hosts(reference)
    if not WORD.search(text):
        return None
    return _example(text, [(a, b, label) for (a, b, _), label in zip(places, labels, strict=True)])


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


def write(out: Path, weights: np.ndarray, steps: np.ndarray) -> None:
    """Weights as whole numbers of one byte each."""
    scale = np.float32(127 / np.abs(weights).max())
    whole = np.round(np.where(np.abs(weights) < _FAINT, 0, weights) * scale).astype(np.int8)
    np.savez_compressed(out, weights=whole, steps=steps, scale=scale)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "out", type=Path, nargs="?", default=Path(__file__).parents[2] / "argmap" / "cite" / "tagger.npz"
    )
    arguments = parser.parse_args()
    notes = arguments.data / "notes"
    half, _ = anystyle_halves(notes / "anystyle")
    other = list(anystyle_examples([*anystyle(notes / "anystyle" / "core.xml"), *half]))
    linked = (
        linked_example(reference)
        for part in ("train", "valid")
        for reference in linked_books(notes / "linkedbooks", part)
    )
    examples = [*filter(None, linked), *other, *other, *other]
    print(len(examples), "references")
    write(arguments.out, *fit(examples, Settings()))
    beside = arguments.out.with_name("network.npz")
    np.savez_compressed(beside, **neural.whole_numbers(neural.fit(examples, neural.Settings())))  # type: ignore[arg-type]  # numpy's stub takes `allow_pickle` for one of them
    print(arguments.out.stat().st_size, "bytes and", beside.stat().st_size)


if __name__ == "__main__":
    main()
