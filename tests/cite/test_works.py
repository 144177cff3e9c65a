"""Published and unpublished works in several scholarly styles. All of them are invented."""

import pytest

from argmap.model import Name, Source
from tests.cite.making import kinds, mentions, source


def families(names: tuple[Name, ...] | None) -> list[str]:
    return [name.family or name.literal or "" for name in names or ()]


def year(item: Source) -> int | None:
    return item.issued.date_parts[0][0] if item.issued else None


def test_book_in_chicago_style() -> None:
    item = source(
        "Ada B. Marsh, The Mills of Elmford: A History, 1820-1870 (Princeton, N.J.: Elmford University Press, 1990)."
    )
    assert item.type == "book"
    assert families(item.author) == ["Marsh"]
    assert item.author is not None
    assert item.author[0].given == "Ada B."
    assert item.title == "The Mills of Elmford: A History, 1820-1870"
    assert item.publisher_place == "Princeton, N.J."
    assert item.publisher == "Elmford University Press"
    assert year(item) == 1990
    assert item.id == "marsh1990"


def test_three_authors_one_of_them_in_chinese_order() -> None:
    item = source(
        "Ivan P. Orlov, Jane Q. Reed, and Wu Lihua, Near Friends: Orlov, Reed, and a War (Dover: Reed Press, 1993): 34."
    )
    assert families(item.author) == ["Orlov", "Reed", "Wu"]
    assert item.title == "Near Friends: Orlov, Reed, and a War"


def test_the_page_behind_a_book_is_a_locator_and_not_its_pages() -> None:
    note = "Jane Reed, Near Friends (Dover: Reed Press, 1993): 34."
    (mention,) = mentions(note)
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == ("page", "34")
    assert source(note).page is None


def test_edited_volume() -> None:
    item = source(
        "Odd Falk, ed., Arms and Hands: The Rise of a Town (Washington and Dover: Falk Press and Reed Press, 1998)."
    )
    assert families(item.editor) == ["Falk"]
    assert item.author is None
    assert item.publisher == "Falk Press and Reed Press"


def test_chapter_in_an_edited_volume() -> None:
    note = (
        "K. Marsh, “Grain and Rails: The Question Reopened,” in Nils Falk, Bent Holm, and Erik Dahl, eds. "
        "Engines of Power (London and New York: Marlow Press/St. Anne’s Press, 1993): 224-240."
    )
    item = source(note)
    assert item.type == "chapter"
    assert families(item.author) == ["Marsh"]
    assert families(item.editor) == ["Falk", "Holm", "Dahl"]
    assert item.title == "Grain and Rails: The Question Reopened"
    assert item.container_title == "Engines of Power"
    assert item.page == "224-240"


def test_a_missing_bracket_is_survived() -> None:
    item = source(
        "Gye-Ok Han, “Who Built It?” in Jim Cotter and Ian Neal, eds., The Mills in History Derby, U.K.: Derby Press, 1989)"
    )
    assert item.container_title == "The Mills in History"
    assert item.publisher_place == "Derby, U.K."
    assert item.publisher == "Derby Press"
    assert year(item) == 1989
    assert families(item.editor) == ["Cotter", "Neal"]


@pytest.mark.parametrize("quotes", ["“{}”", '"{}"', "«{}»", "„{}“"])
def test_every_sort_of_quotation_marks(quotes: str) -> None:
    item = source(
        f"K. Marsh, {quotes.format('To Mill or Not to Mill?: Grain and Rails,')} Elm Review 12, no. 3 (Spring 1995): 1-19."
    )
    assert item.title == "To Mill or Not to Mill?: Grain and Rails"
    assert item.container_title == "Elm Review"
    assert (item.volume, item.issue, item.page) == ("12", "3", "1-19")
    assert year(item) == 1995
    assert item.type == "article-journal"


def test_single_quotation_marks_do_not_end_at_an_apostrophe() -> None:
    item = source("K. Marsh, ‘The miller’s daughter’s debts’, Elm Review, 12 (1995), pp. 1-19.")
    assert item.title == "The miller’s daughter’s debts"
    assert item.page == "1-19"


def test_bulletin_issues_with_and_without_author() -> None:
    item = source("Shen Ai-hua, “A Quarrel and Its End,” River Project Bulletin 14/15, p.9.")
    assert (item.issue, item.container_title) == ("14/15", "River Project Bulletin")
    assert families(item.author) == ["Shen"]
    bare = source("See River Project Bulletin 6/7, pp. 5-9. Available online at www.example.org.")
    assert (bare.title, bare.issue, bare.URL) == ("River Project Bulletin", "6/7", "www.example.org")
    assert bare.type == "periodical"


def test_working_paper() -> None:
    note = (
        "K. Marsh, “Should We Grind? The Danger of Rails,” Working Paper No. 39, River History Project, "
        "Falk Center for Scholars, Washington, D.C., July 2002. pp. 9-12, available online at www.example.org."
    )
    item = source(note)
    assert item.type == "report"
    assert (item.genre, item.number) == ("Working Paper", "39")
    assert item.collection_title == "River History Project"
    assert item.publisher == "Falk Center for Scholars"
    assert item.publisher_place == "Washington, D.C."
    assert item.issued is not None
    assert item.issued.date_parts == ((2002, 7),)
    assert item.URL == "www.example.org"
    assert item.page is None
    locator = mentions(note)[0].locator
    assert locator is not None
    assert locator.value == "9-12"


def test_unpublished_manuscript_takes_no_year_from_its_title() -> None:
    item = source(
        "Eva P. Bazin and Nina Bazina, “The Mill War, 1850-1853: A Riddle,” unpublished manuscript based on town records."
    )
    assert item.type == "manuscript"
    assert item.genre == "unpublished manuscript"
    assert item.issued is None
    assert families(item.author) == ["Bazin", "Bazina"]


def test_thesis() -> None:
    item = source("Ada Marsh, “Bread and Law” (PhD diss., Elm University, 1999), 45.")
    assert item.type == "thesis"
    assert item.publisher == "Elm University"
    assert year(item) == 1999


def test_newspaper() -> None:
    item = source("Ada Marsh, “Mill Burns Down,” Elmford Times, 5 May 1950, p. 3.")
    assert item.type == "article-newspaper"
    assert item.container_title == "Elmford Times"
    assert item.issued is not None
    assert item.issued.date_parts == ((1950, 5, 5),)


def test_web_page() -> None:
    item = source("Ada Marsh, “Mills Today,” https://example.org/mills (accessed 3 May 2019).")
    assert item.URL == "https://example.org/mills"
    assert item.accessed is not None
    assert item.accessed.date_parts == ((2019, 5, 3),)


def test_oxford_style_without_place_in_brackets() -> None:
    item = source("A. B. Marsh, The Mills of Elmford, 1919, p. 186.")
    assert (item.title, year(item)) == ("The Mills of Elmford", 1919)


def test_german_style() -> None:
    item = source("Vgl. Karl Mühle, Die Mühlen des Nordens. Eine Geschichte, Hamburg 1987, S. 12-14.")
    assert families(item.author) == ["Mühle"]
    assert year(item) == 1987
    (mention,) = mentions("Vgl. Karl Mühle, Die Mühlen des Nordens, Hamburg 1987, S. 12-14.")
    assert mention.locator is not None
    assert mention.locator.value == "12-14"


@pytest.mark.parametrize(
    ("note", "author", "title", "host"),
    [
        (
            "Marsh, A. B. (2001). The price of bread. Elm Review, 12(3), 45-67.",
            "Marsh",
            "The price of bread",
            "Elm Review",
        ),
        (
            "Marsh, A., and B. Reed. 2001. The price of bread. Elm Review 12: 45–67.",
            "Marsh",
            "The price of bread",
            "Elm Review",
        ),
        ("Marsh, Ada. “Bread.” In Mills, edited by Bo Reed, 1-11. Dover: Reed Press, 2001.", "Marsh", "Bread", "Mills"),
        (
            "Ada Marsh and Bo Reed. The price of bread. Elm Review, 12(3):45–67, 2001.",
            "Marsh",
            "The price of bread",
            "Elm Review",
        ),
    ],
)
def test_references_as_bibliographies_print_them(note: str, author: str, title: str, host: str) -> None:
    item = source(note)
    assert families(item.author)[0] == author
    assert (item.title, item.container_title) == (title, host)
    assert year(item) == 2001


def test_volume_and_its_title() -> None:
    item = source("Ada Marsh, The Mills, Volume II: The Roar of the Wheel, 1947-1950 (Dover: Reed Press, 1990).")
    assert (item.title, item.volume, item.volume_title) == ("The Mills", "II", "The Roar of the Wheel, 1947-1950")


def test_talk_is_told_from_references() -> None:
    assert kinds(
        "A collection of papers has long been in the town hall, but it holds nothing later than October 1950."
    ) == ["discursive"]
    assert kinds("From 1991-1995, Ada Marsh slowly won access to the papers.") == ["discursive"]
    assert kinds("See above, p. 12.") == ["discursive"]


def test_a_reference_inside_a_sentence() -> None:
    note = "Marsh repeats this view in The Weir: A Modern Tale (New York and London: T.T. North and Company, 1997), only slightly changed."
    assert kinds(note) == ["discursive", "full", "discursive"]
    item = source(note)
    assert item.title == "The Weir: A Modern Tale"
    assert families(item.author) == ["Marsh"]


def test_two_references_joined_by_and() -> None:
    note = (
        "Like views were held by Carl A. Mack, in Rails: The War Before the War (London: Marlow, 1986) and Gye-Ok Han, "
        "in “Who Built It?” in Jim Cotter and Ian Neal, eds., The Mills in History (Derby: Derby Press, 1989)."
    )
    assert kinds(note) == ["discursive", "full", "full"]


def test_see_the_discussion_of_it_in_a_book() -> None:
    note = "See the discussion of the early years of the Elm-Dover pact in Odd Falk, ed., Arms and Hands (Dover: Reed Press, 1998)."
    assert kinds(note) == ["discursive", "full"]
    assert families(source(note).editor) == ["Falk"]


def test_semicolons_divide_references_but_not_brackets() -> None:
    assert kinds("A. Marsh, Mills (Dover: Reed; Elm: Falk, 1990), 3; B. Reed, Weirs (Dover: Reed Press, 1991), 4.") == [
        "full",
        "full",
    ]


def test_a_reference_in_brackets_behind_its_author() -> None:
    note = "The figures are those of Ada Marsh (Der Preis des Brotes, 3rd ed., 1922, pp. 219-20), and are high."
    assert kinds(note) == ["discursive", "full", "discursive"]
    assert families(source(note).author) == ["Marsh"]


def test_cited_in_names_a_container() -> None:
    note = "Li Hairong, “Old Bread” Mianbao Wenxian No. 5 (1993): 85. Cited in Ada Marsh, Mills (Dover: Reed Press, 1999), p. 9."
    assert kinds(note) == ["full", "container"]


@pytest.mark.parametrize("note", ["Art. 119.", "Arts. 120 and 257.", "Part VIII Annex III (1).", "p. 12."])
def test_a_bare_place_cites_though_it_names_no_source(note: str) -> None:
    (mention,) = mentions(note)
    assert (mention.kind, mention.source) == ("short", None)
    assert mention.locator is not None


def test_a_whole_name_and_a_title_are_a_short_reference() -> None:
    assert kinds("J. Ross, Chronica Molendinorum (ed. T. Hearn).") == ["short"]


def test_a_volume_with_a_title_of_its_own_behind_a_comma() -> None:
    item = source("Ada Marsh, The Mills, vol. 2, The Roar of the Wheel, 1947–1950 (Dover: Reed Press, 1990).")
    assert (item.title, item.volume, item.volume_title) == ("The Mills", "2", "The Roar of the Wheel, 1947–1950")


def test_working_paper_with_its_imprint_in_brackets() -> None:
    note = 'Ada Marsh, "Old Mills," River History Project Working Paper 39 (Dover, DE: Falk Center for Scholars, 2002), 10.'
    item = source(note)
    assert (item.publisher_place, item.publisher, item.number) == ("Dover, DE", "Falk Center for Scholars", "39")
    assert item.collection_title == "River History Project"
    locator = mentions(note)[0].locator
    assert locator is not None
    assert locator.value == "10"


def test_a_title_that_ends_with_a_question() -> None:
    item = source("Ada Marsh, “Who Ground the Corn?” Elm Review 12 (1995): 1–19.")
    assert (item.title, item.container_title) == ("Who Ground the Corn?", "Elm Review")


@pytest.mark.parametrize(
    ("note", "fields", "place"),
    [
        ("J. Hale, ‘Weirs’, *Mill Affairs*, 112:449 (1997), 1120–48 (p. 1131).", {"volume": "112", "issue": "449", "page": "1120–48"}, "1131"),
        ("J. Hale, ‘Weirs’, Mill Affairs, 12:345-67 (1997).", {"volume": "12", "issue": None, "page": "345-67"}, "345-67"),
        ("J. Hale, ‘Weirs’, Mill Affairs, 12.3 (1997), 45-60, at 50.", {"volume": "12", "issue": "3", "page": "45-60"}, "50"),
        ("A. Weir, “Ink,” in *The Printers*, edited by Carl Stone, 2 vols. (Dover: Hale, 1990), 12–40, at p. 33.", {"container_title": "The Printers", "page": "12–40", "note": "2 vols"}, "33"),
        ("Nora Lind, *The Making of a Chart* (PhD diss., University of Elm, 2012), 88.", {"title": "The Making of a Chart", "type": "thesis", "publisher": "University of Elm"}, "88"),
        ("'Millers Vote to Strike', Dover Guardian, 14 March 1921, p. 9.", {"title": "Millers Vote to Strike", "container_title": "Dover Guardian"}, "9"),
        ("William Reed, *The Life of a Bishop, by his Clerk*, trans. by M. Orme, Dover Texts, 4 (Dover: Hale, 1977), pp. 3-9.", {"title": "The Life of a Bishop, by his Clerk", "collection_title": "Dover Texts"}, "3-9"),
        ("Hans Keller, *Die Mühlen*, 2. Aufl. (Stuttgart: Hale, 1985), S. 45.", {"title": "Die Mühlen", "edition": "2. Aufl"}, "45"),
        ("*Weir Papers*, vol. 3: *The Flood* (Dover: Hale, 1990), doc. 33.", {"volume": "3", "volume_title": "The Flood"}, "doc. 33"),
        ("*Acts of the Weirmen*, ed. J. Hale (Dover: Reed, 1890), XXVIII, 412.", {"title": "Acts of the Weirmen"}, "XXVIII:412"),
        ("*Acts of the Weirmen*, ed. J. Hale (Dover: Reed, 1890), XXVIII, pp. 41-2.", {"title": "Acts of the Weirmen"}, "XXVIII:41-2"),
        ("Thucydides, *The Mill*, trans. Rex Hale (Dover: Reed, 1954), 5.89.", {"title": "The Mill"}, "5.89"),
        ("Cicero, *De molis*, 1.41.", {"title": "De molis"}, "1.41"),
        ("Karl Hale, *The Mill*, vol. 1, trans. Ben Cole (Dover: Reed, 1976), 874–75.", {"title": "The Mill", "volume": "1"}, "874–75"),
        ("*The Papers of Ida Reed*, vol. 26, ed. John Cole (Dover: Hale, 1995), 190.", {"title": "The Papers of Ida Reed", "volume": "26"}, "190"),
        ("A. Weir, “Ink,” in *The Printers*, vol. 2, ed. Carl Stone (Dover: Hale, 1990), 12–40.", {"container_title": "The Printers", "volume": "2"}, "12–40"),
        ("Rob Klein, introduction to *A Traveller in Elm*, by Edith Moore (Dover: Hale, 1985), xii.", {"title": "Introduction", "container_title": "A Traveller in Elm", "publisher": "Hale"}, "xii"),
        ("Paul Hale Scott, trans., *The Chronicle of Elm*, 2nd ed. (Dover: Reed, 2002), 88.", {"title": "The Chronicle of Elm", "author": None}, "88"),
        ("Plato, *The Mill* 473d.", {"title": "The Mill"}, "473d"),
        ("Jane Wu, *Silk, Silver, and Tea* (Dover: Hale, 2014), fig. 3.2.", {"title": "Silk, Silver, and Tea"}, "fig. 3.2"),
        ("E. P. Warren, *Report on the Harbours*, Cmd. 4211 (London: HMSO, 1932), para. 14.", {"title": "Report on the Harbours", "number": "Cmd. 4211"}, "14"),
        ("P. Amery, ‘Who Wrote Reed's Mills?’, Mill Music 29 (2006), p. 40.", {"title": "Who Wrote Reed's Mills?", "container_title": "Mill Music"}, "40"),
        ("T 236/4188, Hill to Reed, 21 September 1956.", {"archive_location": "T 236/4188", "title": "Hill to Reed"}, None),
    ],
)  # fmt: skip
def test_forms_of_books_and_articles(note: str, fields: dict[str, str | None], place: str | None) -> None:
    found = source(note)
    assert {name: getattr(found, name) for name in fields} == fields
    locator = mentions(note)[-1].locator
    assert (locator and locator.value) == place
