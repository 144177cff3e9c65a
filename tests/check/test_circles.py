"""Circles in graphs, against a plain definition."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check.circles import circles

NODES = "abcdef"
GRAPHS = st.fixed_dictionaries({node: st.lists(st.sampled_from(NODES), max_size=3) for node in NODES})


def reachable(edges: dict[str, list[str]], node: str) -> set[str]:
    """All nodes at the end of one edge or more."""
    found: set[str] = set()
    waiting = list(edges[node])
    while waiting:
        other = waiting.pop()
        if other not in found:
            found.add(other)
            waiting.extend(edges[other])
    return found


@given(GRAPHS)
@settings(deadline=None, max_examples=300)
def test_a_circle_is_all_that_reach_one_another(edges: dict[str, list[str]]) -> None:
    reach = {node: reachable(edges, node) for node in NODES}
    expected = {
        frozenset(other for other in NODES if other in reach[node] and node in reach[other])
        for node in NODES
        if node in reach[node]
    }
    found = [frozenset(circle) for circle in circles(edges)]
    assert len(found) == len(set(found))
    assert set(found) == expected
