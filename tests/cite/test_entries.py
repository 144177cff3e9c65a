"""Entries of dictionaries and encyclopaedias. All of it is invented."""

import pytest

from tests.cite.making import mentions, source


@pytest.mark.parametrize(
    ("note", "title", "host"),
    [
        ("*Dictionary of Mills*, s.v. “Reed, Ada.”", "Reed, Ada", "Dictionary of Mills"),
        ("Dictionary of Mills, 3rd ed. (Elm: Hale, 1990), s.v. “Weir.”", "Weir", "Dictionary of Mills"),
        ("*Dictionary of Mills*, s.v. weir.", "weir", "Dictionary of Mills"),
        ("S.v. “Weir,” in *Dictionary of Mills*.", "Weir", "Dictionary of Mills"),
        ("*Enciclopedia dei mulini*, s.v. «Chiusa», vol. II, p. 33.", "Chiusa", "Enciclopedia dei mulini"),
        ("Art. „Wehr“, in: Lexikon der Mühlen, hrsg. v. Ernst Dahl, Bd. 3, Kiel 1955, Sp. 411 f.", "Wehr", "Lexikon der Mühlen"),
    ],
)  # fmt: skip
def test_an_entry_and_the_work_around_it(note: str, title: str, host: str) -> None:
    found = source(note)
    assert (found.type, found.title, found.container_title) == ("entry", title, host)


def test_who_wrote_an_entry_and_where_it_stands() -> None:
    note = "*Dictionary of Mills*, s.v. “Weir,” by Ann Hale, 2:45."
    found = source(note)
    assert [name.family for name in found.author or ()] == ["Hale"]
    (mention,) = mentions("*Dictionary of Mills*, s.v. “Weir,” p. 45.")
    assert mention.locator is not None
    assert mention.locator.value == "45"


def test_columns_are_places() -> None:
    (mention,) = mentions("Art. „Wehr“, in: Lexikon der Mühlen, hrsg. v. Ernst Dahl, Bd. 3, Kiel 1955, Sp. 411 f.")
    assert mention.locator is not None
    assert (mention.locator.label, mention.locator.value) == ("column", "411 f.")
