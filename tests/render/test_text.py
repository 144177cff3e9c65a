"""Measuring, cleaning, shortening and wrapping; contrast of the themes."""

import time
from dataclasses import fields
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.render.metrics import width
from argmap.render.text import clean, hung, shorten, wrap
from argmap.render.theme import DARK, LIGHT, PRINT, Palette, recolour


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.integers(20, 300), st.integers(6, 24), st.booleans())
def test_wrapping_keeps_every_character_and_fits(text: str, limit: int, size: int, bold: bool) -> None:  # noqa: FBT001
    cleaned = clean(text)
    lines = wrap(cleaned, limit, size, bold=bold)
    assert "".join(lines).replace(" ", "") == cleaned.replace(" ", "")
    for line in lines:
        visible = [character for character in line if width(character, 1)]
        assert width(line, size, bold=bold) <= limit or len(visible) == 1


def test_wide_letters_take_more_room() -> None:
    assert width("iiii", 10) < width("MMMM", 10)
    assert width("漢字", 10) == 20
    assert width("é", 10) == width("e", 10) == width("e\u0301", 10)
    assert width("word", 10) < width("word", 10, bold=True)


def test_what_cannot_be_shown_is_replaced() -> None:
    assert clean("a\x00b\x1bc\ud800d\uffff \t\n e\x85") == "a\ufffdb\ufffdc\ufffdd\ufffd e"


def test_shortening_ends_after_a_word() -> None:
    assert shorten("one two three four", 15) == "one two three…"
    assert shorten("x" * 50, 10) == "x" * 9 + "…"
    assert shorten("short", 5) == "short"


@pytest.mark.parametrize("text", ["x" * 1_000_000, "a " * 500_000, "\u0301" * 1_000_000, "漢" * 1_000_000])
def test_a_megabyte_costs_seconds(text: str) -> None:
    begin = time.process_time()
    wrap(clean(text), 230, 11)
    assert time.process_time() - begin < 5


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT])
def test_contrast_reaches_aa(theme: Palette) -> None:
    grounds = (theme.paper, theme.claim, theme.evidence, theme.argument, theme.source, theme.section)
    for text, ground in product((theme.ink, theme.muted, theme.alert), grounds):
        assert _contrast(text, ground) >= 4.5, (text, ground)
    for text in (theme.attack, theme.undercut):
        assert _contrast(text, theme.paper) >= 4.5
    lines = [getattr(theme, field.name) for field in fields(theme) if field.name.endswith("_line")]
    for line, ground in product(
        (*lines, theme.support, theme.attack, theme.undercut, theme.cites), (theme.paper, theme.section)
    ):
        assert _contrast(line, ground) >= 3, (line, ground)


def test_every_role_of_the_light_theme_has_its_own_colour() -> None:
    colours = [getattr(LIGHT, field.name) for field in fields(LIGHT)]
    assert len(colours) == len(set(colours))
    rules = recolour(".map")
    assert f'.map [fill="{LIGHT.ink}"]{{fill:{DARK.ink}}}' in rules


def test_what_turns_round_the_order_of_letters_is_not_drawn() -> None:
    assert clean("\u202eevil\u202c \u2066title\u2069 \u200fשלום") == "evil title \u200fשלום"


def test_further_lines_hang_below_the_first_words() -> None:
    first, second, *_ = hung("→ ", "words that need more than one line of this width", 120, 10)
    assert first.startswith("→ words")
    assert second.lstrip("\u00a0") != second
    assert width(first, 10) <= 120
    assert width(second, 10) <= 120
