"""Sentences that only lead the reader, and claims that look like them."""

import pytest

from argmap.extract.announcements import announcement
from tests.extract.conftest import Judge

LEADING = (
    "Part II turns to the critics of the rule.",
    "Section 3 sets out the evidence for this.",
    "The next chapter takes up the question of the tithes.",
    "I now come to the second of the three points.",
    "We shall return to this point in the conclusion.",
    "I leave the question open for the moment.",
    "I shall argue this at length below.",
    "The argument proceeds in three steps.",
    "This article is organised as follows.",
    "But let us return to the margrave.",
    "Let me begin with the ledgers.",
    "Before turning to the trial, a word must be said about the judges.",
    "So much for the abbot.",
    "So much for the finances; what of the politics?",
    "To this we must now turn.",
    "It is to this question that I now turn.",
    "Having described the mill, I turn to its owners.",
    "More will be said of this below.",
    "The details need not detain us here.",
    "I have discussed the lease elsewhere.",
    "By “tenure” I mean the right to hold land of another.",
    "By a conventicle is meant a body that one enters by choice.",
    "An easement is a right which one owner has over the land of another.",
    "The term “court” is used here in its widest sense.",
    "I use “gentry” to mean all armigerous families.",
    "A word on sources is in order.",
    "Table 2 gives the figures.",
    "See the map on the next page.",
    "Consider the case of Anna Kerr.",
    "Take the case of the mill at Lisk.",
    "Suppose that the lord had two mills.",
    "What a pity!",
    "How very different was the mill!",
    "The aim of this paper is to find out why the strike failed.",
    "The purpose of the present chapter is to explain the fall in rents.",
    "In this essay I will first look at the finances.",
    "My concern here is with the leases alone.",
    "The following pages are concerned with the leases.",
    "What follows is a sketch.",
    "I will begin by describing the mill.",
    "We may pass over the next ten years.",
    "I am indebted to Dr Hale for this reference.",
    "It remains to ask what the tenants thought.",
    "But to return to our subject.",
    "The question then arises whether the lease was valid.",
)
CLAIMS = (
    "Part of the mill was burnt.",
    "The court turns first to the text of the lease.",
    "The next year took the bailiff to Lisk.",
    "I found the ledger in the abbey in 1911.",
    "The rising began with the theft of a pig.",
    "It was to this question that the council returned in May.",
    "The mill turned day and night.",
    "Section 14 of the Act provides that no action shall lie.",
    "The tithe is a tenth.",
    "The court is a relic of the Normans.",
    "The book was used in its widest sense by the monks.",
    "The aim of the strike was to stop the mill.",
    "The purpose of the council was to raise money.",
    "His concern was with the leases alone.",
    "We know that the abbot lied.",
    "An earlier lease of the mill was in English.",
    "The following year was worse.",
    "A right of way was one of the few things the poor owned.",
    "Suppose he did lie: the lease was still his.",
    "The case of Anna Kerr was heard in May.",
    "The figures in the ledger are false.",
    "How many doctrines of the old divines, once thought dead, have come to life again in our own days!",
)


@pytest.mark.parametrize("text", LEADING)
def test_a_sentence_that_only_leads_the_reader_is_no_claim(judge: Judge, text: str) -> None:
    rows = judge(f"The rents of the parish fell in 1640. / {text} / The lord sold the mill in 1641.")
    assert not rows[1].claim


@pytest.mark.parametrize("text", CLAIMS)
def test_a_claim_that_looks_like_one_stays_a_claim(judge: Judge, text: str) -> None:
    rows = judge(f"The rents of the parish fell in 1640. / {text} / The lord sold the mill in 1641.")
    assert rows[1].claim


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Part II turns to the critics of the rule.", "signpost"),
        ("By a heriot I mean the best beast of a dead tenant.", "other"),
        ("I am deeply indebted to Dr Hale.", "other"),
        ("What a pity!", "other"),
    ],
)
def test_each_has_its_kind(text: str, kind: str) -> None:
    found = announcement(text)
    assert found is not None
    assert found[0] == kind


def test_a_long_sentence_asserts_something_too() -> None:
    assert announcement("The next chapter turns to the mill " + "and the lord and the steward " * 12) is None
