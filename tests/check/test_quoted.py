"""Finding quotations."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check.in_text import citing_in_text
from argmap.check.quoted import is_title, quotations, stretches
from argmap.check.references import refers
from tests.check.making import document, under_check


def words(prose: str) -> list[str]:
    return [prose[start:end] for start, end in stretches(prose)]


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("He said “go home” and left.", ["go home"]),
        ('He said "go home" and left.', ["go home"]),
        ("He said ‘go home’ and left.", ["go home"]),
        ("He said 'go home' and left.", ["go home"]),
        ("Er sagte „geh nach Hause“ und ging.", ["geh nach Hause"]),
        ("Il dit «rentrez» et partit.", ["rentrez"]),
        ("Il dit « rentrez » et partit.", [" rentrez "]),
        ("Er sagte »geh nach Hause« und ging, »sofort«.", ["geh nach Hause", "sofort"]),
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ("The workers’ lot and the soldiers’ pay.", []),
        ("‘The workers’ lot is hard,’ he said.", ["The workers’ lot is hard,"]),
        ("It wasn't his dog's fault.", []),
        ("In the '30s and the '40s.", []),
        ('A board 5" wide and 6" long.', []),
        ("“It never closes.", []),
        ("“One is lost and “this is whole” again.", ["this is whole"]),
        ("", []),
    ],
)
def test_stretches(prose: str, found: list[str]) -> None:
    assert words(prose) == found


@given(st.text(alphabet="“”‘’\"'„« »abs .", max_size=80))
@settings(deadline=None, max_examples=300)
def test_stretches_lie_inside_and_apart(prose: str) -> None:
    end = 0
    for start, stop in stretches(prose):
        assert end < start < stop < len(prose)
        end = stop


@pytest.mark.parametrize(
    "worst",
    ["“a ", "‘a ", '"a', "'a ", "“a” ", "‘a's ", "(A", "(Abc 19", "(Abc ", "p.", "(p. ", ", A b ", ", Ab ", "„"],
)
def test_hostile_text_costs_little(worst: str) -> None:
    prose = worst * (100_000 // len(worst))
    began = time.perf_counter()
    list(stretches(prose))
    citing_in_text(document([[(prose, ())]]))
    refers(prose)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("So it was (Berg 1999).", True),
        ("So it was (Berg 1999, 12).", True),
        ("So it was (see Berg and Dahl 1999: 12-14).", True),
        ("So it was (Berg, 1999a).", True),
        ("So it was (Art. 12).", True),
        ("So it was (vol. ii, p. 40).", True),
        ("So it was (in March 1911).", False),
        ("So it was (March 1911).", False),
        ("So it was (1911).", False),
        ("So it was (for 412 men).", False),
    ],
)
def test_cites_in_text(text: str, *, cites: bool) -> None:
    assert bool(citing_in_text(document([[(text, ())]]))) is cites


def test_a_year_behind_a_name_cites_where_others_do_so_in_parentheses() -> None:
    alone = document([[("The battle of Elm (1815) was short.", ()), ("It rained (Berg 1999).", ())]])
    sure = [("It rained (Berg 1999).", ()), ("The fleet sailed (Holm 2001, 4).", ())]
    habit = document([[*sure, ("As Dahl (1987: 12) says, it froze.", ())]])
    assert citing_in_text(alone) == {"p1.s2"}
    assert citing_in_text(habit) == {"p1.s1", "p1.s2", "p1.s3"}


@pytest.mark.parametrize(
    ("note", "reference"),
    [
        ("Art. 119.", True),
        ("Dion, l. liv. p. 736.", True),
        ("See the second book of the Histories, ch. 4.", True),
        ("Berg (Oslo, 1999).", True),
        ("Ibid.", True),
        ("§ 12.", True),
        ("Bucer, De Regno Christi.", True),
        ("Horne Report and Evidence.", True),
        ("See the works listed in note 66.", True),
        ("I owe the phrase to J. T. Adams, The Founding of New England.", True),
        ("See above.", False),
        ("Stalin had said so to Mao more than once in those years.", False),
        ("This was before the speech of 12 January 1911.", False),
        ("No 5 men could have lifted it. He came in May 1950, with the ships.", False),
        ("", False),
    ],
)
def test_refers(note: str, *, reference: bool) -> None:
    assert refers(note) is reference


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Ballad of the Frozen Fleet", True),
        ("We shall all be home", False),
        ("Stalin wanted the North", False),
        ("Moscow", False),
    ],
)
def test_title(text: str, *, title: bool) -> None:
    assert is_title(text) is title


def test_quotation_knows_its_sentences_and_place() -> None:
    made = document([[("He said “we go.", ()), ("We all go home now” to us.", ("1",)), ("They went.", ())]])
    (quotation,) = quotations(under_check(made))
    assert [sentence.id for sentence in quotation.sentences] == ["p1.s1", "p1.s2"]
    assert made.text[quotation.start :].startswith("we go.")


def test_blocks_in_a_row_are_one_quotation() -> None:
    made = document(
        [[("He wrote:", ())], [("We are all going home.", ())], [("All of us.", ())], [("So it was.", ())]],
        kinds=("prose", "quote", "quote", "prose"),
    )
    (quotation,) = quotations(under_check(made))
    assert [sentence.id for sentence in quotation.sentences] == ["p2.s1", "p3.s1"]
