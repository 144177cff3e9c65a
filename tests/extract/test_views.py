"""Views of others and their answers."""

import time

import pytest

from argmap.extract import draft_map, extract
from argmap.extract.candidates import Material
from argmap.extract.views import views
from argmap.model import Citations
from tests.extract.conftest import make


def found(*paragraphs: str) -> list[tuple[str, str, str]]:
    document = make(*paragraphs)
    material = Material(document, Citations(), extract(document, Citations()))
    return [(view.view.verdict.id, view.answer.verdict.id, view.turn) for view in views(material)]


@pytest.mark.parametrize(
    ("text", "answer", "turn"),
    [
        ("It is often said that the village died of the plague. / But its fields were tilled in 1640.", "p1.s2", "But"),
        ("It may be objected that the mill was old. / Its stones, however, were sound enough.", "p1.s2", "however"),
        ("Some have held that the lord was poor. / He had debts. / Yet his house was the largest.", "p1.s3", "Yet"),
        (
            "The usual view is that the mill decayed by itself. / The leases speak against it.",
            "p1.s2",
            "The leases speak against",
        ),
        ("One might say that the tenants left freely. / That was not so.", "p1.s2", "That was not so"),
        (
            "It has long been held that the lord was poor. / This essay argues that he was rich.",
            "p1.s2",
            "This essay argues",
        ),
        (
            "Most historians believe that the lord was poor. / He had debts. / I shall argue that he was rich.",
            "p1.s3",
            "I shall argue",
        ),
    ],
)
def test_a_view_and_its_answer(text: str, answer: str, turn: str) -> None:
    assert found(text) == [("p1.s1", answer, turn)]


def test_a_view_that_is_granted_is_answered_behind_the_but() -> None:
    text = "The mill, it is said in reply, was old. / That is so; but an old mill can be sound."
    document = make(text)
    material = Material(document, Citations(), extract(document, Citations()))
    (view,) = views(material)
    assert view.replied == "but an old mill can be sound."


def test_a_view_at_the_end_of_its_paragraph_is_answered_where_the_next_opens() -> None:
    assert found("It is said that the mill was old.", "But its stones were sound.") == [("p1.s1", "p2.s1", "But")]


@pytest.mark.parametrize(
    "text",
    [
        "It was thought necessary to sell the mill. / But nobody wanted to buy it.",
        "It may easily be supposed that the mill was old. / But nobody wanted to mend it.",
        "The lord sold the mill of Thorne in 1640. / But nobody wanted to mend it.",
        "It is said that the mill was old. / The stones were cracked. / The wheel was lost.",
        "It is said that the mill was not a mill, but a barn of the abbot.",
        "The tenants, as it is said, left freely. / But nobody followed them.",
        "The mill is not worth our while; but it is supposed that a king was born there.",
        "He forgot the most important object of the war. / But nobody told him.",
    ],
)
def test_no_view_or_no_answer(text: str) -> None:
    assert found(text) == []


def test_an_announcement_turns_less_surely_than_a_word() -> None:
    document = make("It has long been held that the lord was poor. / This essay argues that he was rich.")
    material = Material(document, Citations(), extract(document, Citations()))
    (view,) = views(material)
    assert view.announced
    drawn, _ = draft_map(document, Citations(), extract(document, Citations()))
    (relation,) = drawn.relations
    assert relation.kind == "attack"
    assert "perhaps" in str(relation)


def test_an_answer_behind_many_marks_costs_linear_time() -> None:
    def cost(many: int) -> float:
        document = make(f"It is said that the mill was old. / {'-' * many} the stones of Thorne were sound.")
        material = Material(document, Citations(), extract(document, Citations()))
        began = time.process_time()
        assert list(views(material)) == []
        return time.process_time() - began

    cost(100)
    small, large = (min(cost(many) for _ in range(3)) for many in (2_000, 20_000))
    assert large < 30 * max(small, 0.01)
