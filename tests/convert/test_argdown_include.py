"""Included files: where their claims stand, and what is refused."""

import pytest

from argmap.convert import LoadFile, check_argdown, load_map
from argmap.errors import ArgdownError


def folder(**files: str) -> LoadFile:
    """A loader of files in memory; `__` stands for `/` in a name."""
    known = {name.replace("__", "/") + ".argdown": text for name, text in files.items()}
    return known.get


MAIN = "[A]: a\n\n@include(parts/one.argdown)\n\n[D]: d\n  + [C]\n"


def test_claims_of_included_files_know_their_file_and_line() -> None:
    load = folder(parts__one="\n[B]: b\n\n@include(two.argdown)\n", parts__two="// two\n[C]: c\n  - [B]\n")
    found = load_map(MAIN.encode(), "map.argdown", load=load)
    assert [(claim.id, claim.file, claim.line) for claim in found.claims] == [
        ("A", None, 1),
        ("B", "parts/one.argdown", 2),
        ("C", "parts/two.argdown", 2),
        ("D", None, 5),
    ]
    assert [(one.premises, one.file, one.line) for one in found.relations] == [
        (("B",), "parts/two.argdown", 3),
        (("C",), None, 6),
    ]


def test_faults_of_included_files_know_their_file_and_line() -> None:
    _, findings = check_argdown(MAIN, "map.argdown", folder(parts__one="[B]: b\n\n[C] words\n"))
    assert [(one.path, one.line, one.column) for one in findings] == [("parts/one.argdown", 3, 5)]
    with pytest.raises(ArgdownError, match=r"parts/one\.argdown:3"):
        load_map(MAIN.encode(), "map.argdown", load=folder(parts__one="[B]: b\n\n[C] words\n"))


@pytest.mark.parametrize(
    "path",
    ["../secret", "/etc/passwd", "parts/../../x", "..", "C:\\x", "file:///x", "a\\..\\x", ".", " ", "http://x.org/y"],
)
def test_nothing_outside_the_folder_is_asked_for(path: str) -> None:
    asked: list[str] = []

    def load(name: str) -> str | None:
        asked.append(name)
        return None

    _, findings = check_argdown(f"[A]: a\n\n@include({path})\n\n[B]\n", "map.argdown", load)
    assert not asked
    assert [(one.line, one.severity) for one in findings] == [(3, "error")]
    assert "folder" in findings[0].message


def test_circles_missing_files_and_no_loader_are_faults() -> None:
    circle = folder(one="@include(two.argdown)\n", two="[B]: b\n\n@include(./one.argdown)\n")
    found, findings = check_argdown("[A]\n\n@include(one.argdown)\n", "map.argdown", circle)
    assert [(one.path, one.line) for one in findings] == [("two.argdown", 3)]
    assert "circle" in findings[0].message
    assert {claim.id for claim in found.claims} == {"A", "B"}
    assert "no such file" in check_argdown("@include(x.argdown)\n\n[A]\n", "m", folder())[1][0].message
    assert "no files can be included" in check_argdown("@include(x.argdown)\n\n[A]\n", "m")[1][0].message


def test_includes_in_comments_are_comments() -> None:
    found, findings = check_argdown("// @include(x)\n/* @include(x)\n*/\n<!-- @include(x) -->\n\n[A]: a\n", "m")
    assert not findings
    assert [claim.id for claim in found.claims] == ["A"]


def test_files_that_multiply_are_stopped() -> None:
    files = {f"f{n}": f"@include(f{n + 1}.argdown)\n" * 10 for n in range(20)}
    _, findings = check_argdown("@include(f0.argdown)\n", "m", folder(**files))
    assert any("too many" in one.message for one in findings)
