"""References that hide: in brackets behind a quotation, under long titles, behind "part reprinted in"."""

import pytest

from tests.cite.making import back, kinds, mentions, read


def test_a_reference_in_brackets_behind_quoted_words() -> None:
    found = mentions(
        "The weavers were given the name of “Filii speciales” (Marsh, Die Mühlen von Elm, 1896, vol. ii, p. 66)."
    )
    assert [mention.kind for mention in found] == ["discursive", "full"]
    assert found[1].source == "marsh1896"


LONG = "wherein the Inclosure, such as doth unpeople Townes and which is not to be borne, is arraigned and condemned"


@pytest.mark.parametrize("joint", ["; ", ", "])
def test_a_long_old_title_with_the_words_of_sentences(joint: str) -> None:
    note = f"Ada Marsh, The Crying Sin of Elm{joint}{LONG}, 1653."
    (mention,) = mentions(f"Jane Reed, Weirs, 1633; {note}")[1:]
    assert mention.kind == "full"
    assert mention.source == "marsh1653"
    assert back(note, "Marsh, op. cit., p. 13.").source == "marsh1653"


def test_a_semicolon_before_talk_still_ends_a_reference() -> None:
    found = mentions("Ada Marsh, The Crying Sin of Elm, 1653; with some doubts by later authors, 1700.")
    assert found[0].text == "Ada Marsh, The Crying Sin of Elm, 1653"


@pytest.mark.parametrize(
    "words", ["part reprinted in", "first published in", "and since reprinted in", "originally printed in"]
)
def test_what_prints_a_work_is_a_reference_of_its_own(words: str) -> None:
    found = read(
        f"Ada Marsh, Dangerous Mills, 1593 ({words} B. Reed, The Weir Movement, as shown by a Minute Book, 1905)."
    )
    assert [mention.kind for mention in found.notes[0].mentions] == ["full", "container"]
    assert [source.id for source in found.sources] == ["marsh1593", "reed1905"]


def test_an_imprint_behind_a_quoted_title_with_its_full_stop() -> None:
    found = read("See A. Marsh, “History of the Working Mills.” London, 1835, 3rd ed.")
    assert kinds("See A. Marsh, “History of the Working Mills.” London, 1835, 3rd ed.") == ["full"]
    (source,) = found.sources
    assert (source.title, source.publisher_place) == ("History of the Working Mills", "London")


def test_a_part_is_no_title() -> None:
    found = read("Mill Hands’ Commission’s Report. App. Part II, p. 18.", "Ibid., p. 20.")
    (source,) = found.sources
    assert source.title is not None
    assert source.title.startswith("Mill Hands’ Commission’s Report")
    assert found.notes[1].mentions[0].source == source.id


def test_a_latin_collection_is_a_title() -> None:
    found = read("Corpus Molendini Canonici, Decretal. Greg. IX, lib. v, tit. xix, cap. i.", "Ibid., cap. iii.")
    (source,) = found.sources
    assert source.author is None
    assert source.title == "Corpus Molendini Canonici, Decretal. Greg. IX"
