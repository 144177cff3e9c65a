"""References amid running words, with a comma missing, or with what does not look like a publisher. All of them are invented."""

import time

import pytest

from tests.cite.making import kinds, mentions, read, source

FIRST = "Ada Reed and Tom Marsh, ‘A Measure for Mills’, *Elm Networks* 30.1 (1998): 379-388"
SECOND = "Ida Elm, ‘Searching the Weir’, *Elm Science* 280 (1998): 98-100"
THIRD = "Ada Reed, *The Weir* (Dover: Hale, 1990), 4"


@pytest.mark.parametrize(
    ("before", "bracket", "behind"),
    [
        ("From older research", f"({FIRST}; {SECOND})", "we can however assume that it burned."),
        ("The mill burned", f"(see {FIRST}; {THIRD})", "as we know."),
        ("The mill burned", f"({FIRST}; {SECOND}; and {THIRD})", "in every year."),
        ("The mill burned", f"(for which see {THIRD}; {SECOND})", "in every year."),
    ],
)
def test_references_in_one_bracket(before: str, bracket: str, behind: str) -> None:
    found = read(f"{before} {bracket} {behind}")
    assert len(found.sources) == bracket.count(";") + 1
    assert all(one.author for one in found.sources)
    talk = [mention.text for mention in found.notes[0].mentions if mention.kind == "discursive"]
    assert talk[0].startswith(before)
    assert talk[-1] == behind


def test_square_brackets_inside_of_round_ones() -> None:
    found = source("The mill burned (see Ada Reed, *The Weir* [Dover: Hale, 1990], 4), as we know.")
    assert (found.title, found.publisher, found.publisher_place) == ("The Weir", "Hale", "Dover")


@pytest.mark.parametrize(
    "note",
    [
        "Ada Reed, *The Weir* (1961; repr., Dover: Hale, 1984), 4.",
        "Ada Reed, *The Weir* (Dover: Hale, 1984; 2nd ed., 1990), 4.",
        "Ada Reed, *The Weir* (Dover: Hale, 1984), 4 (the mill; the weir; the flood of 1901).",
    ],
)
def test_brackets_that_list_no_references(note: str) -> None:
    found = source(note)
    assert (found.title, [name.family for name in found.author or ()]) == ("The Weir", ["Reed"])


@pytest.mark.parametrize(
    ("note", "author", "title", "host"),
    [
        ("A. Reed and T. Marsh “Weirs in Random Rivers,” *Science* 286 (1999): 509–512.", ["Reed", "Marsh"], "Weirs in Random Rivers", "Science"),
        ("Ada Reed “Weirs,” *Elm Review* 12 (1990): 4.", ["Reed"], "Weirs", "Elm Review"),
        ("A. B. C. Reed *Rivers: An Introduction* (Dover: Hale, 2010).", ["Reed"], "Rivers: An Introduction", None),
        ("See Ada Reed and Tom Marsh *Rivers* (Dover: Hale, 2010), 4.", ["Reed", "Marsh"], "Rivers", None),
    ],
)  # fmt: skip
def test_a_comma_missing_behind_the_author(note: str, author: list[str], title: str, host: str | None) -> None:
    found = source(note)
    assert ([name.family for name in found.author or ()], found.title, found.container_title) == (author, title, host)


@pytest.mark.parametrize(
    "note",
    [
        "Ada Reed, ed. *Rolls Relative to the Mills*, 2 vols. (Dover: Hale, 1846).",
        "Ada Reed, ed. Annals Relative to the Mills, 2 vols. (Dover: Hale, 1846).",
        "Ada Reed, ed., *Rolls Relative to the Mills*, 2 vols. (Dover: Hale, 1846).",
        "Ada Reed (ed.) *Rolls Relative to the Mills*, 2 vols. (Dover: Hale, 1846).",
    ],
)
def test_a_comma_missing_behind_the_editor(note: str) -> None:
    found = source(note)
    assert ([name.family for name in found.editor or ()], (found.title or "").split(" ", 1)[1]) == (
        ["Reed"],
        "Relative to the Mills",
    )


@pytest.mark.parametrize(
    ("note", "author", "editor", "title"),
    [
        ("Old Mills, ed. Peter Marsh (Dover: Hale, 1990).", [], ["Marsh"], "Old Mills"),
        ("Robin Carver, ed. J. Smith (Dover: Hale, 1990).", [], ["Smith"], "Robin Carver"),
        ("William Elm, *Works*, ed. Peter Marsh (Dover: Hale, 1990).", ["Elm"], ["Marsh"], "Works"),
    ],
)
def test_what_lacks_no_comma(note: str, author: list[str], editor: list[str], title: str) -> None:
    found = source(note)
    assert found.title == title
    assert [name.family for name in found.editor or ()] == editor
    assert [name.family for name in found.author or ()] == author


def test_a_nickname_is_no_title() -> None:
    assert source("Tom “Big” Marsh, *Works* (Dover: Hale, 1990).").title != "Big"


ENGLISH = (
    "Ida Elm, *The Mills of the North* (Dover: Hale, 1990), 4.",
    "Ida Elm, *The Weirs of the North* (Dover: Hale, 1991), 4.",
    "Ida Elm, *The Dams of the North* (Dover: Hale, 1992), 4.",
    "Ida Elm, *The Locks of the North* (Dover: Hale, 1993), 4.",
)


@pytest.mark.parametrize(
    "house", ["Centre de recherches fluviales", "Instituto de estudios fluviales", "Verein der Freunde alter Wehre"]
)
def test_publishers_in_other_languages(house: str) -> None:
    found = read(*ENGLISH, f"Ada Reed, *Rivers* ({house}, 1999), 19.", "Reed, *Rivers*, 30.")
    (one,) = (item for item in found.sources if item.title == "Rivers")
    assert house in {one.publisher, one.publisher_place}
    assert one.issued is not None
    assert one.issued.date_parts == ((1999,),)
    assert [note.mentions[0].source for note in found.notes[-2:]] == [one.id] * 2


def test_a_publisher_between_commas() -> None:
    found = source("Ada Reed, *River Use 2012*, Elm Mill & River Life Project, 2012, http://elm.example/a.pdf.")
    assert (found.title, found.publisher) == ("River Use 2012", "Elm Mill & River Life Project")


def test_talk_in_a_bracket_is_no_publisher() -> None:
    assert not [item for item in read("Ada Reed, *Rivers* (nobody knows where, 1999), 19.").sources if item.publisher]


def test_a_body_before_a_title_in_quotation_marks() -> None:
    found = source("Elm House Briefing Room, “The House Announces Mills,” June 10, 2021, https://elm.example/a.")
    assert [name.literal for name in found.author or ()] == ["Elm House Briefing Room"]


def test_a_newspaper_is_no_author() -> None:
    found = source("The Elm Herald, “Fire in the Mill,” June 10, 1921, 4.")
    assert not found.author


def test_a_special_issue() -> None:
    note = "Tom Marsh, “Weirs: Data,” in “Towards Weirs,” ed. Ada Reed and Ida Elm, special issue, *Elm Review* 27, no. 1 (Apr. 2021): 43-61."
    found = source(note)
    assert (found.title, found.container_title, found.volume, found.page) == (
        "Weirs: Data",
        "Elm Review",
        "27",
        "43-61",
    )
    assert [name.family for name in found.editor or ()] == ["Reed", "Elm"]


def test_an_imprint_behind_a_full_stop() -> None:
    notes = (
        *ENGLISH,
        "Elm, *Dams*, 4; Tom Marsh, ‘Weirs’, in *Grounds of Mills,* 6, Edition. Dover: Hale, 2013, pp. 495-508.",
    )
    assert kinds(*notes) == ["short", "full"]
    found = read(*notes).sources[-1]
    assert (found.title, found.publisher) == ("Weirs", "Hale")


def test_a_second_family_name_alone() -> None:
    notes = (
        "Ada Gómez Elm, Ida Marsh and Sharon Reed, *Mills of the North* (Dover: Hale, 1999), 19.",
        "Ada Gómez Elm, *The Great Flood* (Dover: Hale, 1993).",
        "Gómez Elm, et al., *Mills of the North*, 30.",
    )
    found = read(*notes)
    assert len(found.sources) == 2
    assert mentions(*notes)[0].source == found.notes[0].mentions[0].source


@pytest.mark.parametrize("piece", ["(A, “B”; ", "(Ada Reed, *B* 1; ", "(see A 1990; B (1991)) ", "A. Reed *B* "])
def test_worst_cases_are_linear(piece: str) -> None:
    def cost(size: int) -> float:
        start = time.process_time()
        read(piece * size)
        return time.process_time() - start

    cost(100)
    assert cost(16000) < 16 * max(cost(4000), 0.05)
