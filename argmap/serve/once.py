"""A bounded cache that computes each value once, however many threads ask for it at the same time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Once(Generic[Key, Thing]):
    """Remembers the `size` values used last. A computation that raises is not remembered, and raises for all askers."""

    def __init__(self, compute: Callable[[Key], Thing], size: int) -> None:
        self._compute = compute
        self._size = size
        self._lock = Lock()
        self._kept: OrderedDict[Key, Future[Thing]] = OrderedDict()

    def __call__(self, key: Key) -> Thing:
        """The value for a key."""
        future, first = self._claim(key)
        if first:
            try:
                future.set_result(self._compute(key))
            except BaseException as error:
                self._forget(key, future)
                future.set_exception(error)
                raise
        return future.result()

    def _claim(self, key: Key) -> tuple[Future[Thing], bool]:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key], False
            future: Future[Thing] = Future()
            self._kept[key] = future
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
            return future, True

    def _forget(self, key: Key, future: Future[Thing]) -> None:
        with self._lock:
            if self._kept.get(key) is future:
                del self._kept[key]
