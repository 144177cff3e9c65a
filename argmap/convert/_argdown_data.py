"""The `{YAML data}` of an element and the front matter of a file."""

import re
from typing import Any, get_args

import yaml

from argmap.convert._locator import parse_citations
from argmap.errors import NotAMapError
from argmap.model import Citation, ClaimKind, Value

KINDS: dict[str, ClaimKind] = {kind: kind for kind in get_args(ClaimKind)}

_PAIR = re.compile(r"""\s*([A-Za-z][\w-]*)\s*:\s+(?:"([^"\\\n]*)"|([A-Za-z][a-z-]{4,}))\s*(?:,|\Z)""")
_NOT_WORDS = frozenset({"false"})
_MOST = 100_000


class ClaimData(Value):
    """What `{…}` says of a claim or an inference.

    Attributes:
        uses: The numbers of the premises that an inference uses.
        rest: The keys that a map has no place for.
        strange: What could not be read, in words.
    """

    citations: tuple[Citation, ...] = ()
    kind: ClaimKind | None = None
    uses: tuple[int, ...] = ()
    rest: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


def claim_data(raw: str, path: str, line: int) -> ClaimData:
    """Read the data of a statement or argument.

    Raises:
        NotAMapError: If it is no YAML mapping.
    """
    fields = mapping(raw, path, line)
    citations, strange = _citations(fields.pop("cite", None))
    kind = fields.pop("kind", None)
    if kind is not None and str(kind) not in KINDS:
        strange += (f"kind: {_short(kind)} (known: {', '.join(KINDS)})",)
    uses = _numbers(fields.get("uses"))
    if uses:
        del fields["uses"]
    return ClaimData(
        citations=citations,
        kind=KINDS.get(str(kind)),
        uses=uses,
        rest=tuple(str(field)[:40] for field in fields),
        strange=strange,
    )


def mapping(raw: str, path: str, line: int) -> dict[Any, Any]:
    """`{…}`, or a front matter's lines, as a mapping.

    Raises:
        NotAMapError: If it is no YAML mapping.
    """
    plain = _plain_pairs(raw[1:-1]) if raw.startswith("{") else None
    return plain if plain is not None else _yaml(raw, path, line)


def _plain_pairs(inner: str) -> dict[Any, Any] | None:
    """Pairs of the plainest form, read without YAML for speed: `cite: "…", kind: thesis`. None if there is more."""
    found: dict[Any, Any] = {}
    at = 0
    while at < len(inner):
        pair = _PAIR.match(inner, at)
        if pair is None or pair[1] in found or pair[3] in _NOT_WORDS:
            return None
        found[pair[1]] = pair[2] if pair[2] is not None else pair[3]
        at = pair.end()
    return found


def _yaml(raw: str, path: str, line: int) -> dict[Any, Any]:
    if len(raw) > _MOST:
        raise NotAMapError(path, line, f"more than {_MOST} characters of data: put it into a file of its own")
    block = raw.startswith("{") and raw[1:].lstrip(" \t").startswith("\n")
    try:
        value = yaml.safe_load(raw[1:-1] if block else raw)
    except yaml.MarkedYAMLError as error:
        at = line + (error.problem_mark.line if error.problem_mark else 0)
        hint = ', quote it: cite: "@key"' if "'@'" in str(error.problem) else ""
        raise NotAMapError(path, at, f"the data is not YAML: {error.problem}{hint}") from None
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError, AttributeError, KeyError):
        raise NotAMapError(path, line, "the data is not YAML, or nested too deeply") from None
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise NotAMapError(path, line, "the data is no mapping: write {key: value}, or \\{ for a brace in the text")
    return value


def _citations(value: object) -> tuple[tuple[Citation, ...], tuple[str, ...]]:
    """The citations in a `cite` field: a string, or a list of strings."""
    found: tuple[Citation, ...] = ()
    strange: tuple[str, ...] = ()
    for part in value if isinstance(value, list) else [] if value is None else [value]:
        if isinstance(part, str):
            good, bad = parse_citations(part)
            found, strange = found + good, strange + tuple(f"cite: {_short(words)}" for words in bad)
        else:
            strange += (f"cite: {_short(part)}",)
    return found, strange


def _numbers(value: object) -> tuple[int, ...]:
    """A list of whole numbers, else nothing."""
    whole = isinstance(value, list) and all(type(number) is int for number in value)
    return tuple(value) if isinstance(value, list) and whole else ()


def _short(value: object) -> str:
    words = value if isinstance(value, str) else type(value).__name__ if isinstance(value, dict | list) else repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"  # noqa: PLR2004 - fits a line
