"""Words and data in Argdown's own signs: escapes in text, YAML in braces that every reader reads back."""

import json
import re
from collections.abc import Mapping
from typing import Any

from argmap.convert.argdown.data import NoDataError, read_data
from argmap.convert.argdown.shortcodes import SHORTCODES

_SIGNS = r"|#(?=\S)|/(?=[/*])|=(?===)"
_ESCAPED = re.compile(r"[\\\[<{*_]" + _SIGNS)
_ALL_ESCAPED = re.compile(r"[\\\[<{*_.:]" + _SIGNS)
_EDGES = re.compile(r"([.:])\S+?\1")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_RISKY = re.compile(r"\}|(?<=[\]>]):|=(?==)")
_PLAIN_KEY = re.compile(r"[A-Za-z][\w-]{0,100}", re.ASCII)
_PLAIN_WORD = re.compile(r"[a-z]{5,20}")
_NOT_WORDS = frozenset({"false"})


def escape(text: str) -> str:
    """Words that Argdown reads back as these words; white space made single."""
    return " ".join(_word(word) for word in text.split())


def _word(word: str) -> str:
    written = _ESCAPED.sub(lambda mark: "\\" + mark[0], word)
    if _EDGES.search(written) and ("\\" in written or any(code in word for code in SHORTCODES)):
        return _ALL_ESCAPED.sub(lambda mark: "\\" + mark[0], word)
    return written


def quote(words: str) -> str:
    """A string in the double quotes of YAML and JSON; what might end the data, or cannot be printed, is escaped."""
    return _STRING.sub(
        lambda string: _RISKY.sub(_escaped, string[0]), _printable(json.dumps(words, ensure_ascii=False))
    )


def write_mapping(fields: Mapping[str, Any]) -> str:
    """`{key: value, …}`, or nothing if there are no fields or they would not be read back."""
    if not fields:
        return ""
    try:
        written = "{" + ", ".join(f"{_key(key)}: {_value(value)}" for key, value in fields.items()) + "}"
        return written if read_data(written) == fields else ""
    except (NoDataError, RecursionError):
        return ""


def write_lines(fields: Mapping[str, Any]) -> list[str]:
    """`key: value` on a line each, as in a front matter."""
    return [f"{_key(key)}: {_value(value)}" for key, value in fields.items()]


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) and key.lower() not in {"null", "true", "false"} else quote(key)


def _value(value: object) -> str:
    if isinstance(value, str):
        return value if _PLAIN_WORD.fullmatch(value) and value not in _NOT_WORDS else quote(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(str(key))}: {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    return json.dumps(value)


def _printable(words: str) -> str:
    if words.isprintable():
        return words
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in words)


def _escaped(mark: re.Match[str]) -> str:
    return f"\\u{ord(mark[0]):04x}"
