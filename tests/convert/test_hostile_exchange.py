"""Whatever is in a foreign file: a map, or an error of ours; in time linear in its size."""

import contextlib
import json
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.convert import READABLE, dump_map, load_map
from argmap.errors import ArgmapError, NotAMapError

MUCH = 100_000
"""Characters; all were tried with ten times as many."""
FOREIGN = [name for name in READABLE if name not in {"argdown", "json"}]
HOSTILE = {
    "json depth": '{"nodes":' + "[" * MUCH,
    "json depth closed": '{"nodes":' + "[" * 50_000 + "]" * 50_000 + "}",
    "json objects": '{"a":' * 20_000 + "1" + "}" * 20_000,
    "json number": '{"nodes": [' + "9" * MUCH + "]}",
    "json string": '{"nodes": "' + "\\u0041" * (MUCH // 6) + '"}',
    "yaml aliases": "statements:\n a0: &a0 [x,x]\n"
    + "".join(f" a{n}: &a{n} [*a{n - 1},*a{n - 1}]\n" for n in range(1, 99)),
    "yaml depth": "statements: " + "[" * 30_000,
    "yaml flow": "statements: " + "{a: " * 20_000,
    "yaml block": "statements:\n" + "".join(" " * n + "a:\n" for n in range(1, 1_000)),
    "yaml line": "statements:\n p: " + "x" * MUCH,
    "yaml quotes": "statements:\n p: '" + "''" * (MUCH // 2),
    "yaml sequence": "statements:\n" + "- " * (MUCH // 2),
    "yaml keys": "? " * (MUCH // 2),
    "yaml number": "statements:\n p: " + "9" * MUCH,
    "xml entities": '<?xml version="1.0"?><!DOCTYPE arggraph [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {"a" * n} "&{"a" * (n - 1)};&{"a" * (n - 1)};">' for n in range(2, 40))
    + f'<!ELEMENT x ANY>]><arggraph><edu id="e">&{"a" * 39};</edu></arggraph>',
    "xml depth": "<?xml version='1.0'?><arggraph>" + "<a>" * (MUCH // 3),
    "xml external": '<!DOCTYPE arggraph SYSTEM "file:///etc/passwd"><arggraph><edu id="e">x</edu></arggraph>',
    "xml attributes": "<arggraph " + " ".join(f'a{n}="x"' for n in range(MUCH // 9)) + "></arggraph>",
    "arggraph adds": "<arggraph><adu id='a'/><edge id='c0' src='a' trg='a' type='sup'/>"
    + "".join(f"<edge id='c{n}' src='a' trg='c{n - 1}' type='add'/>" for n in range(1, 1_500))
    + "</arggraph>",
    "kialo numbers": "1. a\n" + "1." * (MUCH // 2),
    "kialo brackets": "1. a\n1.1. Pro: " + "[" * MUCH,
    "kialo links": "1. a\n1.1. Pro: " + "[x](" * (MUCH // 4),
    "kialo parentheses": "1. a\n1.1. Pro: " + "[x](a(" * (MUCH // 6),
    "kialo escapes": "1. a\n1.1. Pro: " + "\\" * MUCH,
    "kialo blanks": "1. a\n1.1. Pro: x" + " " * MUCH + "y",
    "kialo sources": "1. a\n" + "Sources:\n" * (MUCH // 9),
    "kialo continuation": "1. a\n" + "b\n" * (MUCH // 2),
    "kialo sees": "1. a\n" + "".join(f"1.{n}. Pro: -> See 1.{n + 1}.\n" for n in range(1, 3_000)) + "1.3000. Pro: x\n",
    "brat fields": "T1\tClaim 0 1\ta\n" + "R1" + "\t" * MUCH,
    "brat spans": "T1\tClaim " + "0 1;" * (MUCH // 4) + "\ta",
    "brat number": "T1\tClaim " + "9" * MUCH + " 1\ta",
    "tgf line": "a" * MUCH + "\n#\n",
    "tgf blanks": "a" + " " * MUCH + "b\n#\n",
    "marks": "#\n" * (MUCH // 2),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_much_of_the_worst(name: str) -> None:
    def cost(text: str) -> float:
        started = time.process_time()
        for form in (None, *FOREIGN):
            with contextlib.suppress(NotAMapError):
                load_map(text.encode(), "x", format=form)
        return time.process_time() - started

    assert cost(HOSTILE[name]) < 40 * cost(HOSTILE[name][: len(HOSTILE[name]) // 10]) + 0.5


def _graph(count: int, form: str) -> str:
    """A chain of that many claims, every third step a conflict."""
    if form == "aif":
        nodes = [{"nodeID": f"{n}", "type": "I", "text": "x"} for n in range(count)]
        nodes += [{"nodeID": f"s{n}", "type": "RA" if n % 3 else "CA", "text": ""} for n in range(1, count)]
        ends = [(f"{n}", f"s{n}") for n in range(1, count)] + [(f"s{n}", f"{n - 1}") for n in range(1, count)]
        return json.dumps(
            {"nodes": nodes, "edges": [{"edgeID": f"{n}", "fromID": a, "toID": b} for n, (a, b) in enumerate(ends)]}
        )
    if form == "sadface":
        nodes = [{"id": f"{n}", "type": "atom", "text": "x"} for n in range(count)]
        nodes += [
            {"id": f"s{n}", "type": "scheme", "name": "support" if n % 3 else "conflict"} for n in range(1, count)
        ]
        ends = [(f"{n}", f"s{n}") for n in range(1, count)] + [(f"s{n}", f"{n - 1}") for n in range(1, count)]
        return json.dumps(
            {
                "nodes": nodes,
                "edges": [{"id": f"e{n}", "source_id": a, "target_id": b} for n, (a, b) in enumerate(ends)],
            }
        )
    if form == "kialo":
        return (
            "1. a\n"
            + "".join(f"1.{n}. {'Pro' if n % 3 else 'Con'}: x [1]\n" for n in range(1, count))
            + "Sources:\n[1] y\n"
        )
    if form == "carneades":
        issues = "".join(f"  i{n}: {{positions: [p{n}, p{n + 1}]}}\n" for n in range(0, count - 1, 4))
        chain = "".join(
            f"  a{n}: {{conclusion: p{n - 1}, premises: [p{n}], undercutter: p0}}\n" for n in range(1, count)
        )
        return "statements:\n" + "".join(f"  p{n}: x\n" for n in range(count)) + f"issues:\n{issues}arguments:\n{chain}"
    return _lines(count, form)


def _lines(count: int, form: str) -> str:
    """The same in formats of lines and tags."""
    if form == "tgf":
        return "".join(f"{n} x\n" for n in range(count)) + "#\n" + "".join(f"{n} {n - 1}\n" for n in range(1, count))
    if form == "arggraph":
        units = "".join(
            f"<edu id='e{n}'>x</edu><adu id='a{n}'/><edge id='s{n}' src='e{n}' trg='a{n}' type='seg'/>"
            for n in range(count)
        )
        edges = "".join(f"<edge id='c{n}' src='a{n}' trg='a{n - 1}' type='sup'/>" for n in range(1, count))
        return f"<arggraph>{units}{edges}</arggraph>"
    lines = "T0\tMajorClaim 0 1\tx\n" + "".join(f"T{n}\tClaim 0 1\tx\nA{n}\tStance T{n} For\n" for n in range(1, count))
    return lines + "".join(f"R{n}\tsupports Arg1:T{n} Arg2:T{n - 1}\n" for n in range(1, count))


@pytest.mark.parametrize("form", [name for name in FOREIGN if name != "xaif"])
def test_ten_times_the_claims_cost_ten_times_the_time(form: str) -> None:
    def cost(count: int) -> float:
        data = _graph(count, form).encode()
        started = time.process_time()
        found = load_map(data, "x", format=form)
        assert len(found.claims) == count
        if form not in {"arggraph", "brat"}:
            dump_map(found, form)
        return time.process_time() - started

    cost(50)
    assert cost(5_000) < 40 * cost(500) + 0.5


@pytest.mark.parametrize("name", ["aif", "sadface", "kialo", "carneades", "tgf", "graphml", "mermaid", "csv", "prov"])
def test_a_long_chain_is_written_without_recursion(name: str) -> None:
    found = load_map(_graph(3_000, "aif").encode(), "x", format="aif")
    text, _ = dump_map(found, name)
    assert len(text) < 4_000_000


PIECES = st.sampled_from(
    [*"{}[]\"',:#-.\n\t &*!|>?%@<>/=123", "  ", "\n\n", "1. ", "1.1. Pro: ", "1.1.1. Con: -> See 1.1.\n", "Sources:\n", "[1] u",
     "statements:\n", "  p: q\n", "arguments:\n", "  a: {conclusion: p, premises: [p]}\n", "issues: {i: {positions: [p]}}\n",
     "T1\tClaim 0 1\tx\n", "A1\tStance T1 For\n", "R1\tsupports Arg1:T1 Arg2:T1\n", "<arggraph>", "</arggraph>",
     '<adu id="a"/>', '<edge id="c" src="a" trg="a" type="sup"/>', '"nodes": [', '"edges": []', '{"nodeID": "1"}',
     '"AIF": {', '"type": "I"', "&a ", "*a", "!!int ", "a b\n", "#\n", "é", "\x00", "\ufeff"]
)  # fmt: skip


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25).map("".join))
def test_half_typed_files_never_crash(text: str) -> None:
    for form in (None, *FOREIGN):
        with contextlib.suppress(ArgmapError):
            load_map(text.encode(), "x", format=form)


def _added(count: int) -> str:
    edges = (f"<edge id='c{n}' src='a' trg='c{n - 1}' type='add'/>" for n in range(1, count))
    return f"<arggraph><adu id='a'/><edge id='c0' src='a' trg='a' type='sup'/>{''.join(edges)}</arggraph>"


def _referred(count: int) -> str:
    return "1. a\n" + "".join(f"1.{n}. Pro: -> See 1.{n + 1}.\n" for n in range(1, count)) + f"1.{count}. Pro: x\n"


@pytest.mark.parametrize(("form", "made"), [("arggraph", _added), ("kialo", _referred)])
def test_a_chain_of_references_costs_as_much_as_its_links(form: str, made: Callable[[int], str]) -> None:
    def cost(count: int) -> float:
        text = made(count).encode()
        started = time.process_time()
        load_map(text, "x", format=form)
        return time.process_time() - started

    cost(10)
    small, large = (min(cost(count) for _ in range(3)) for count in (600, 6_000))
    assert large < 30 * small + 0.1, (small, large)
