"""JSON of any depth: sections may be nested deeper than the standard library's writer goes."""

import json
from typing import Any


def dump_json(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """A value as indented JSON, without recursion."""
    pieces: list[str] = []
    waiting: list[tuple[str, Any, int]] = [("", value, 0)]
    while waiting:
        before, item, depth = waiting.pop()
        pieces.append(before)
        if isinstance(item, dict | list) and item:
            mapped = item if isinstance(item, dict) else None
            inside, outside = "\n" + " " * (depth + 1), "\n" + " " * depth
            pieces.append("[" if mapped is None else "{")
            waiting.append((f"{outside}{']' if mapped is None else '}'}", _NOTHING, depth))
            heads = (
                [("", part) for part in item]
                if mapped is None
                else [(f"{_ENCODE(str(key))}: ", part) for key, part in mapped.items()]
            )
            waiting += [
                (f"{',' if at else ''}{inside}{head}", part, depth + 1) for at, (head, part) in enumerate(heads)
            ][::-1]
        elif item is not _NOTHING:
            pieces.append(_ENCODE(item))
    return "".join(pieces)


_NOTHING = object()
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
