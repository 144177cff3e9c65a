"""Habits of citing of several countries and media, first met in notes written before the code was read. All are invented."""

import pytest

from tests.cite.making import back, mentions, read, source


@pytest.mark.parametrize(
    ("note", "page", "place"),
    [
        ("Ada Marsh, ‘Silver’, Elm Review, 12:3 (1991), pp. 201-29, at 214.", "201-29", "214"),
        ("Ada Marsh, “Silver,” in Old Mills, ed. Ben Reed (Elm: Oak, 1999), 77-103, esp. 90.", "77-103", "90"),
        ("Luc Méhat, « Le blé », Annales du Nord, t. 12, n° 4, 1961, p. 5-30, ici p. 9.", "5-30", "9"),
        ("Tom Hale, ‘Looms’, in Songs, ed. by Jane Orr (London: Penn, 1988), pp. 1-20 (p. 12).", "1-20", "12"),
        ("Delia Orr, “Levees,” *Elm Rivers* 104, no. 3 (1999): 811–39, here 820.", "811–39", "820"),
        ("L. Modin, Acque e confini, in «Studi elmini», XII (1990), pp. 5-30, p. 9.", "5-30", "9"),
        ("Karl Brunner, Hafenrecht, in: Zeitschrift für Mühlen 14 (1981), S. 201-230, hier S. 214.", "201-230", "214"),
    ],
)
def test_the_place_meant_inside_a_part(note: str, page: str, place: str) -> None:
    (mention,) = mentions(note)
    assert source(note).page == page
    assert mention.locator is not None
    assert mention.locator.value == place


def test_a_part_without_a_place_inside_it_is_cited_by_its_pages() -> None:
    (mention,) = mentions("Ada Marsh, ‘Silver’, Elm Review, 12:3 (1991), pp. 201-29.")
    assert mention.locator is not None
    assert mention.locator.value == "201-29"


def test_a_shortened_note_with_the_pages_of_its_part() -> None:
    full = "Harold Quill, The Tin Republic (Durham: Mill Press, 1987), 44-9."
    found = read(full, "Quill, Tin Republic, 101-29, at 114.")
    assert len(found.sources) == 1
    (mention,) = found.notes[1].mentions
    assert mention.locator is not None
    assert mention.locator.value == "114"


@pytest.mark.parametrize("note", ["See Reed, infra note 3.", "See infra note 3.", "Reed, below, n. 3."])
def test_a_reference_forward_with_a_name(note: str) -> None:
    found = read(
        note, "Hill says so.", "Ada Marsh, Old Mills (Elm: Oak, 1990), 5; Ben Reed, Weirs (Elm: Oak, 1991), 7."
    )
    (mention,) = found.notes[0].mentions
    assert mention.kind == "infra"
    if "Reed" in note:
        assert mention.state == "resolved"
        assert found.source_of[mention.source or ""].title == "Weirs"


def test_quoted_in_a_name_alone_is_the_work_cited_before() -> None:
    found = read(
        "Lydia Parr, The Weaver (Oxford: Garth Press, 2003), p. 17.",
        "Tom Hale, Looms (Elm: Oak, 1988), p. 3, quoted in Parr, p. 44.",
    )
    assert [item.title for item in found.sources] == ["The Weaver", "Looms"]


@pytest.mark.parametrize(
    "same", ["Vgl. ders., Brot und Salz, Bremen 1995, S. 12.", "Ders., Brot und Salz, Bremen 1995, S. 12."]
)
def test_ders_is_the_author_before(same: str) -> None:
    found = read("Karl Brunner, Die Lotsen von Emden, Göttingen 1978, S. 45.", same)
    author = found.sources[1].author or ()
    assert [name.family for name in author] == ["Brunner"]
    assert (found.sources[1].title, found.sources[1].publisher_place) == ("Brot und Salz", "Bremen")


def test_a_german_edition_is_no_volume_and_others_are_no_place() -> None:
    item = source("Frieda Ostertag (Hg.), Häfen im Wandel, 2. Aufl., München u. a. 1990.")
    assert (item.edition, item.volume, item.publisher_place) == ("2. Aufl.", None, "München")


def test_a_chapter_of_a_book_cited_before_by_its_editor() -> None:
    item = source("Ulrich Sehm, Der Zoll, in: Ostertag (Hg.), Häfen im Wandel, S. 88-110.")
    assert (item.type, item.title, item.container_title) == ("chapter", "Der Zoll", "Häfen im Wandel")
    assert [name.family for name in item.editor or ()] == ["Ostertag"]


def test_a_title_with_cit_is_the_work_cited_before() -> None:
    full = "G. Bellavite, I mulini del Sile, Treviso, Canova, 1983, pp. 33-41."
    assert len(read(full, "Ivi, p. 4.", "Bellavite, I mulini cit., p. 50.").sources) == 1


def test_two_family_names_in_a_short_form() -> None:
    full = "Manuel Otero Lago, Los arrieros de Zamora, Madrid, Ediciones del Duero, 1988, pp. 23-25."
    assert back(full, "Otero Lago, ob. cit., p. 41.").state == "resolved"


def test_an_article_in_the_order_of_lawyers() -> None:
    note = "Ella Moss, ‘Removal’ (1979) 95 LQR 114, 118."
    item = source(note)
    (mention,) = mentions(note)
    assert (item.type, item.title, item.container_title) == ("article-journal", "Removal", "LQR")
    assert item.issued is not None
    assert item.issued.date_parts == ((1979,),)
    assert mention.locator is not None
    assert mention.locator.value == "118"


@pytest.mark.parametrize(
    ("note", "author", "title", "journal"),
    [
        ("Review of Quill, Tin Republic, by Ann Darrow, Past Economies 9 (1989): 88-90.", "Darrow", "Review of Quill, Tin Republic", "Past Economies"),
        ("Ann Darrow, review of The Tin Republic, by Harold Quill, Past Economies 9 (1989): 88-90.", "Darrow", "Review of The Tin Republic, by Harold Quill", "Past Economies"),
        ("Jan Klein, Rezension zu: Otto Lang, Der Hafen, in: Hafenblätter 12 (1999), S. 33.", "Klein", "Rezension zu: Otto Lang, Der Hafen", "Hafenblätter"),
    ],
)  # fmt: skip
def test_a_review_without_quotation_marks(note: str, author: str, title: str, journal: str) -> None:
    item = source(note)
    assert (item.type, item.title, item.container_title) == ("review-book", title, journal)
    assert [name.family for name in item.author or ()] == [author]


def test_an_interview_a_broadcast_a_film_and_a_post() -> None:
    interview = source("Interview with Gen. Elias Rook, by the author, Boston, May 5, 1998.")
    assert (interview.type, interview.title) == ("interview", "Interview with Gen. Elias Rook")
    cast = source(
        "Dana Ruiz, host, “The Last Envoy,” Archive Hour (podcast), episode 14, March 2, 2019, https://elm.example/14."
    )
    assert (cast.type, cast.title, cast.container_title, cast.number) == (
        "broadcast",
        "The Last Envoy",
        "Archive Hour",
        "14",
    )
    film = source("The Long Cable Home, directed by Oskar Benz (Los Angeles: Rialto Films, 1956).")
    assert (film.type, film.title, film.publisher) == ("motion_picture", "The Long Cable Home", "Rialto Films")
    assert [name.family for name in film.director or ()] == ["Benz"]
    post = source(
        "Elm Records Office (@elmrecs), “We have opened the cables,” Twitter, June 25, 2020, https://twitter.com/elmrecs/1."
    )
    assert (post.type, post.title, post.container_title) == ("post", "We have opened the cables", "Twitter")
    assert [name.literal for name in post.author or ()] == ["Elm Records Office"]


@pytest.mark.parametrize(
    ("note", "title", "host", "publisher", "year", "place"),
    [
        ("Громов П. С. Хлебный рынок Поволжья. — М.: Наука, 1979. — 300 с.", "Хлебный рынок Поволжья", None, "Наука", 1979, None),
        ("Лунин А. В. Цена соли // Вопросы хозяйства. 1984. № 3. С. 12-30.", "Цена соли", "Вопросы хозяйства", None, 1984, "12-30"),
        ("Лунин А.В., Сомов И.П. Соль и власть. М., 1990. С. 15.", "Соль и власть", None, None, 1990, "15"),
        ("Сомов И. П. Ярмарки // Очерки торговли. М.: Мысль, 1970. С. 5–20.", "Ярмарки", "Очерки торговли", "Мысль", 1970, "5–20"),
        ("Очерки торговли / Под ред. А. Б. Зимина. Л.: Наука, 1966. Т. 2. С. 101.", "Очерки торговли", None, "Наука", 1966, "101"),
        ("Волков К. Рожь. – СПб.: Питер, 2001. – С. 34-35.", "Рожь", None, "Питер", 2001, "34-35"),
    ],
)  # fmt: skip
def test_the_order_of_russian_bibliographies(  # noqa: PLR0917 - the columns of the table
    note: str, title: str, host: str | None, publisher: str | None, year: int, place: str | None
) -> None:
    item = source(note)
    (mention,) = mentions(note)
    assert (item.title, item.container_title, item.publisher) == (title, host, publisher)
    assert item.issued is not None
    assert item.issued.date_parts == ((year,),)
    assert (mention.locator.value if mention.locator else None) == place


def test_russian_back_references_lead_to_russian_works() -> None:
    found = read(
        "Громов П. С. Хлебный рынок Поволжья. — М.: Наука, 1979. — 300 с.",
        "Там же. С. 45.",
        "Лунин А. В. Цена соли // Вопросы хозяйства. 1984. № 3. С. 12-30.",
        "Громов П. С. Указ. соч. С. 51.",
        "См.: Громов П. С. Хлебный рынок Поволжья. С. 77.",
    )
    assert len(found.sources) == 2
    assert [note.sources == found.notes[0].sources for note in found.notes] == [True, True, False, True, True]


@pytest.mark.parametrize(
    ("note", "archive", "part", "value"),
    [
        ("Archivo General de Simancas (AGS), Estado, leg. 1234, f. 17.", "AGS", "legajo", "1234"),
        ("Arch. nat., F7 4774, dossier 3, lettre du préfet, 12 germinal an III.", "Arch. nat", "cote", "F7 4774"),
        ("Politisches Archiv des Auswärtigen Amts (PA AA), B 10, Bd. 512, Bl. 33-35.", "PA AA", "call", "B 10"),
    ],
)
def test_keepers_with_their_abbreviation(note: str, archive: str, part: str, value: str) -> None:
    item = source(note)
    assert item.archive == archive
    assert (item.custom or {})[part] == value


def test_one_archive_under_two_english_names() -> None:
    found = read(
        "Archive of the Foreign Policy of the Russian Federation, f. 0102, op. 6, p. 21, d. 47, l. 29.",
        "Archive of the Foreign Relations of the Russian Federation, f. 0102, op. 6, p. 21, d. 47, l. 29.",
    )
    assert len(found.sources) == 1


def test_a_french_article_has_its_author_and_issue() -> None:
    item = source("Luc Méhat, « Le blé et le roi », Annales du Nord, t. 12, n° 4, 1961, p. 5-30.")
    assert [name.family for name in item.author or ()] == ["Méhat"]
    assert (item.title, item.container_title, item.volume, item.issue) == (
        "Le blé et le roi",
        "Annales du Nord",
        "12",
        "4",
    )


def test_the_library_keeps_the_papers() -> None:
    item = source("Elm University, Butler Library, Rare Book Division, Orr Papers, box 3, folder 9.")
    assert (item.archive, item.archive_collection) == ("Butler Library", "Rare Book Division, Orr Papers")
