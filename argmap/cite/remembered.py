"""A reference is looked at several times while it is read: what was found in it is remembered."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

_SHORT = 600
_MOST = 4096
_Rest = ParamSpec("_Rest")
_Found = TypeVar("_Found")


def remembered(find: Callable[Concatenate[str, _Rest], _Found]) -> Callable[Concatenate[str, _Rest], _Found]:
    """The same function, which remembers what it found in the last short texts; what it gives must not be changed."""
    known = lru_cache(maxsize=_MOST)(find)

    @wraps(find)
    def look(text: str, /, *args: _Rest.args, **kwargs: _Rest.kwargs) -> _Found:
        return known(text, *args, **kwargs) if len(text) <= _SHORT else find(text, *args, **kwargs)  # type: ignore[arg-type]  # mypy cannot see that they are hashable

    return look
