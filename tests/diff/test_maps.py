"""Two maps compared: every change is told, and nothing else."""

from hypothesis import HealthCheck, given, settings

from argmap import show
from argmap.convert import load_map
from argmap.diff import diff_maps
from argmap.evaluate import evaluate
from argmap.model import ArgumentMap, Difference
from tests.convert.maps import maps

FIRST = """\
[Thesis]: The town fell because it starved.
  + [Cable]: A cable of May speaks of hunger. {cite: "@cable"}
  - [Rival]: The town was betrayed from within. {cite: "@memoir"}

[Weather]: It rained in the month of the siege.
"""


def difference(first: str, second: str) -> Difference:
    maps = load_map(first.encode(), "a.argdown"), load_map(second.encode(), "b.argdown")
    return diff_maps(*maps, (evaluate(maps[0]), evaluate(maps[1])))


def test_a_map_does_not_differ_from_itself() -> None:
    found = difference(FIRST, FIRST)
    assert not found.claims
    assert not found.relations
    assert found.same == 4


def test_claims_added_and_dropped() -> None:
    found = difference(
        FIRST, FIRST.replace("[Weather]: It rained in the month of the siege.", "[Walls]: The walls held.")
    )
    assert [(change.before, change.after, change.changes) for change in found.claims] == [
        (None, "Walls", ("added",)),
        ("Weather", None, ("dropped",)),
    ]


def test_reworded_under_the_same_title_and_renamed_with_the_same_words() -> None:
    reworded = difference(FIRST, FIRST.replace("It rained in", "It snowed through"))
    assert [(change.after, change.changes) for change in reworded.claims] == [("Weather", ("reworded",))]
    renamed = difference(FIRST, FIRST.replace("[Weather]", "[Rain]"))
    assert [(change.before, change.after, change.changes) for change in renamed.claims] == [
        ("Weather", "Rain", ("renamed",))
    ]


def test_renamed_and_reworded_at_once_is_known_by_most_of_its_words() -> None:
    found = difference(FIRST, FIRST.replace("[Weather]: It rained in the month", "[Rain]: It rained in the week"))
    assert [(change.before, change.after, change.changes) for change in found.claims] == [
        ("Weather", "Rain", ("reworded", "renamed"))
    ]


def test_newly_cited_uncited_and_what_stands_then() -> None:
    found = difference(FIRST, FIRST.replace(' {cite: "@memoir"}', ""))
    by_claim = {change.after: change for change in found.claims}
    assert by_claim["Rival"].changes == ("uncited", "label")
    assert by_claim["Rival"].lost == ("memoir",)
    assert by_claim["Thesis"].labels == ("refuted", "stands")
    back = difference(FIRST.replace(' {cite: "@memoir"}', ""), FIRST)
    assert {change.after: change.changes for change in back.claims}["Rival"] == ("cited", "label")


def test_another_source_for_the_same_claim() -> None:
    found = difference(FIRST, FIRST.replace("@cable", "@letter"))
    (change,) = found.claims
    assert (change.changes, change.gained, change.lost) == (("sources",), ("letter",), ("cable",))


def test_another_page_of_the_same_source_is_told_with_the_old_one() -> None:
    first = FIRST.replace("@cable", "@cable [9-12]")
    (change,) = difference(first, FIRST.replace("@cable", "@cable [9-12]; @cable [fol. 3]")).claims
    assert change.changes == ("places",)
    (place,) = change.places
    assert place.source == "cable"
    assert [(at.label, at.value) for at in place.before] == [("page", "9-12")]
    assert [(at.label, at.value) for at in place.after] == [("page", "9-12"), ("folio", "3")]
    told = show.difference(difference(FIRST, first))
    assert "cited at another place Cable\n    cable: no place -> page 9-12\n" in told
    assert "; 1 cited at another place" in told


def test_the_same_page_written_with_another_dash_is_no_change() -> None:
    assert not difference(FIRST.replace("@cable", "@cable [9-12]"), FIRST.replace("@cable", "@cable [9–12]")).claims


def test_relations_follow_their_claims_through_a_new_name() -> None:
    assert not difference(FIRST, FIRST.replace("[Cable]", "[Telegram]")).relations
    (change,) = difference(FIRST, FIRST.replace("  + [Cable]", "  - [Cable]")).relations
    assert (change.change, change.kind_before, change.kind_after) == ("kind", "support", "attack")
    assert (change.premises, change.target) == (("Cable",), "Thesis")


UNDERCUT = """\
[Thesis]: The town fell because it starved.
  + [Cable]: A cable of May speaks of hunger.
    _ [Forgery]: The cable was forged.
  + [Diary]: A diary of June speaks of hunger.
"""


def test_an_undercut_that_is_moved_to_another_step_is_told_with_its_step() -> None:
    moved = (
        UNDERCUT.replace("    _ [Forgery]: The cable was forged.\n", "") + "    _ [Forgery]: The cable was forged.\n"
    )
    gained, lost = difference(UNDERCUT, moved).relations
    assert (gained.change, gained.premises, gained.onto, gained.target) == ("added", ("Forgery",), ("Diary",), "Thesis")
    assert (lost.change, lost.onto) == ("dropped", ("Cable",))
    assert "added     undercut: Forgery => (Diary => Thesis)" in show.difference(difference(UNDERCUT, moved))


def test_an_undercut_stays_what_it_is_where_its_step_changes_kind_or_moves_in_the_file() -> None:
    (change,) = difference(UNDERCUT, UNDERCUT.replace("+ [Cable]", "- [Cable]")).relations
    assert (change.change, change.kind_after, change.onto) == ("kind", "attack", ())
    assert not difference(
        UNDERCUT, "[Diary]\n  +> [Thesis]\n\n" + UNDERCUT.replace("  + [Diary]", "\n[Diary]")
    ).relations


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), maps())
def test_changes_and_unchanged_claims_make_up_both_maps(first: ArgumentMap, second: ArgumentMap) -> None:
    found = diff_maps(first, second)
    gone = [change.before for change in found.claims if change.changes == ("dropped",)]
    come = [change.after for change in found.claims if change.changes == ("added",)]
    assert len(found.pairs) + len(gone) == len(first.claims)
    assert len(found.pairs) + len(come) == len(second.claims)
    assert found.same + sum(change.before is not None and change.after is not None for change in found.claims) == len(
        found.pairs
    )
    assert not diff_maps(first, first).claims
    assert not diff_maps(first, first).relations
