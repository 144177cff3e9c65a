"""Works called by their author alone; addresses, newspapers and folders that nothing but themselves tells."""

import pytest

from tests.cite.making import mentions, read, source

PAKHAM = "Dolores Pakham, Packed Tight: Women and Salmon (Puget Press, 1996), p. 31."
OTHER = "Dolores Pakham, Salted Down (Puget Press, 2004), p. 9."


@pytest.mark.parametrize(
    ("note", "place"),
    [("Pakham, 101.", "101"), ("Pakham 103–107.", "103–107"), ("See Pakham, pp. 12–13.", "12–13"), ("Pakham 1996, 12.", "12"),
     ("Pakham (1996), 12.", "12"), ("Quoted in Pakham, 119.", "119")],
)  # fmt: skip
def test_an_authors_name_and_a_page_are_the_work_cited_before(note: str, place: str) -> None:
    (mention,) = mentions(PAKHAM, note)
    assert (mention.source, mention.state) == ("pakham1996", "resolved")
    assert mention.locator is not None
    assert mention.locator.value == place


def test_which_work_is_meant_is_in_doubt_where_there_are_two() -> None:
    (mention,) = mentions(PAKHAM, OTHER, "Pakham, 101.")
    assert mention.state == "ambiguous"
    assert {mention.source, *(rival.source for rival in mention.rivals)} == {"pakham1996", "pakham2004"}


def test_the_year_tells_them_apart() -> None:
    (mention,) = mentions(PAKHAM, OTHER, "Pakham 1996, 101.")
    assert (mention.source, mention.state) == ("pakham1996", "resolved")


@pytest.mark.parametrize("note", ["Reed, 101.", "Pakham and Dopp, 101.", "Pakham counts 101.", "Chapter 12."])
def test_other_names_and_talk_are_not_that_work(note: str) -> None:
    assert all(mention.source != "pakham1996" for mention in mentions(PAKHAM, note))


def test_a_name_and_a_year_are_a_source_of_their_own_where_no_note_says_more() -> None:
    found = read("Mastrock 1991, pp. 41–45; and Dopp 1997.", "Mastrock 1991, p. 50.")
    assert [item.id for item in found.sources] == ["mastrock1991", "dopp1997"]
    assert found.notes[1].mentions[0].source == "mastrock1991"


@pytest.mark.parametrize(
    "notes",
    [
        ("Reed 1991, 12.", "Reed 1992, 45.", "Ibid., 46."),
        ("Reed 1991a, 12.", "Reed 1991b, 45.", "Ibid., 46."),
        ("John Reed, The Weirs (Elm: Falk, 2003), 45.", "Reed 1991, 12.", "Ibid."),
    ],
)
def test_another_year_or_letter_is_another_work(notes: tuple[str, ...]) -> None:
    first, second, ibid = (entry.mentions[0].source for entry in read(*notes).notes)
    assert first != second == ibid


def test_the_letter_tells_works_of_one_year_apart() -> None:
    found = read("Reed 1991a, 12.", "Reed 1991b, 45.", "Reed 1991a, 3.")
    first, _, again = (entry.mentions[0].source for entry in found.notes)
    assert first == again


@pytest.mark.parametrize(
    "note", ["May 4.", "May 1968.", "March 12.", "Table 4.", "London, 1850.", "Spring 1944.", "Figure 1950, p. 12."]
)
def test_months_towns_and_labels_are_no_authors(note: str) -> None:
    known = (
        "John May, The Dams (London: Verso, 2005), 12.",
        "Jack London, The Sea (Elm: Falk, 1904), 3.",
        "Ann March, Elm (Elm: Falk, 1904), 3.",
    )
    sources = {entry.mentions[0].source for entry in read(*known).notes}
    assert all(m.source not in sources for m in mentions(*known, note))


def test_name_year_and_the_number_of_a_note() -> None:
    (mention,) = mentions(PAKHAM, "Pakham 1996 (n. 1, above), p. 378.")
    assert (mention.kind, mention.source, mention.state) == ("supra", "pakham1996", "resolved")


def test_a_web_address_alone_is_a_page() -> None:
    item = source("https://www.elm.example/great-flood, accessed 4/11/2019.")
    assert (item.type, item.URL) == ("webpage", "https://www.elm.example/great-flood")
    assert item.accessed is not None
    assert item.accessed.literal == "4/11/2019"


def test_the_day_of_the_visit_belongs_to_the_page() -> None:
    kinds = [m.kind for m in mentions("Trends, Elm Board, http://www.elm.example/trends (last visited Sept. 6, 2011).")]
    assert kinds == ["full"]


def test_a_newspaper_of_any_name_by_its_day_and_page() -> None:
    item = source("Elm Harbor Beacon, July 10, 1937, p. 1.")
    assert (item.type, item.title, item.author) == ("article-newspaper", "Elm Harbor Beacon", None)


def test_a_lot_file_with_a_folder_called_by_its_title() -> None:
    item = source(
        "Slan to Trast, November 28, 1977, Department of State, Lot File 96D292, Box 3, Advisory Committee-1977."
    )
    assert item.archive == "Department of State"
    assert item.custom is not None
    assert {key: item.custom[key] for key in ("lot", "box", "folder")} == {
        "lot": "96D292", "box": "3", "folder": "Advisory Committee-1977",
    }  # fmt: skip


def test_notaries_in_the_archives_nationales() -> None:
    item = source("Marriage contract, Louis Tock and Marie Natt, 6 February 1747, AN, MC/ET/LIX/238.")
    assert (item.archive, item.archive_location) == ("AN", "MC/ET/LIX/238")


def test_titles_of_the_clergy_belong_to_the_name() -> None:
    item = source("Rt. Rev. Dom. Rudesind Brook, Father Dolly (London: Melland, 1983), 155.")
    assert item.title == "Father Dolly"


@pytest.mark.parametrize(
    ("note", "title", "place"),
    [
        ("Stanley N. Sherm, Government Procurement Management 30 (1991).", "Government Procurement Management", "30"),
        ("Stanley N. Sherm, A Short History of World War 2 (1991).", "A Short History of World War 2", None),
        ("Ann Reed, The Story of Flight 93 (London: Verso, 2009).", "The Story of Flight 93", None),
        ("Stanley N. Sherm, Mills of the Dale, 1820–1870 (1991).", "Mills of the Dale, 1820–1870", None),
    ],
)
def test_the_page_before_a_lawyers_year(note: str, title: str, place: str | None) -> None:
    found = read(note)
    assert found.sources[0].title == title
    locator = found.notes[0].mentions[0].locator
    assert (locator.value if locator else None) == place


def test_volume_and_page_behind_the_host() -> None:
    item = source("Louis Goug, “Vie de M. Oudin,” in L. Dussi et al. eds., Mémoires inédits, 2:379.")
    assert (item.container_title, item.volume) == ("Mémoires inédits", "2")


def test_pages_in_a_bracket_behind_a_title() -> None:
    item = source("Leo Lim, “The Solitary Traveler: Images of the Self” (282–307).")
    assert (item.title, item.page, item.container_title) == (
        "The Solitary Traveler: Images of the Self",
        "282–307",
        None,
    )
