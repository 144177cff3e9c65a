"""The place inside a source: pages in roman numerals, several levels, volumes; and authors called after a place."""

import pytest

from tests.cite.making import mentions, read, source

BOOK = "Ada Marsh, ed., Pleas of the Elm Court, 1497–1569 (Dover: Elm Society, 1898)"


@pytest.mark.parametrize(
    ("behind", "value"),
    [
        ("lviii–lxix", "lviii–lxix"),
        ("lviii–lxix, 198–200", "lviii–lxix, 198–200"),
        ("xii, 45–6", "xii, 45–6"),
        ("331, xii", "331, xii"),
        ("ii, 45", "ii:45"),
    ],
)
def test_pages_behind_an_imprint_are_the_locator(behind: str, value: str) -> None:
    (mention,) = mentions(f"{BOOK}, {behind}.")
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == ("page", value)


@pytest.mark.parametrize(("behind", "value"), [("fo. 215", "215"), ("fos 9–14", "9–14"), ("fos. 9r–14v", "9r–14v")])
def test_folios_as_the_british_count_them(behind: str, value: str) -> None:
    found = mentions("Ada Marsh to Eva Holm, 2 May 1872, Elm Record Office, D/PN/4/12, fo. 3r.", f"Ibid., {behind}.")
    assert [mention.kind for mention in found] == ["ibid"]
    assert found[0].locator is not None
    assert (found[0].locator.label, found[0].locator.value) == ("folio", value)


def test_words_of_roman_letters_are_no_pages() -> None:
    found = mentions(f"{BOOK}, civil suits aside.")
    assert [mention.kind for mention in found] == ["full", "discursive"]


def test_roman_pages_do_not_swallow_the_next_reference() -> None:
    found = mentions(f"{BOOK}, lviii–lxix, and Jane Reed, Near Friends (Dover: Reed Press, 1993), 34.")
    assert [(mention.kind, mention.locator and mention.locator.value) for mention in found] == [
        ("full", "lviii–lxix"),
        ("full", "34"),
    ]


def test_roman_pages_behind_a_back_reference() -> None:
    (mention,) = mentions(f"{BOOK}.", "Ibid., lix–lxv, 64.")
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == ("page", "lix–lxv, 64")


@pytest.mark.parametrize(
    ("note", "label", "value"),
    [
        ("Marsh, The Divine Mills, bk. 8, ch. 9.", "other", "bk. 8, ch. 9"),
        ("Marsh, The Divine Mills, lib. v, tit. xix, cap. i.", "other", "lib. v, tit. xix, cap. i"),
        ("Marsh, The Divine Mills, bk. 5.", "other", "bk. 5"),
        ("Marsh, The Divine Mills, bk. iii, ch. vii, par. 5.", "other", "bk. iii, ch. vii, par. 5"),
        ("Odo of Dale, Summa Molarum, 2a 2æ, Q. lxxvii, art. iv.", "other", "2a 2æ, Q. lxxvii, art. iv"),
        ("Odo of Dale, Summa Molarum, IIa-IIae, q. 77, a. 4.", "other", "IIa-IIae, q. 77, a. 4"),
        ("Odo of Dale, Decretum Molarum, dist. lxxxviii, cap. xi.", "other", "dist. lxxxviii, cap. xi"),
        ("Marsh, Inst., bk. iii, sect. 9.", "other", "bk. iii, sect. 9"),
        ("Marsh, The Divine Mills, ch. 9.", "chapter", "9"),
        ("Marsh, The Divine Mills, ch. 9, p. 12.", "page", "12"),
        ("Ada Marsh, The Divine Mills, vol. 1 (Dover: Elm Press, 1776), ch. 16.", "chapter", "16"),
        ("Ada Marsh, The Divine Mills, vol. 1 (Dover: Elm Press, 1776), bk. 2, ch. 16.", "other", "bk. 2, ch. 16"),
        ("Ada Marsh, Essays on Mills (Dover, 1684), diss. 11.", "other", "diss. 11"),
        ("Ada Marsh, The Mills of the Weald, 1896, vol. ii, p. 66.", "page", "ii:66"),
    ],
)
def test_every_level_of_a_place_is_kept(note: str, label: str, value: str) -> None:
    (mention,) = mentions(note)
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == (label, value)


@pytest.mark.parametrize(
    ("words", "value"), [("bk. 8, ch. 2", "bk. 8, ch. 2"), ("vol. 2, ch. 3", "vol. 2, ch. 3"), ("vol. 2, 45", "2:45")]
)
def test_several_levels_behind_a_back_reference(words: str, value: str) -> None:
    (mention,) = mentions("Ada Marsh, The Divine Mills (Dover: Elm Press, 1776).", f"Ibid., {words}.")
    assert mention.locator is not None
    assert mention.locator.value == value


@pytest.mark.parametrize("place", ["of Elmford", "of Tours", "de Troyes", "von Eschenbach"])
def test_an_author_with_one_name_and_a_place_is_called_by_the_name(place: str) -> None:
    found = read(f"Osbert {place}, The Martyrs of the Weald, ch. 13.", "Osbert, Martyrs of the Weald, ch. 2.")
    (item,) = found.sources
    assert item.author is not None
    assert item.author[0].literal == f"Osbert {place}"
    assert item.id == "osbert-martyrs-weald"


def test_a_back_reference_to_an_author_called_after_a_place() -> None:
    (mention,) = mentions("Osbert of Elmford, The Martyrs of the Weald, ch. 13.", "Osbert, op. cit., ch. 2.")
    assert mention.source == "osbert-martyrs-weald"


@pytest.mark.parametrize(
    ("note", "family"),
    [
        ("Alexis de Marsh, The Mills of the Weald (Dover: Elm Press, 1990).", "Marsh"),
        ("Duke of Elmford, Letters from the Weald (Dover: Elm Press, 1990).", "Elmford"),
        ("Jan van der Marsh, The Mills of the Weald (Dover: Elm Press, 1990).", "Marsh"),
    ],
)
def test_families_with_particles_and_titles_of_nobility_stay(note: str, family: str) -> None:
    item = source(note)
    assert item.author is not None
    assert item.author[0].family == family


def test_a_body_is_no_person_called_after_a_place() -> None:
    assert source("Bank of Elmford, Report on the Mills (Dover, 1990).").author is None


def test_op_cit_is_no_sign_of_continental_notes() -> None:
    opening = "Ada Marsh, The Mills of the Weald (Dover: Elm Press, 1776)."
    found = read(opening, *["Marsh, op. cit., ch. 16."] * 6, "Osbert of Elmford, History of the Weald, bk. 8, ch. 9.")
    (mention,) = found.notes[-1].mentions
    assert (mention.kind, mention.source) == ("short", "osbert-history-weald")
