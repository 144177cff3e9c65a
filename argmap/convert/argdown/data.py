"""The YAML in `{…}` and in the front matter: YAML 1.2's core schema with dates, as the official tool reads it."""

import datetime as dt
import math
import re
from collections.abc import Hashable
from typing import Any

import yaml
from pydantic import JsonValue

_PAIR = re.compile(r"""\s*([A-Za-z][\w-]*)\s*:\s+(?:"([^"\\\n]*)"|([A-Za-z][a-z-]{5,}))\s*(?:,|\Z)""")
_MOST = 100_000
_DEEPEST = 60
_MOST_ALIASES = 20
_EDGE = re.compile(r"\A\s*={3,}|={3,}\s*\Z")
_BLOCK = re.compile(r"\{[ \t]*\n")


class NoDataError(ValueError):
    """What stands in braces is no YAML, or too much of it; `line` counts from the first line of the data."""

    def __init__(self, why: str, hint: str = "", line: int = 0) -> None:
        super().__init__(why)
        self.hint = hint
        self.line = line


class _Loader(yaml.SafeLoader):
    """Reads `yes` and `12:30` as words, refuses a key that stands twice, and keeps dates."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way of saying it

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._aliases = 0
        self._open: list[str | None] = []

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """One node; neither depth, nor aliases that multiply, nor one inside of itself do harm."""
        event: yaml.NodeEvent = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            self._aliases += 1
            if self._aliases > _MOST_ALIASES or event.anchor in self._open:
                why = f"the alias *{str(event.anchor)[:40]}"
                raise NoDataError(why, "write out what it stands for")
        if len(self._open) > _DEEPEST:
            why = f"data nested deeper than {_DEEPEST} levels"
            raise NoDataError(why)
        self._open.append(event.anchor)
        node: yaml.Node | None = super().compose_node(parent, index)
        self._open.pop()
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - as in the base
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode) and key.value != "<<"]
        if len(set(keys)) < len(keys):
            twice = next(key for at, key in enumerate(keys) if key in keys[:at])
            why = f"the key '{twice[:40]}' stands twice"
            raise NoDataError(why, "leave one of them out", node.start_mark.line)
        return super().construct_mapping(node, deep)


def _resolve(tag: str, pattern: str, first: str) -> None:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolve("null", r"^(?:~|null|Null|NULL|)$", "~nN")
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^$"), [""])
_resolve("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
_resolve("int", r"^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)$", "-+0123456789")
_resolve(
    "float",
    r"^(?:[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
    "-+0123456789.",
)
_resolve(
    "timestamp",
    r"^\d{4}-\d\d-\d\d$|^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?$",
    "0123456789",
)
_resolve("merge", r"^<<$", "<")


def _whole(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    words = str(loader.construct_scalar(node)).replace("_", "")
    sign, digits = (-1, words[1:]) if words[0] == "-" else (1, words.lstrip("+"))
    base = {"0b": 2, "0x": 16, "0o": 8}.get(digits[:2])
    return sign * (int(digits[2:], base) if base else int(digits))


_Loader.add_constructor("tag:yaml.org,2002:int", _whole)


def read_data(image: str) -> Any:  # noqa: ANN401 - what YAML can say
    """The value of `{…}`. With a line end behind the brace it is YAML in block form.

    Raises:
        NoDataError: If it is no YAML.
    """
    plain = _plain_pairs(image[1:-1])
    if plain is not None:
        return plain
    opening = _BLOCK.match(image)
    return _load("\n" + image[opening.end() : image.rindex("}")] if opening else image)


def read_front_matter(image: str) -> Any:  # noqa: ANN401 - as above
    """The value of a front matter.

    Raises:
        NoDataError: If it is no YAML.
    """
    return _load(_EDGE.sub("", image))


def mapping(value: object) -> dict[str, Any]:
    """The value if it is a mapping, its keys as words; else nothing."""
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else {}


def merge(old: Any, new: Any) -> Any:  # noqa: ANN401 - as above
    """Two data of one class: mappings and lists are merged part by part, else the new one counts."""
    if isinstance(new, dict):
        merged = dict(old) if isinstance(old, dict) else {}
        for key, value in new.items():
            merged[key] = merge(merged.get(key), value) if isinstance(value, dict | list) else value
        return merged
    if isinstance(new, list):
        known = list(old) if isinstance(old, list) else []
        return [merge(known[at] if at < len(known) else None, item) for at, item in enumerate(new)] + known[len(new) :]
    return new


def as_json(value: Any) -> JsonValue:  # noqa: ANN401, PLR0911 - as above; one return a type
    """The value as JSON has it: dates in words, keys as words."""
    if isinstance(value, dict):
        return {_key(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [as_json(item) for item in value]
    if isinstance(value, dt.datetime):
        return _moment(value)
    if isinstance(value, dt.date):
        return f"{value.isoformat()}T00:00:00.000Z"
    if isinstance(value, float):
        return None if not math.isfinite(value) else int(value) if value.is_integer() and abs(value) < 2**53 else value
    if value is None or isinstance(value, str | bool | int):
        return value
    return str(value)


def _moment(value: dt.datetime) -> str:
    try:
        moment = value.astimezone(dt.UTC) if value.tzinfo else value
    except OverflowError:
        moment = value
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def _key(key: object) -> str:
    if key is None or isinstance(key, bool):
        return "null" if key is None else str(key).lower()
    return str(key)


def _plain_pairs(inner: str) -> dict[str, Any] | None:
    """Pairs of the plainest form, read without YAML for speed: `cite: "…", kind: thesis`. None if there is more."""
    found: dict[str, Any] = {}
    at = 0
    while at < len(inner):
        pair = _PAIR.match(inner, at)
        if pair is None or pair[1] in found or pair[1] in {"null", "true", "false"}:
            return None
        found[pair[1]] = pair[2] if pair[2] is not None else pair[3]
        at = pair.end()
    return found


def _load(words: str) -> Any:  # noqa: ANN401 - as above
    if len(words) > _MOST:
        why = f"more than {_MOST:,} characters of data"
        raise NoDataError(why, "put it into a file of its own")
    try:
        return yaml.load(words, Loader=_Loader)  # noqa: S506 - it is a safe loader
    except NoDataError:
        raise
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark or error.problem_mark
        at = mark.line if mark else 0
        hint = 'quote it: cite: "@key"' if "'@'" in str(error.problem) else "write {key: value, key: value}"
        why = f"the data is not YAML: {error.problem}"
        raise NoDataError(why, hint, at) from None
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError, AttributeError, KeyError):
        raise NoDataError("the data is not YAML, or nested too deeply") from None
