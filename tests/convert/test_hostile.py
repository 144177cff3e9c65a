"""Whatever is in a file: a map, or an error that names the line; in time linear in its size."""

import contextlib
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.convert import dump_map, load_map
from argmap.errors import NotAMapError
from tests.convert.maps import without_lines

MUCH = 100_000
"""Characters; all were tried with ten times as many."""
HOSTILE = {
    "brackets": "[" * MUCH,
    "brackets in text": "a " + "[" * MUCH,
    "brackets closed far away": "a " + "[" * MUCH + "]",
    "brackets closed on another line": "a " + "[" * MUCH + "\n](x)",
    "mentions": "a " + "@[" * (MUCH // 2),
    "mentions closed": "a " + "@<" * (MUCH // 2) + ">",
    "links": "a " + "[](" * (MUCH // 3),
    "links open": "a " + "[x](" * (MUCH // 4),
    "braces": "a {" + "{" * MUCH,
    "braces closed": "a " + "{" * 40_000 + "}" * 40_000,
    "braces nested in yaml": "a " + "{a: " * 3_000 + "}" * 3_000,
    "yaml lists": "a {x: " + "[" * 30_000 + "]" * 30_000 + "}",
    "yaml block": "a {\n" + "- " * 30_000 + "\n}",
    "yaml aliases": "a {\nx0: &a0 [x,x]\n"
    + "".join(f"x{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 200))
    + "}",
    "yaml number": "a {x: " + "9" * 20_000 + "}",
    "quotes": 'a {"' + '\\"' * (MUCH // 2),
    "quotes many": "a {" + "\"',[" * (MUCH // 4),
    "parentheses": "(((" * (MUCH // 3),
    "numbers": "(1) a\n" * (MUCH // 6),
    "angles": "<" * MUCH,
    "angles with marks": "a\n" + " <!-" * (MUCH // 4),
    "stars": "a " + "*" * MUCH,
    "opening stars": "a " + "*a " * (MUCH // 3),
    "opening and closing": "a " + "*a_b* " * (MUCH // 6),
    "underscores": "_a" * (MUCH // 2),
    "hashes": "#" * MUCH,
    "tags": "a " + "#(" * (MUCH // 2),
    "dashes": "-" * MUCH,
    "dashes and rules": "(1) a\n-- " + "x - {}" * (MUCH // 6),
    "comments open": "a " + "/*" * (MUCH // 2),
    "comments": "a " + "/**/" * (MUCH // 4),
    "slashes": "a " + ":/" * (MUCH // 2),
    "escapes": "\\" * MUCH,
    "front matter": "===\n" + "=" * MUCH,
    "spaces": "a" + " " * MUCH + "b",
    "blank lines": "a\n" + " \n" * (MUCH // 2) + "b",
    "headings": "# a\n" * (MUCH // 4),
    "heading levels": "".join("#" * n + " a\n\n" for n in range(1, 1_000)),
    "relations": "a\n" + "  + b\n" * (MUCH // 20),
    "undercuts": "<a>\n" + "".join(f"  +> [t{n}]\n" for n in range(2_000)) + "  _ <u>\n" * 2_000,
    "undercuts of all": "<a>\n" + "".join(f"  +> [t{n}]\n  _ <u{n}>\n" for n in range(2_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_much_of_the_worst(name: str) -> None:
    started = time.process_time()
    with contextlib.suppress(NotAMapError):
        load_map(HOSTILE[name].encode(), "map.argdown")
    assert time.process_time() - started < 5


def test_five_thousand_levels() -> None:
    text = "[c0]\n" + "".join(f"{' ' * level}+ [c{level}]\n" for level in range(1, 5_000))
    found = load_map(text.encode(), "map.argdown")
    assert found.relations[-1].premises == ("c4999",)
    assert found.relations[-1].target == "c4998"
    again, losses = dump_map(without_lines(found), "argdown")
    assert not losses
    assert len(again) < 300_000


def test_ten_thousand_statements_cost_what_their_number_says() -> None:
    def read(count: int) -> float:
        text = "".join(f'[T{n}]: Words. {{cite: "@s{n % 9} [3]"}}\n  + <A{n}>: more\n\n' for n in range(count))
        started = time.process_time()
        found = load_map(text.encode(), "map.argdown")
        assert len(found.claims) == 2 * count
        dump_map(without_lines(found), "argdown")
        return time.process_time() - started

    read(100)
    small, large = read(500), read(5_000)
    assert large < 40 * small + 1


PIECES = st.sampled_from(
    [
        *("[A]", "<B>", ": ", "[A]:", "<B>:", "\n", "\n\n", "  ", "\t", "+", "-", "_", "<+", "->", "><", "_>", "<_"),
        *("(1) ", "(2) ", "----", "--", "#", "# ", "#tag", "{", "}", "{a: 1}", 'cite: "@s [3]"', "*", "**", "//", "/*"),
        *(
            "*/",
            "<!--",
            "-->",
            "===",
            "===\n",
            "@[A]",
            "@<B>",
            "[x](y)",
            "\\",
            "word ",
            "* ",
            "1. ",
            "]",
            ">",
            '"',
            "é",
        ),
    ]
)


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_half_typed_file_never_crashes(text: str) -> None:
    try:
        found = load_map(text.encode(), "map.argdown")
    except NotAMapError:
        return
    written, losses = dump_map(without_lines(found), "argdown")
    again = load_map(written.encode(), "map.argdown")
    if losses == found.losses:
        assert [claim.id for claim in again.claims] == [claim.id for claim in found.claims]
        assert [(r.kind, r.premises, r.target) for r in again.relations] == [
            (r.kind, r.premises, r.target) for r in found.relations
        ]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    try:
        load_map(text.encode("utf-8", "surrogatepass"), "map")
    except Exception as error:  # noqa: BLE001 - the point is that only our own errors come
        assert type(error).__module__ == "argmap.errors"  # noqa: PT017 - as above
