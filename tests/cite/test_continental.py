"""References in the manner of Italian, French, German, Spanish and Russian notes. All of them are invented."""

import pytest

from argmap.cite.dates import find_dates
from argmap.cite.people import read_people
from argmap.cite.tagger import KEPT, LABELS, read_reference
from argmap.model import Name, Source
from tests.cite.making import kinds, mentions, read, source


def families(names: tuple[Name, ...] | None) -> list[str]:
    return [name.family or name.literal or "" for name in names or ()]


def year(item: Source) -> int | None:
    return item.issued.date_parts[0][0] if item.issued else None


@pytest.mark.parametrize(
    ("note", "author", "title", "place", "issued"),
    [
        ("C. Alfani, Storia delle acque. Ricerche sui mulini del Reno, Bologna 1958, pp. 12-14.", "Alfani", "Storia delle acque. Ricerche sui mulini del Reno", "Bologna", 1958),
        ("Carlo Alfani, I mulini della pianura nel Settecento, Bologna, Reni, 1958, p. 3.", "Alfani", "I mulini della pianura nel Settecento", "Bologna", 1958),
        ("J. Moulin, Histoire des moulins à eau en Bourgogne, Paris, 1938, p. 77.", "Moulin", "Histoire des moulins à eau en Bourgogne", "Paris", 1938),
        ("Karl Mühle, Die Mühlen des Nordens. Eine Geschichte, Hamburg 1987, S. 12-14.", "Mühle", "Die Mühlen des Nordens. Eine Geschichte", "Hamburg", 1987),
        ("Juan Molina, Los molinos de la sierra en el siglo XVIII, Madrid, 1974, p. 45.", "Molina", "Los molinos de la sierra en el siglo XVIII", "Madrid", 1974),
    ],
)  # fmt: skip
def test_books(note: str, author: str, title: str, place: str, issued: int) -> None:
    item = source(note)
    assert families(item.author) == [author]
    assert (item.title, item.publisher_place, year(item)) == (title, place, issued)
    (mention,) = mentions(note)
    assert mention.locator is not None
    assert mention.locator.label == "page"


def test_an_article_in_guillemets() -> None:
    item = source(
        "P. Fabbri, I mulini di Ferrara nel Quattrocento, « Rivista storica delle acque », XXIV (1988), pp. 5-32."
    )
    assert families(item.author) == ["Fabbri"]
    assert item.title == "I mulini di Ferrara nel Quattrocento"
    assert item.container_title == "Rivista storica delle acque"
    assert (item.volume, year(item), item.page) == ("XXIV", 1988, "5-32")
    assert item.type == "article-journal"


def test_a_chapter_with_editors() -> None:
    item = source("M. Reni, Le acque e la città, in Storia di Ferrara, a cura di P. Fabbri, Ferrara 1990, pp. 55-80.")
    assert families(item.author) == ["Reni"]
    assert families(item.editor) == ["Fabbri"]
    assert item.container_title == "Storia di Ferrara"


def test_several_references_in_one_note() -> None:
    note = "C. Alfani, I mulini del Reno, Bologna 1958, p. 3; M. Reni, Le acque della città, Ferrara 1990, p. 8."
    assert kinds(note) == ["full", "full"]


def test_a_call_number_with_its_series() -> None:
    note = "ASVe, Senato, Terra, reg. 83, c. 38r, 12 marzo 1541."
    item = source(note)
    assert (item.archive, item.archive_collection) == ("ASVe", "Senato, Terra")
    assert item.issued is not None
    assert item.issued.date_parts == ((1541, 3, 12),)
    (mention,) = mentions(note)
    assert mention.kind == "archival"
    assert mention.locator is not None
    assert mention.locator.label == "folio"
    assert "38r" in mention.locator.value


def test_notes_around_show_how_a_bare_number_is_meant() -> None:
    notes = [f"ASVe, Senato, Terra, reg. {n}, c. {n}r." for n in range(1, 7)]
    assert kinds(*notes, "Avogaria, 362, 12.") == ["archival"]


def test_english_notes_with_foreign_titles_are_read_by_rules() -> None:
    english = [
        f"See the account of the mills by Ada Marsh, The Mills, vol. {n} (Dover: Reed, 1990), p. 4." for n in range(5)
    ]
    item = read(*english, "See Karl Mühle, Die Mühlen des Nordens, 1987, vol. i, p. 4.").sources[-1]
    assert (item.title, families(item.author)) == ("Die Mühlen des Nordens", ["Mühle"])


def test_prose_in_italian_is_no_reference() -> None:
    assert kinds(
        "Il mulino era stato costruito dai monaci, ma nel 1541 fu venduto; si veda la discussione più avanti."
    ) == ["discursive"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("M. Rossi, G. Bianchi", [("M.", "Rossi"), ("G.", "Bianchi")]),
        ("Rossi, M., e Bianchi, G.", [("M.", "Rossi"), ("G.", "Bianchi")]),
        ("Rossi M. - Bianchi G.", [("M.", "Rossi"), ("G.", "Bianchi")]),
        ("Rossi, Mario", [("Mario", "Rossi")]),
        ("M.Rossi", [("M.", "Rossi")]),
        ("J. Dupont et al.", [("J.", "Dupont")]),
    ],
)
def test_people(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(name.given, name.family) for name in read_people(words)] == expected


def test_the_tagger_is_deterministic_ordered_and_inside() -> None:
    text = "C. Alfani, Storia delle acque, Bologna, Reni, 1958, p. 3"
    reading = read_reference(text)
    found = reading.best()
    assert found == read_reference(text).best() == reading.published
    assert all(item.label in LABELS and 0 <= item.start < item.end <= len(text) for item in found)
    assert [item.start for item in found] == sorted(item.start for item in found)
    assert {item.label for item in reading.kept} <= set(KEPT)
    assert read_reference("").best() == read_reference("...").best() == ()


def test_the_first_notes_are_read_as_the_others() -> None:
    """Four continental notes show how a text cites: a note that does not show it itself reads alike before and behind them."""
    plain = "Rossi M., Vita Marciana, Adria 1957, p. 12."
    shown = [f"Bianchi G., La storia della città di Elmo nel secolo {n}, Adria 19{n}, p. {n}." for n in range(12, 18)]
    found = read(plain, *shown, plain)
    first, last = (found.source_of[found.notes[place].mentions[0].source or ""] for place in (0, -1))
    assert first == last
    assert found.notes[0].mentions[0].locator == found.notes[-1].mentions[0].locator
    assert [len(entry.mentions) for entry in found.notes] == [1] * len(found.notes)


SHOWN = [f"ASVe, Senato, Terra, busta {n}, fasc. 3, cc. {n}r-{n}v." for n in range(12, 18)]


def test_bare_series_are_documents_of_their_own() -> None:
    found = read(*SHOWN, "Procuratori di San Marco, Testamenti.", "Senato Misti.", "Senato Misti.")
    last = [note.mentions[0] for note in found.notes[-3:]]
    assert [mention.kind for mention in last] == ["archival"] * 3
    assert last[0].source != last[1].source == last[2].source
    assert found.source_of[last[1].source or ""].archive_collection == "Senato Misti"


def test_documents_without_title_and_call_number_are_not_one() -> None:
    """They were: whatever had neither fell together."""
    found = read(*SHOWN, "Giudici di Petizion, Sentenze, reg. 2.", "Giudici di Petizion, Capitoli, reg. 3.")
    one, other = (note.mentions[0].source for note in found.notes[-2:])
    assert one != other
    assert len({source.archive_location for source in found.sources}) == len(found.sources)


def test_a_heading_in_english_notes_is_no_series() -> None:
    english = [f"Ada Marsh, The Mills of the Weald (Dover: Elm Press, 19{n}), {n}." for n in range(50, 56)]
    assert kinds(*english, "Senato Misti.") == ["discursive"]


def test_in_a_run_of_holdings_the_bare_name_of_a_series_is_one() -> None:
    holdings = [f"Archivio di Stato di Elmo, Senato, Terra, filza {n}, c. {n}r." for n in range(1, 9)]
    assert kinds(*holdings, "Provveditori alle acque") == ["archival"]


def test_abbreviated_months_do_not_end_a_reference() -> None:
    note = "ASVe, Senato, Terra, reg. 83, c. 38r, 12 ott. 1541."
    assert kinds(note) == ["archival"]
    item = source(note)
    assert item.issued is not None
    assert item.issued.date_parts == ((1541, 10, 12),)


def test_what_the_date_says_beside_the_day_is_kept() -> None:
    item = source("ASVe, Senato, Terra, reg. 83, c. 38r, 12 gennaio 1541 m.v.")
    assert item.issued is not None
    assert (item.issued.date_parts, "m.v" in (item.issued.literal or "")) == (((1541, 1, 12),), True)


HOLDINGS = [f"Archivio di Stato di Elmo, Senato, Terra, filza {n}, c. {n}r, 12 marzo 15{n + 10}." for n in range(1, 9)]


def test_further_days_behind_a_semicolon_belong_to_the_holding_before_them() -> None:
    assert kinds(*HOLDINGS, "Senato, Terra, b. 29, c. 210r, 13 aprile 1560; 15 febbraio 1561.") == ["archival"]


def test_amid_holdings_a_document_with_its_day_is_one() -> None:
    assert kinds(*HOLDINGS, "Lettere di Pietro Marini al fratello Francesco, 22 luglio 1580.") == ["archival"]


@pytest.mark.parametrize(
    "talk",
    [
        "Il Senato discusse la questione nel 1541 e la rimandò ai Savi.",
        "La busta contiene lettere diverse, senza numerazione.",
    ],
)
def test_amid_holdings_talk_stays_talk(talk: str) -> None:
    assert kinds(*HOLDINGS, talk) == ["discursive"]


@pytest.mark.parametrize(
    ("note", "title", "host", "editor"),
    [
        ("Gerda Ruhl: Zölle. In: Dies.: Wege des Salzes, München: Beck 1991, S. 12–40, hier S. 18.", "Zölle", "Wege des Salzes", []),
        ("Gerda Ruhl: Zölle. In: dies. (Hg.): Wege des Salzes, München: Beck 1991, S. 12–40, hier S. 18.", "Zölle", "Wege des Salzes", ["Ruhl"]),
        ("Ruhl, Gerda: Zölle. In: Karl Meier (Hg.): Wege des Salzes, München 1991, S. 12–40, hier S. 18.", "Zölle", "Wege des Salzes", ["Meier"]),
        ("Gerda Ruhl, Zölle, in: dies., Wege des Salzes, München 1991, S. 12–40, hier S. 18.", "Zölle", "Wege des Salzes", []),
        ("Gerda Ruhl: Zölle. Eine Spur. In: Zeitschrift für Salz 12 (1991), S. 12–40, hier S. 18.", "Zölle. Eine Spur", "Zeitschrift für Salz", []),
    ],
)  # fmt: skip
def test_a_part_and_what_it_is_in_behind_a_full_stop(note: str, title: str, host: str, editor: list[str]) -> None:
    (mention,) = mentions(note)
    found = source(note)
    assert [(name.family, name.given) for name in found.author or ()] == [("Ruhl", "Gerda")]
    assert (found.title, found.container_title, found.page) == (title, host, "12–40")
    assert [name.family for name in found.editor or ()] == editor
    assert mention.locator is not None
    assert mention.locator.value == "18"


@pytest.mark.parametrize(
    "talk",
    [
        "L’Archivio di Stato di Elmo è ora riordinato.",
        "Sulla storia dell’Archivio di Stato di Elmo molto resta da dire.",
        "Devo questa notizia alla cortesia del direttore della Biblioteca Civica di Elmo.",
    ],
)
def test_an_archive_in_talk_is_no_reference(talk: str) -> None:
    assert kinds(*HOLDINGS, talk) == ["discursive"]


@pytest.mark.parametrize(
    ("note", "archive"),
    [
        ("Scritture del Marini, 4 novembre 1728, Biblioteca Capitolare, Elmo.", "Biblioteca Capitolare, Elmo"),
        ("Archivio di Stato di Elmo, Raccolta Testamenti, alla data.", "Archivio di Stato di Elmo"),
    ],
)
def test_amid_holdings_the_archive_alone_makes_one(note: str, archive: str) -> None:
    found = read(*HOLDINGS, note)
    (mention,) = found.notes[-1].mentions
    assert mention.kind == "archival"
    assert found.source_of[mention.source or ""].archive == archive


def test_the_day_before_a_series_is_its_documents() -> None:
    found = read(*HOLDINGS, "27 marzo 1412. Senato Misti, reg. 35, c. 9.")
    (mention,) = found.notes[-1].mentions
    issued = found.source_of[mention.source or ""].issued
    assert issued is not None
    assert issued.date_parts == ((1412, 3, 27),)


def test_a_day_in_figures_is_not_cut_at_its_full_stops() -> None:
    assert kinds(*HOLDINGS, "Ivi, Bertoli, b. 10627, 25. 11. 1631.")[-1] == "archival"


@pytest.mark.parametrize("unit", ["b. 10627", "busta 31", "reg. 4, c. 12r"])
def test_a_day_in_figures_is_no_number_of_a_unit(unit: str) -> None:
    found = read(*HOLDINGS, f"ASVe, Notarile, Bertoli, {unit}, 9. 4. 1631.")
    item = found.source_of[found.notes[-1].mentions[0].source or ""]
    assert item.issued is not None
    assert item.issued.date_parts == ((1631, 4, 9),)
    assert (item.archive_location or "").endswith(unit)


@pytest.mark.parametrize("mark", [";", ","])
def test_an_archive_before_a_semicolon_keeps_what_follows(mark: str) -> None:
    found = read(*HOLDINGS, f"ASVe{mark} Compilazione leggi, b. 94, c. 13.")
    (mention,) = found.notes[-1].mentions
    item = found.source_of[mention.source or ""]
    assert (item.archive, item.archive_collection) == ("ASVe", "Compilazione leggi")


def test_a_day_before_a_semicolon_is_that_of_what_follows() -> None:
    found = read(*HOLDINGS, "3 maggio 1541; Senato Misti, reg. 5, c. 76.")
    (mention,) = found.notes[-1].mentions
    issued = found.source_of[mention.source or ""].issued
    assert issued is not None
    assert issued.date_parts == ((1541, 5, 3),)


def test_days_and_archives_of_their_own_stay_apart_at_a_semicolon() -> None:
    assert len(read(*HOLDINGS, "ASVe, Senato Misti, reg. 5, c. 76; BCE, Codici, b. 4, c. 9.").notes[-1].mentions) == 2


def test_another_leaf_and_day_behind_an_ibid_are_another_document() -> None:
    found = read(*HOLDINGS, "ASVe, Dispacci, filza 11, c. 4r, 3 maggio 1641.", "Ivi, cc. 16r-17r, 28 gennaio 1642.")
    (mention,) = found.notes[-1].mentions
    item = found.source_of[mention.source or ""]
    assert item.issued is not None
    assert item.issued.date_parts == ((1642, 1, 28),)
    assert (item.archive, item.archive_collection) == ("ASVe", "Dispacci")
    assert mention.locator is not None
    assert mention.locator.value.startswith("16r")


@pytest.mark.parametrize("words", ["b. 359, p. 61 (24 gennaio 1475, originale)", "b. 359, p. 61 (24 gennaio 1475)"])
def test_a_day_in_brackets_is_no_part_of_the_number(words: str) -> None:
    found = read(*HOLDINGS, "ASVe, Carteggio estero, b. 358, p. 4 (3 gennaio 1475, originale).", f"Ivi, {words}.")
    (mention,) = found.notes[-1].mentions
    item = found.source_of[mention.source or ""]
    assert item.issued is not None
    assert item.issued.date_parts == ((1475, 1, 24),)
    assert (item.archive, item.archive_location) == ("ASVe", "b. 359, p. 61")
    assert mention.locator is not None
    assert mention.locator.value == "61"


@pytest.mark.parametrize(
    ("note", "leaf", "day"),
    [
        ("1381, 3 dicembre. Id. id. c. 35.", "35", (1381, 12, 3)),
        ("3 dicembre 1381; ivi, c. 35.", "35", (1381, 12, 3)),
        ("3 dicembre 1381: ibidem.", None, (1381, 12, 3)),
        ("3 dicembre; ivi, c. 35 r.", "35 r", None),
    ],
)
def test_a_day_before_an_ibid_is_another_document(note: str, leaf: str | None, day: tuple[int, ...] | None) -> None:
    found = read(*HOLDINGS, "ASVe, Senato Misti, reg. 37, c. 7 t, 24 settembre 1381.", note)
    (mention,) = found.notes[-1].mentions
    item = found.source_of[mention.source or ""]
    assert (item.archive, item.archive_collection) == ("ASVe", "Senato Misti")
    assert "37" in (item.archive_location or "")
    assert (mention.locator.value if mention.locator else None) == leaf
    assert item.issued is not None
    assert item.issued.date_parts == ((day,) if day else ())


def test_a_day_before_an_ibid_to_a_book_is_talk() -> None:
    assert kinds("C. Alfani, Storia delle acque, Verona, Reni, 1950, p. 3.", "3 maggio 1541. Ivi, p. 12.")[-1] == "ibid"


def test_a_number_before_a_day_is_no_year() -> None:
    assert find_dates("n. 1297, 6 mag. 1353")[-1].date.date_parts == ((1353, 5, 6),)


def test_a_holding_may_have_a_hundred_numbers() -> None:
    """The list is no reason to think them a book's pages, and those above a thousand are numbers, too."""
    numbers = [*range(3, 1400, 7)]
    found = read(*HOLDINGS, f"Codice Diplomatico Padano, nn. {', '.join(map(str, numbers))}.")
    (mention,) = found.notes[-1].mentions
    item = found.source_of[mention.source or ""]
    assert mention.kind == "archival"
    assert (item.archive_location or "").endswith(f"{numbers[-2]}, {numbers[-1]}")


def test_the_name_of_a_unit_is_not_cut_between_its_words() -> None:
    found = read(*SHOWN, "ASVe, Cause, Processi, b. 32, fasc. Marinelli Pietro ed Alberti Paolo.")
    item = found.source_of[found.notes[-1].mentions[0].source or ""]
    assert (item.archive_location or "").endswith("Marinelli Pietro ed Alberti Paolo")


@pytest.mark.parametrize("name", ["fasc. “La Gazzetta del Reno”", "Libro «Spese dei mulini nuovi che si fecero»"])
def test_the_name_of_a_unit_in_quotation_marks_is_whole(name: str) -> None:
    found = read(*SHOWN, f"ASVe, Cause, Processi, b. 32, {name}, lettera di Marcello Reni a Pietro Otero.")
    item = found.source_of[found.notes[-1].mentions[0].source or ""]
    assert (item.archive_location or "").endswith(name.rstrip("”»"))
    assert item.title == "lettera di Marcello Reni a Pietro Otero"


@pytest.mark.parametrize(
    "lead", ["Dazu", "Vgl. dazu", "So schon", "Ähnlich", "Grundlegend", "Cfr. anche", "Véase también"]
)
def test_what_leads_to_a_reference_is_no_part_of_it(lead: str) -> None:
    found = read(f"{lead} Gerda Ruhl, Zölle, München 1991, S. 12.", f"{lead} Ruhl, Zölle, S. 14.")
    assert len(found.sources) == 1
    assert [name.family for name in found.sources[0].author or ()] == ["Ruhl"]


def test_the_author_before_again_in_french() -> None:
    first = "Luc Amiel, *Les naufrageurs*, Paris, PUF, 1972, p. 88."
    found = read(first, "*Id.*, « Le droit de bris », *Annales ESC*, 28ᵉ année, n° 4, 1973, p. 1011-1030.")
    assert [name.family for name in found.sources[1].author or ()] == ["Amiel"]
    assert (found.sources[1].title, found.sources[1].issue) == ("Le droit de bris", "4")
