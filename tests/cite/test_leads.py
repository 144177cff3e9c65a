"""Words that lead in to a reference are neither its author nor its title. All of them are invented."""

import pytest

from tests.cite.making import kinds, mentions, read, source

BOOK = "*The Weir* (Dover: Hale, 1990), 4."


@pytest.mark.parametrize(
    "signal",
    [
        "*See*",
        "*See generally*",
        "*See also*",
        "*See, e.g.,*",
        "*But see*",
        "*Cf.*",
        "*Accord*",
        "See, for instance,",
        "See for instance,",
        "See, among others,",
        "See most notably",
        "See, in particular,",
        "See too",
    ],
)
def test_signals(signal: str) -> None:
    found = source(f"{signal} Ada Reed, {BOOK}")
    assert ([name.family for name in found.author or ()], found.title) == (["Reed"], "The Weir")
    assert kinds(f"{signal} Ada Reed, {BOOK}") == ["full"]


def test_a_title_that_begins_like_a_signal() -> None:
    assert source("Ada Reed, *See the Weir* (Dover: Hale, 1990), 4.").title == "See the Weir"
    assert source("Ada Reed, *Compare and Contrast* (Dover: Hale, 1990), 4.").title == "Compare and Contrast"


@pytest.mark.parametrize(
    "lead",
    [
        "Although",
        "While",
        "For the older literature see, for instance,",
        "One sketch was eventually published as",
        "Some central works on mills are",
        "On the older mills:",
        "The best account of the flood is still that of",
        "The figures are taken from",
        "Sul tema si veda",
    ],
)
def test_talk_before_a_name(lead: str) -> None:
    note = f"{lead} Ada Reed, {BOOK}"
    found = source(note)
    assert ([name.family for name in found.author or ()], found.title) == (["Reed"], "The Weir")
    assert [(mention.kind, mention.text) for mention in mentions(note)] == [
        ("discursive", lead),
        ("full", f"Ada Reed, {BOOK.replace('*', '')}"),
    ]


@pytest.mark.parametrize(("topic", "signal"), [("Sui mulini del Sile", "cfr."), ("Sobre los molinos", "véase")])
def test_a_signal_behind_a_topic_opens_the_reference(topic: str, signal: str) -> None:
    note = f"{topic}, {signal} Ada Reed, {BOOK}"
    assert source(note).title == "The Weir"
    assert [(mention.kind, mention.text) for mention in mentions(note)] == [
        ("discursive", topic),
        ("full", f"{signal} Ada Reed, {BOOK.replace('*', '')}"),
    ]


def test_a_title_in_quotation_marks_behind_talk() -> None:
    note = "One sketch was later published as Ada Reed and Tom Marsh, “The Weir,” *Elm Review* 12 (1990): 4–9."
    found = source(note)
    assert ([name.family for name in found.author or ()], found.title) == (["Reed", "Marsh"], "The Weir")


def test_editors_behind_a_conjunction() -> None:
    note = "Although A. B. Reed (ed.), *The Weir*, 3 vols. (Dover: Hale, 1990) says that Marsh drowned, the roll names Elm."
    found = source(note)
    assert ([name.family for name in found.editor or ()], found.title) == (["Reed"], "The Weir")
    assert kinds(note) == ["discursive", "full", "discursive"]


def test_a_topic_where_nothing_is_in_italics() -> None:
    note = "Sui mulini in Italia nell’Ottocento: C. Rossi, I mulini del Sile, Roma, Elmo, 1991; B. Bianchi, Le dighe, Roma, Elmo, 2001."
    found = read(note)
    assert [[name.family for name in one.author or ()] for one in found.sources] == [["Rossi"], ["Bianchi"]]
    assert [one.title for one in found.sources] == ["I mulini del Sile", "Le dighe"]


@pytest.mark.parametrize(
    ("note", "author", "title", "host"),
    [
        ("Tom Marsh, introduction to *The Weir*, by Ada Reed (Dover: Hale, 1990), 4.", ["Marsh"], "Introduction", "The Weir"),
        ("Tom Marsh, “Ink,” in Ada Reed, *The Weir* (Dover: Hale, 1990), 4.", ["Marsh"], "Ink", "The Weir"),
        ("Tom Marsh, Ada Reed, and Ida Elm, *The Weir* (Dover: Hale, 1990), 4.", ["Marsh", "Reed", "Elm"], "The Weir", None),
        ("Carl von Stein, *The Weir* (Dover: Hale, 1990), 4.", ["Stein"], "The Weir", None),
        ("Tom Marsh and Ada Reed, *The Weir* (Dover: Hale, 1990), 4.", ["Marsh", "Reed"], "The Weir", None),
        ("*On Mills: Ada Reed, Miller* (Dover: Hale, 1990), 4.", [], "On Mills: Ada Reed, Miller", None),
    ],
)  # fmt: skip
def test_what_leads_in_to_nothing(note: str, author: list[str], title: str, host: str | None) -> None:
    found = source(note)
    assert ([name.family for name in found.author or ()], found.title, found.container_title) == (author, title, host)
    assert kinds(note) == ["full"]
