"""Shortened notes in the middle of the author's sentence. All of it is invented."""

import pytest

from tests.cite.making import mentions

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
