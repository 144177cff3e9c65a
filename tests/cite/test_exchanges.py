"""Telegrams and letters named by sender, recipient and day, with and without call number, and the works that print them."""

import pytest

from tests.cite.making import back, kinds, mentions, read

PAPER = 'Katharine Marsh, "Should We Grind?" River History Project Working Paper 39 (Dover: Falk Center, 2002), 10.'
SHORT = 'Marsh, "Should We Grind?,"'
CALL = "GARF, fond 59a, opis 5a, delo 3, papka 11"


def test_four_days_are_four_telegrams_and_the_work_is_their_container() -> None:
    days = ("29 May", "13 June", "16 June", "21 June")
    notes = [f"Orlov to Petrov, {day} 1850, in {SHORT} {number}." for number, day in enumerate(days, 13)]
    found = read(PAPER, *notes)
    assert [item.id for item in found.sources[1:]] == [
        "orlov-petrov-1850-05-29", "orlov-petrov-1850-06-13", "orlov-petrov-1850-06-16", "orlov-petrov-1850-06-21",
    ]  # fmt: skip
    for entry in found.notes[1:]:
        assert [mention.kind for mention in entry.mentions] == ["archival", "container"]
        assert entry.mentions[1].source == "marsh2002"
    for item in found.sources[1:]:
        assert (item.custom or {})["printed-in"] == ("marsh2002",)


def test_the_same_exchange_on_the_same_day_is_the_one_with_the_call_number() -> None:
    found = read(
        f"Orlov to Petrov, 3 September 1849, {CALL}, listy 136–138.",
        f"Telegram from Tunin to Petrov, 4 September 1849, {CALL}, list 139.",
        "Orlov to Petrov, 3 September 1849; Tunin to Petrov, 4 September 1849.",
        "Orlov to Petrov, 4 September 1849.",
    )
    first, second, third, fourth = found.notes
    assert third.sources == (*first.sources, *second.sources)
    assert fourth.sources[0] not in third.sources


def test_two_of_one_day_and_the_same_persons_cannot_be_told_apart() -> None:
    assert len(read("Orlov to Petrov, 3 May 1850.", "Orlov to Petrov, 3 May 1850, in Marsh, Mills, 5.").sources) == 2


@pytest.mark.parametrize(
    "note",
    [
        "Orlov to Petrov, 3 May 1850.",
        "Orlov to the Elm Foreign Ministry, 3 May 1850.",
        "Foreign Ministry to Orlov, 3 May 1850.",
        "A. B. Orlov to Ada Marsh, May 3, 1850.",
        "See Orlov to Petrov, tel. 123, 3 May 1850.",
    ],
)
def test_what_an_exchange_looks_like(note: str) -> None:
    assert kinds(note) == ["archival"]


@pytest.mark.parametrize(
    "note", ["Introduction to Law, 3 May 1850.", "He went to Petrov, 3 May 1850.", "Thanks to Petrov, 3 May 1850."]
)
def test_what_is_none(note: str) -> None:
    assert "archival" not in kinds(note)


def test_two_documents_joined_by_and_both_in_one_work() -> None:
    note = f"Orlov to Petrov, 21 June 1850, and Petrov to Orlov, 21 June 1850, both in {SHORT} 15."
    assert kinds(PAPER, note) == ["archival", "archival", "container"]
    found = read(PAPER, note)
    assert [item.id for item in found.sources] == ["marsh2002", "orlov-petrov-1850-06-21", "petrov-orlov-1850-06-21"]


@pytest.mark.parametrize(
    "lead",
    [", in ", ", both in ", ", printed in ", ", cited in ", ", translated in ", ". Both are translated in ", ". Translations are in ",
     ". Both have been published in ", ". English translations of both are in "],
)  # fmt: skip
def test_words_before_the_work_belong_to_the_container(lead: str) -> None:
    for document in ("Orlov to Petrov, 3 May 1850", f"Orlov to Petrov, 3 May 1850, {CALL}, list 45"):
        found = mentions(PAPER, f"{document}{lead}{SHORT} 15.")
        assert [mention.kind for mention in found] == ["archival", "container"]
        assert found[1].text.startswith(lead.strip(" ,."))


def test_talk_before_the_lead_stays_talk() -> None:
    note = f"Orlov to Petrov, 3 May 1850. Little is known of it. It is printed in {SHORT} 15."
    assert kinds(PAPER, note) == ["archival", "discursive", "container"]
    assert kinds(PAPER, f"More will be found in {SHORT} 15.") == ["discursive", "short"]


def test_ibid_behind_a_printed_document_is_the_work() -> None:
    mention = back(PAPER, f"Orlov to Petrov, 3 May 1850, in {SHORT} 15.", "Petrov to Orlov, 4 May 1850, in ibid., 16.")
    assert mention.source == "marsh2002"


def test_a_taught_archive_is_its_name_and_nothing_of_the_reference_before_it() -> None:
    found = read(
        f"Orlov to Petrov, 3 September 1849, Archive of the Elm Chancery (hereafter AECH), {CALL.partition(', ')[2]}, list 1.",
        f"Orlov to Tunin, 11 September 1849, AECH, {CALL.partition(', ')[2]}, list 45.",
    )
    for item in found.sources:
        assert (item.archive, (item.custom or {})["archive-name"]) == ("AECH", "Archive of the Elm Chancery")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("30 March–25 April 1850", ((1850, 3, 30), (1850, 4, 25))),
        ("30 December 1849–2 January 1850", ((1849, 12, 30), (1850, 1, 2))),
        ("March 30-April 25, 1850", ((1850, 3, 30), (1850, 4, 25))),
    ],
)
def test_a_range_of_days(words: str, parts: tuple[tuple[int, ...], ...]) -> None:
    (item,) = read(f"Report on Orlov's visit to Elm, {words}.").sources
    assert item.title == "Report on Orlov's visit to Elm"
    assert item.issued is not None
    assert item.issued.date_parts == parts


def test_an_issue_of_two_seasons_is_a_range_of_years() -> None:
    (item,) = read('Shen Ai-hua, "A Quarrel," River Project Bulletin 14/15 (Winter 2003/Spring 2004): 9.').sources
    assert item.issued is not None
    assert item.issued.date_parts == ((2003,), (2004,))
    assert item.id == "shen2003"
