"""Details of published references: series, translations, printings, editors, tails. All of them are invented."""

import pytest

from tests.cite.making import kinds, mentions, source


def test_the_series_of_a_book_and_its_number() -> None:
    item = source("Ada Marsh, Rivers of State, Studies in River History, 14 (Woodbridge: Boydell, 2001), pp. 3–4.")
    assert (item.title, item.collection_title, item.collection_number) == (
        "Rivers of State",
        "Studies in River History",
        "14",
    )
    item = source("Ada Marsh, Rivers of State, Elm Record Society, vol. 33 (Elm, 1931), pp. xii–xv.")
    assert (item.title, item.collection_title, item.volume) == ("Rivers of State", "Elm Record Society", None)


@pytest.mark.parametrize("series", ["5th ser.", "new ser.", "NF", "2nd series"])
def test_the_series_of_a_journal_is_not_its_volume(series: str) -> None:
    item = source(f"Ada Marsh, ‘Fords’, River Review, {series}, 12 (1962), 1–20.")
    assert (item.container_title, item.volume, item.page) == ("River Review", "12", "1–20")


def test_a_volume_in_small_roman_figures() -> None:
    item = source("Ada Marsh, ‘Fords’, River Review, xxii (1969), 12–34.")
    assert (item.container_title, item.volume) == ("River Review", "xxii")


@pytest.mark.parametrize(
    ("note", "title", "words"),
    [
        ("Li Wenhao, “Kua jiang” [Crossing the river], Junshi lishi 2 (1990): 33–35.", "Kua jiang", "Crossing the river"),
        ("Chen Yifan, “Kua jiang” (Crossing the river), Junshi lishi 2 (Feb. 1990): 33–35.", "Kua jiang", "Crossing the river"),
        ("Shen Guowei, Bianjie shi [A History of the Border] (Beijing: Renmin, 2001), 77.", "Bianjie shi", "A History of the Border"),
    ],
)  # fmt: skip
def test_a_translated_title_is_kept_beside_it(note: str, title: str, words: str) -> None:
    item = source(note)
    assert (item.title, item.note) == (title, words)


@pytest.mark.parametrize(
    ("imprint", "place", "publisher", "year"),
    [
        ("1961; repr., New York: Garland, 1984", "New York", "Garland", 1984),
        ("London, 1961; reprinted 1984", "London", None, 1961),
        ("New York: Old Press, 1961; paperback ed., 1965", "New York", "Old Press", 1961),
    ],
)
def test_of_two_printings_the_one_with_a_place(imprint: str, place: str, publisher: str | None, year: int) -> None:
    item = source(f"Ada Marsh, Rivers of State ({imprint}), 12.")
    assert (item.publisher_place, item.publisher) == (place, publisher)
    assert item.issued is not None
    assert item.issued.date_parts == ((year,),)


def test_the_author_again_as_editor() -> None:
    note = "A. Marsh, ‘The ford at Elm’, in idem (ed.), Essays on Frontiers (London, 2003), 14–40."
    item = source(note)
    assert (item.title, item.container_title, item.editor) == ("The ford at Elm", "Essays on Frontiers", item.author)
    assert kinds(note) == ["full"]


@pytest.mark.parametrize("tail", [", at 350", " (at p. 350)", ", esp. 350–52"])
def test_the_place_in_an_article_belongs_to_it(tail: str) -> None:
    note = f"A. Marsh, ‘Fords and Ferries’, Journal of River History, 12/3 (1999), 345–67{tail}."
    assert kinds(note) == ["full"]


def test_initials_like_roman_figures_are_a_person() -> None:
    item = source("N. V. Brodov and A. A. Perepravin, eds., Reki i liudi (Moscow: Rosspen, 2003), 340–41.")
    assert [name.family for name in item.editor or ()] == ["Brodov", "Perepravin"]


def test_one_who_translates_and_edits() -> None:
    item = source("Nikita Orlov, Memoirs, trans. and ed. Helen Ash (Boston: Elm Press, 1970), 369.")
    assert item.title == "Memoirs"
    assert item.editor == item.translator


@pytest.mark.parametrize("edition", ["new edn", "2e éd.", "rev. and enl. ed."])
def test_editions(edition: str) -> None:
    item = source(f"Mary O’Brien, Irish Fords, {edition} (Dublin: Elm Press, 2010), pp. 1–2.")
    assert item.title == "Irish Fords"
    assert item.edition


@pytest.mark.parametrize("name", ["Elm Herald", "Valley Mercury", "Reed Advertiser"])
def test_a_newspaper_alone(name: str) -> None:
    item = source(f"{name}, 14 March 1921, p. 3.")
    assert (item.type, item.title, item.author) == ("article-newspaper", name, None)
    assert item.issued is not None
    assert item.issued.date_parts == ((1921, 3, 14),)


def test_when_a_page_was_changed_is_no_part_of_its_name() -> None:
    item = source(
        "Walter Reed, “A Short History,” River Institute, last modified May 2, 2011, accessed June 1, 2012, https://www.example.org/a.html."
    )
    assert (item.type, item.container_title) == ("webpage", "River Institute")


def test_a_law_review_with_its_volume_first() -> None:
    item = source("Ada Marsh, Fords and Ferries, 45 Elm L. Rev. 123, 130 (1990).")
    assert (item.title, item.container_title, item.volume) == ("Fords and Ferries", "Elm L. Rev", "45")


def test_town_and_house_between_commas() -> None:
    item = source("A. Marsh, Rivers of State, London, John Murray, 1861, p. 23.")
    assert (item.title, item.publisher_place, item.publisher) == ("Rivers of State", "London", "John Murray")


def test_a_suffix_in_figures_is_no_given_name() -> None:
    (mention,) = mentions("Martin Ash, III, “Ferries,” River Review 12 (1990): 55.")
    assert mention.source is not None
    assert mention.source.startswith("ash")
