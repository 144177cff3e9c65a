"""The place inside a source: pages in roman numerals, several levels, volumes; and authors called after a place."""

import pytest

from argmap.model import Date
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


@pytest.mark.parametrize(
    "behind",
    [
        "127 et 130", "64 e 73", "414 y 430", "103 y 135–39", "12 en 15", "12 und 15", "12, 15 and 18", "12, 15, and 18",
        "I:183, 239, 303 and II:452", "1:12, 15 and 2:18", "12 e segg.", "12 y ss.",
    ],
)  # fmt: skip
def test_pages_are_joined_in_any_language(behind: str) -> None:
    (mention,) = mentions(f"{BOOK}, {behind.rstrip('.')}.")
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value.rstrip(".")) == ("page", behind.rstrip("."))


@pytest.mark.parametrize(
    ("behind", "value"),
    [
        ("p. 127 et p. 130", "127 et 130"),
        ("S. 12 f. und S. 20 ff.", "12 f. und 20 ff."),
        ("pp. 12–14 e 20–22", "12–14 e 20–22"),
        ("p. 12, p. 15, p. 18 sq.", "12, 15, 18 sq."),
        ("p. 12, p. 15 et p. 18", "12, 15 et 18"),
        ("p. 12 y 5 más", "12"),
        ("p. 12 en 1836", "12"),
        ("45 and 12 others", "45"),
        ("45 e Reed lo nega", "45"),
    ],
)
def test_pages_joined_behind_a_label_and_what_only_looks_like_them(behind: str, value: str) -> None:
    found = mentions(f"{BOOK}, {behind}.")
    assert found[0].locator is not None
    assert found[0].locator.value.rstrip(".") == value.rstrip(".")


@pytest.mark.parametrize(
    "note",
    [
        "Ch. Marsh, *De la réforme des moulins*, Paris, 1836, p. 127 et 130.",
        "Marsh, *Los molinos*, 127 et 130.",
        "Ch. Marsh, *De la réforme des moulins*, I, 1836, p. 127 et 130.",
    ],
)
def test_the_tagger_leaves_no_joined_page_out(note: str) -> None:
    (mention,) = mentions(note)
    assert mention.locator is not None
    assert mention.locator.value == "127 et 130"
    assert source(note).volume in {None, "I"}


@pytest.mark.parametrize(
    ("behind", "volume", "issue", "value"),
    [
        ("27 (1983): 18, 32", "27", None, "18, 32"),
        ("27 (1983): 18–20, 32–35", "27", None, "18–20, 32–35"),
        ("27 (1983): 18, 25 y 32", "27", None, "18, 25 y 32"),
        ("7-8 (2012): 362-379", "7-8", None, "362-379"),
        ("30.1-7 (1998): 379-388", "30", "1-7", "379-388"),
        ("9, núm. 24 (2014): 37", "9", "24", "37"),
        ("40, n.º 1 (2013): 36-43", "40", "1", "36-43"),
        ("27 (1983): 18, 2 of them new", "27", None, "18"),
    ],
)
def test_what_stands_behind_a_journal(behind: str, volume: str, issue: str | None, value: str) -> None:
    note = f"Ada Marsh, “Old Mills,” *Elm Review* {behind}."
    mention, found = mentions(note)[0], source(note)
    assert mention.locator is not None
    assert (found.volume, found.issue, mention.locator.value) == (volume, issue, value)


def test_a_bare_page_behind_a_month_without_a_volume() -> None:
    (mention,) = mentions("Ada Marsh, “Mills,” ElmR Aug 2021, 3–4, https://elm.example/mills.")
    assert mention.locator is not None
    assert mention.locator.value == "3–4"


def test_several_pages_are_not_those_of_the_whole_article() -> None:
    assert source("Ada Marsh, “Old Mills,” *Elm Review* 27 (1983): 18–20, 32–35.").page is None


@pytest.mark.parametrize(
    ("note", "page", "value"),
    [
        ("Ada Marsh, “Mills,” *Elm Review* 39 (2000): 8-33 (8).", "8-33", "8"),
        ("Ada Marsh, “Mills,” *Elm Review* 39 (2000), 8–33 (9–10).", "8–33", "9–10"),
        ("Ada Marsh, “Mills,” in *Essays*, ed. Jane Reed (Dover: Reed, 1990), 309-34 (332).", "309-34", "332"),
        ("Marsh, Mühlen am Fluss, in: Festschrift Reed (Paris 1969) 75 (83).", None, "83"),
        ("Marsh, Mühlen am Fluss, Elm Zeitschrift 24 (1973) 13 (15 ff.).", "13", "15 ff."),
        ("Ada Marsh, “Mills,” *Elm Review* 39 (2000): 8-33 (1990).", "8-33", "8-33"),
        ("Ada Marsh, “Mills,” *Elm Review* 39 (2000): 8-33 (40).", "8-33", "8-33"),
        ("Ada Marsh, *Mills* (Dover: Reed, 1990), 75 (12).", None, "75"),
    ],
)
def test_the_page_meant_in_a_bracket(note: str, page: str | None, value: str) -> None:
    (mention,) = mentions(note)
    assert source(note).page == page
    assert mention.locator is not None
    assert mention.locator.value.rstrip(".") == value.rstrip(".")


@pytest.mark.parametrize(
    ("behind", "label", "value"),
    [
        ("sig. A3v", "other", "sig. A3v"),
        ("sig. A.3v", "other", "sig. A.3v"),
        ("sigs. A3v–A4r", "other", "sigs. A3v–A4r"),
        ("sig. ¶2r", "other", "sig. ¶2r"),
        ("fol. B2r", "folio", "B2r"),
        ("sigs C2r–v", "other", "sigs C2r–v"),
        ("fol. 12ra–vb", "folio", "12ra–vb"),
        ("f° 12 v°", "folio", "12 v°"),
        ("págs. 12-15", "page", "12-15"),
        ("pagg. 12-15", "page", "12-15"),
        ("Rn. 12", "other", "Rn. 12"),
        ("Rdnr. 12 f.", "other", "Rdnr. 12 f."),
        ("Rz. 5 und 7", "other", "Rz. 5 und 7"),
        ("§ 5 Rn. 12", "other", "§ 5, Rn. 12"),
        ("cap. 4, núm. 53, 287", "page", "287"),
        ("ch. 4, 287–9", "page", "287–9"),
        ("pt. IV, pp. 1293–8", "page", "1293–8"),
        ("lib. II, p. 18", "page", "18"),
        ("ch. 12 and p. 18", "page", "18"),
        ("chaps. 4, 7", "chapter", "4, 7"),
    ],
)
def test_leaves_of_old_prints_numbers_in_the_margin_and_pages_behind_numbers(
    behind: str, label: str, value: str
) -> None:
    (mention,) = mentions(f"{BOOK}, {behind}.")
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value.rstrip(".")) == (label, value.rstrip("."))


@pytest.mark.parametrize(
    ("imprint", "place", "publisher"),
    [
        ("London: Printed for J. Legat", "London", "Printed for J. Legat"),
        ("Paris: chez Marsh", "Paris", "chez Marsh"),
        ("Dover: Reed Press", "Dover", "Reed Press"),
    ],
)
def test_a_book_without_a_year(imprint: str, place: str, publisher: str) -> None:
    note = f"Ada Marsh, *A Voyage to Elm*, 3rd ed. ({imprint}), 47."
    (mention,), found = mentions(note), source(note)
    assert (mention.kind, mention.locator and mention.locator.value) == ("full", "47")
    assert (found.title, found.edition, found.publisher_place, found.publisher) == (
        "A Voyage to Elm", "3rd ed", place, publisher,
    )  # fmt: skip


def test_a_bracket_of_the_title_is_no_imprint() -> None:
    found = source("Ada Marsh, The Mills of Elm (Part One: The Weir), 47.")
    assert (found.publisher_place, found.publisher) == (None, None)
    assert source("Ada Marsh, *The Acts* (1563 edition) (Elm Online, Dover, 2011), 3.").issued == Date(
        date_parts=((2011,),)
    )
