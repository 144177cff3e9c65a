"""Works that a list elsewhere has, in short form and without a page; letters of juniors and seniors; supplements."""

import pytest

from tests.cite.making import mentions, read, source


def test_short_forms_with_titles_in_italics_that_no_note_cites_in_full() -> None:
    note = "For examples, see Marsh, *An Account of Elms*; Reed, *Ghostly Mills*; and Hale, *I Saw a Weir*."
    assert [mention.kind for mention in mentions(note)] == ["discursive", "short", "short", "short"]
    found = read(note).sources
    assert [(one.author[0].family, one.title) for one in found if one.author] == [
        ("Marsh", "An Account of Elms"),
        ("Reed", "Ghostly Mills"),
        ("Hale", "I Saw a Weir"),
    ]


@pytest.mark.parametrize("note", ["Reed, Ghostly Mills.", "Reed, who saw *Ghostly Mills*, thought otherwise."])
def test_what_may_be_talk_stays_talk(note: str) -> None:
    assert [mention.kind for mention in mentions(note)] == ["discursive"]


@pytest.mark.parametrize(("sender", "suffix"), [("Tom C. Marsh, Sr.,", "Sr."), ("Tom C. Marsh, Jr.,", "Jr.")])
def test_letters_of_juniors_and_seniors(sender: str, suffix: str) -> None:
    found = source(f"{sender} to Ada Reed, October 29, 1865, Marsh-Reed Collection, Elm Library.")
    (author,) = found.author or ()
    assert (author.family, author.given, author.suffix) == ("Marsh", "Tom C.", suffix)
    assert found.type == "document"


def test_the_number_of_a_supplement() -> None:
    found = source("Ada Reed, “Mills,” *International Review of Elms* 65, no. S28 (April 2020): 169–95.")
    assert (found.volume, found.issue, found.page) == ("65", "S28", "169–95")
