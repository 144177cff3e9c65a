"""Shortened notes in the middle of the author's sentence. All of it is invented."""

import pytest

from tests.cite.making import mentions, read, source

_FULL = "Ann Weir, *The Quiet Mill: A Life* (Dover: Hale, 1996), 3."


@pytest.mark.parametrize(
    ("note", "place", "words"),
    [
        ("But see Weir, *Quiet Mill*, 51, who thinks that the tolls came first.", "51", "But see Weir, Quiet Mill, 51"),
        ("As Ann Weir argues in *Quiet Mill*, 77, the timber came from the east.", "77", "Quiet Mill, 77"),
        ("Weir, Quiet Mill, p. 12, where the timber came from the east.", "12", "Weir, Quiet Mill, p. 12"),
        ("Weir, *Quiet Mill*, 51: the tolls came first, as the court found.", "51", "Weir, Quiet Mill, 51"),
        ("The point is old (it is in Weir, *Quiet Mill*, 14), but nobody has followed it.", "14", "Weir, Quiet Mill, 14"),
    ],
)  # fmt: skip
def test_the_sentence_goes_on_behind_the_page(note: str, place: str, words: str) -> None:
    found = [mention for mention in mentions(_FULL, note) if mention.kind != "discursive"]
    assert [(one.kind, one.text, one.source) for one in found] == [("short", words, mentions(_FULL)[0].source)]
    assert found[0].locator is not None
    assert found[0].locator.value == place


@pytest.mark.parametrize(
    "note",
    [
        "Weir, *Quiet Mill*, vol. 1, p. 117 n.",
        "Weir, *Quiet Mill*, 51, and elsewhere.",
        "Weir, *Quiet Mill*, 51 and 52.",
    ],
)
def test_nothing_goes_on_behind_these(note: str) -> None:
    assert mentions(_FULL, note)[0].kind == "short"


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("Weir (*Quiet Mill*, 2:77) denies this.", "2:77"),
        ("Contra Weir (“The Quiet Mill,” 9), the losses fell after 1860, as all agree.", "9"),
    ],
)
def test_the_name_stands_before_the_bracket(note: str, place: str) -> None:
    (found,) = [mention for mention in mentions(_FULL, note) if mention.kind != "discursive"]
    assert found.source == mentions(_FULL)[0].source
    assert found.locator is not None
    assert found.locator.value == place


def test_a_whole_reference_amid_talk() -> None:
    found = source("So, in her later work, does Ida Brandt, *Wreckers* (Boston: Pike, 1999), xii.")
    assert ([name.family for name in found.author or ()], found.title) == (["Brandt"], "Wreckers")


def test_an_editor_whose_first_initial_is_a() -> None:
    found = source("*Rolls of the Mayor*, ed. A. Nye and B. Orr, Elm Texts 4 (Leiden: Brook, 1999), 5.")
    assert [name.family for name in found.editor or ()] == ["Nye", "Orr"]


def test_a_number_and_a_family_name_agree() -> None:
    notes = ("Emil Korn: Das Strandgut. 2. Aufl. Rostock 1950, S. 7.", "Emil Korn: Bergelohn. Berlin 1960, S. 3.")
    found = read(*notes, "Anders Korn (wie Anm. 1), S. 9.")
    assert found.notes[2].sources == found.notes[0].sources
