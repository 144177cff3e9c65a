"""Anchors in edited copies of a text: found again, or reported lost, and never tied to another sentence."""

from pathlib import Path

import pytest

from argmap.model import Anchor, AnchoredClaim, anchored, digest, locate, renewed
from argmap.model.anchor import sketch
from argmap.read import read
from tests.bench.bench_anchors import Count, measure
from tests.bench.edits import EDITS, draft_of

ROOT = Path(__file__).parents[2]
TEXT = (
    "The siege began in May with four thousand men. Nobody expected it to last. The garrison had bread for six weeks."
    "\n\nThe second month was worse than the first. Nobody expected it to last. In July the gates were opened."
)


def anchor(sentence: str) -> Anchor:
    return anchored("claim", "essay", sentence, read(TEXT.encode(), "siege.txt"))


def place(made: Anchor, text: str) -> AnchoredClaim:
    return locate((made,), read(text.encode(), "siege.txt"))[0]


@pytest.mark.parametrize("edit", EDITS)
def test_edits_lose_little_and_mistake_nothing(edit: str) -> None:
    ours, offsets = Count(), Count()
    paths = sorted((ROOT / "claims").glob("*/brief.md"))
    drafts = [draft_of(read(path.read_bytes(), "brief.md")) for path in paths]
    for draft, other in zip(drafts, [*drafts[1:], drafts[0]], strict=True):
        for seed in (100, 101):
            measure(draft, [edit], seed, (ours, offsets), other)
    assert ours.kept > 100
    assert ours.found >= 0.97 * ours.kept
    assert ours.wrong <= 0.005 * ours.all


def test_changed_words_are_told_from_the_same_words() -> None:
    found = place(anchor("p1.s3"), TEXT.replace("six weeks", "eight weeks"))
    assert found == AnchoredClaim(claim="claim", sentence="p1.s3", reworded=True)
    assert place(anchor("p1.s3"), TEXT) == AnchoredClaim(claim="claim", sentence="p1.s3")


def test_of_two_equal_sentences_the_neighbours_decide() -> None:
    first, second = TEXT.split("\n\n")
    assert place(anchor("p1.s2"), f"{second}\n\n{first}").sentence == "p2.s2"
    assert place(anchor("p2.s2"), f"{second}\n\n{first}").sentence == "p1.s2"


def test_a_sentence_that_was_cut_is_lost() -> None:
    assert place(anchor("p1.s3"), TEXT.replace(" The garrison had bread for six weeks.", "")).sentence is None


def test_a_sentence_joined_to_another_is_found() -> None:
    joined = TEXT.replace("men. Nobody", "men, and nobody")
    assert place(anchor("p1.s1"), joined).sentence == "p1.s1"


def test_a_sentence_split_in_two_is_found_in_the_longer_half() -> None:
    split = TEXT.replace(
        "The garrison had bread for six weeks.", "The garrison was small. It had bread, they said, for six weeks more."
    )
    whole = "The garrison was small, it had bread, they said, for six weeks more."
    made = anchored(
        "claim",
        "essay",
        "p1.s3",
        read(TEXT.replace("The garrison had bread for six weeks.", whole).encode(), "siege.txt"),
    )
    assert place(made, split) == AnchoredClaim(claim="claim", sentence="p1.s4", moved=True, reworded=True)


def test_two_that_are_equally_near_are_not_chosen_between() -> None:
    lone = anchor("p1.s3").model_copy(update={"before": "", "after": ""})
    twice = "The garrison had bread for nine weeks. It rained. The garrison had bread for ten weeks."
    assert place(lone, twice).sentence is None


def test_an_anchor_made_before_sketches_is_found_by_its_digest_alone() -> None:
    old = Anchor(claim="claim", text="essay", sentence="p9.s9", digest=digest("In July the gates were opened."))
    assert place(old, TEXT) == AnchoredClaim(claim="claim", sentence="p2.s3", moved=True)
    assert place(old, TEXT.replace("July", "June")).sentence is None


def test_renewing_takes_the_new_words_and_neighbours() -> None:
    changed = read(TEXT.replace("six weeks", "eight weeks").encode(), "siege.txt")
    (new,) = renewed((anchor("p1.s3"),), changed)
    assert new == anchored("claim", "essay", "p1.s3", changed)
    assert new != anchor("p1.s3")
    (lost,) = renewed((anchor("p1.s3"),), read(b"Nothing of it is left.", "siege.txt"))
    assert lost is None


def test_a_sketch_does_not_tell_the_words() -> None:
    """One byte a word: 256 values for all words that there are."""
    words = [f"word{number}" for number in range(3000)]
    assert len({sketch(word) for word in words}) == 256
    assert len(sketch("The garrison had no bread.")) == 2 * 5
