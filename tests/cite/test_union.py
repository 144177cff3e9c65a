"""The law of the European Union, and British lawyers' notes: OSCOLA. All acts, cases and people are invented."""

import time

import pytest

from tests.cite.making import kinds, mentions, read, source

ACT = "Regulation (EU) 2019/1725 of the European Parliament and of the Council of 23 October 2019 on the protection of mills"
BOARD = "*Elm v Reed* [2017] UKSC 5, [2018] AC 61"


def places(*notes: str) -> list[str | None]:
    return [mention.locator.value if mention.locator else None for mention in mentions(*notes)]


@pytest.mark.parametrize(
    ("note", "title", "number", "place"),
    [
        (f"{ACT} [2019] OJ L295/39, art 5(1).", ACT, "2019/1725", "5(1)"),
        (f"{ACT} (OJ L 295, 21.11.2019, p. 39), art. 5.", ACT, "2019/1725", "5"),
        ("Council Directive 93/13/EEC of 5 April 1993 on unfair mills [1993] OJ L95/29, recital 12.", "Council Directive 93/13/EEC of 5 April 1993 on unfair mills", "93/13", "recital 12"),
        ("Directive 2005/29/EC, Article 5(2)(b).", "Directive 2005/29/EC", "2005/29", "5(2)(b)"),
        ("Regulation (EC) No 45/2001, arts 5–7.", "Regulation (EC) No 45/2001", "45/2001", "5–7"),
        ("Commission Implementing Decision (EU) 2021/914 of 4 June 2021 on mills [2021] OJ L199/31.", "Commission Implementing Decision (EU) 2021/914 of 4 June 2021 on mills", "2021/914", None),
    ],
)  # fmt: skip
def test_acts(note: str, title: str, number: str, place: str | None) -> None:
    found = source(note)
    assert (found.type, found.title, found.number) == ("legislation", title, number)
    assert kinds(note) in (["full"], ["short"])
    assert places(note) == [place]


@pytest.mark.parametrize(
    ("note", "number", "place"),
    [
        ("Article 5(2) of Directive 2005/29/EC.", "2005/29", "5(2)"),
        ("See Arts 5 and 6 of Regulation (EU) 2019/1725.", "2019/1725", "5 and 6"),
        ("Recital 12 of Regulation (EU) 2019/1725 on mills.", "2019/1725", "Recital 12"),
    ],
)
def test_a_place_before_the_act(note: str, number: str, place: str) -> None:
    assert source(note).number == number
    assert places(note) == [place]


@pytest.mark.parametrize(
    "short", ["(‘Unfair Mills Directive’)", "(the ‘Unfair Mills Directive’)", "(hereafter ‘Unfair Mills Directive’)"]
)
@pytest.mark.parametrize("first", [True, False])
def test_a_short_name_in_quotation_marks(short: str, first: bool) -> None:  # noqa: FBT001 - where it stands
    act = "Directive 2005/29/EC of the European Parliament and of the Council of 11 May 2005 concerning unfair mills"
    journal = "[2005] OJ L149/22"
    notes = f"{act} {short} {journal}." if first else f"{act} {journal} {short}.", "Unfair Mills Directive, art 5."
    found = read(*notes)
    assert [(one.title, one.page) for one in found.sources] == [(act, "22")]
    assert kinds(*notes) == ["short"]
    assert places(*notes) == ["5"]


def test_a_charter_in_the_official_journal() -> None:
    found = source("Charter of the Rights of Millers [2012] OJ C326/391, art 8.")
    assert (found.title, found.volume, found.page) == ("Charter of the Rights of Millers", "C326", "391")


@pytest.mark.parametrize(
    ("note", "title", "number", "place"),
    [
        ("Case C-915/11 *Elm* EU:C:2013:164, para 68.", "Case C-915/11 Elm", "C-915/11", "68"),
        ("Case C‑915/11 *Elm v Reed* ECLI:EU:C:2013:164, [68].", "Case C‑915/11 Elm v Reed", "C-915/11", "68"),
        ("Joined Cases C-902/05 P and C-915/05 P *Elm and Reed v Council* [2008] ECR I-6351, paras 3–5.", "Joined Cases C-902/05 P and C-915/05 P Elm and Reed v Council", "C-902/05 P and C-915/05 P", "3–5"),
        ("Opinion of AG Marsh in Case C-915/11 *Elm* EU:C:2012:100, point 3.", "Opinion of AG Marsh in Case C-915/11 Elm", "C-915/11", "point 3"),
        ("*Elm v Reed* App no 12345/06 (ECtHR, 5 May 2010), para 12.", "Elm v Reed", "12345/06", "12"),
    ],
)  # fmt: skip
def test_cases(note: str, title: str, number: str, place: str) -> None:
    found = source(note)
    assert (found.type, found.title, found.number) == ("legal_case", title, number)
    assert kinds(note) == ["full"]
    assert places(note) == [place]


@pytest.mark.parametrize(
    ("first", "behind", "place"),
    [
        (f"{ACT} [2019] OJ L295/39, art 5(1).", "ibid art 6.", "6"),
        (f"{ACT} [2019] OJ L295/39, art 5(1).", "ibid, recital 12.", "recital 12"),
        ("Case C-915/11 *Elm* EU:C:2013:164, para 68.", "ibid paras 70–71.", "70–71"),
        ("Mill Protection Act 2018, s 12(1).", "ibid s 13.", "13"),
        ("Mill Protection Act 2018, s 12(1).", "ibid ss 13–14, 16.", "13–14, 16"),
        ("Mill Protection Act 2018, s 12(1).", "ibid sch 2.", "sch 2"),
        (f"{BOARD} [34].", "ibid [36]–[37].", "36–37"),
        ("Ada Reed, *The Limits of Mills* (2nd edn, OUP 2010) 12.", "ibid 14.", "14"),
        ("Ada Reed, *The Limits of Mills* (2nd edn, OUP 2010) 12.", "ibid ch 3.", "3"),
    ],
)
def test_places_without_full_stops(first: str, behind: str, place: str) -> None:
    assert kinds(first, behind) == ["ibid"]
    assert places(first, behind) == [place]
    assert [mention.state for mention in mentions(first, behind)] == ["resolved"]


def test_a_case_in_two_reports() -> None:
    found = source(f"{BOARD} [34].")
    assert (found.title, found.container_title, found.page) == ("Elm v Reed", "UKSC", "5")
    assert places(f"{BOARD} [34].") == ["34"]


@pytest.mark.parametrize(
    ("behind", "place"),
    [
        ("Case C-915/11 *Elm* (n 1) para 70.", "70"),
        ("*Elm v Reed* (n 1) [71].", "71"),
        ("Case C-915/11 *Elm v Reed*, para 72.", "72"),
    ],
)
def test_a_case_cited_again(behind: str, place: str) -> None:
    found = read("Case C-915/11 *Elm v Reed* EU:C:2013:164, para 68.", behind)
    assert len(found.sources) == 1
    (mention,) = found.notes[1].mentions
    assert mention.locator is not None
    assert mention.locator.value == place


def test_an_opinion_is_not_the_judgment() -> None:
    found = read("Case C-915/11 *Elm* EU:C:2013:164.", "Case C-915/11 *Elm* EU:C:2012:100, Opinion of AG Marsh.")
    assert len(found.sources) == 2


@pytest.mark.parametrize(
    ("behind", "place"),
    [
        ("MPA, art 26(1).", "26(1)"),
        ("MPA, recital 68.", "recital 68"),
        ("Article 26 MPA.", "26"),
        ("Regulation 2019/1725, art 3.", "3"),
    ],
)
def test_the_short_name_of_an_act(behind: str, place: str) -> None:
    notes = f"{ACT} [2019] OJ L295/39 (MPA).", behind
    assert len(read(*notes).sources) == 1
    assert kinds(*notes) == ["short"]
    assert places(*notes) == [place]


@pytest.mark.parametrize(
    ("note", "kind", "title", "host", "place"),
    [
        ("Ada Reed and Tom Marsh, ‘Dark Mills’ (2021) 13(1) Law, Innovation and Mills 43, 45 <https://elm.example/a> accessed 3 May 2022.", "article-journal", "Dark Mills", "Law, Innovation and Mills", "45"),
        ("Ada Reed, ‘Dark Mills’ [2010] ELJ 88, 90.", "article-journal", "Dark Mills", "ELJ", "90"),
        ("Ada Reed, ‘Mills’ (*Elm Blog*, 3 May 2020) <https://elm.example/a> accessed 4 May 2020.", "webpage", "Mills", "Elm Blog", None),
        ("Ada Reed, ‘Mills’ *The Elm Herald* (London, 3 May 2020) 12.", "article-newspaper", "Mills", "The Elm Herald", "12"),
        ("European Mill Board, ‘Guidelines 05/2020 on mills’ (2020) 12.", "book", "Guidelines 05/2020 on mills", None, "12"),
        ("Commission, ‘Proposal for a Regulation on Mills’ COM (2020) 825 final.", "report", "Proposal for a Regulation on Mills", None, None),
        ("Elm Mill Regulations 2003, SI 2003/2426, reg 3.", "legislation", "Elm Mill Regulations", None, "3"),
    ],
)  # fmt: skip
def test_other_sources(note: str, kind: str, title: str, host: str | None, place: str | None) -> None:
    found = source(note)
    assert kinds(note) == ["full"]
    assert (found.type, found.title, found.container_title) == (kind, title, host)
    assert places(note) == [place]


def test_the_first_of_several_authors_cited_again() -> None:
    notes = "Ada Reed and others, ‘Dark Mills’ (2019) 3 Elm Law Review 1.", "Reed and others (n 1) 4."
    assert kinds(*notes) == ["supra"]
    assert places(*notes) == ["4"]


@pytest.mark.parametrize(
    "text",
    [
        "He wrote of the Directive of 1950 and its article 12.",
        "The Decision was taken in 12/34 of the cases.",
        "In the Case of the Mill the court of 1911 was silent.",
        "Ada Reed, *The Regulation of Mills* (Dover: Hale, 1990), 12.",
        "Marsh's 13 mills and r 5 others were sold.",
    ],
)
def test_what_is_no_law(text: str) -> None:
    assert all(item.type not in {"legal_case", "legislation"} for item in read(text).sources)


@pytest.mark.parametrize(
    "piece",
    [
        "Regulation (EU) 2019/1725 on mills ",
        "Case C-915/11 Elm ",
        "A Mill [2012] OJ ",
        "App no 12345/06 ",
        "art 5, ",
        "[34]–[35] ",
    ],
)
def test_worst_cases_are_linear(piece: str) -> None:
    def cost(size: int) -> float:
        start = time.process_time()
        read(piece * size)
        return time.process_time() - start

    cost(100)
    assert cost(16000) < 16 * max(cost(4000), 0.05)
