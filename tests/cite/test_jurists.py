"""References in the manner of German lawyers: commentaries, judgments, journals by year, bare pages. All are invented."""

import time

import pytest

from argmap.cite import cite
from argmap.model import Mention, Source
from tests.cite.making import back, document, kinds, mentions, read

LAW = (
    "Vgl. Loos, Die Haftung des Müllers für das Wehr, Hamburg 1966, S. 6.",
    "Siehe Dale, Das Recht der Mühlen und der Dämme, Köln 1970, S. 3.",
    "Dazu Pfahl, Der Damm in der Ebene und sein Recht, Bonn 1975, S. 97.",
    "Vgl. auch Lind, Die Furt und die Brücke im Recht, Berlin 1980, S. 9.",
)


def last(note: str) -> list[tuple[Mention, Source]]:
    found = read(*LAW, note)
    return [(one, found.source_of[one.source]) for one in found.notes[-1].mentions if one.source]


def names(source: Source) -> tuple[list[str], list[str]]:
    return [name.family or "" for name in source.author or ()], [name.family or "" for name in source.editor or ()]


@pytest.mark.parametrize(
    ("note", "people", "title", "year", "place"),
    [
        ("*Marsh*, in: *Marsh*, BGB, 83. Aufl. 2024, § 242 BGB, Rn. 12.", (["Marsh"], []), "BGB", 2024, "§ 242 BGB, Rn. 12"),
        ("Marsh, in: ElmKo BGB, 9. Aufl. 2024, § 823 Rn. 44 ff.", (["Marsh"], []), "ElmKo BGB", 2024, "§ 823 Rn. 44 ff"),
        ("ElmKoBGB/Marsh, 8. Aufl. 2020, § 823 Rn. 12.", (["Marsh"], []), "ElmKoBGB", 2020, "§ 823 Rn. 12"),
        ("Reed/Marsh (2019), § 242 Rn. 5.", (["Marsh"], []), "Reed", 2019, "§ 242 Rn. 5"),
        ("Reed/Marsh, BGB, 76. Aufl. 2017, § 242 Rn. 5.", (["Marsh"], ["Reed"]), "BGB", 2017, "§ 242 Rn. 5"),
        ("So auch Marsh, in: Reed BGB, Neubearb. 2019, § 242 BGB, Rn. 5.", (["Marsh"], []), "Reed BGB", 2019, "§ 242 BGB, Rn. 5"),
        ("A. A. Marsh, in: ElmOK BGB, 61. Ed. Stand: 1.2.2022, § 241 Rn. 3.", (["Marsh"], []), "ElmOK BGB", 2022, "§ 241 Rn. 3"),
        ("Marsh, in: Reed/Weir (Hrsg.), Handbuch der Mühlen, 2021, § 5 Rn. 12.", (["Marsh"], ["Reed", "Weir"]), "Handbuch der Mühlen", 2021, "§ 5 Rn. 12"),
        ("Marsh/Reed, Einführung in das Mühlenrecht, 3. Aufl. 1996, § 3 Rn. 5.", (["Marsh", "Reed"], []), "Einführung in das Mühlenrecht", 1996, "§ 3 Rn. 5"),
        ("Marsh, Bürgerliches Recht, 27. Aufl. 2019, Rn. 123.", (["Marsh"], []), "Bürgerliches Recht", 2019, "123"),
    ],
)  # fmt: skip
def test_commentaries_by_section_and_margin(
    note: str, people: tuple[list[str], list[str]], title: str, year: int, place: str
) -> None:
    ((mention, source),) = last(note)
    assert names(source) == people
    assert source.title == title
    assert source.issued is not None
    assert source.issued.date_parts[0][0] == year
    assert mention.locator is not None
    assert mention.locator.value == place


def test_a_commentary_is_one_source_whatever_its_section() -> None:
    found = read(*LAW, "Marsh, in: Reed, BGB, 8. Aufl. 2020, § 823 Rn. 12.", "Marsh, in: Reed, BGB, § 242 Rn. 1.")
    assert found.notes[-2].mentions[0].source == found.notes[-1].mentions[0].source


@pytest.mark.parametrize(
    ("note", "court", "number", "report", "place"),
    [
        ("BGH, NJW 1993, 1323 (1324).", "BGH", None, "NJW", "1324"),
        ("BGH NJW 1993, 1323, 1324.", "BGH", None, "NJW", "1324"),
        ("BVerfG, Beschl. v. 3.5.1990 – 1 BvR 12/89.", "BVerfG", "1 BvR 12/89", None, None),
        ("BVerfG, Beschl. v. 3.5.1990 – 1 BvR 12/89, Rn. 5.", "BVerfG", "1 BvR 12/89", None, "5"),
        ("BGH, Urt. v. 3. Mai 2012 (III ZR 62/11), - Mühle - Rn. 17.", "BGH", "III ZR 62/11", None, "17"),
        ("OLG Elm, Urteil vom 4. Juni 1995 – 3 U 12/94, NJW-RR 1995, 4 (6).", "OLG Elm", "3 U 12/94", "NJW-RR", "6"),
        ("LG Elm, BeckRS 2011, 12345 Rn. 5.", "LG Elm", None, "BeckRS", "5"),
        ("EuGH, Urt. v. 5.2.1963 – Rs. 26/62, Slg. 1963, 1 (25).", "EuGH", "26/62", "Slg", "25"),
        ("St. Rspr., vgl. BGH, Urt. v. 1.2.2001 – IV ZR 5/00, NJW 2001, 1126.", "BGH", "IV ZR 5/00", "NJW", "1126"),
    ],
)  # fmt: skip
def test_judgments(note: str, court: str, number: str | None, report: str | None, place: str | None) -> None:
    ((mention, source),) = last(note)
    assert (source.type, source.authority, source.number) == ("legal_case", court, number)
    assert source.container_title == report
    assert (mention.locator and mention.locator.value) == place


def test_two_judgments_of_a_court_are_two() -> None:
    found = read(*LAW, "BGH, Urt. v. 1.2.2001 – IV ZR 5/00; BGH, Urt. v. 1.2.2001 – IV ZR 6/00.")
    one, other = found.notes[-1].mentions
    assert one.source != other.source


def test_a_court_is_called_like_an_author() -> None:
    notes = ("BGH, Urt. v. 3.5.2012 – III ZR 62/11, Rn. 17; Marsh, Das Wehr und sein Recht, NJW 1991, 28 (30).",)
    mention = back(*notes, "BGH (Fn. 1), Rn. 20.")
    assert mention.state == "resolved"
    assert read(*notes).notes[0].mentions[0].source == mention.source


@pytest.mark.parametrize(
    ("note", "author", "title", "journal", "place"),
    [
        ("Marsh, Das Wehr und sein Recht, NJW 1991, 2628 (2630).", "Marsh", "Das Wehr und sein Recht", "NJW", (None, "2630")),
        ("Siehe etwa Marsh, Das Wehr in der Praxis, JuS 2010, 12, 15.", "Marsh", "Das Wehr in der Praxis", "JuS", (None, "15")),
        ("Marsh, JZ 1993, 377 (379).", "Marsh", None, "JZ", (None, "379")),
        ("Marsh-Reed, Anmerkungen über die Mühle, ZvglMR 78 (1979) 51 ff.", "Marsh-Reed", "Anmerkungen über die Mühle", "ZvglMR", ("78", "51 ff")),
        ("Dazu R. Marsh, Law Books and Books About Law, Elm Law Rev. 26 (1973) 174 ff.", "Marsh", "Law Books and Books About Law", "Elm Law Rev", ("26", "174 ff")),
        ("Marsh, Elegant Mills, Empirical Weirs, and the Law of Contract, Law & Elm. Rev. 11 (1977) 507 ff.", "Marsh", "Elegant Mills, Empirical Weirs, and the Law of Contract", "Law & Elm. Rev", ("11", "507 ff")),
        ("Marsh, Ada, Das Wehr und die Mühle, Elmer Zeitschrift 12 (1990) 5.", "Marsh", "Das Wehr und die Mühle", "Elmer Zeitschrift", ("12", "5")),
    ],
)  # fmt: skip
def test_articles_by_bare_pages(
    note: str, author: str, title: str | None, journal: str, place: tuple[str | None, str]
) -> None:
    ((mention, source),) = last(note)
    assert (names(source)[0], source.title, source.container_title) == ([author], title, journal)
    assert mention.locator is not None
    assert (source.volume, mention.locator.value) == place


@pytest.mark.parametrize(
    ("note", "title", "host", "page"),
    [
        ("Marsh, L’apport du moulin, in: Livre du centenaire de la Société des moulins (Paris 1969) 75 (83).", "L’apport du moulin", "Livre du centenaire de la Société des moulins", "83"),
        ("Marsh, Comparative Mills - In What Ways Different?, in: Weir/Reed 3 (18).", "Comparative Mills - In What Ways Different?", "Weir/Reed", "18"),
        ("Marsh, Interkulturelle Mühlen, in: Weir/Reed 171 ff.", "Interkulturelle Mühlen", "Weir/Reed", "171 ff"),
        ("Marsh, Social Mills, in: Encyclopedia of the Mills Bd. 14 (London 1968) 421 (423).", "Social Mills", "Encyclopedia of the Mills", "423"),
    ],
)  # fmt: skip
def test_parts_by_bare_pages(note: str, title: str, host: str, page: str) -> None:
    ((mention, source),) = last(note)
    assert (source.type, source.title, source.container_title) == ("chapter", title, host)
    assert mention.locator is not None
    assert mention.locator.value == page


def test_a_dash_before_a_signal_parts_two_references() -> None:
    note = "Marsh, Mühlen im Vergleich, Elmer Blätter 25 (1975) 97 ff. - Vgl. auch Reed, Das Wehr im Recht, Rev. Elm. 22 (1970) 509 (526)."
    assert [names(source)[0] for _, source in last(note)] == [["Marsh"], ["Reed"]]


@pytest.mark.parametrize(
    ("note", "authors", "page"),
    [
        ("Siehe näher Marsh/Reed I 12 ff.", ["Marsh", "Reed"], "I:12 ff."),
        ("Marsh 2 f.", ["Marsh"], "2 f."),
        ("Marsh/Reed/Weir/Elmer 117 ff.", ["Marsh", "Reed", "Weir", "Elmer"], "117 ff."),
    ],
)
def test_names_and_pages_alone(note: str, authors: list[str], page: str) -> None:
    ((mention, source),) = last(note)
    assert (names(source)[0], source.title, source.type) == (authors, None, "book")
    assert mention.locator is not None
    assert mention.locator.value == page


@pytest.mark.parametrize("note", ["Karton 2 f.", "Bl. 2 f.", "Akten 12 ff.", "§ 242 BGB."])
def test_what_archives_keep_is_no_author(note: str) -> None:
    assert not any(names(source)[0] for _, source in last(note))


@pytest.mark.parametrize(
    "note", ["AG Elm, Akten 1993, 12.", "Marsh, Dover 1990, 12.", "Marsh, Das Wehr, Hamburg 1966, 12."]
)
def test_a_town_or_a_file_is_no_journal(note: str) -> None:
    assert all(source.type not in {"legal_case", "article-journal"} for _, source in last(note))


@pytest.mark.parametrize(
    ("notes", "meant"),
    [
        (("Marsh, in: Reed, BGB, 8. Aufl. 2020, § 823 Rn. 12; Weir, in: ElmKo BGB, 9. Aufl. 2024, § 823 Rn. 44.", "Marsh, ebd. Rn. 50."), "marsh2020"),
        (("Marsh, Das Wehr und sein Recht, NJW 1991, 28; Weir, Die Mühle und ihr Recht, NJW 1992, 4.", "Marsh, ebd., S. 29."), "marsh1991"),
    ],
)  # fmt: skip
def test_an_ibid_behind_a_name_means_that_authors_work(notes: tuple[str, ...], meant: str) -> None:
    assert back(*notes).source == meant


def test_editors_together_with_the_author() -> None:
    note = "Marsh, Jan Dirk, Reed, Ulrich, Vorrede zu den Mühlen, in: Dies./Weir, Ann Kate/Elmer, Fabian (Hrsg.), Das Wehr, Berlin 2011, S. 22."
    ((_, source),) = last(note)
    assert names(source) == (["Marsh", "Reed"], ["Marsh", "Reed", "Weir", "Elmer"])
    assert source.container_title == "Das Wehr"


def test_a_title_may_end_in_a_question_mark_before_its_book() -> None:
    note = "Reed, Karl, Warum Mühlen? In: Ders./Marsh, Ada (Hrsg.), Das Wehr, München 2015, S. 14-33, S. 17f."
    ((_, source),) = last(note)
    assert (source.title, source.container_title) == ("Warum Mühlen?", "Das Wehr")
    assert names(source) == (["Reed"], ["Reed", "Marsh"])


def test_english_notes_are_read_as_before() -> None:
    english = ("Ada Marsh, The Mills of Elm (Dover: Reed, 1990), 12.",) * 5
    assert kinds(*english, "Reed 12 ff.") != ["full"]
    assert mentions(*english, "Marsh, 14.")[0].source == "marsh1990"


def test_hostile_notes_take_linear_time() -> None:
    begun = time.perf_counter()
    for words in ("BGH, Urt. v. ", "Marsh/Reed ", "Marsh, in: ", "§ 242 Rn. 1, ", "S. 6 sowie Marsh ", "vgl. Marsh "):
        cite(document(*LAW, words * 4000))
    assert time.perf_counter() - begun < 60
