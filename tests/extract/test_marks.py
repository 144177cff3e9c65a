"""Hedges, boosters and the marks of how a sentence is built."""

import pytest
import spacy

from argmap.extract import extract
from argmap.extract.nlp import register
from argmap.model import Citations, Mark
from tests.extract.conftest import make


def marks(text: str) -> list[Mark]:
    return [mark for claim in extract(make(text), Citations()).claims for mark in claim.marks]


@pytest.mark.parametrize(
    ("text", "kind", "sign"),
    [
        ("The lord may have sold the mill to the tenants.", "hedge", -1),
        ("The lord probably sold the mill to the tenants.", "hedge", -1),
        ("The lord undoubtedly sold the mill to the tenants.", "booster", 1),
        ("It is not certain who sold the mill to the tenants.", "hedge", -1),
        ("The lord can hardly have sold the mill to the tenants.", "hedge", -1),
        ("To all appearances the lord sold the mill to the tenants.", "hedge", -1),
        ("It is far from clear who sold the mill to the tenants.", "hedge", -1),
        ("It would be an exaggeration to call the sale a theft.", "hedge", -1),
        ("The sale of the mill cannot be denied.", "booster", 1),
        ("Because the rents fell, the lord sold the mill.", "cause", 0),
        ("However, the lord sold the mill to the tenants.", "contrast", 0),
        ("Without the lease the tenants would have left the parish.", "counterfactual", 0),
        ("It follows that the lord sold the mill to the tenants.", "conclusion", 0),
    ],
)
def test_marks(text: str, kind: str, sign: int) -> None:
    found = [mark for mark in marks(text) if mark.kind == kind]
    assert found
    assert all((mark.strength > 0) - (mark.strength < 0) == sign for mark in found)
    for mark in found:
        assert mark.scope_start <= mark.start < mark.end <= mark.scope_end


def test_the_scope_is_the_clause() -> None:
    text = "The mill burnt in 1641, the lord perhaps sold it, and the tenants left."
    (mark,) = [mark for mark in marks(text) if mark.kind == "hedge"]
    assert text[mark.scope_start : mark.scope_end] == "the lord perhaps sold it"


@pytest.mark.parametrize("words", ["it seems", "no doubt", "at best"])
def test_an_insertion_bears_on_the_clause_that_it_divides(words: str) -> None:
    text = f"The mill burnt; the lord was, {words}, a poor man; the tenants left."
    (mark,) = [mark for mark in marks(text) if mark.kind in ("hedge", "booster")]
    assert text[mark.scope_start : mark.scope_end] == f"the lord was, {words}, a poor man"


def test_almost_certainly_is_one_mark() -> None:
    (mark,) = marks("The story is almost certainly false.")
    assert (mark.kind, mark.text) == ("hedge", "almost certainly")


def test_stronger_words_are_stronger() -> None:
    weak, strong = (marks(f"The lord {word} sold the mill to them.")[0].strength for word in ("probably", "possibly"))
    assert 0 > weak > strong


@pytest.mark.parametrize(
    "text", ["On 9 May 1641 the lord sold the mill.", "He wrote “it may be so” to the lord in 1641."]
)
def test_the_month_and_quoted_words_are_no_hedges(text: str) -> None:
    assert not [mark for mark in marks(text) if mark.kind == "hedge"]


def test_the_component_works_alone() -> None:
    register()
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("argmap_marks")
    (row,) = nlp("The lord perhaps sold it.").user_data["argmap_marks"]
    assert [(mark.kind, mark.text) for mark in row] == [("hedge", "perhaps")]
