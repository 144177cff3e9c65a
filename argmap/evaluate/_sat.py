"""The MaxSAT solver, where it is installed (extra [sat])."""

from collections.abc import Iterable
from importlib.util import find_spec
from types import TracebackType
from typing import Self


def sat_installed() -> bool:
    """Whether python-sat can be imported."""
    return find_spec("pysat") is not None


class Chooser:
    """Chooses the smallest rejection that nothing excludes yet. To be used in a `with` statement."""

    def __init__(self) -> None:
        from pysat.examples.rc2 import RC2  # type: ignore[import-untyped] # noqa: PLC0415 - an extra, and slow to import
        from pysat.formula import WCNF  # type: ignore[import-untyped] # noqa: PLC0415

        self._solver = RC2(WCNF())
        self._number: dict[str, int] = {}
        self._name: dict[int, str] = {}
        self._none_left = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._solver.delete()

    def _variable(self, root: str) -> int:
        if root not in self._number:
            number = self._number[root] = len(self._number) + 1
            self._name[number] = root
            self._solver.add_clause([-number], weight=1)
        return self._number[root]

    def exclude(self, spared: Iterable[str], rejected: Iterable[str]) -> None:
        """Exclude the rejections that spare all of the first and include all of the second."""
        clause: list[int] = [self._variable(root) for root in sorted(spared)]
        clause += [-self._variable(root) for root in sorted(rejected)]
        if clause:
            self._solver.add_clause(clause)
        else:
            self._none_left = True

    def next(self) -> frozenset[str] | None:
        """The smallest rejection left; None if there is none."""
        model = None if self._none_left else self._solver.compute()
        if model is None:
            return None
        return frozenset(self._name[number] for number in model if number in self._name)
