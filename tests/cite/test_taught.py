"""Abbreviations that a text teaches: "(hereafter cited as DM)", and "DM, 7" behind it."""

import pytest

from tests.cite.making import mentions, read

BOOK = "Ada Marsh, ed., Documents on the Mills, 3 vols. (Dover: Reed Press, 1990)"


@pytest.mark.parametrize(
    "words",
    [
        "(hereafter DM)", "[hereafter DM]", "(hereinafter cited as DM)", "(hereafter referred to as “DM”)", "(cited as DM)",
        "(henceforth DM)", "(im Folgenden: DM)", "(künftig zitiert als DM)", "(ci-après DM)", "(d’ora in poi DM)",
        "(d’ora in avanti: DM)", "(en adelante DM)", "(далее – DM)", "(hereafter = DM)",
    ],
)  # fmt: skip
def test_taught_and_applied(words: str) -> None:
    found = read(f"{BOOK} {words}.", "Bo Reed, Weirs (Elm: Falk, 1991), 3.", "DM, 7.")
    assert len(found.sources) == 2
    assert found.sources[0].title == "Documents on the Mills"
    assert found.sources[0].title_short == "DM"
    (mention,) = found.notes[2].mentions
    assert (mention.kind, mention.source) == ("short", found.sources[0].id)
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == ("page", "7")
    assert [mention.kind for mention in found.notes[0].mentions] == ["full"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("DM 2:45.", "2:45"),
        ("See DM, vol. 3, pp. 4-5.", "3:4-5"),
        ("DM, II: 12.", "II:12"),
        ("Cf. DM, p. 351-2.", "351-2"),
    ],
)
def test_places_behind_an_abbreviation(words: str, value: str) -> None:
    notes = (f"{BOOK} (hereafter DM).", words)
    found = read(*notes)
    assert len(found.sources) == 1
    (mention,) = mentions(*notes)
    assert mention.locator is not None
    assert mention.locator.value == value


def test_two_abbreviations_and_one_that_begins_like_the_other() -> None:
    found = read(
        f"{BOOK} (hereafter DM).", "Ada Marsh, ed., More Documents (Dover: Reed, 1999) (hereafter DM Supplement).",
        "DM Supplement, 4; and DM, 5.",
    )  # fmt: skip
    assert [mention.source for mention in found.notes[2].mentions] == [item.id for item in reversed(found.sources)]


def test_a_word_that_begins_like_an_abbreviation_is_none() -> None:
    found = read(f"{BOOK} (hereafter DM).", "DMitri Orlov, Weirs (Elm: Falk, 1991), 3.")
    assert len(found.sources) == 2


def test_an_abbreviation_is_not_applied_before_it_is_taught() -> None:
    found = read("DM, 7.", f"{BOOK} (hereafter DM).")
    assert all(mention.source != found.sources[-1].id for mention in found.notes[0].mentions)


def test_the_bracket_in_the_middle_of_a_reference() -> None:
    found = read(
        "Ada Marsh, Documents on the Mills [hereafter Documents] (Dover: Reed Press, 1990), 4.", "Documents, 77."
    )
    (item,) = found.sources
    assert (item.title, item.publisher) == ("Documents on the Mills", "Reed Press")


def test_a_taught_abbreviation_in_italics() -> None:
    notes = ("*Acts of the Weirmen of Dover* (Dover: Hale, 1990) (hereafter *Acts*), 3.", "*Acts*, 7.", "Acts, 9.")
    assert len(read(*notes).sources) == 1
