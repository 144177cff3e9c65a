"""Time that may be spent."""

from time import monotonic


class SpentError(Exception):
    """The time is up. Never leaves argmap.evaluate: the result says that it is partial."""


class Budget:
    """So many seconds from now; None is for ever."""

    def __init__(self, seconds: float | None = None) -> None:
        self._end = None if seconds is None else monotonic() + seconds

    @property
    def limited(self) -> bool:
        """Whether there is an end."""
        return self._end is not None

    def is_over(self) -> bool:
        """Whether the time is up."""
        return self._end is not None and monotonic() >= self._end

    def check(self) -> None:
        """Raise `SpentError` if the time is up."""
        if self.is_over():
            raise SpentError
