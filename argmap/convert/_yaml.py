"""YAML, read with suspicion: built from events, so that neither depth, aliases, tags nor double keys do harm.

What a word without quotes means follows the core schema of YAML 1.2: `yes`, `no` and dates stay words.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from argmap.convert._parse import shown
from argmap.errors import NotAMapError

_LEVELS = 60
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30})(?:[eE][-+]?[0-9]{1,2})?")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_PLAIN = frozenset({None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # where PyYAML was built without libyaml, its slower own


class YamlMapping(dict[str, Any]):
    """A mapping that knows the line of each of its keys, 1-based."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


def yaml_mapping(text: str, path: str) -> YamlMapping:
    """The mapping that a file is.

    Raises:
        NotAMapError: If it is no YAML, or YAML with aliases, tags, double keys, several documents or too many levels.
    """
    try:
        value = _Builder(path).build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise NotAMapError(path, line, f"not YAML: {error.problem or 'it ends too early'}") from None
    except yaml.YAMLError as error:
        raise NotAMapError(path, None, f"not YAML: {shown(str(error))}") from None
    if not isinstance(value, YamlMapping):
        raise NotAMapError(path, 1, "YAML, but no mapping: write 'statements:' and 'arguments:'")
    return value


class _Builder:
    """One document. `_open` are the collections around the present place, outermost first, with the key in hand."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._open: list[YamlMapping | list[Any]] = []
        self._keys: list[tuple[str, int] | None] = []
        self._value: Any = None
        self._done = False

    def build(self, events: Iterator[Any]) -> object:
        for event in events:
            line = event.start_mark.line + 1
            if isinstance(event, yaml.AliasEvent):
                raise NotAMapError(self._path, line, f"the alias *{shown(event.anchor)}: write out what it stands for")
            if isinstance(event, yaml.CollectionEndEvent):
                self._keys.pop()
                self._open.pop()
            elif isinstance(event, yaml.NodeEvent):
                self._node(event, line)
        return self._value

    def _node(self, event: Any, line: int) -> None:  # noqa: ANN401 - PyYAML's events have no common type with a tag
        if event.tag not in _PLAIN:
            raise NotAMapError(self._path, line, f"the tag {shown(event.tag)}: leave it out")
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            value = _plain(event.value) if event.implicit[0] and event.tag is None else event.value
        else:
            value = YamlMapping() if isinstance(event, yaml.MappingStartEvent) else []
        self._put(value, line)
        if not isinstance(event, yaml.ScalarEvent):
            if len(self._open) == _LEVELS:
                raise NotAMapError(self._path, line, f"nested deeper than {_LEVELS} levels: no map is")
            self._open.append(value)
            self._keys.append(None)

    def _put(self, value: Any, line: int) -> None:  # noqa: ANN401 - whatever YAML holds
        """Into the innermost collection; in a mapping, every other value is a key."""
        if not self._open:
            if self._done:
                raise NotAMapError(self._path, line, "a second document: give each its own file")
            self._done, self._value = True, value
            return
        inmost = self._open[-1]
        if isinstance(inmost, list):
            inmost.append(value)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(value, line, inmost), line
        else:
            inmost[key[0]] = value
            inmost.lines[key[0]] = key[1]
            self._keys[-1] = None

    def _key(self, value: object, line: int, inmost: YamlMapping) -> str:
        if isinstance(value, dict | list):
            raise NotAMapError(self._path, line, "a list or mapping as a key: put it in quotation marks")
        key = as_word(value)
        if key in inmost:
            raise NotAMapError(self._path, line, f"the key '{shown(key)}' twice: keep one")
        return key


def as_word(value: object) -> str:
    """A scalar as the word that a key would be."""
    if isinstance(value, str):
        return value
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _plain(word: str) -> Any:  # noqa: ANN401 - whatever YAML holds
    if word.lower() in _WORDS:
        return _WORDS[word.lower()]
    if _INTEGER.fullmatch(word):
        return int(word)
    return float(word) if _FLOAT.fullmatch(word) else word
