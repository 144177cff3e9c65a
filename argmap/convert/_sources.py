"""`sources.json`: a list of CSL-JSON items. https://docs.citationstyles.org/en/stable/specification.html ."""

import json
import re
from typing import Any

from pydantic import ValidationError

from argmap.errors import BrokenCaseError
from argmap.model import Source

_KNOWN = frozenset(field.alias or name for name, field in Source.model_fields.items()) | frozenset(Source.model_fields)
_YEAR = re.compile(r"-?[0-9]{1,6}")
_NAMED = frozenset({"author", "editor", "translator", "container-author", "recipient"})


def load_sources(data: bytes, path: str) -> tuple[Source, ...]:
    """Read the sources of a case.

    Fields of CSL that argmap has no place for are kept in `custom` if they are a word or a number.

    Args:
        data: The file: a JSON list of CSL items, UTF-8.
        path: The file's name, for messages.

    Raises:
        BrokenCaseError: If it is no such list, an item is broken, or two items have one id.
    """
    items = _list(data, path)
    found: dict[str, Source] = {}
    for number, item in enumerate(items, 1):
        source = _source(item, number, path)
        if source.id in found:
            raise BrokenCaseError(path, f"two items have the id '{source.id}': give each its own")
        found[source.id] = source
    return tuple(found.values())


def _list(data: bytes, path: str) -> list[Any]:
    try:
        items = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BrokenCaseError(path, f"not UTF-8 text (first bad byte at {error.start}); save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise BrokenCaseError(path, f"line {error.lineno}: not JSON ({error.msg})") from None
    except (RecursionError, ValueError):
        raise BrokenCaseError(path, "not JSON that can be read (nested too deeply, or a number too long)") from None
    if isinstance(items, dict) and isinstance(items.get("items"), list):  # as some reference managers export it
        items = items["items"]
    if not isinstance(items, list):
        raise BrokenCaseError(path, "a JSON list of CSL items is wanted: [{…}, {…}]")
    return items


def _source(item: object, number: int, path: str) -> Source:
    if not isinstance(item, dict):
        raise BrokenCaseError(path, f"item {number} is no object {{…}}")
    name = f"item {number} ('{str(item.get('id', 'without id'))[:80]}')"
    try:
        return Source.model_validate(_fitted(item, name, path))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BrokenCaseError(path, f"{name}: {place}: {first['msg']}") from None


def _fitted(item: dict[str, Any], name: str, path: str) -> dict[str, Any]:
    """The item with plain numbers as words, and what we have no field for moved to `custom`."""
    fitted: dict[str, Any] = {}
    custom = item.get("custom")
    kept: dict[str, Any] = dict(custom) if isinstance(custom, dict) else {}
    for field, value in item.items():
        if field == "custom":
            if not isinstance(value, dict):
                raise BrokenCaseError(path, f"{name}: custom: an object {{…}} is wanted")
        elif field in _KNOWN:
            fitted[field] = _names(value) if field.replace("_", "-") in _NAMED else _date_or_words(value)
        elif isinstance(value, str | int | float):
            kept[field] = _words(value)
        elif value not in (None, [], {}):
            raise BrokenCaseError(path, f"{name}: the field '{field}' is unknown and no plain value: move it to 'note'")
    if kept:
        fitted["custom"] = {
            key: _words(value) if isinstance(value, int | float) else value for key, value in kept.items()
        }
    return fitted


def _words(value: str | float) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _names(value: object) -> object:
    """CSL names, without the flags that only tell a formatter how to print them."""
    if not isinstance(value, list):
        return value
    return [
        {part: words for part, words in one.items() if part not in {"parse-names", "comma-suffix", "static-ordering"}}
        if isinstance(one, dict)
        else one
        for one in value
    ]


def _date_or_words(value: object) -> object:
    """Numbers as words; dates with their parts as numbers and CSL's flags in our types."""
    if isinstance(value, dict):
        date = {key.replace("_", "-"): part for key, part in value.items() if key not in {"season", "raw"}}
        if "raw" in value or "season" in value:
            date.setdefault("literal", " ".join(str(value[key]) for key in ("season", "raw") if key in value))
        if "date-parts" in date and isinstance(date["date-parts"], list):
            date["date-parts"] = [_parts(part) for part in date["date-parts"]]
        if isinstance(date.get("circa"), int | str):
            date["circa"] = date["circa"] not in {0, "0", "", "false"}
        return date
    return _words(value) if isinstance(value, int | float) else value


def _parts(part: object) -> object:
    """`[year, month, day]`, where numbers may be given as words."""
    if not isinstance(part, list):
        return part
    return [int(number) if isinstance(number, str) and _YEAR.fullmatch(number) else number for number in part]
