"""Quotations: opened, closed, nested, interrupted, run on, and told from apostrophes."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.extract.quotations import quoted_parts, scan


def outer(text: str) -> list[str]:
    found = scan(text, [(0, len(text), "prose")], [len(text)])
    return [text[quote.start : quote.end] for quote in found if quote.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bailiff wrote “no rent was paid” that year.", ["“no rent was paid”"]),
        ('The bailiff wrote "no rent was paid" that year.', ['"no rent was paid"']),
        ("He wrote ‘no rent was paid’ that year.", ["‘no rent was paid’"]),
        ("He wrote 'no rent was paid' that year.", ["'no rent was paid'"]),
        ("„Keine Pacht“ stood in the book.", ["„Keine Pacht“"]),
        ("« Point de rente », said the clerk.", ["« Point de rente »"]),
        ("“The rent,” said the bailiff, “was never paid.”", ["“The rent,”", "“was never paid.”"]),
        ("“He swore ‘on the book’ to it.”", ["“He swore ‘on the book’ to it.”"]),
        ("The tenants’ rents and the bailiff’s book don’t agree.", []),
        ("The tenants' rents and the bailiff's book don't agree.", []),
        ("’Tis said that in the ’30s nothing was paid.", []),
        ("'Tis said that in the '30s nothing was paid.", []),
        ("He called them ‘the tenants’ friends’ in jest.", ["‘the tenants’ friends’"]),
        ('A plank of 5" was laid, and one of 6".', []),
        ("A stray mark” closes nothing.", []),
        ("»Keine Pacht«, schrieb der Vogt, »und kein Korn.«", ["»Keine Pacht«", "»und kein Korn.«"]),
        ("«Point de rente», dit le clerc, «ni de grain.»", ["«Point de rente»", "«ni de grain.»"]),
        ("”Ei vuokraa”, kirjoitti vouti.", ["”Ei vuokraa”"]),
        ("„Brak czynszu”, pisał wójt.", ["„Brak czynszu”"]),
        ("‚Keine Pacht‘, schrieb er.", ["‚Keine Pacht‘"]),
        ("The tenants' 'rights' weren't the lords' 'wrongs'.", ["'rights'", "'wrongs'"]),
        ("It was the ‘Tenants’ League’, not the ‘Lords’ League’.", ["‘Tenants’ League’", "‘Lords’ League’"]),
        ("In the '90s the barons' claims were dropped, as were the dukes'.", []),
        ("Dune's 'Land War' speech and O'Hara's answer.", ["'Land War'"]),
        ('The reply—"never"—was brief.', ['"never"']),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert outer(text) == expected


def test_nested_quotations_have_a_depth() -> None:
    text = "“He swore ‘on the book’ to it.”"
    assert [quote.depth for quote in scan(text, [(0, len(text), "prose")], [len(text)])] == [0, 1]


@pytest.mark.parametrize("mark", ["‘", "'", "“", '"', "»"])
def test_marks_repeated_at_each_paragraph(mark: str) -> None:
    close = {"‘": "’", "“": "”", "»": "«"}.get(mark, mark)
    paragraphs = [f"{mark}One lease.", f"{mark}Two leases.", f"{mark}Three.{close} He left."]
    text = "\n".join(paragraphs)
    starts = list(itertools.accumulate((len(row) + 1 for row in paragraphs), initial=0))
    bounds = [(start, start + len(row), "prose") for start, row in zip(starts, paragraphs, strict=False)]
    found = scan(text, bounds, [end for _, end, _ in bounds])
    assert [text[row.start : row.end] for row in found] == [*paragraphs[:2], f"{mark}Three.{close}"]
    assert [row.resumed for row in found] == [False, True, True]


def test_a_quotation_that_never_closes_is_held_to_its_sentence() -> None:
    text = "He said “the rent is due. The barns were empty. The winter was long."
    first = text.index(".") + 1
    (found,) = scan(text, [(0, len(text), "prose")], [first, len(text)])
    assert not found.closed
    assert found.end == first


def test_a_mark_reopened_in_the_next_paragraph_goes_on_with_the_quotation() -> None:
    one, two, three = "He wrote: “The rent is due.", "“The barns are empty.” He was wrong.", "“Another voice.”"
    text = f"{one}\n{two}\n{three}"
    bounds = [(0, len(one), "prose"), (len(one) + 1, len(one) + 1 + len(two), "prose")]
    bounds.append((bounds[-1][1] + 1, len(text), "prose"))
    found = scan(text, bounds, [end for _, end, _ in bounds])
    assert [quote.resumed for quote in found] == [False, True, False]


def test_a_quotation_may_run_on_without_a_new_mark() -> None:
    one, two = "He wrote: “The rent is due.", "The barns are empty.” He was wrong."
    text = f"{one}\n{two}"
    found = scan(text, [(0, len(one), "prose"), (len(one) + 1, len(text), "prose")], [len(one), len(text)])
    assert text[found[1].start : found[1].end] == "The barns are empty.”"


def test_parts_of_sentences() -> None:
    sentences = ["He wrote: “The rent is due.", "The barns are empty.”", "(2) “Pay now.”", "The word “due” is his."]
    text, bounds, at = " ".join(sentences), [], 0
    for sentence in sentences:
        bounds.append((at, at + len(sentence)))
        at += len(sentence) + 1
    parts = quoted_parts(text, scan(text, [(0, len(text), "prose")], [end for _, end in bounds]), bounds)
    assert [part.whole for part in parts] == [False, True, True, False]
    assert [part.continued for part in parts] == [False, True, False, False]
    assert [part.words for part in parts] == [4, 4, 2, 1]


marks = st.text(alphabet="“”‘’\"'«»„ ab.\n", max_size=120)


@given(st.lists(marks, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_marks_give_ordered_stretches_inside_the_text(paragraphs: list[str]) -> None:
    text, bounds, at = "\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        bounds.append((at, at + len(paragraph), "prose"))
        at += len(paragraph) + 1
    found = scan(text, bounds, [end for _, end, _ in bounds])
    level = [quote for quote in found if quote.depth == 0]
    assert all(0 <= quote.start < quote.end <= len(text) for quote in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(level))
