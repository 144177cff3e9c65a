"""Edited copies of a text, with the truth about where each of its sentences went.

A text is a list of paragraphs, a paragraph a list of sentences; a sentence keeps its number through every edit, and
carries its notes, which are numbered anew in every copy. Used by bench_anchors.py and the tests of anchors.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from argmap.model import Document


@dataclass(frozen=True)
class Line:
    """A sentence: the numbers of those of the first draft that it holds, or half of which it is; and its notes."""

    numbers: tuple[int, ...]
    text: str
    notes: int = 0


_WORD = re.compile(r"[^\W\d_]+")

Draft = list[list[Line]]


class Material(NamedTuple):
    """What an editor puts in: words of the text, and another text."""

    words: list[str]
    other: Draft


def draft_of(document: Document) -> Draft:
    """The paragraphs and sentences of a document."""
    paragraphs: dict[str, list[Line]] = {}
    for number, sentence in enumerate(document.sentences):
        paragraphs.setdefault(sentence.paragraph, []).append(
            Line((number,), " ".join(sentence.text.split()), len(sentence.markers))
        )
    return list(paragraphs.values())


def written(draft: Draft) -> tuple[str, dict[int, tuple[int, int]]]:
    """The draft as plain text with its notes, and the span of every sentence of the first draft that is still in it."""
    parts: list[str] = []
    spans: dict[int, tuple[int, int]] = {}
    at = notes = 0
    for paragraph in draft:
        for index, line in enumerate(paragraph):
            for number in line.numbers:
                spans[number] = (spans.get(number, (at,))[0], at + len(line.text))
            calls = "".join(f"[{notes + each}]" for each in range(1, line.notes + 1))
            notes += line.notes
            part = line.text + calls + (" " if index + 1 < len(paragraph) else "\n\n")
            parts.append(part)
            at += len(part)
    entries = [f"[{note}] Quay, The Harbour Accounts, {note + 7}.\n\n" for note in range(1, notes + 1)]
    return "".join([*parts, *(["Notes\n\n"] if entries else []), *entries]), spans


def _cased(word: str, old: re.Match[str]) -> str:
    """An editor changes the word and leaves its punctuation and capital."""
    return word.capitalize() if old[0][0].isupper() else word.lower()


def change_words(draft: Draft, rng: random.Random, material: Material) -> None:
    """One sentence in ten: one word in six becomes another, or one in three; at least one."""
    for paragraph in draft:
        for index, line in enumerate(paragraph):
            if rng.random() < 0.1:
                own = line.text.split()
                for place in rng.sample(range(len(own)), max(1, len(own) // rng.choice((6, 3)))):
                    own[place] = _WORD.sub(partial(_cased, rng.choice(material.words)), own[place], count=1)
                paragraph[index] = replace(line, text=" ".join(own))


def move_paragraph(draft: Draft, rng: random.Random, _material: Material) -> None:
    """One paragraph goes elsewhere."""
    draft.insert(rng.randrange(len(draft)), draft.pop(rng.randrange(len(draft))))


def split_paragraph(draft: Draft, rng: random.Random, _material: Material) -> None:
    """One paragraph becomes two."""
    long = [index for index, paragraph in enumerate(draft) if len(paragraph) > 1]
    if long:
        index = rng.choice(long)
        at = rng.randrange(1, len(draft[index]))
        draft[index : index + 1] = [draft[index][:at], draft[index][at:]]


def add_sentences(draft: Draft, rng: random.Random, material: Material) -> None:
    """Three sentences are put in."""
    for _ in range(3):
        paragraph = rng.choice(draft)
        text = " ".join(rng.choices(material.words, k=rng.randrange(6, 25))).capitalize().rstrip(".,;:") + "."
        paragraph.insert(rng.randrange(len(paragraph) + 1), Line((), text))


def change_quotation_marks(draft: Draft, _rng: random.Random, _material: Material) -> None:
    """Curly quotation marks become straight, and double ones single."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
    for paragraph in draft:
        paragraph[:] = [replace(line, text=line.text.translate(table)) for line in paragraph]


def cut_sentence(draft: Draft, rng: random.Random, _material: Material) -> None:
    """One sentence in twenty is cut."""
    for paragraph in draft:
        paragraph[:] = [line for line in paragraph if rng.random() > 0.05 or len(paragraph) == 1]


def add_notes(draft: Draft, rng: random.Random, _material: Material) -> None:
    """One sentence in ten has a note more, so that all others have other numbers."""
    for paragraph in draft:
        paragraph[:] = [replace(line, notes=line.notes + (rng.random() < 0.1)) for line in paragraph]


def reorder_sections(draft: Draft, rng: random.Random, _material: Material) -> None:
    """The text is cut into five parts, and these are put in another order."""
    cuts = [0, *sorted(rng.sample(range(1, len(draft)), min(4, len(draft) - 1))), len(draft)]
    parts = [draft[start:end] for start, end in pairwise(cuts)]
    rng.shuffle(parts)
    draft[:] = [paragraph for part in parts for paragraph in part]


def merge_essays(draft: Draft, rng: random.Random, material: Material) -> None:
    """Another essay is put before, behind or in two parts around a part of this one."""
    other = [[replace(line, numbers=()) for line in paragraph] for paragraph in material.other]
    here, there = rng.randrange(len(draft) + 1), rng.randrange(len(other) + 1)
    draft[:] = [*other[:there], *draft[:here], *other[there:], *draft[here:]]


def join_sentences(draft: Draft, rng: random.Random, _material: Material) -> None:
    """One sentence in ten goes on with the next."""
    for paragraph in draft:
        index = 0
        while index + 1 < len(paragraph):
            first, second = paragraph[index : index + 2]
            if rng.random() < 0.1 and first.text.endswith("."):
                text = f"{first.text[:-1]}{rng.choice(('; ', ', and '))}{second.text[:1].lower()}{second.text[1:]}"
                paragraph[index : index + 2] = [Line(first.numbers + second.numbers, text, first.notes + second.notes)]
            index += 1


def split_sentences(draft: Draft, rng: random.Random, _material: Material) -> None:
    """One sentence in ten is cut in two at a comma or semicolon that has four words on either side."""
    for paragraph in draft:
        paragraph[:] = [half for line in paragraph for half in (_halves(line, rng) if rng.random() < 0.1 else [line])]


def _halves(line: Line, rng: random.Random) -> list[Line]:
    places = [
        place
        for place in re.finditer(r"[,;] ", line.text)
        if min(len(line.text[: place.start()].split()), len(line.text[place.end() :].split())) >= 4
    ]
    if not places:
        return [line]
    place = rng.choice(places)
    first, second = line.text[: place.start()] + ".", line.text[place.end() :]
    return [replace(line, text=first, notes=0), replace(line, text=second[:1].upper() + second[1:])]


def change_spelling(draft: Draft, _rng: random.Random, _material: Material) -> None:
    """British spelling becomes American, and an older one that of today."""
    for paragraph in draft:
        paragraph[:] = [replace(line, text=_respelt(line.text)) for line in paragraph]


_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})our(?=s?\b|ed\b|ing\b|able\b|ite)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=e[ds]?\b|ing\b|ation)"), "iz"),
    (re.compile(r"(?<=[a-z][b-df-hj-np-tv-z])re\b"), "er"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(?=ed\b|ing\b|er\b)"), "l"),
    (re.compile(r"\b([Tt]o)-(day|morrow|night)\b"), r"\1\2"),
    (re.compile(r"(?<=\w)xion\b"), "ction"),
    (re.compile(r"(?<=\w)(?:æ|œ)"), "e"),
    (re.compile(r"\b([Tt]oward|[Aa]fterward|[Aa]mong|[Ww]hil)s?t?\b(?<!Whil)(?<!whil)"), r"\1"),
    (re.compile(r"\b([Aa]ny|[Ee]very|[Ss]ome) (one|body|thing)\b"), r"\1\2"),
)


def _respelt(text: str) -> str:
    for old, new in _SPELLINGS:
        text = old.sub(new, text)
    return text


def change_quotation_language(draft: Draft, rng: random.Random, _material: Material) -> None:
    """English quotation marks become French, German or Swedish ones; apostrophes stay."""
    opening, closing = rng.choice((("«\u00a0", "\u00a0»"), ("„", "“"), ("”", "”")))
    for paragraph in draft:
        paragraph[:] = [replace(line, text=_requoted(line.text, opening, closing)) for line in paragraph]


def _requoted(text: str, opening: str, closing: str) -> str:
    text = re.sub(r"“|(?<!\w)[\"‘](?=\w)", opening, text)
    return re.sub(r"(?<=[\w.,;:!?])[”\"]|(?<=[\w.,;:!?])’(?!\w)", closing, text)


_LOOK_ALIKE = (
    ("rn", "m"), ("m", "rn"), ("e", "c"), ("l", "1"), ("h", "b"), ("i", "l"), ("u", "n"), ("n", "u"), ("cl", "d"), ("t", "f"), ("o", "0"),
)  # fmt: skip
_LIGATURES = (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"))
_LINE = 11


def scan(draft: Draft, rng: random.Random, _material: Material) -> None:
    """The text of a scan: one letter in two hundred to fifty is read as another, ligatures, words broken at line ends."""
    rate = rng.choice((0.005, 0.01, 0.02))
    for paragraph in draft:
        paragraph[:] = [replace(line, text=_scanned(line.text, rate, rng)) for line in paragraph]


def _scanned(text: str, rate: float, rng: random.Random) -> str:
    for letters, one in _LIGATURES:
        text = text.replace(letters, one)
    return "".join(_broken("".join(_misread(text, rate, rng)).split(" "), rng))


def _misread(text: str, rate: float, rng: random.Random) -> Iterator[str]:
    at = 0
    while at < len(text):
        fitting = [pair for pair in _LOOK_ALIKE if text.startswith(pair[0], at)] if rng.random() < rate else []
        old, new = rng.choice(fitting) if fitting else (text[at], text[at])
        yield new
        at += len(old)


def _broken(words: list[str], rng: random.Random) -> Iterator[str]:
    """One line end after every eleventh word or inside it."""
    for index, word in enumerate(words):
        blank = "" if index + 1 == len(words) else " "
        if index % _LINE == _LINE - 1 and word.isalpha() and len(word) >= 6:
            cut = rng.randrange(3, len(word) - 2)
            yield f"{word[:cut]}-\n{word[cut:]}{blank}"
        else:
            yield word + ("\n" if blank and index % _LINE == _LINE - 1 else blank)


EDITS: dict[str, Callable[[Draft, random.Random, Material], None]] = {
    "word changes": change_words,
    "moved paragraph": move_paragraph,
    "split paragraph": split_paragraph,
    "new sentences": add_sentences,
    "quotation marks": change_quotation_marks,
    "sentences cut": cut_sentence,
    "sentences joined": join_sentences,
    "sentences split": split_sentences,
    "sections reordered": reorder_sections,
    "two essays merged": merge_essays,
    "spelling": change_spelling,
    "foreign marks": change_quotation_language,
    "scan": scan,
    "notes renumbered": add_notes,
}


def edited(draft: Draft, names: list[str], seed: int, other: Draft) -> Draft:
    """A copy of the draft after these edits, in order; `other` is another text."""
    rng = random.Random(seed)  # noqa: S311 - an experiment that can be repeated, no secret
    words = [word for paragraph in draft for line in paragraph for word in _WORD.findall(line.text)]
    copy = [list(paragraph) for paragraph in draft]
    for name in names:
        EDITS[name](copy, rng, Material(words, other))
    return [paragraph for paragraph in copy if paragraph]
