"""Shortened notes in the manner of Chicago: the earlier work, the place, and what "Ibid." makes of them."""

import pytest

from argmap.model import Locator, Mention
from tests.cite.making import back, kinds, mentions, read

ARTICLE = (
    "Katharine Marsh, \"'Should We Grind?' Orlov and the Danger of Rails,\" River History Project Working Paper 39 "
    "(Dover, DE: Falk Center for Scholars, 2002), 10."
)
BOOK = "Bo Reed, Elmford's Place in the Rain: A Modern History (Dover: T. T. North, 1997)."
VOLUME = "Bo Reed, The Origins of the Mill War, vol. 2, The Roaring of the Weir, 1847–1850 (Elm: Falk Press, 1990)."
PAPER = 'Eva P. Bazin and Nina Bazina, "The Mill Conflict, 1850–1853: A Riddle" (unpublished manuscript).'
EARLIER = (ARTICLE, BOOK, VOLUME, PAPER)


def only(*notes: str) -> Mention:
    (mention,) = mentions(*notes)
    return mention


def place(mention: Mention) -> str | None:
    return mention.locator.value if mention.locator else None


@pytest.mark.parametrize(
    ("note", "source", "value"),
    [
        ('Marsh, "Should We Grind?," 13–14.', "marsh2002", "13–14"),
        ("Marsh, “Should We Grind?,” 13–14.", "marsh2002", "13–14"),
        ('Marsh, "Should We Grind?"', "marsh2002", None),
        ('See Marsh, "Should We Grind?," pp. 13-14.', "marsh2002", "13-14"),
        ("Marsh, “Should We Grind?,” chap. 3.", "marsh2002", "3"),
        ("Marsh, “Should We Grind?,” esp. 13, 15–16.", "marsh2002", "13, 15–16"),
        ("Reed, Elmford's Place in the Rain, 236.", "reed1997", "236"),
        ("Reed, Elmford's Place, 236n4.", "reed1997", "236n4"),
        ("Reed, Elmford's Place, xii–xiv.", "reed1997", "xii–xiv"),
        ("Reed, Elmford's Place in the Rain.", "reed1997", None),
        ("Reed, Rain, 12.", "reed1997", "12"),
        ("Reed, Origins of the Mill War, vol. 2.", "reed1990", "2"),
        ("Reed, Origins of the Mill War, vol. 2, 45.", "reed1990", "2:45"),
        ("Reed, Origins, 2:45.", "reed1990", "2:45"),
        ("Reed, Origins of the Mill War, vol. 2, The Roaring of the Weir, 45.", "reed1990", "45"),
        ('Bazin and Bazina, "Mill Conflict."', "bazin-mill-conflict", None),
        ('Bazin and Bazina, "Mill Conflict," 7.', "bazin-mill-conflict", "7"),
        ("Bazin et al., “Mill Conflict,” 7.", "bazin-mill-conflict", "7"),
    ],
)
def test_it_is_the_earlier_work_at_the_page(note: str, source: str, value: str | None) -> None:
    mention = only(*EARLIER, note)
    assert (mention.kind, mention.source, place(mention)) == ("short", source, value)
    assert len(read(*EARLIER, note).sources) == len(EARLIER)


@pytest.mark.parametrize(
    ("note", "title", "value"),
    [
        ("Zweig, “Old Bread,” 12.", "Old Bread", "12"),
        ("Zweig, Old Bread and New, 12.", "Old Bread and New", "12"),
        ("Zweig and Falk, “Old Bread.”", "Old Bread", None),
    ],
)
def test_without_an_earlier_work_it_is_a_source_of_its_own(note: str, title: str, value: str | None) -> None:
    mention = only(*EARLIER, note)
    assert (mention.kind, place(mention)) == ("short", value)
    found = read(*EARLIER, note).source_of[mention.source or ""]
    assert (found.title, (found.author or ())[0].family) == (title, "Zweig")
    assert found.issued is None
    assert found.container_title is None


def test_a_volume_not_cited_before_is_another_source() -> None:
    mention = only(*EARLIER, "Reed, Origins of the Mill War, vol. 1, 45.")
    assert mention.source not in {"reed1990", "reed1997"}


def test_the_volumes_of_an_unknown_work_are_one_source() -> None:
    assert len(read("Zweig, Old Bread, vol. 1, 45.", "Zweig, Old Bread, vol. 2, 46.").sources) == 1


def test_the_closest_title_of_an_author_wins() -> None:
    other = "Bo Reed, “Rain and the Origins of the Mill War,” Elm Review 4 (1999): 1–9."
    assert only(*EARLIER, other, "Reed, Origins of the Mill War, 7.").source == "reed1990"
    assert only(*EARLIER, other, "Reed, “Rain and the Origins,” 7.").source == "reed1999"


@pytest.mark.parametrize(
    "note",
    [
        'It is known through Bazin and Bazina, "Mill Conflict."',
        "This is argued in Reed, Elmford's Place in the Rain, 236.",
    ],
)
def test_at_the_end_of_a_sentence(note: str) -> None:
    assert kinds(*EARLIER, note) == ["discursive", "short"]


def test_in_brackets_and_with_a_remark_behind_it() -> None:
    found = mentions(*EARLIER, "The mill was large (Reed, Elmford's Place in the Rain, 236).")
    assert [(mention.kind, mention.source) for mention in found] == [("discursive", None), ("short", "reed1997")]
    assert only(*EARLIER, "Marsh, “Should We Grind?,” 4, emphasis added.").source == "marsh2002"


def test_initials_belong_to_it() -> None:
    assert mentions(*EARLIER, "For examples of it see K. Marsh, Should We Grind, 4.")[-1].text.startswith("K. Marsh")


def test_two_in_one_sentence() -> None:
    found = mentions(*EARLIER, "As in Reed, Elmford's Place in the Rain, 236, and Marsh, “Should We Grind?,” 4.")
    assert [(m.kind, m.source) for m in found[1:]] == [("short", "reed1997"), ("short", "marsh2002")]


def test_ibid_repeats_the_shortened_note_and_its_page() -> None:
    mention = back(*EARLIER, "Reed, Elmford's Place in the Rain, 236.", "Ibid.")
    assert (mention.source, mention.state, place(mention)) == ("reed1997", "resolved", "236")
    assert mention.locator is not None
    assert mention.locator.inherited


def test_a_bare_ibid_takes_the_page_of_what_it_repeats_and_no_older_one() -> None:
    short = 'Marsh, "Should We Grind?," 9–12.'
    notes = (ARTICLE, short, "Ibid., 12–13.", BOOK, short, "Ibid.", "Ibid.")
    assert back(*notes).locator == Locator(label="page", value="9–12", inherited=True)
    assert back(*notes[:3], "Ibid.").locator == Locator(label="page", value="12–13", inherited=True)
    assert back(ARTICLE, BOOK, 'Marsh, "Should We Grind?"', "Ibid.").locator is None


def test_op_cit_names_the_work_and_takes_no_page() -> None:
    assert back(ARTICLE, BOOK, "Marsh, op. cit.").locator is None
    assert place(back(ARTICLE, BOOK, "Marsh, loc. cit.")) == "10"


@pytest.mark.parametrize("part", ["Introduction", "Preface", "Conclusion", "Appendix II", "Vorwort"])
def test_a_named_part_is_a_place(part: str) -> None:
    mention = only(*EARLIER, f"Marsh, op. cit., {part}.")
    assert mention.kind == "opcit"
    assert mention.locator == Locator(label="chapter", value=part)
    assert only(*EARLIER, f"Marsh, “Should We Grind?,” {part}.").locator == mention.locator


def test_the_page_in_a_named_part_is_the_place() -> None:
    assert place(only(*EARLIER, "Marsh, op. cit., Introduction, pp. 12–13.")) == "12–13"


def test_a_year_between_volume_and_page_is_no_page() -> None:
    assert place(only("A. Marsh, The Mills of Elm, vol. iii, 1923, pp. 197–8.")) == "iii:197–8"


@pytest.mark.parametrize(
    "note", ["Marsh, Elmford, 1990.", "Marsh was there, 12.", "The mills, 12.", "Marsh, 12 of them."]
)
def test_what_is_no_shortened_note(note: str) -> None:
    assert "short" not in kinds(*EARLIER, note)


@pytest.mark.parametrize(
    "words", ["See note 1.", "See n. 1.", "Above, n. 1.", "See also note 1, p. 4.", "Note 1 above.", "Cf. note 1."]
)
def test_see_note(words: str) -> None:
    mention = back(*EARLIER, words)
    assert (mention.kind, mention.source) == ("supra", "marsh2002")


def test_see_a_later_note_is_unresolved_and_a_note_of_another_work_is_none() -> None:
    assert back(*EARLIER, "See note 73.").state == "unresolved"
    assert kinds(*EARLIER, "See note 3 of her edition.") == ["discursive"]


def test_a_title_with_the_number_of_its_note() -> None:
    mention = back(*EARLIER, "Elmford's Place (see note 2), p. 94.")
    assert (mention.kind, mention.source, place(mention)) == ("supra", "reed1997", "94")


def test_moore_is_not_more() -> None:
    mention = back("T. More, On Weirs (Elm: Falk Press, 1991), 3.", "Moore, op. cit., p. 4.")
    assert mention.state == "unresolved"


def test_a_volume_in_a_shortened_note() -> None:
    notes = (
        "Ann Weir, *The Quiet Mill*, 2 vols (Dover: Hale, 1996), I, pp. 88–91.",
        "Weir, *Quiet Mill*, II, p. 14.",
        "Weir, Quiet Mill, ii, p. 15.",
    )
    found = read(*notes)
    assert len(found.sources) == 1
    assert [m.locator and m.locator.value for note in found.notes for m in note.mentions] == [
        "I:88–91",
        "II:14",
        "ii:15",
    ]


def test_a_note_that_says_what_its_work_cites() -> None:
    notes = (
        "Ann Weir, *The Quiet Mill* (Dover: Hale, 1996), 3.",
        "Weir, *Quiet Mill*, p. 9, citing BL, Add. MS 41085, fol. 6.",
    )
    assert kinds(*notes) == ["short", "archival"]
    assert mentions(*notes)[1].text == "citing BL, Add. MS 41085, fol. 6."
