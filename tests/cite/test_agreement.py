"""What makes two mentions one work, and what keeps two works apart. All of them are invented."""

import pytest

from argmap.cite.agreement import archive_key, hosts_agree, pages_agree, same_number
from tests.cite.making import read

LETTER = "Hill to Reed, 3 May 1850"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Ford, Uncertain Weirs (Dover: Elm Press, 1993), 3.", "Sergey Ford, Uncertain Weirs, 9."),
        ("Evgenii Bazov, The Weirs (Dover: Reed, 1993), 3.", "Evgeny Bazov, The Weirs (Dover: Reed, 1993), 9."),
        ("Yurii Orlov, Reki i liudi (Moscow: Nauka, 1978), 3.", "Iu. Orlov, Reki i liudi (Moscow: Nauka, 1978), 9."),
        ("Ada Marsh, “Fords,” River Review 12, no. 3 (1999): 345–67.", "A. Marsh, ‘Fords’, River Review, 12/3 (1999), 350."),
        ("Ada Marsh, “Fords,” River Review 12 (1999): 345–67.", "A. Marsh, ‘Fords’, River Rev., xii (1999), 350."),
        (f"PRO, FO 371/84057, {LETTER}.", f"{LETTER}, TNA, FO 371/84057."),
        (f"The National Archives, Kew, FO 371/84057, {LETTER}.", f"TNA: FO 371/84057, {LETTER}."),
        ("RGASPI, f. 558, op. 11, d. 346, ll. 12–14.", "РГАСПИ, ф. 558, оп. 11, д. 346, л. 12–14."),
        ("AVPRF, f. 0102, op. 6, p. 21, d. 47, l. 29.", "AVP RF, f. 0102, op. 6, p. 21, d. 47, l. 29."),
        ("BArch, R 43/1234, Bl. 12.", "Bundesarchiv, R 43/1234, Bl. 12."),
        (f"Elm Library, Hill Papers, box 4, folder 3, {LETTER}.", f"{LETTER}, Hill Papers, box 4, folder 3, Elm Library."),
    ],
)  # fmt: skip
def test_one_work_in_two_spellings(one: str, other: str) -> None:
    found = read(one, other)
    assert len(found.sources) == 1, [item.id for item in found.sources]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Marsh, “Fords,” River Review 12 (1999): 1–9.", "Ada Marsh, “Fords Again,” River Review 12 (1999): 30–39."),
        ("Ada Marsh, “Fords, Part 1,” River Review 12 (1999): 1–9.", "Ada Marsh, “Fords, Part 2,” River Review 12 (1999): 30–39."),
        ("Elm Herald, 14 March 1921, p. 3.", "Elm Herald, 15 March 1921, p. 3."),
        ("“Bridge Falls,” Elm Herald, 14 March 1921, p. 3.", "“Bridge Falls,” Oak Chronicle, 14 March 1921, p. 3."),
        ("Ada Marsh, “Introduction,” in Fords, ed. Bo Reed (London: Cape, 1990), 1–9.", "Ada Marsh, “Introduction,” in Ferries, ed. Bo Reed (London: Cape, 1990), 1–9."),
        ("Ada Marsh, “Fords,” in Essays, ed. Bo Reed (London: Cape, 1990), 1–9.", "Ada Marsh, “Fords,” River Review 12 (1990): 30–39."),
        ("Rosa Tann, interview by author, Elm, 3 May 2001.", "Rosa Tann, interview by author, Elm, 9 May 2001."),
        ("Elm Library, Ada Papers, box 4, folder 3.", "Elm Library, Hill Papers, box 4, folder 3."),
        (f"TNA, FO 371/84057, {LETTER}.", "TNA, FO 371/84057, Reed to Hill, 3 May 1850."),
        ("RGASPI, f. 558, op. 11, d. 346, l. 12.", "GARF, f. 558, op. 11, d. 346, l. 12."),
    ],
)  # fmt: skip
def test_works_that_only_look_alike(one: str, other: str) -> None:
    found = read(one, other)
    assert len(found.sources) == 2, [item.id for item in found.sources]


@pytest.mark.parametrize(
    ("one", "other", "same"), [("12", "xii", True), ("12", "xiii", False), ("6/7", "6", False), ("a", "A", True)]
)
def test_numbers(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a case
    assert same_number(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Economic River Review", "Econ. River Rev.", True),
        ("Journal of River History", "JRH", True),
        ("River Review", "The River Review", True),
        ("Elm Herald", "Oak Chronicle", False),
    ],
)
def test_hosts(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a case
    assert hosts_agree({"container_title": one}, {"container_title": other}) is same


def test_pages_that_do_not_meet_are_those_of_two_parts() -> None:
    assert pages_agree({"page": "345–67"}, {"page": "350-355"})
    assert not pages_agree({"page": "345–67"}, {"page": "368-90"})
    assert pages_agree({"page": "345–67"}, {})


def test_an_archive_by_any_of_its_names() -> None:
    assert archive_key("АВП РФ") == archive_key("AVPRF") == archive_key("AVP RF")
    assert archive_key("PRO") == archive_key("The National Archives, Kew") != archive_key("NARA")
