"""Kinds, claims and the need for a citation."""

import pytest

from tests.extract.conftest import Judge


@pytest.mark.parametrize(
    ("text", "kind", "claim"),
    [
        ("This essay will survey the leases of the parish.", "signpost", False),
        ("We now turn to the mill and its tenants.", "signpost", False),
        ("The grounds were as follows:", "signpost", False),
        ("Why, then, did the tenants leave?", "question", False),
        ("Let us remember what the tenants lost.", "signpost", False),
        ("It is important that we begin with the tenants themselves.", "other", False),
        ("An earlier version of this paper was published in a local journal.", "other", False),
        ("The mill and its pond.", "other", False),
        ("This payment is called a heriot.", "other", False),
        ("Had the lord waited, the tenants would never have left.", "counterfactual", True),
        ("On 4 May 1641 the lord granted 30 acres to Margery Dune.", "factual", True),
        ("The lord was perhaps anxious because the rents might fall.", "interpretive", True),
    ],
)
def test_kinds(judge: Judge, text: str, kind: str, claim: bool) -> None:  # noqa: FBT001 - a table of cases
    filler = "The rents of the parish fell in 1640."
    (_, verdict, _) = judge(f"{filler} / {text} / {filler}")
    assert (verdict.kind, verdict.claim) == (kind, claim)
    assert verdict.reason


def test_quoted_questions_are_no_questions(judge: Judge) -> None:
    (verdict,) = judge("The steward asked the tenants on 4 May 1641 “who shall pay?”")
    assert verdict.kind != "question"


def test_would_have_without_a_participle_is_no_counterfactual(judge: Judge) -> None:
    (verdict,) = judge("After the fire the lord would have a pretext for the new lease.")
    assert verdict.kind != "counterfactual"


def test_the_answer_to_an_opposed_view_in_the_introduction_is_a_thesis(judge: Judge) -> None:
    rows = judge(
        "Some historians have argued that the parish decayed by itself."
        " / However, the emptying of the parish was a deliberate act of its lord.",
        *["The rents fell in 1640. / The mill burnt down in 1641."] * 12,
    )
    assert rows[1].kind == "thesis"
    assert not rows[1].needs_citation


def test_need(judge: Judge) -> None:
    rows = judge(
        "On 4 May 1641 the lord granted 30 acres to Margery Dune. / This may seem strange."
        " / Hartwell argues that the grant was a bribe. / Why did she take it?"
    )
    assert [row.needs_citation for row in rows] == [True, False, True, False]


def test_what_the_author_cites_for_needs_a_citation(judge: Judge) -> None:
    (verdict,) = judge("The grant was a strange one.{{1}}", notes={"1": "Dune, p. 4."})
    assert (verdict.needs_citation, verdict.support, verdict.notes) == (True, "direct", ("1",))
