"""Holdings told in words, and archives abroad that no table has. All names and numbers are invented."""

import time

import pytest

from argmap.cite import cite
from tests.cite.making import document, kinds, mentions, read, source

HOME = (
    "See Eva Reed, *The Weirs of Elm* (Dover: Reed Press, 1990), 12.",
    "John Holm, *What the Miller Said* (London: Hale, 1992), 34.",
    "Ada Marsh, “Who Paid for the Weir?,” *Elm Review* 12 (1999): 4.",
    "But see Holm, *What the Miller Said*, 12.",
    "Reed, *The Weirs of Elm*, 45.",
)
"""Notes that show that a text is English."""


@pytest.mark.parametrize(
    ("note", "author", "title", "archive", "collection"),
    [
        (
            "Ada Marsh, Address to Members, October 23, 1966. In the Elm collection at the Marsh Society, Series 2B, Box 5, Folder 3.",
            "Marsh", "Address to Members", "Marsh Society", "Elm collection",
        ),
        (
            "Ada Marsh, Memo to Members, October 23, 1966. Located in the Elm Collection, Mill Archives, University of Dover, Box 5, Folder 3.",
            "Marsh", "Memo to Members", "Mill Archives", "Elm Collection, University of Dover",
        ),
        (
            "Programme Sheet, “The Old Mills,” located in the Elm Collection, National Mill Archives, Box 5, Folder 3.",
            None, "The Old Mills", "National Mill Archives", "Elm Collection",
        ),
        (
            "Ada Marsh, Statement for members, in the Elm papers at the Marsh Society, Box 5, Folder 3.",
            "Marsh", "Statement for members", "Marsh Society", "Elm papers",
        ),
        (
            "The letters can be found in the Elm collection at the Marsh Society, Box 5, Folder 3.",
            None, "The letters", "Marsh Society", "Elm collection",
        ),
        (
            "Ada Marsh to Eva Holm, 3 May 1950, held in the Reed Papers at the Elm Historical Society, Box 5, Folder 3.",
            "Marsh", "Ada Marsh to Eva Holm", "Elm Historical Society", "Reed Papers",
        ),
    ],
)  # fmt: skip
def test_words_say_where_a_document_is_kept(
    note: str, author: str | None, title: str, archive: str, collection: str
) -> None:
    item = source(note)
    assert kinds(note) == ["archival"]
    assert [name.family for name in item.author or ()] == ([author] if author else [])
    assert (item.title, item.archive, item.archive_collection) == (title, archive, collection)
    assert (item.archive_location or "").endswith("Box 5, Folder 3")


@pytest.mark.parametrize(
    "note",
    [
        "Ada Marsh, “Mills,” in the Elm Collection of Essays (Dover: Reed, 1990), 12.",
        "Ada Marsh, “The Mill in the Elm Papers,” *Elm Review* 12 (1990): 4.",
        "As found in the Elm Library, the mill was old.",
        "The poem was found in the Elm Archives in 1950 and is now lost.",
        "Ada Marsh, *Mills* (Dover: Reed, 1990). In the Elm Collection at the Marsh Society he found more.",
        "See the letter printed in the Reed Papers, vol. 3, 45.",
        "WHO, Report on Mills, vol. 2, 45.",
        "Biblioteca de Autores Elmenses, tomo 71 (Madrid: Olmo, 1954), 45.",
        "GB, Parliament of Mills, libro 3, 45.",
        "NATO, Document 3, sec. 4.",
    ],
)
def test_what_only_looks_like_it(note: str) -> None:
    assert "archival" not in kinds(note)


def test_an_abbreviation_taught_for_an_archive_is_used() -> None:
    found = read(
        *HOME,
        "and Reed’s letter to Marsh, Elm College Library (hereafter ECL) MS 260, fol. 28r.",
        "ECL MS 260, fol. 64v.",
        "Certain letters, ed. Ada Marsh (London: John Day, 1564), 451-54 (hereafter *LM*), and ECL MS 260, fol. 124r.",
        "ECL, MS 261, fol. 3r.",
        "Reed, *Weirs*, 12, and BL, Add. MS 12345, fol. 3.",
    )
    told = [
        [(mention.kind, mention.locator and mention.locator.value) for mention in note.mentions]
        for note in found.notes[5:]
    ]
    assert told == [
        [("archival", "28r")],
        [("archival", "64v")],
        [("full", "451-54"), ("archival", "124r")],
        [("archival", "3r")],
        [("short", "12"), ("archival", "3")],
    ]
    kept = {item.archive: (item.custom or {}).get("archive-name") for item in found.sources if item.archive}
    assert kept == {"ECL": "Elm College Library", "BL": "British Library"}
    assert [(item.author or ())[0].family for item in found.sources if item.title == "Reed’s letter to Marsh"] == [
        "Reed"
    ]


@pytest.mark.parametrize(
    ("note", "archive", "collection", "place", "leaves"),
    [
        ("AGNE, sección colonia, juicios criminales, tomo 71, doc. 108, ff. 845-850.", "AGNE", "sección colonia, juicios criminales", "tomo 71, doc. 108, ff. 845-850", "845-850"),
        ("ACE, sección colonia, fondo judicial, núm. 236, sig. 7861 (Col. J I -8 cr).", "ACE", "sección colonia, fondo judicial", "núm. 236, sig. 7861 (Col. J I -8 cr)", None),
        ("AHE, Inquisición, libro 1234, exp. 3, f. 5r.", "AHE", "Inquisición", "libro 1234, exp. 3, f. 5r", "5r"),
        ("Archivo General de la Nación, sección colonia, Tierras, tomo 12, ff. 3-4.", "AGN", "sección colonia, Tierras", "tomo 12, ff. 3-4", "3-4"),
        ("AGN, Sala IX, 12-3-4.", "AGN", "Sala IX", "12-3-4", None),
        ("AHPE, protocolo 1234, f. 45r.", "AHPE", None, "protocolo 1234, f. 45r", "45r"),
        ("APEL, Seção Colonial, maço 123, fl. 4.", "APEL", "Seção Colonial", "maço 123, fl. 4", "4"),
        ("AEL, Bahia, cx. 12, doc. 1234.", "AEL", "Bahia", "cx. 12, doc. 1234", None),
        ("NE, VOC 1234, fols. 12-13.", "NE", None, "VOC 1234, fols. 12-13", "12-13"),
        ("RE, Kancelliet, vol. 123, f. 4.", "RE", "Kancelliet", "vol. 123, f. 4", "4"),
        ("Elmsarkivet, Tyske Kancelli, pakke 12.", "Elmsarkivet", "Tyske Kancelli", "pakke 12", None),
        ("ASEl, Notai antichi 911, Marco Olmi, filza 24, series II, nr. 64.", "ASEl", "Marco Olmi", "Notai antichi 911, filza 24, series II, nr. 64", None),
        ("ASCEl, Manoscritti 54, Famiglie, fols. 126v–127v.", "ASCEl", "Famiglie", "Manoscritti 54, fols. 126v–127v", "126v–127v"),
        ("Elm Shiryōkan, 1.1.2.3, vol. 5.", "Elm Shiryōkan", None, "1.1.2.3, vol. 5", None),
    ],
)  # fmt: skip
def test_acronyms_before_the_units_of_archives(
    note: str, archive: str, collection: str | None, place: str, leaves: str | None
) -> None:
    item = read(*HOME, note).sources[-1]
    assert (item.type, item.archive, item.archive_collection, item.archive_location) == (
        "document",
        archive,
        collection,
        place,
    )
    (mention,) = mentions(*HOME, note)
    assert (mention.kind, mention.locator and mention.locator.value) == ("archival", leaves)


def test_a_document_with_its_title_town_and_year_before_the_archive() -> None:
    item = source(
        "“Causa criminal seguida a José Olmo”, Elmayán, 1784, ACE, sección colonia, fondo judicial, núm. 236."
    )
    assert (item.title, item.note, item.archive) == ("Causa criminal seguida a José Olmo", "Elmayán", "ACE")
    assert item.issued is not None
    assert item.issued.date_parts == ((1784,),)


def test_the_town_of_an_archive_in_a_bracket_is_no_abbreviation() -> None:
    item = source("Archivo General de la Nación (Buenos Aires), Sala IX, legajo 12-3-4.")
    assert (item.archive, item.archive_place) == ("AGN", "Buenos Aires")


@pytest.mark.parametrize(
    ("behind", "talk"),
    [
        (", where “Odo vendidit et tradidit ut supra molendinum unum.”", "where “Odo vendidit et tradidit ut supra molendinum unum.”"),
        (": “… molendinum sub prefatis.”", "“… molendinum sub prefatis.”"),
        (" “molendinum novum.” Half of the men were millers.", "“molendinum novum.” Half of the men were millers."),
    ],
)  # fmt: skip
def test_a_documents_own_words_stand_behind_it(behind: str, talk: str) -> None:
    note = f"ASEl, Notai antichi 911, filza 24, nr. 64, fol. 3r{behind}"
    found = mentions(*HOME, note)
    assert [mention.kind for mention in found] == ["archival", "discursive"]
    assert found[1].text == talk
    assert read(*HOME, note).sources[-1].title is None


def test_the_day_in_digits_is_the_documents() -> None:
    item = read(*HOME, "ASEl, Notai antichi 911, filza 24, nr. 64, dated 1483-02-13.").sources[-1]
    assert item.issued is not None
    assert (item.issued.date_parts, item.title) == (((1483, 2, 13),), None)


def test_long_notes_take_no_long_time() -> None:
    begin = time.perf_counter()
    cite(
        document(
            "AGN, " * 100_000,
            "located in the Elm " * 30_000,
            "in the Elm at the Reed Papers at the " * 20_000,
            "and BL, " * 60_000,
        )
    )
    assert time.perf_counter() - begin < 60
