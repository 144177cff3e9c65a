"""Two drafts of an essay compared."""

import pytest

from argmap.compare import Comparison
from argmap.convert import load_map
from argmap.errors import CannotCompareError
from argmap.model import Difference
from argmap.pipeline import analyse, seminar_of_map, seminar_of_text

ESSAY = """\
# The siege

The town of Ardenne was taken in July 1634 because its stores had failed. The garrison had bread for six weeks
only.[^1] In the ninth week the commander wrote that his men ate their horses.[^2]

The duke's camp suffered as well, but it was fed from the river. The walls of the town were never breached.

[^1]: Anna Vold, *The Siege of Ardenne* (London: Field Press, 1911), 23.

[^2]: Hugo Reuter, *Letters of a Commander* (Leiden: Brill, 1920), 7.
"""


def difference(second: str) -> Difference:
    first, later = (seminar_of_text(analyse(text.encode(), "essay.md")) for text in (ESSAY, second))
    return Comparison(first, later).difference


def test_the_same_essay_is_unchanged() -> None:
    found = difference(ESSAY)
    assert not found.claims
    assert not found.relations
    assert found.same == 5


def test_a_note_taken_away_and_a_note_put_in() -> None:
    without = difference(
        ESSAY.replace("only.[^1]", "only.").replace(
            "[^1]: Anna Vold, *The Siege of Ardenne* (London: Field Press, 1911), 23.\n\n", ""
        )
    )
    assert any("uncited" in change.changes or "sources" in change.changes for change in without.claims)
    assert without.sources_lost == ("vold1911",)
    more = difference(
        ESSAY.replace("never breached.", "never breached.[^3]") + "\n[^3]: Vold, *Siege of Ardenne*, 40.\n"
    )
    cited = [change for change in more.claims if "cited" in change.changes]
    assert {change.gained for change in cited} == {("vold1911",)}
    assert not more.sources_gained


def test_another_page_in_a_note_is_another_place() -> None:
    found = difference(ESSAY.replace("1911), 23.", "1911), 32."))
    assert {change.changes for change in found.claims} == {("places",)}
    (place,) = found.claims[0].places
    assert place.source == "vold1911"
    assert ([at.value for at in place.before], [at.value for at in place.after]) == (["23"], ["32"])


def test_a_sentence_reworded_one_added_one_cut() -> None:
    reworded = difference(ESSAY.replace("six weeks", "five weeks"))
    assert [change.changes for change in reworded.claims] == [("reworded",)]
    added = difference(ESSAY.replace("The walls of", "Nobody in the camp expected a long winter. The walls of"))
    assert ("added",) in [change.changes for change in added.claims]
    cut = difference(ESSAY.replace(" The walls of the town were never breached.", ""))
    assert [change.changes for change in cut.claims] == [("dropped",)]


def test_paragraphs_in_another_order_change_nothing() -> None:
    first, second = ESSAY.split("\n\n")[1:3]
    found = difference(ESSAY.replace(first, "@").replace(second, first).replace("@", second))
    assert not [change for change in found.claims if {"added", "dropped", "reworded"} & set(change.changes)]


def test_an_essay_is_no_draft_of_a_map() -> None:
    essay = seminar_of_text(analyse(ESSAY.encode(), "essay.md"))
    other = seminar_of_map(load_map(b"[A]: words", "map.argdown"), "map.argdown")
    with pytest.raises(CannotCompareError):
        _ = Comparison(essay, other).difference
