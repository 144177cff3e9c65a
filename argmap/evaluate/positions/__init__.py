"""Positions: what can be held together where the default status leaves claims contested.

Grounded, complete, preferred and stable positions are Dung's (Artificial Intelligence 77, 1995), semi-stable ones
Caminada's (COMMA 2006), the ideal one Dung, Mancarella and Toni's (Artificial Intelligence 171, 2007). They are computed on
abstract frameworks, and on maps by the equations that give their default status (`_of_map`).
"""

from argmap.evaluate.positions._files import FRAMEWORK_SUFFIXES, is_framework, read_framework
from argmap.evaluate.positions._positions import SEMANTICS, accepts, find_positions
from argmap.evaluate.positions.framework import Framework, framework_of

__all__ = [
    "FRAMEWORK_SUFFIXES",
    "SEMANTICS",
    "Framework",
    "accepts",
    "find_positions",
    "framework_of",
    "is_framework",
    "read_framework",
]
