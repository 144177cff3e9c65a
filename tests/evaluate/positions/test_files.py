"""Readers of abstract frameworks."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError, EncodingError, NotAFrameworkError, TooManyPartsError
from argmap.evaluate.positions import Framework, is_framework, read_framework


def pairs(framework: Framework) -> list[tuple[str, str]]:
    owners, items = framework.attacks.owners.tolist(), framework.attacks.items.tolist()
    return [(framework.names[one], framework.names[other]) for one, other in zip(owners, items, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "arg(a).\narg(b).\natt(a,b).\natt(b,b).\n",
        "% a comment\natt( a , b ). arg(a).arg(b) .\r\natt(b,b). % the end",
        "a\nb\n#\na b\nb b\n",
        "\n a \n\nb\n#\n\nb  b\na b",
    ],
)
def test_one_framework_in_several_formats(text: str) -> None:
    framework = read_framework(text.encode(), "-")
    assert framework.names == ("a", "b")
    assert pairs(framework) == [("a", "b"), ("b", "b")]
    assert not framework.losses


def test_iccma() -> None:
    framework = read_framework(b"# made by hand\np af 3\n# 1 is first\n1 2\n 2  3 \n\n", "x.txt")
    assert framework.names == ("1", "2", "3")
    assert pairs(framework) == [("1", "2"), ("2", "3")]


def test_what_cannot_be_carried_is_listed() -> None:
    framework = read_framework(b"1 the first\n2\n#\n1 2 hits\n1 2\n", "x.tgf")
    assert [loss.what for loss in framework.losses] == ["node label", "edge label", "repeated attack"]
    assert pairs(framework) == [("1", "2")]


@pytest.mark.parametrize("name", ["x.apx", "x.dl", "x.tgf", "x.af"])
def test_nothing_is_a_framework_without_arguments(name: str) -> None:
    assert read_framework(b" \n% nobody\n", name).size == 0


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("arg(a).\natt(a,c).\n", 2, "add 'arg(c).'"),
        ("arg(anna).\natt(anna,ana).\n", 2, "did you mean 'anna'?"),
        ("arg(a).\narg(b).\narg(a).\n", 3, "keep one"),
        ("arg(a).\n\narg(b)\n", 3, "is no fact"),
        ("arg(a).\natt(a).\n", 2, "is no fact"),
        ("a\nb\na\n#\na b\n", 3, "keep one"),
        ("a\n#\na\n", 3, "half an attack"),
        ("a\n#\na b\n", 3, "above the '#'"),
        ("p af\n1 2\n", 1, "write 'p af 12'"),
        ("p af 2\n1 3\n", 2, "from 1 to 2"),
        ("p af 2\n1 2\n0 1\n", 3, "from 1 to 2"),
        ("p af 2\n1 two\n", 2, "is no attack"),
        ("p af 2\n１ ２\n", 2, "is no attack"),
        ("\n\nwhatever this is\n", 3, "begins neither"),
    ],
)
def test_faults_name_the_line_and_what_to_do(text: str, line: int, hint: str) -> None:
    with pytest.raises(NotAFrameworkError) as error:
        read_framework(text.encode(), "f")
    assert str(error.value).startswith(f"f:{line}: ")
    assert hint in str(error.value)
    assert "\n" not in str(error.value)


def test_absurd_sizes_and_encodings_are_refused() -> None:
    with pytest.raises(TooManyPartsError):
        read_framework(b"p af 999999999999\n", "f.af")
    with pytest.raises(EncodingError):
        read_framework(b"arg(\xff).", "f.apx")


def test_maps_are_no_frameworks() -> None:
    assert not is_framework(b"[Claim]: a text\n  - [Other]\n", "x.argdown")
    assert not is_framework(b'{"claims": []}', "x.json")
    assert is_framework(b"arg(a).", "-")
    assert is_framework(b"a\n#\n", "x.TGF")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="argt(), .%#\np af12\t", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        framework = read_framework(text.encode(), "f.apx")
    except ArgmapError as error:
        assert "\n" not in str(error)  # noqa: PT017 - both ways are right
    else:
        assert len(set(framework.names)) == framework.size


@pytest.mark.parametrize(
    "pattern",
    ["arg(", "arg(a", "att(a,", " ", "%\n", "#\n", "% % ", "p ", "p af 1 ", "arg(a).%", "arg(a) ", "1 1\n", "\n \n"],
)
def test_the_worst_files_cost_no_more_than_their_length(pattern: str) -> None:
    def spent(times: int) -> float:
        data = (pattern * times).encode()
        start = time.process_time()
        with suppress(ArgmapError):
            read_framework(data, "f.apx")
        return time.process_time() - start

    small, large = 30_000 // len(pattern), 300_000 // len(pattern)
    assert spent(large) < 40 * max(min(spent(small) for _ in range(3)), 0.002)
