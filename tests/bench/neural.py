"""Fitting the network of argmap.cite.network under the chain of labels of tests.bench.random_field, by hand in numpy.

Adam (Kingma and Ba 2015) over small batches; whole features and single units are dropped, as books differ in words. The
weights are the mean of those of the last steps. Deterministic; takes about two minutes of computing.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # it has no types

from argmap.cite.network import PIECES, TABLES
from argmap.cite.tagger import LABELS
from tests.bench.random_field import Example, Floats, gradient

_SHIFT = np.float32(1e-5)
_MOMENTUM, _SQUARES = np.float32(0.9), np.float32(0.98)
_STEEPEST = 5.0
_WARM = 200  # steps until the full rate
_LAST_RATE = 0.03
_MEAN_FROM, _MEAN_EVERY = 0.8, 20


@dataclass(frozen=True, slots=True)
class Settings:
    """`dropout` is the share of features that a step does not see, `units_out` that of units."""

    passes: int = 4
    batch: int = 32
    rate: float = 0.003
    dropout: float = 0.4
    units_out: float = 0.15
    layers: int = 2
    units: int = 64


@dataclass(frozen=True, slots=True)
class _Batch:
    """References in a row: feature rows of each table, how many words each has, and their labels."""

    rows: NDArray[np.intp]
    lengths: NDArray[np.intp]
    labels: list[list[int]]

    @property
    def sums(self) -> csr_matrix:
        """References × words: what sums up the words of each."""
        count = len(self.rows)
        starts = np.concatenate([[0], np.cumsum(self.lengths)])
        return csr_matrix((np.ones(count, np.float32), np.arange(count), starts), shape=(len(self.lengths), count))

    @property
    def beside(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Of each word the one before and the one behind in its reference; their number, where there is none."""
        count = len(self.rows)
        ends = np.cumsum(self.lengths)
        before, behind = np.arange(count) - 1, np.arange(count) + 1
        before[ends - self.lengths], behind[ends - 1] = count, count
        return before, behind


@dataclass(frozen=True, slots=True)
class _Passed:
    """What a layer keeps for its slope: inputs, which piece was largest, and the units' deviations in units of `spread`."""

    inputs: Floats
    largest: NDArray[np.intp]
    units: Floats
    spread: Floats


def fit(examples: Sequence[Example], settings: Settings) -> dict[str, Floats]:
    """The arrays of a network, named as `network.from_arrays` wants them."""
    dice = np.random.default_rng(1)
    weights = _begin(settings)
    descent, total = _Descent(weights), {name: np.zeros_like(one) for name, one in weights.items()}
    batches = _batches(examples, settings.batch)
    counted = 0
    for turn in range(settings.passes):
        random.Random(turn).shuffle(batches)  # noqa: S311 - no secret
        loss = 0.0
        for batch in batches:
            surprise, slopes = _slopes(weights, batch, settings, dice)
            loss += surprise
            done = (descent.steps + 1) / (settings.passes * len(batches))
            rate = settings.rate * min(1.0, (descent.steps + 1) / _WARM) * (1 - (1 - _LAST_RATE) * done)
            descent.step(slopes, rate)
            if done > _MEAN_FROM and descent.steps % _MEAN_EVERY == 0:
                counted += 1
                for name, one in weights.items():
                    total[name] += one
        print(f"network, pass {turn + 1}: {loss / len(examples):.3f} nats a reference")
    return {name: one / np.float32(counted) for name, one in total.items()}


def _begin(settings: Settings) -> dict[str, Floats]:
    dice = np.random.default_rng(0)

    def spread(rows: int, columns: int, size: float) -> Floats:
        return (dice.standard_normal((rows, columns)) * size).astype(np.float32)

    made = {f"table{index}": spread(rows, length, 0.1) for index, (_, rows, length) in enumerate(TABLES)}
    for layer in range(settings.layers + 1):
        inputs = 3 * settings.units if layer else sum(length for _, _, length in TABLES)
        made[f"weights{layer}"] = spread(inputs, settings.units * PIECES, (2 / inputs) ** 0.5)
        made[f"shift{layer}"] = np.zeros(settings.units * PIECES, np.float32)
        made[f"scale{layer}"] = np.ones(settings.units, np.float32)
        made[f"centre{layer}"] = np.zeros(settings.units, np.float32)
    size = len(LABELS)
    made |= {name: np.zeros((settings.units, size), np.float32) for name in ("word", "whole")}
    return made | {"bias": np.zeros(size, np.float32), "steps": np.zeros((size + 1, size), np.float32)}


def _batches(examples: Sequence[Example], size: int) -> list[_Batch]:
    """References of about the same length together."""
    by_length = sorted(examples, key=lambda example: len(example[1]))
    out = []
    for first in range(0, len(by_length), size):
        some = by_length[first : first + size]
        numbers = np.concatenate([one for one, _ in some])
        rows = np.stack([numbers[:, column] % height for column, height, _ in TABLES], axis=1)
        out.append(_Batch(rows, np.array([len(labels) for _, labels in some]), [labels for _, labels in some]))
    return out


@dataclass(slots=True)
class _Descent:
    """Adam: weights and, of each, the mean slope and the mean squared slope of the last steps."""

    weights: dict[str, Floats]
    momentum: dict[str, Floats] = field(init=False)
    squares: dict[str, Floats] = field(init=False)
    steps: int = 0

    def __post_init__(self) -> None:
        self.momentum, self.squares = (
            {name: np.zeros_like(one) for name, one in self.weights.items()} for _ in range(2)
        )

    def step(self, slopes: dict[str, Floats], rate: float) -> None:
        """One step down; where slopes are too steep a shorter one."""
        self.steps += 1
        norm = sum(float(np.square(slope).sum()) for slope in slopes.values()) ** 0.5
        steepness = np.float32(min(1.0, _STEEPEST / norm))
        rate = rate / (1 - float(_MOMENTUM) ** self.steps)
        known = np.float32(1 - float(_SQUARES) ** self.steps)
        momentum, squares = self.momentum, self.squares
        for name, slope in slopes.items():
            momentum[name] = _MOMENTUM * momentum[name] + (1 - _MOMENTUM) * steepness * slope
            squares[name] = _SQUARES * squares[name] + (1 - _SQUARES) * np.square(steepness * slope)
            self.weights[name] -= (
                np.float32(rate) * momentum[name] / (np.sqrt(squares[name] / known) + np.float32(1e-6))
            )


def _slopes(
    weights: dict[str, Floats], batch: _Batch, settings: Settings, dice: np.random.Generator
) -> tuple[float, dict[str, Floats]]:
    """Surprise at the labels of a batch, and its slope a reference by each weight."""
    sums, (before, behind) = batch.sums, batch.beside
    count = len(batch.rows)
    kept = _kept((count, len(TABLES)), settings.dropout, dice)
    looked_up = [weights[f"table{i}"][batch.rows[:, i]] * kept[:, i : i + 1] for i in range(len(TABLES))]
    seen, first = _layer(np.concatenate(looked_up, axis=1), weights, 0)
    passed, masks = [first], [kept]
    for layer in range(1, settings.layers + 1):
        masks.append(_kept(seen.shape, settings.units_out, dice))
        some = np.concatenate([seen * masks[-1], np.zeros((1, settings.units), np.float32)])
        more, one = _layer(np.concatenate([some[before], some[:-1], some[behind]], axis=1), weights, layer)
        passed.append(one)
        seen = seen + more
    means = (sums @ seen) / batch.lengths[:, None].astype(np.float32)
    scores = seen @ weights["word"] + np.repeat(means @ weights["whole"], batch.lengths, axis=0) + weights["bias"]
    surprise, slope, steps = gradient(scores, batch.labels, weights["steps"])
    slope = (slope / len(batch.labels)).astype(np.float32)
    of_means = sums @ slope
    out = {"word": seen.T @ slope, "whole": means.T @ of_means, "bias": slope.sum(axis=0)}
    out["steps"] = steps / np.float32(len(batch.labels))
    back = of_means @ weights["whole"].T / batch.lengths[:, None].astype(np.float32)
    down = slope @ weights["word"].T + np.repeat(back, batch.lengths, axis=0)
    for layer in range(settings.layers, 0, -1):
        wide = _layer_slopes(down, passed[layer], weights, layer, out)
        units = np.zeros((count + 1, settings.units), np.float32)
        units[:-1] = wide[:, settings.units : 2 * settings.units]
        units[before] += wide[:, : settings.units] * (before < count)[:, None]
        units[behind] += wide[:, 2 * settings.units :] * (behind < count)[:, None]
        down = down + units[:-1] * masks[layer]
    _table_slopes(_layer_slopes(down, passed[0], weights, 0, out), batch, kept, out)
    return surprise, out


def _kept(shape: tuple[int, ...], share: float, dice: np.random.Generator) -> Floats:
    """Nought for what is dropped, and for the rest what makes up for it."""
    seen = dice.random(shape, dtype=np.float32) >= share
    return seen.astype(np.float32) / np.float32(1 - share)


def _layer(inputs: Floats, weights: dict[str, Floats], layer: int) -> tuple[Floats, _Passed]:
    pieces = (inputs @ weights[f"weights{layer}"] + weights[f"shift{layer}"]).reshape(len(inputs), PIECES, -1)
    largest = pieces.argmax(axis=1)
    best = np.take_along_axis(pieces, largest[:, None], axis=1)[:, 0]
    best -= best.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.square(best).mean(axis=1, keepdims=True) + _SHIFT)
    units = best / spread
    return units * weights[f"scale{layer}"] + weights[f"centre{layer}"], _Passed(inputs, largest, units, spread)


def _layer_slopes(
    slope: Floats, passed: _Passed, weights: dict[str, Floats], layer: int, out: dict[str, Floats]
) -> Floats:
    """The slope by a layer's inputs; those by its weights go to `out`."""
    out[f"scale{layer}"], out[f"centre{layer}"] = (slope * passed.units).sum(axis=0), slope.sum(axis=0)
    slope = slope * weights[f"scale{layer}"]
    along = (slope * passed.units).mean(axis=1, keepdims=True)
    slope = (slope - slope.mean(axis=1, keepdims=True) - passed.units * along) / passed.spread
    pieces = np.zeros((len(slope), PIECES, slope.shape[1]), np.float32)
    np.put_along_axis(pieces, passed.largest[:, None], slope[:, None], axis=1)
    flat = pieces.reshape(len(slope), -1)
    out[f"weights{layer}"], out[f"shift{layer}"] = passed.inputs.T @ flat, flat.sum(axis=0)
    inputs: Floats = flat @ weights[f"weights{layer}"].T
    return inputs


def _table_slopes(slope: Floats, batch: _Batch, kept: Floats, out: dict[str, Floats]) -> None:
    begin, count = 0, len(batch.rows)
    for index, (_, height, length) in enumerate(TABLES):
        some = slope[:, begin : begin + length] * kept[:, index : index + 1]
        places = csr_matrix(
            (np.ones(count, np.float32), (batch.rows[:, index], np.arange(count))), shape=(height, count)
        )
        out[f"table{index}"] = places @ some
        begin += length


def whole_numbers(arrays: dict[str, Floats]) -> dict[str, NDArray[np.int8] | Floats]:
    """The tables and weights as whole numbers of one byte each, every column with a scale of its own; the rest as it is."""
    out: dict[str, NDArray[np.int8] | Floats] = {}
    for name, array in arrays.items():
        if name.startswith(("table", "weights")):
            scale = np.maximum(np.abs(array).max(axis=0), np.float32(1e-6)) / np.float32(127)
            out[name], out[f"{name} scale"] = np.round(array / scale).astype(np.int8), scale
        else:
            out[name] = array
    return out
