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
