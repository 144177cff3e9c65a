"""Which claims stand, why, and what falls with each source."""

from argmap.evaluate._evaluate import evaluate

__all__ = ["evaluate"]
