"""Titles in italics in notes abroad: names stand before them, all else is talk; issues of periodicals. All are invented."""

import time

import pytest

from argmap.cite import cite
from argmap.model import Mention, Source
from tests.cite.making import in_italics, read

ITALIAN = (
    "C. Alfani, *Storia delle acque nel Settecento*, Bologna, Reni, 1958, p. 3.",
    "M. Reni, *Le acque della città*, Ferrara, Alfa, 1990, p. 8.",
    "P. Fabbri, *I mulini di Ferrara nel Quattrocento*, Roma, Alfa, 1988, p. 5.",
    "G. Valle, *La diga e il mulino della pianura*, Milano, Reni, 1970, p. 9.",
)
FRENCH = (
    "J. Moulin, *Histoire des moulins à eau en Bourgogne*, Paris, Seuil, 1938, p. 77.",
    "P. Barrage, *Les eaux de la ville*, Lyon, Rive, 1950, p. 4.",
    "A. Pré, *La digue et le moulin dans le Nord*, Lille, Rive, 1960, p. 14.",
    "L. Val, *Les meuniers de la plaine au XVIIIe siècle*, Paris, Seuil, 1971, p. 24.",
)
GERMAN = (
    "Marsh, Ada, *Die Mühlen von Elm*, Hamburg 1966, S. 6.",
    "Reed, Karl: *Das Wehr am Fluss*, Berlin 2009, S. 60.",
    "Dale, Otto: *Die Furt und die Brücke*, Köln 1970, S. 3.",
    "Pfahl, Ulrich: *Der Damm in der Ebene*, Bonn 1975, S. 97.",
)
SPANISH = (
    "Ana Río, *Castigar y moler: los molinos de Elm, siglos XVII y XVIII*, Madrid, Río, 2008, p. 103.",
    "Juan Presa, *Los molinos de la sierra en el siglo XVIII*, Madrid, Río, 1974, p. 45.",
    "José Vega, *La presa y el río de la villa*, Sevilla, Vega, 1980, p. 4.",
    "Luis Soto, *El agua de los molineros*, Bilbao, Vega, 1985, p. 7.",
)


def last(before: tuple[str, ...], note: str) -> list[tuple[Mention, Source | None]]:
    found = read(*before, note)
    return [(one, found.source_of.get(one.source or "")) for one in found.notes[-1].mentions]


def cited(before: tuple[str, ...], note: str) -> list[Source]:
    return [source for _, source in last(before, note) if source is not None]


def families(source: Source) -> list[str]:
    return [name.family or name.literal or "" for name in source.author or ()]


@pytest.mark.parametrize(
    ("before", "note", "author", "title"),
    [
        (ITALIAN, "Sul mulino in Elm nell’Ottocento: C. Marsh, *Acque e mulini*, Roma, Alfa, 1991.", ["Marsh"], "Acque e mulini"),
        (ITALIAN, "Sulla collaborazione tra Marsh e Reed, delegati della Giunta, cfr. E. Dale, *Otto Marsh, 17 dicembre 1848*, Roma, Alfa, 1983.", ["Dale"], "Otto Marsh, 17 dicembre 1848"),
        (ITALIAN, "Cfr. le memorie recentemente riedite: Ada Marsh, *Ricordi di acque*, Roma, Alfa, 2005.", ["Marsh"], "Ricordi di acque"),
        (ITALIAN, "Si vedano inoltre i recenti studi: Mira Marsh – Lia Reed, *Ada Dale: il mulino*, Elm, Alfa, 2000.", ["Marsh", "Reed"], "Ada Dale: il mulino"),
        (ITALIAN, "Uno dei più recenti repertori su Otto Dale, A. P. Marsh, *Otto Dale. Una bibliografia dal 1807 al 1907*, Ginevra, Alfa, 1971.", ["Marsh"], "Otto Dale. Una bibliografia dal 1807 al 1907"),
        (SPANISH, "Sobre el oficio de molinero véase Elena Marsh, *Molinos para los vasallos*, Madrid, Río, 1990, p. 12.", ["Marsh"], "Molinos para los vasallos"),
        (SPANISH, "Véase por ejemplo: José Marsh, *El molino viejo*, Madrid, Río, 1990, p. 12.", ["Marsh"], "El molino viejo"),
        (FRENCH, "Sur les moulins de la ville, voir P. Marsh, *Le moulin neuf*, Paris, Seuil, 1950, p. 4.", ["Marsh"], "Le moulin neuf"),
        (FRENCH, "Ch. Marsh, *Le moulin neuf*, I, 1836, p. 127.", ["Marsh"], "Le moulin neuf"),
        (FRENCH, "*L'Almanach populaire de Elm,* 1839, signé D., p. 49-56.", [], "L'Almanach populaire de Elm"),
        (GERMAN, "Vgl. zum ganzen Abschnitt Elm, Karl, *Die Wassermühle. Eine Geschichte*, Berlin 2009, S. 60.", ["Elm"], "Die Wassermühle. Eine Geschichte"),
        (GERMAN, "Zur Geschichte der Mühlen siehe Ada Elm, *Die Wassermühle*, Hamburg 1966, S. 3.", ["Elm"], "Die Wassermühle"),
        (GERMAN, "Dazu näher Elm, *Probleme der Wassermühlen*, Köln 1975, S. 97.", ["Elm"], "Probleme der Wassermühlen"),
        (GERMAN, "Elm, Ada / Lind, Karl: *Das Rad. Ein Fall*, Berlin 2009, S. 60.", ["Elm", "Lind"], "Das Rad. Ein Fall"),
    ],
)  # fmt: skip
def test_what_leads_in_is_neither_author_nor_title(
    before: tuple[str, ...], note: str, author: list[str], title: str
) -> None:
    (source,) = cited(before, note)
    assert (families(source), source.title) == (author, title)


def test_a_reference_may_report_another_one() -> None:
    note = "A. Marsh, *Bibliografia delle acque. Dal 1807 al 1907*, Ginevra, 1971 riporta: K. Reed, *Vita di un mugnaio*, Genève, 1859, p. 16."
    assert [source.title for source in cited(ITALIAN, note)] == [
        "Bibliografia delle acque. Dal 1807 al 1907",
        "Vita di un mugnaio",
    ]


@pytest.mark.parametrize(
    ("note", "title", "host"),
    [
        ("S. Marsh, *Un mugnaio davanti alle acque*, in *Acque europee*, a cura di Sven Reed, Elm, Alfa, 1976, pp. 26-27.", "Un mugnaio davanti alle acque", "Acque europee"),
        ("M. Marsh, *Un mulino di Elm*, in «Rivista delle acque», XIV, 1973, n. 133, pp. 5-8.", "Un mulino di Elm", "Rivista delle acque"),
        ("M. Marsh, « Les moulins », dans *Histoire des eaux*, Paris, Seuil, 1950, p. 4.", "Les moulins", "Histoire des eaux"),
    ],
)  # fmt: skip
def test_the_title_of_a_part_and_what_it_is_in(note: str, title: str, host: str) -> None:
    (source,) = cited(ITALIAN, note)
    assert (families(source), source.title, source.container_title) == (["Marsh"], title, host)


def test_a_journal_in_italics_is_not_the_title_of_the_article() -> None:
    (source,) = cited(GERMAN, "Elm, Mühlen in der Ebene, *Zeitschrift für Mühlen* 12 (1990), S. 5.")
    assert (source.title, source.container_title) == ("Mühlen in der Ebene", "Zeitschrift für Mühlen")


def test_years_in_the_title_of_a_volume_are_none_of_the_imprint() -> None:
    note = "H.-F. Marsh, *Journal du moulin*, tome IV, *Décembre 1860-Mai 1863*, publié sous la direction de Bernard Reed, Lausanne, Rive, 1981, p. 145."
    (source,) = cited(FRENCH, note)
    assert (source.title, source.volume, source.volume_title) == ("Journal du moulin", "IV", "Décembre 1860-Mai 1863")
    assert source.issued is not None
    assert source.issued.date_parts == ((1981,),)
    assert [name.family for name in source.editor or ()] == ["Reed"]


@pytest.mark.parametrize(
    ("note", "title", "day", "issue", "page"),
    [
        ("*Gaceta de Elm*, núm. 91, 13 de noviembre de 1804, 1008.", "Gaceta de Elm", (1804, 11, 13), "91", "1008"),
        ("*L'Écluse,* n° 10, février 1842.", "L'Écluse", (1842, 2), "10", None),
        ("Cf. également *L'Écluse,* mars 1842, 1re année, n° 10.", "L'Écluse", (1842, 3), "10", None),
        ("La *Gazette des moulins,* 19 juillet 1836.", "Gazette des moulins", (1836, 7, 19), None, None),
        ("*Il Mulino di Elm*, a. II, n. 5, 3 maggio 1861, p. 2.", "Il Mulino di Elm", (1861, 5, 3), "5", "2"),
        ("*Elmer Anzeiger*, Nr. 12 vom 3. Mai 1899, S. 2.", "Elmer Anzeiger", (1899, 5, 3), "12", "2"),
        ("*Revue d'Elm,* 7 juin 1836. Le capitaine Reed fit enlever ces ornements avant le départ.", "Revue d'Elm", (1836, 6, 7), None, None),
        ("Texte adressé à *L'Atelier d'Elm,* octobre 1842, n° 3, par un ouvrier emprisonné.", "L'Atelier d'Elm", (1842, 10), "3", None),
    ],
)  # fmt: skip
def test_issues_of_newspapers(note: str, title: str, day: tuple[int, ...], issue: str | None, page: str | None) -> None:
    ((mention, source),) = [pair for pair in last(FRENCH, note) if pair[1] is not None]
    assert source is not None
    assert source.issued is not None
    assert (source.type, source.title, source.issued.date_parts[0]) == ("article-newspaper", title, day)
    assert source.issue == issue
    assert (mention.locator and mention.locator.value) == page


def test_issues_of_other_months_are_others() -> None:
    found = read(*FRENCH, "*L'Écluse,* n° 10, février 1842.", "*L'Écluse,* mars 1842.", "*L'Écluse,* mars 1842, n° 10.")
    assert found.notes[-2].mentions[0].source == found.notes[-1].mentions[0].source
    assert found.notes[-3].mentions[0].source != found.notes[-1].mentions[0].source


def test_a_book_with_a_month_and_an_imprint_is_no_issue() -> None:
    (source,) = cited(FRENCH, "*Histoire des eaux*, mars 1842, Paris, Seuil, p. 4.")
    assert source.type == "book"


def test_a_title_alone_means_the_work_cited_before() -> None:
    (source,) = cited(FRENCH, "*Les eaux de la ville.*")
    assert families(source) == ["Barrage"]


@pytest.mark.parametrize(
    ("note", "page"),
    [
        ("Presa, 28. También sugería que fueran enviados a los molinos los más peligrosos.", "28"),
        ("Presa, *Los molinos de la sierra*, 28. Los molineros no lo sabían todavía.", "28"),
    ],
)
def test_talk_behind_a_short_form_does_not_swallow_it(note: str, page: str) -> None:
    (mention, source), (talk, _) = last(SPANISH, note)
    assert source is not None
    assert families(source) == ["Presa"]
    assert mention.locator is not None
    assert (mention.locator.value, talk.kind) == (page, "discursive")


@pytest.mark.parametrize(
    "note",
    ["C'est ce que montre très bien *Le Moulin de Elm*.", "Les moulins ont disparu *in extremis* dans la plaine."],
)
def test_italics_in_talk_are_none(note: str) -> None:
    assert not cited(FRENCH, note) or cited(FRENCH, note)[0].title == "Le Moulin de Elm"


def test_hostile_italics_are_read_in_linear_time() -> None:
    note = "Sul mulino di Ada Marsh, Karl Reed e " + "*Acque*, " * 4000 + "cfr. " * 4000
    begun = time.perf_counter()
    cite(in_italics(*ITALIAN, note))
    assert time.perf_counter() - begun < 20
