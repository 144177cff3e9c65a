"""`argmap format`: one layout, nothing lost, nothing changed twice."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from argmap.cli import app
from argmap.convert import check_argdown, format_argdown
from argmap.errors import ArgdownError
from tests.convert.test_hostile import PIECES

MESSY = """\


===
title:   kept   as it is
===


[A]: text   \n   goes on
   + <B>:   foo
 and on
   \t   -   [C] #tag
     /* many
        lines */
   // a remark
   -[D] {
a:   1
  }


#  Heading

* item
    + x
*  item two

<E>

  (1)  p
  ----
      <_ [F]
 (2) q
"""
NEAT = """\
===
title:   kept   as it is
===

[A]: text
goes on
  + <B>:   foo
    and on
    - [C] #tag
    /* many
        lines */
    // a remark
  - [D] {
a:   1
  }

# Heading

* item
  + x
* item two

<E>

(1) p
----
  <_ [F]
(2) q
"""


def test_the_layout() -> None:
    assert format_argdown(MESSY) == NEAT
    assert format_argdown(NEAT) == NEAT
    assert format_argdown(MESSY.replace("\n", "\r\n")) == NEAT.replace("\n", "\r\n")


def test_the_last_line_of_a_block_keeps_its_level() -> None:
    assert format_argdown("[A]\n    + [B]\n        - [C]\n\n[D]\n   + [E]\n") == (
        "[A]\n  + [B]\n    - [C]\n\n[D]\n  + [E]\n"
    )


def test_included_files_are_left_alone() -> None:
    text = "[A]: a\n   @include(some_file_here.argdown)\n\n   @include(x_y)\n"
    assert "@include(some_file_here.argdown)" in format_argdown(text)
    assert format_argdown(format_argdown(text)) == format_argdown(text)


def test_what_is_no_argdown_is_refused() -> None:
    with pytest.raises(ArgdownError, match="map:3"):
        format_argdown("[A]\n\n[B] words\n", "map")


def test_every_official_file_keeps_its_meaning(data: Path) -> None:
    formatted = 0
    for file in sorted((data / "argdown").rglob("*.argdown")):
        text = file.read_text("utf-8")
        try:
            neat = format_argdown(text)
        except ArgdownError:
            continue
        assert format_argdown(neat) == neat
        formatted += neat != text
    assert formatted > 60


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25).map("".join))
def test_formatting_twice_is_formatting_once_and_keeps_the_map(text: str) -> None:
    before, findings = check_argdown(text, "m")
    if any(one.severity == "error" for one in findings) or "@include" in text:
        return
    neat = format_argdown(text)
    assert format_argdown(neat) == neat
    after, _ = check_argdown(neat, "m")
    assert [(c.id, c.text, c.tags, c.data) for c in after.claims] == [
        (c.id, c.text, c.tags, c.data) for c in before.claims
    ]
    assert [(r.kind, r.premises, r.target) for r in after.relations] == [
        (r.kind, r.premises, r.target) for r in before.relations
    ]


def test_the_command(tmp_path: Path) -> None:
    run = CliRunner().invoke
    path = tmp_path / "map.argdown"
    path.write_text(MESSY, "utf-8")
    assert run(app, ["format", "--check", str(path)]).exit_code == 1
    assert path.read_text("utf-8") == MESSY
    assert run(app, ["format", str(path)]).exit_code == 0
    assert path.read_text("utf-8") == NEAT
    assert run(app, ["format", "--check", str(path)]).exit_code == 0
    assert run(app, ["format", "-"], input="[A]:   a  \n\n\n\n[B]").stdout == "[A]:   a\n\n[B]\n"
