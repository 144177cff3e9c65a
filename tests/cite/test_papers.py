"""What is neither book nor article: pieces in newspapers, patents, messages, recordings, data, theses, web pages. All of it is invented."""

import pytest

from tests.cite.making import mentions, read, source


@pytest.mark.parametrize(
    ("note", "author", "title", "host"),
    [
        ("Editorial, *Elm Herald*, 3 May 1950.", [], "Editorial", "Elm Herald"),
        ("Obituary, Elm Herald, 3 May 1950, p. 4.", [], "Obituary", "Elm Herald"),
        ("Ann Reed, letter to the editor, *Elm Herald*, 3 May 1950.", ["Reed"], "Letter to the editor", "Elm Herald"),
        ("Leitartikel, Elmer Tageblatt, 3. Mai 1950.", [], "Leitartikel", "Elmer Tageblatt"),
    ],
)
def test_pieces_called_by_their_kind(note: str, author: list[str], title: str, host: str) -> None:
    found = source(note)
    assert (found.type, found.title, found.container_title) == ("article-newspaper", title, host)
    assert [name.family for name in found.author or ()] == author
    assert found.issued is not None
    assert found.issued.date_parts == ((1950, 5, 3),)


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("“Herring Fail,” *Elm Herald*, 12 June 1911, sec. B, 4.", "B:4"),
        ("Tom Hale, “Herring Fail,” *Elm Herald*, June 12, 1911, sec. 2, p. 11.", "2:11"),
        ("*Elm Herald*, 12 June 1911, sec. B, 4.", "B:4"),
    ],
)
def test_the_section_of_a_newspaper_is_its_volume(note: str, place: str) -> None:
    (mention,) = mentions(note)
    assert mention.locator is not None
    assert mention.locator.value == place


@pytest.mark.parametrize(
    ("note", "title", "day"),
    [
        ("*Elm Post*, April 23, 1927, 1.", "Elm Post", (1927, 4, 23)),
        ("*Elm Mercury*, 5 and 12 May 1766.", "Elm Mercury", (1766, 5, 5)),
        ("*Diario de Elm*, 3 de mayo de 1808, p. 1.", "Diario de Elm", (1808, 5, 3)),
        ("*Le Petit Elm*, 14 février 1903, p. 2 ; *L’Ouest d’Elm*, 1er mai 1903.", "L’Ouest d’Elm", (1903, 5, 1)),
        ("„Der Deich“, in: Elmer Zeitung, 5.2.1825, S. 1.", "Der Deich", (1825, 2, 5)),
    ],
)
def test_newspapers_of_a_day(note: str, title: str, day: tuple[int, int, int]) -> None:
    found = read(note).sources[-1]
    assert (found.type, found.title) == ("article-newspaper", title)
    assert found.issued is not None
    assert found.issued.date_parts[0] == day


def test_a_german_newspaper_of_a_day() -> None:
    note = "Elmer Anzeiger vom 3. Mai 1899, S. 2."
    found = source(note)
    assert (found.type, found.title) == ("article-newspaper", "Elmer Anzeiger")
    assert found.issued is not None
    assert found.issued.date_parts == ((1899, 5, 3),)


@pytest.mark.parametrize(
    ("note", "fields"),
    [
        ("Elias Wend, “Net Machine,” US Patent 1,234,567, filed 3 March 1910, issued 5 April 1912.", {"type": "patent", "title": "Net Machine", "number": "1,234,567"}),
        ("Elias Wend, Net Machine, British Patent 12345, 1910.", {"type": "patent", "title": "Net Machine", "number": "12345"}),
        ("Ann Reed, email message to author, 4 October 2011.", {"type": "personal_communication", "title": "Email message to author"}),
        ("Ann Reed, personal communication, 4 October 2011.", {"type": "personal_communication", "title": "Personal communication"}),
        ("*Songs of the Weir*, sung by Nell Tarry, rec. 1938 (Topic, 12T123, 1965) [on LP].", {"type": "song", "title": "Songs of the Weir", "note": "sung by Nell Tarry, rec. 1938"}),
        ("Tidal Survey Office, *Gauges, 1900–1950*, version 2.1, distributed by Open Tides, 2015, https://doi.org/10.5555/77.", {"title": "Gauges, 1900–1950", "edition": "version 2.1", "publisher": "Open Tides"}),
        ("“Our History,” Elm Harbour Trust, archived May 2, 2010, at https://web.archive.org/web/2010/http://elm.example.org.", {"type": "webpage", "title": "Our History"}),
        ("Klaus Wied: Die Müller, phil. Diss., Universität Kiel 1967, S. 99.", {"type": "thesis", "title": "Die Müller"}),
        ("Claire Aubin, *Les moulins de l’Ouest*, thèse de doctorat, université de Rennes, 1991, p. 301.", {"type": "thesis", "title": "Les moulins de l’Ouest", "publisher": "université de Rennes"}),
        ("Rolf Amber, “Salt,” in *Coasts*, ed. Ida Lune (Leiden: Brook, forthcoming).", {"type": "chapter", "container_title": "Coasts", "publisher": "Brook"}),
        ("“Wrecks,” advertisement, *Elm Courant*, 9 Nov. 1849, 3.", {"type": "article-newspaper", "container_title": "Elm Courant", "genre": "advertisement"}),
        ("Tim Oster and Kay Lund, dirs., *Moon* (1962; Criterion, 2004), Blu-ray, at 1:02:15.", {"type": "motion_picture", "title": "Moon"}),
        ("Petra Lohse: Strandrecht. Phil. Diss. Greifswald 1931, S. 12.", {"type": "thesis", "title": "Strandrecht"}),
        ("Entretien avec Anne Le Bris, pêcheuse, Douarnenez, 4 juin 1999.", {"type": "interview"}),
        ("M. Rey, “Pecios”, ponencia presentada en el III Congreso de Elm, Cádiz, 1998.", {"type": "paper-conference", "title": "Pecios"}),
        ("Telephone conversation with the author, 3 June 2001.", {"type": "personal_communication"}),
        ("Lee Sand, pers. comm., 4 June 2001.", {"type": "personal_communication"}),
        ("Neue Elmer Zeitung, Nr. 122, 3.5.1950, S. 5.", {"type": "article-newspaper", "title": "Neue Elmer Zeitung"}),
        ("Hanna Brill, @hannabrill, Twitter post, 3 May 2018, 9:14 a.m.", {"type": "post", "title": "Twitter post"}),
        ("*Voices of the Weir*, “The Breach,” produced by Tom Veen, aired March 4, 1977, on VARA.", {"type": "broadcast", "title": "The Breach"}),
        ("Ulrich Harms, Die Flut (unveröff. Magisterarbeit), Univ. Bremen 1989, S. 30.", {"type": "thesis", "title": "Die Flut"}),
        ("Jeanne Corvin, « Les digues », dans Paul Le Goff (dir.), *Marées*, Rennes, PUR, 1999, p. 45-66.", {"type": "chapter", "container_title": "Marées", "publisher": "PUR", "publisher_place": "Rennes"}),
        ("*Rolls of Elm*, v. 501.", {"type": "book", "title": "Rolls of Elm"}),
        ("Ed Eames, *Docks* (London: Pike, 1965), 7.", {"title": "Docks"}),
        ("Dana Wick, *Tidal Title*, 77 ELM. L. REV. 1001, 1010 (1964).", {"type": "article-journal", "title": "Tidal Title", "container_title": "ELM. L. REV", "volume": "77"}),
        ("Jens Pohl: Rez. von Berta Kolm, Die Salzstraße, in: Zeitschrift für Mühlen 14 (1989), S. 201–203.", {"type": "review-book", "container_title": "Zeitschrift für Mühlen", "volume": "14"}),
    ],
)  # fmt: skip
def test_what_they_are(note: str, fields: dict[str, str]) -> None:
    found = source(note)
    assert {name: getattr(found, name) for name in fields} == fields


def test_a_work_that_has_not_been_printed_has_no_year() -> None:
    found = source("Rolf Amber, “Salt,” in *Coasts*, ed. Ida Lune (Leiden: Brook, forthcoming).")
    assert found.issued is not None
    assert (found.issued.date_parts, found.issued.literal) == ((), "forthcoming")


@pytest.mark.parametrize(
    ("note", "archive", "location", "title"),
    [
        ("Krell notebook, 2–29 July 1852, Elm Seaport, VFM 310.", "Elm Seaport", "VFM 310", "Krell notebook"),
        ("Pension file of Amos Tarr, WC 44121, Record Group 15, National Archives, Washington, DC.", "National Archives", "WC 44121, Record Group 15", "Pension file of Amos Tarr"),
    ],
)  # fmt: skip
def test_private_papers_and_files_on_persons(note: str, archive: str, location: str, title: str) -> None:
    (mention,) = mentions(note)
    found = source(note)
    assert mention.kind == "archival"
    assert (found.archive, found.archive_location, found.title) == (archive, location, title)


def test_a_historical_society_keeps_papers() -> None:
    found = source(
        "Josiah Penn to Mary Penn, 14 August 1849, Penn Papers, MS 112, box 2, Elm Historical Society, Elm, Conn."
    )
    assert (found.archive, found.archive_collection) == ("Elm Historical Society", "Penn Papers")


def test_the_town_behind_an_archive_is_no_collection() -> None:
    found = source("Reed to Hill, May 2, 1927, box 14, Marsh Papers, Elm University Archives, Cleveland, Miss.")
    assert (found.archive_collection, found.archive_place) == ("Marsh Papers", "Cleveland, Miss")


def test_a_branch_of_an_archive_that_was_taught() -> None:
    found = read(
        "Elmisches Landesarchiv (im Folgenden: ELA), Aurich, Rep. 4, Nr. 112, Bl. 7.", "ELA Aurich, Rep. 4, Nr. 115."
    )
    assert [item.archive for item in found.sources] == ["ELA", "ELA"]
    assert found.notes[1].mentions[0].kind == "archival"


def test_the_editor_le_goff_is_no_goff() -> None:
    found = source("Jeanne Corvin, « Les digues », dans Paul Le Goff (dir.), *Marées*, Rennes, PUR, 1999, p. 45-66.")
    assert [(name.given, name.family) for name in found.editor or ()] == [("Paul", "Le Goff")]


def test_the_author_before_is_cited_again_in_italian_and_in_english() -> None:
    first = "L. Gavoni, *Le saline di Elmo*, Bologna, il Molo, 1977, pp. 12-15."
    found = read(first, "Id., *I dazi del Po*, in «Rivista dei fiumi», XIV (1980), pp. 33-60.")
    assert [name.family for name in found.sources[1].author or ()] == ["Gavoni"]
    assert (found.sources[1].title, found.sources[1].container_title) == ("I dazi del Po", "Rivista dei fiumi")
    found = read(
        "Otto Finch, *The Toll House* (London: Pike, 1975), 8; and idem, “Gates,” *Elm Quarterly* 12 (1976): 3–9."
    )
    assert [[name.family for name in item.author or ()] for item in found.sources] == [["Finch"], ["Finch"]]


def test_nobody_is_called_the_same() -> None:
    assert source("Id., *I dazi del Po*, Bologna, il Molo, 1977, p. 4.").author is None
