"""Fitting the conditional random field of argmap.cite.tagger: adaptive gradient steps over small batches, with dropout.

The weights are the mean of several fits that see the references in other orders and drop other features; as scores are
sums of weights, that is the mean of their scores. Deterministic. One pass over LinkedBooks and AnyStyle takes some six seconds of computing.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # it has no types

from argmap.cite.tagger import BITS, LABELS, chains

Floats = NDArray[np.float32]
Example = tuple[NDArray[np.int32], list[int]]  # words × features, a label a word

_BATCH = 64
_START = 0.01  # of the sums of squared gradients
_SLOWEST = 0.2  # of the first rate, in the last pass


@dataclass(frozen=True, slots=True)
class Settings:
    """`dropout` is the share of features that a step does not see: books differ in words, and no word may decide alone."""

    fits: int = 3
    passes: int = 4
    rate: float = 0.05
    dropout: float = 0.4


def fit(examples: Sequence[Example], settings: Settings) -> tuple[Floats, Floats]:
    """Weights of features × labels and of label behind label: the mean of `settings.fits` fits."""
    fits = [_fit(examples, settings, number) for number in range(settings.fits)]
    many = np.float32(len(fits))
    return sum((one for one, _ in fits[1:]), fits[0][0]) / many, sum((one for _, one in fits[1:]), fits[0][1]) / many


def _fit(examples: Sequence[Example], settings: Settings, number: int) -> tuple[Floats, Floats]:
    """One fit, the `number`th, averaged over the second half of its passes."""
    size = len(LABELS)
    weights, squares = np.zeros((1 << BITS, size), np.float32), np.full((1 << BITS, 1), _START, np.float32)
    steps, steps_squares = np.zeros((size + 1, size), np.float32), np.full((size + 1, size), _START, np.float32)
    weights_total, steps_total, counted = np.zeros_like(weights), np.zeros_like(steps), 0
    dice = np.random.default_rng(number + 1)
    batches = _batches(examples)
    for turn in range(settings.passes):
        random.Random(number * settings.passes + turn).shuffle(batches)  # noqa: S311 - no secret
        rate = settings.rate * (1 - (1 - _SLOWEST) * turn / settings.passes)
        loss = 0.0
        for batch in batches:
            used, seen = _matrix([numbers for numbers, _ in batch], settings.dropout, dice)
            surprise, slope, steps_slope = gradient(seen @ weights[used], [labels for _, labels in batch], steps)
            loss += surprise
            slope = seen.T @ slope
            squares[used] += np.square(slope).mean(axis=1, keepdims=True)
            weights[used] -= rate * slope / np.sqrt(squares[used])
            steps_squares += np.square(steps_slope)
            steps -= rate * steps_slope / np.sqrt(steps_squares)
        print(f"fit {number + 1}, pass {turn + 1}: {loss / len(examples):.3f} nats a reference")
        if turn >= settings.passes // 2:
            weights_total += weights
            steps_total += steps
            counted += 1
    return weights_total / np.float32(counted), steps_total / np.float32(counted)


def _batches(examples: Sequence[Example]) -> list[list[Example]]:
    """References of about the same length together."""
    by_length = sorted(examples, key=lambda example: len(example[1]))
    return [by_length[first : first + _BATCH] for first in range(0, len(by_length), _BATCH)]


def _matrix(
    numbers: list[NDArray[np.int32]], dropout: float, dice: np.random.Generator
) -> tuple[NDArray[np.int32], csr_matrix]:
    """The features that occur, and words × these features with those dropped left out."""
    rows = np.concatenate(numbers)
    used, columns = np.unique(rows, return_inverse=True)
    seen = (dice.random(rows.size, dtype=np.float32) >= dropout) / np.float32(1 - dropout)
    starts = np.arange(0, rows.size + 1, rows.shape[1])
    return used, csr_matrix((seen.astype(np.float32), columns.ravel(), starts), shape=(len(rows), len(used)))


def gradient(scores: Floats, labels: list[list[int]], steps: Floats) -> tuple[float, Floats, Floats]:
    """Surprise at the labels in nats, and its slope by `scores` (words × labels, references in a row) and by `steps`."""
    lengths = np.array([len(path) for path in labels])
    places = np.minimum(np.arange(lengths.max())[:, None], lengths - 1) + np.cumsum(lengths) - lengths
    live = np.arange(lengths.max())[:, None] < lengths
    highest = scores.max(axis=1, keepdims=True)
    forward, backward, norms, steps_slope = _passed(np.exp(scores - highest)[places], live, steps)
    rows = places[live]
    slope = np.empty_like(scores)
    slope[rows] = (forward * backward)[live]
    gold = np.concatenate(labels)
    every = np.arange(len(gold))
    slope[every, gold] -= 1
    right = float(scores[every, gold].sum())
    for path in labels:
        behind = [len(LABELS), *path[:-1]]
        np.add.at(steps_slope, (behind, path), -1)
        right += float(steps[behind, path].sum())
    return float(np.log(norms).sum() + highest.sum()) - right, slope, steps_slope.astype(np.float32)


def _passed(
    words: Floats, live: NDArray[np.bool_], steps: Floats
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Forward and backward over places × references × labels: both, the norms, and how often a step is expected."""
    between = chains(steps)
    forward, norms = np.empty(words.shape), np.ones(live.shape)
    for place, word in enumerate(words):
        reached = (forward[place - 1] @ between if place else np.exp(steps[-1])) * word
        norm = reached.sum(axis=1)
        norms[place] = np.where(live[place], norm, 1)
        forward[place] = np.where(live[place][:, None], reached / norm[:, None], forward[place - 1])
    backward, expected = np.ones(words.shape), np.zeros(steps.shape)
    for place in range(len(words) - 1, 0, -1):
        ahead = words[place] * backward[place] / norms[place][:, None]
        expected[:-1] += (forward[place - 1] * live[place][:, None]).T @ ahead
        backward[place - 1] = np.where(live[place][:, None], ahead @ between.T, 1)
    expected[:-1] *= between
    expected[-1] = (forward[0] * backward[0]).sum(axis=0)
    return forward, backward, norms, expected
