"""Other programs' JSON, read with suspicion, and the small things that all foreign formats share."""

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import JsonValue

from argmap.errors import NotAMapError

Object = dict[str, Any]
"""A JSON object."""

_LEVELS = 60
_SHOWN = 100


def json_object(text: str, path: str) -> Object:
    """The JSON object that a file is.

    Raises:
        NotAMapError: If it is none, names a key twice, is nested deeper than any map, or holds what JSON cannot say
            (NaN, numbers without end, half a character).
    """
    value = _loaded(text, path)
    fault = _fault(value)
    if fault:
        raise NotAMapError(path, None, fault)
    if not isinstance(value, dict):
        raise NotAMapError(path, 1, "JSON, but no object {…}: is it a map, or a list of sources?")
    return value


def _loaded(text: str, path: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise NotAMapError(path, error.lineno, f"not JSON, column {error.colno}: {error.msg}") from None
    except _DoubledError as error:
        raise NotAMapError(path, None, f"one object has the key '{shown(str(error))}' twice: keep one") from None
    except (RecursionError, ValueError) as error:
        why = str(error) if "a number" in str(error) else "nested too deeply, or a number too long"
        raise NotAMapError(path, None, f"not JSON that can be read: {why}") from None


class _DoubledError(Exception):
    """A key that an object has twice."""


def _without_doubles(pairs: list[tuple[str, Any]]) -> Object:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        raise _DoubledError(next(key for key, _ in pairs if key in seen or seen.add(key)))  # type: ignore[func-returns-value]
    return found


def _no_number(name: str) -> object:
    message = f"{name} is not a number that JSON has"
    raise ValueError(message)


def _fault(value: object) -> str | None:
    """What no map may hold, if the value holds it. A loop, for the value may be as deep as its author wished."""
    layer: list[object] = [value]
    for _ in range(_LEVELS):
        deeper: list[object] = []
        for one in layer:
            if isinstance(one, dict):
                deeper.extend(one)
                deeper.extend(one.values())
            elif isinstance(one, list):
                deeper.extend(one)
            elif isinstance(one, float) and not math.isfinite(one):
                return "a number too large to be one"
            elif isinstance(one, str) and not _whole(one):
                return f"half a character (a lone surrogate) in '{shown(one)}'"
        if not deeper:
            return None
        layer = deeper
    return f"nested deeper than {_LEVELS} levels: no map is"


def _whole(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def objects(document: Object, key: str, path: str) -> list[Object]:
    """The list of objects under a key; empty if there is no such key, or null.

    Raises:
        NotAMapError: If it is anything else.
    """
    value = document.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise NotAMapError(path, None, f"'{key}' is no list: write [{{…}}, {{…}}]")
    for number, one in enumerate(value):
        if not isinstance(one, dict):
            raise NotAMapError(path, None, f"{key}[{number}] is no object {{…}}")
    return value


def own_data(data: Mapping[str, JsonValue], name: str) -> Object:
    """What a claim, a relation or a map keeps of a format; empty if there is nothing, or nothing usable."""
    found = data.get(name)
    return dict(found) if isinstance(found, dict) else {}


def own_list(data: Mapping[str, Any], key: str) -> list[Object]:
    """The objects of a list kept as data; what is no object is left out."""
    found = data.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def free(name: str, taken: Iterable[str]) -> str:
    """The name, or the first of `name-2`, `name-3` … that is not taken."""
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def shown(value: object) -> str:
    """A value in a few words on one line, for messages."""
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    words = " ".join(words.encode("utf-8", "replace").decode().split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
