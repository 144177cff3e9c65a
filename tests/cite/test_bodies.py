"""Corporate authors, hearings, and the numbers of papers behind their titles. All of it is invented."""

import pytest

from tests.cite.making import mentions, source


@pytest.mark.parametrize(
    ("note", "author", "title"),
    [
        ("Massachusetts Department of Tides, *Annual Report for 1911* (Boston: Wright, 1912), table 14.", "Massachusetts Department of Tides", "Annual Report for 1911"),
        ("Tidal Survey Office, Gauge Readings (London: Hale, 1950), 3.", "Tidal Survey Office", "Gauge Readings"),
        ("U.S. Congress, Senate, Committee on Fish, *Herring Quotas*, 81st Cong., 2nd sess., 1950, 12.", "U.S. Congress, Senate, Committee on Fish", "Herring Quotas"),
        ("Statistisches Reichsamt, Die Mühlen im Reich, Berlin 1931, S. 4.", "Statistisches Reichsamt", "Die Mühlen im Reich"),
    ],
)  # fmt: skip
def test_a_body_is_the_author_of_what_it_prints(note: str, author: str, title: str) -> None:
    found = source(note)
    assert ([name.literal or name.family for name in found.author or ()], found.title) == ([author], title)


@pytest.mark.parametrize(
    "note",
    [
        "*The Council of Elm, 1660–1690* (Elm: Hale, 1990), 3.",
        "The Office of Weirs, 1660–1690 (Elm: Hale, 1990), 3.",
        "House of Commons, March 15th, 1844.",
        "Ministry of Mills, London, 1950.",
        "Ann Reed, House of Weirs (Elm: Hale, 1990), 3.",
    ],
)
def test_no_body_writes_these(note: str) -> None:
    assert not [name.literal for name in source(note).author or () if name.literal]


@pytest.mark.parametrize(
    ("note", "title", "page"),
    [
        ("U.S. Congress, Senate, Committee on Fish, *Herring Quotas*, 81st Cong., 2nd sess., 1950, 12.", "Herring Quotas", "12"),
        ("*Herring Quotas: Hearings Before the Subcomm. on Fish*, 81st Cong. 14 (1950).", "Herring Quotas: Hearings Before the Subcomm. on Fish", "14"),
        ("House Committee on Weirs, Hearings on the Elm Dam, 79th Cong., 1st sess., May 3–12, 1945, pp. 7–9.", "Hearings on the Elm Dam", "7–9"),
    ],
)  # fmt: skip
def test_hearings_of_congress(note: str, title: str, page: str) -> None:
    (mention,) = mentions(note)
    found = source(note)
    assert (found.type, found.title) == ("hearing", title)
    assert found.issued is not None
    assert mention.locator is not None
    assert mention.locator.value == page


def test_reports_of_congress_by_their_number() -> None:
    found = source("H.R. Rep. No. 81-1234, 81st Cong., 2d sess. (1950), p. 3.")
    assert (found.type, found.number) == ("report", "H.R. Rep. No. 81-1234")


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("*Report of the Observers on the Straits*, S/1501, 5 June 1950, p. 3.", "Report of the Observers on the Straits"),
        ("Security Council, Letter on the Straits, S/1501 (5 June 1950).", "Letter on the Straits"),
    ],
)  # fmt: skip
def test_a_paper_of_the_united_nations_behind_its_title(note: str, title: str) -> None:
    found = source(note)
    assert (found.type, found.title, found.number) == ("report", title, "S/1501")
    assert found.issued is not None
    assert found.issued.date_parts == ((1950, 6, 5),)
