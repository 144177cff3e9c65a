"""What the data of an element means to a map: our own keys `cite`, `kind`, `standard`, `weight` …, the rest kept.

On a statement or argument they are the claim's. What a relation says of itself stands in the data of its inference, or,
without a structure of premises, in `{relation: {…}}` below it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import JsonValue

from argmap.convert._locator import parse_citations
from argmap.convert.argdown.data import as_json, mapping
from argmap.model import Citation, ClaimKind

KINDS: dict[str, ClaimKind] = {kind: kind for kind in get_args(ClaimKind)}
WORDS = ("title", "scheme", "reason")
NUMBERS = ("confidence", "weight")
USES = ("uses", "from")
RELATION = "relation"

Strange = Callable[[str], None]
"""Told of what was not understood."""


@dataclass(slots=True)
class Said:
    """What `{…}` says of a claim."""

    citations: tuple[Citation, ...] = ()
    kind: ClaimKind | None = None
    standard: str | None = None
    weight: float | None = None
    data: dict[str, JsonValue] = field(default_factory=dict)


@dataclass(slots=True, frozen=True, eq=False)
class Step:
    """What a file says of a relation. `uses` are the numbers of the premises that an inference uses."""

    words: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    data: dict[str, JsonValue] = field(default_factory=dict)
    uses: tuple[int, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether it says anything that a relation keeps."""
        return bool(self.words or self.numbers or self.citations or self.data)

    def and_also(self, other: "Step") -> "Step":
        """Both together; where they differ the first one counts."""
        return Step(
            other.words | self.words,
            other.numbers | self.numbers,
            tuple(dict.fromkeys(self.citations + other.citations)),
            other.data | self.data,
        )

    def fields(self) -> dict[str, Any]:
        """As the fields of a `Relation`."""
        return {**self.words, **self.numbers, "citations": self.citations, "data": self.data}


NOTHING = Said()
"""What no data say. Nobody changes it."""
SILENT = Step()
"""What a relation says of itself that says nothing. Nobody changes it."""


def said_of_claim(value: object, strange: Strange) -> Said:
    """What data say of a claim."""
    if value is None:
        return NOTHING
    fields = mapping(value)
    said = Said(_cited(fields.pop("cite", None), strange))
    kind = fields.get("kind")
    if isinstance(kind, str) and kind in KINDS:
        said.kind = KINDS[kind]
        del fields["kind"]
    elif kind is not None:
        strange(f"kind: {_short(kind)} (known: {', '.join(KINDS)})")
    if isinstance(fields.get("standard"), str):
        said.standard = fields.pop("standard")
    said.weight = _share(fields, "weight", strange)
    said.data = {key: as_json(item) for key, item in fields.items()}
    return said


def said_of_step(value: object, rules: list[str], strange: Strange) -> Step:
    """What data and rules say of an inference, or of a relation."""
    fields = mapping(value)
    citations = _cited(fields.pop("cite", None), strange)
    words = {key: fields.pop(key) for key in WORDS if isinstance(fields.get(key), str)}
    if rules:
        words.setdefault("scheme", ", ".join(rules))
    shares = {key: _share(fields, key, strange) for key in NUMBERS}
    uses = used_numbers(fields)
    data = {key: as_json(item) for key, item in fields.items() if key not in USES or not _whole(item)}
    return Step(words, {key: share for key, share in shares.items() if share is not None}, citations, data, uses)


def used_numbers(fields: dict[str, Any]) -> tuple[int, ...]:
    """The numbers of the premises that an inference uses, where its data or its conclusion's say it."""
    return next((tuple(fields[key]) for key in USES if _whole(fields.get(key))), ())


def _cited(value: object, strange: Strange) -> tuple[Citation, ...]:
    """The citations in a `cite` field: a string, or a list of strings."""
    found: tuple[Citation, ...] = ()
    for part in value if isinstance(value, list) else [] if value is None else [value]:
        if isinstance(part, str):
            good, bad = parse_citations(part)
            found += good
            for words in bad:
                strange(f"cite: {_short(words)}")
        else:
            strange(f"cite: {_short(part)}")
    return found


def _share(fields: dict[str, Any], key: str, strange: Strange) -> float | None:
    """A number from 0 to 1, taken out; anything else stays and is listed."""
    value = fields.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        del fields[key]
        return float(value)
    if value is not None:
        strange(f"{key}: {_short(value)} (a number from 0 to 1)")
    return None


def _whole(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(type(number) is int for number in value)


def _short(value: object) -> str:
    words = value if isinstance(value, str) else type(value).__name__ if isinstance(value, dict | list) else repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"  # noqa: PLR2004 - fits a line
