"""References as American lawyers make them, in italics and capitals. All of them are invented."""

import time

import pytest

from tests.cite.making import back, kinds, mentions, read, source


@pytest.mark.parametrize(
    ("behind", "host", "day"),
    [
        ("FORBES (Oct. 4, 2017), [https://perma.cc/X1Y2-Z3W4].", "FORBES", (2017, 10, 4)),
        ("MILL TARGET, [https://perma.cc/X1Y2-Z3W4] (last visited Mar. 4, 2020).", "MILL TARGET", None),
        ("MILL TARGET, https://elm.example/a (last visited Mar. 4, 2020).", "MILL TARGET", None),
        ("WALL ST. J. (Dec. 9, 2017), https://elm.example/a [https://perma.cc/X1Y2-Z3W4].", "WALL ST. J.", (2017, 12, 9)),
        ("N.Y. TIMES, Mar. 5, 2020, at A1.", "N.Y. TIMES", (2020, 3, 5)),
        ("Wash. Post (Mar. 5, 2020), https://elm.example/a.", "Wash. Post", (2020, 3, 5)),
        ("N.Y. Times (Mar. 5, 2020), https://elm.example/a.", "N.Y. Times", (2020, 3, 5)),
        ("Elm Quarterly (5 May 2017), https://elm.example/a.", "Elm Quarterly", (2017, 5, 5)),
        ("Elm Daily Herald, May 5, 2017.", "Elm Daily Herald", (2017, 5, 5)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lead", ["", "*See* ", "See, e.g., "])
def test_newspapers_and_sites(lead: str, behind: str, host: str, day: tuple[int, ...] | None) -> None:
    note = f"{lead}Ada Reed, *How Mills Reshape the North*, {behind}"
    found = source(note)
    assert kinds(note) == ["full"]
    assert ([name.family for name in found.author or ()], found.title, found.container_title) == (
        ["Reed"],
        "How Mills Reshape the North",
        host,
    )
    assert (found.issued.date_parts if found.issued else None) == ((day,) if day else None)


def test_a_page_of_a_newspaper() -> None:
    (mention,) = mentions("Ada Reed, *The Mills*, N.Y. TIMES, Mar. 5, 2020, at A1.")
    assert mention.locator is not None
    assert mention.locator.value == "A1"


@pytest.mark.parametrize(
    ("note", "author", "title", "page"),
    [
        ("ADA REED & TOM MARSH, THE REIGN OF MILLS 64-65 (2018).", ["REED", "MARSH"], "THE REIGN OF MILLS", "64-65"),
        ("*See generally* ADA REED, MILLS: A SHORT HISTORY (2008).", ["REED"], "MILLS: A SHORT HISTORY", None),
        ("EMILY REED ET AL., THE MILLS 5 (3d ed. 1990).", ["REED"], "THE MILLS", "5"),
        ("See JOHN ELM, WATER 34 (Tom Marsh ed., 2d ed. 1990).", ["ELM"], "WATER", "34"),
        ("Ada Reed, *The Mills* 64–65, 70 (Tom Marsh ed., 1990).", ["Reed"], "The Mills", "64–65, 70"),
    ],
)
def test_books(note: str, author: list[str], title: str, page: str | None) -> None:
    found = source(note)
    assert ([name.family for name in found.author or ()], found.title, found.type) == (author, title, "book")
    assert [mention.locator.value if mention.locator else None for mention in mentions(note)] == [page]


def test_a_chapter() -> None:
    note = "Ada Reed, *Mills in the North*, *in* THE ELM BOOK OF MILLS 12, 14 (Tom Marsh ed., 2008)."
    found = source(note)
    assert (found.type, found.title, found.container_title, found.page) == (
        "chapter",
        "Mills in the North",
        "THE ELM BOOK OF MILLS",
        "12",
    )
    assert [name.family for name in found.editor or ()] == ["Marsh"]


@pytest.mark.parametrize(
    ("behind", "volume", "journal"),
    [
        ("89 IND. L.J. 441, 446 (2014).", "89", "IND. L.J."),
        ("89 Ind. L.J. 441, 446 (2014).", "89", "Ind. L.J."),
        ("101 HARV. L. REV. 434, 446 & n.12 (2014).", "101", "HARV. L. REV"),
        ("19 VA. J. L. & TECH. 436, 446, 449–50 (2014).", "19", "VA. J. L. & TECH"),
    ],
)
@pytest.mark.parametrize("lead", ["", "See ", "*See* ", "*But see* "])
@pytest.mark.parametrize("kind", ["", "Note, ", "Comment, "])
def test_law_reviews(lead: str, kind: str, behind: str, volume: str, journal: str) -> None:
    notes = f"{lead}Ada Reed, {kind}*The Reign of Mills*, {behind}", "*Id.* at 447.", "Reed, *supra* note 1, at 450."
    found = read(*notes)
    (one,) = found.sources
    assert (one.type, one.title, one.volume, one.container_title) == (
        "article-journal",
        "The Reign of Mills",
        volume,
        journal,
    )
    assert [note.mentions[0].source for note in found.notes] == [one.id] * 3
    (mention,) = mentions(notes[0])
    assert mention.locator is not None
    assert mention.locator.value.startswith("446")


@pytest.mark.parametrize(
    ("note", "kind", "title", "place"),
    [
        ("Exec. Order No. 14999, 88 Fed. Reg. 75191, 75193 (Oct. 30, 2023).", "legislation", "Exec. Order No. 14999", "75193"),
        ("Press Release, Elm Board, Board Closes Mills (May 3, 2020), https://elm.example/a.", "webpage", "Board Closes Mills", None),
        ("Ada Reed, *The Mill*, ELM REV., May 2020, at 12, 14.", "article-newspaper", "The Mill", "12, 14"),
        ("Ada Reed, *Mills at Work* (Elm L. Sch., Working Paper No. 12, 2020), https://elm.example/a.", "report", "Mills at Work", None),
    ],
)  # fmt: skip
def test_orders_releases_magazines_and_papers(note: str, kind: str, title: str, place: str | None) -> None:
    found = source(note)
    assert kinds(note) == ["full"]
    assert (found.type, found.title) == (kind, title)
    assert [mention.locator.value if mention.locator else None for mention in mentions(note)] == [place]


def test_a_book_in_capitals_is_cited_again() -> None:
    notes = "IDA B. REED, THE MILLS 4 (1990).", "REED, *supra* note 1, at 12."
    assert back(*notes).source == source(*notes).id


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("Ada Reed, *NATO and the Mills* (Dover: Hale, 1990), 4.", "NATO and the Mills"),
        ("Ada Reed, *Mills, Weirs, and the USA* (Dover: Hale, 1990), 4.", "Mills, Weirs, and the USA"),
        ("Ada Reed, Mills, Weirs, and the Daily News (Dover: Hale, 1990), 4.", "Mills, Weirs, and the Daily News"),
        ("Ada Reed, *The Mills*, 2nd ed. (London, 1990), 4.", "The Mills"),
        ("REED, ADA. THE MILLS. Dover: Hale, 1990.", "THE MILLS"),
    ],
)
def test_what_is_no_site(note: str, title: str) -> None:
    found = source(note)
    assert (found.title, found.container_title) == (title, None)


def test_capitals_of_archives_are_no_persons() -> None:
    assert not [name for item in read("AVPRF, ELM FILES (1950).").sources for name in item.author or ()]


@pytest.mark.parametrize("piece", ["A, ", "AB. ", "ADA REED, MILLS ", "Ada Reed, N.Y. (", "M & ", "12, 13, "])
def test_worst_cases_are_linear(piece: str) -> None:
    def cost(size: int) -> float:
        start = time.process_time()
        read(piece * size)
        return time.process_time() - start

    cost(100)
    assert cost(16000) < 16 * max(cost(4000), 0.05)
