"""Author and year as short form of a work cited before in full, in the manner of German, French and Italian notes. All are invented."""

import pytest

from tests.cite.making import back, kinds, mentions, read, source

MILLS = "Vgl. Marsh, Ada, Die Mühlen von Elm. Eine Geschichte, Hamburg 1966, S. 6."
WEIR = "Reed, Karl: Das Wehr am Fluss, Berlin 2009, S. 60."
PREFACE = "Dale, Jan / Pfahl, Ulrich: Vorrede zu den Mühlen, Berlin 2011, S. 22."


@pytest.mark.parametrize(
    ("full", "short", "meant", "page"),
    [
        (MILLS, "Vgl. Marsh 1966, S. 7.", "marsh1966", "7"),
        (MILLS, "Marsh 1966, S. 10f.", "marsh1966", "10f"),
        (MILLS, "Siehe Marsh (1966), S. 7.", "marsh1966", "7"),
        (PREFACE, "Dale / Pfahl 2011, S. 3.", "dale2011", "3"),
        (PREFACE, "Dale/Pfahl 2011, 17–19.", "dale2011", "17–19"),
        (PREFACE, "Vgl. Dale u. a. 2011, S. 3.", "dale2011", "3"),
        (PREFACE, "Vgl. Dale, Vorrede 2011, S. 5.", "dale2011", "5"),
        ("Moulin, Jean, Histoire des moulins, Paris, 1938, p. 77.", "Voir Moulin 1938, p. 12.", "moulin1938", "12"),
        ("Alfani, C., I mulini di Elm, Bologna, Reni, 1958, p. 12.", "Cfr. Alfani 1958, p. 33.", "alfani1958", "33"),
    ],
)
def test_author_and_year_mean_the_work_cited_in_full(full: str, short: str, meant: str, page: str) -> None:
    mention = back(full, WEIR, short)
    assert (mention.state, mention.source) == ("resolved", meant)
    assert mention.locator is not None
    assert mention.locator.value == page


def test_of_several_works_of_one_year_the_letter_tells() -> None:
    notes = (MILLS.replace("1966", "1966a"), "Marsh, Ada, Das alte Wehr am Fluss, Hamburg 1966b, S. 9.")
    assert back(*notes, "Vgl. Marsh 1966a, S. 7.").source == "marsh1966a"
    assert back(*notes, "Vgl. Marsh 1966b, S. 7.").source == "marsh1966b"
    assert back(*notes, "Vgl. Marsh 1966, S. 7.").state == "ambiguous"


@pytest.mark.parametrize("title", ["Otto: Die Brücken 1966", "Die Brücken 1999"])
def test_a_title_that_the_author_did_not_write_that_year_is_not_tied(title: str) -> None:
    assert all(mention.source != "marsh1966" for mention in mentions(MILLS, f"Marsh, {title}, S. 4."))


def test_a_work_cited_in_full_again_is_no_short_form() -> None:
    assert kinds("Ada Marsh, A Treatise of Mills, 1612, p. 59.", "Ada Marsh, A Treatise of Mills, 1612, p. 60.") == [
        "full"
    ]


@pytest.mark.parametrize("words", ["Hamburg 1966, S. 4.", "Mai 1966, S. 4.", "Kapitel 1966, S. 4."])
def test_towns_months_and_labels_are_no_authors(words: str) -> None:
    assert "opcit" not in kinds(MILLS, words)


@pytest.mark.parametrize("joint", [", sowie", " sowie", ", sowie auch", " sowie bei", " und", ", sowie zuletzt"])
def test_a_word_that_adds_a_reference_parts_it_from_the_one_before(joint: str) -> None:
    found = mentions(WEIR, MILLS, f"Vgl. Marsh 1966, S. 6{joint} Reed 2009, S. 61f.")
    assert [(one.source, one.locator.value) for one in found if one.locator] == [
        ("marsh1966", "6"),
        ("reed2009", "61f"),
    ]


@pytest.mark.parametrize(
    ("first", "joint", "second"),
    [
        (MILLS[5:-1], ", sowie", WEIR),
        ("J. Moulin, Histoire des moulins, Paris, 1938, p. 77", ", ainsi que", "K. Barrage, Le Barrage du nord, Lyon, 1950, p. 4."),
        ("C. Alfani, I mulini di Elm, Bologna, Reni, 1958, p. 12", ", nonché", "M. Reni, Le acque della città, Ferrara, Alfa, 1990, p. 8."),
    ],
)  # fmt: skip
def test_two_full_references_in_one_sentence(first: str, joint: str, second: str) -> None:
    assert kinds(f"{first}{joint} {second}") == ["full", "full"]


@pytest.mark.parametrize(
    "note",
    [
        "Marsh, Ada: Handel in Reed 1500 sowie Elm 1600, Hamburg 1990, S. 6.",
        "Marsh, Ada: Handel, Hamburg 1990, S. 6 sowie Anm. 9.",
        "Marsh, Ada: Handel, Hamburg 1990, S. 6 und S. 9.",
    ],
)
def test_a_title_and_further_places_stay_one_reference(note: str) -> None:
    assert source(note).title in {"Handel", "Handel in Reed 1500 sowie Elm 1600"}


def test_what_is_known_by_author_and_year_only_contradicts_no_ibid() -> None:
    notes = (
        "Vgl. Marsh 1966, S. 10.",
        "Reed, Karl: Das Wehr am Fluss, in: Elmer Blätter 12 (2009), S. 20-40, S. 22.",
        "Vgl. ebd., S. 9.",
        "Vgl. ebd., S. 10f.",
    )
    for end in (3, 4):
        mention = back(*notes[:end])
        assert (mention.state, mention.source) == ("ambiguous", "reed2009")
        assert "marsh1966" in {rival.source for rival in mention.rivals}


def test_an_ibid_behind_author_and_year_alone_is_never_surely_another_work() -> None:
    found = read(WEIR, "Ebd., S. 61.", "Dale 1970, S. 400.", "Ebd., S. 62.").notes[-1].mentions
    assert found[0].state != "contradicted"
