"""The sentence splitter."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.read.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "The U.S. Army left the U.K. base.",
        "K. Weathersby and J. R. R. Moss disagree.",
        "See pp. 9-12 and vol. 2, no. 39, of the series.",
        "On Jan. 12 the mill closed.",
        "Working Paper No. 39 says so.",
        "Moss and Hale, eds. Mills of the North, is the source.",
        "Dr. Hale met St. Clair and Gen. Moss.",
        "It grew by 3.5 per cent, cf. Moss.",
        "He waited ... and went.",
        "He waited… and went.",
        "He met . . . Moss.",
        "“Who closed it?” he asked.",
        "“Who closed it?” Moss asked.",
        "The mill (it was old. It was cold.) closed.",
        "Moss wrote: “The mill is closed.”",
        "Moss et al. (1990) agree.",
        "The fine was 30s. a week, or 2½d. in town.",
        "1. The mill closed.",
        "It fell in the 1930’s, i.e. Before Hale.",
        "Why, oh why? she thought.",
        "Vgl. Moss, Bd. 3, Hrsg. v. Hale.",
        "Er kam am 3. Mai und im 19. Jahrhundert nach Ulm.",
        "Dr. med. Moss kam z. B. nach Ulm.",
        "St. John’s Coll. Camb. holds it, Exod. 2 says.",
        "He paid £4. 5s. 6d. for it.",
        "Art. 5 and §. 4 of the treaty say so.",
        "« Qui l’a fermé ? » demanda-t-il.",
    ],
)
def test_one_sentence(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ("The mill closed.", "Nobody knew why."),
        ("They left the U.S.", "The mill closed."),
        ("He said: “It is closed.”", "They went."),
        ("He said “It is closed”.", "They went."),
        ("He said: ‘It is closed.’", "They went."),
        ("(It was old.)", "It closed."),
        ("Who closed it?", "Nobody knew."),
        ("It closed in 1950.", "The town wept."),
        ("It closed in 1950.", "25 men wept."),
        ("They sold grain, wool, etc.", "The town wept."),
        ("They sold grain (and wool etc.).", "Moss wept."),
        ("He said no.", "She said yes."),
        ("All was lost. …", "The town wept."),
        ("All was lost ….", "Towns wept."),
        ("All was lost. . . .", "Towns wept."),
        ("All was lost . . .", "The town wept."),
        ("“It is closed.", "It is cold.”", "They went."),
        ("It was Plan B.", "The town wept."),
        ("What now?!", "Nothing."),
        ("Vgl. Moss, S. 12.", "Er irrt."),
        ("« Qui l’a fermé ? »", "Personne ne répondit."),
        ("Ibid.", "See also Moss."),
        ("水车停了。", "没人知道。"),
    ],
)
def test_several_sentences(parts: tuple[str, ...]) -> None:
    text = "".join(parts) if "。" in parts[0] else " ".join(parts)
    assert sentences(text) == list(parts)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="aB.?! …“”()[]'\"1,\n", max_size=80))
def test_stretches_are_ordered_disjoint_and_complete(text: str) -> None:
    stretches = split(text)
    assert all(start < end for start, end in stretches)
    assert all(first[1] <= second[0] for first, second in pairwise(stretches))
    covered = "".join(text[start:end] for start, end in stretches)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in stretches)
