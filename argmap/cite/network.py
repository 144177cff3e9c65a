"""A small network beside the linear scores of argmap.cite.tagger: what it learns of words it carries over to other books.

Each word's features are looked up in tables of vectors; layers of maxout units (Goodfellow et al. 2013) see a word with its
neighbours, each adding to the one before; the mean over the whole reference says what kind it is. Linear features learn
words by heart, the network what is like them: the two err in different places, and the sum of both is read. Weights
(`network.npz`) are trained by tests/bench/neural.py; what they are trained on says tagger.txt.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TABLES = (
    (0, 8192, 48), (1, 512, 16), (2, 4096, 24), (3, 512, 16), (5, 2048, 16), (6, 2048, 16), (8, 1024, 16), (9, 1024, 8),
    (-7, 128, 8), (-6, 128, 8), (-5, 128, 8), (-4, 512, 8), (-3, 128, 8), (-2, 256, 8),
)  # fmt: skip
"""Of each table the column of `tagger.features` it stands for, its rows and the length of its vectors."""
PIECES = 3
_LEAST = np.float32(1e-5)
_AT_ONCE = 6  # words


@dataclass(frozen=True, slots=True)
class Layer:
    """Inputs × (units × pieces) and their shift; scale and shift of each unit behind it."""

    weights: Floats
    shift: Floats
    scale: Floats
    centre: Floats

    def __call__(self, inputs: Floats) -> Floats:
        """The largest of each unit's pieces, of mean nought and variance one in each word."""
        pieces = _product(inputs, self.weights)
        pieces += self.shift
        units = len(self.scale)
        best: Floats = np.maximum(pieces[:, :units], pieces[:, units : 2 * units])
        np.maximum(best, pieces[:, 2 * units :], out=best)
        best -= best.sum(axis=1, keepdims=True) / np.float32(units)
        spread = np.sqrt(np.einsum("ij,ij->i", best, best) / np.float32(units) + _LEAST)
        best /= spread[:, None]
        best *= self.scale
        best += self.centre
        return best


def _product(inputs: Floats, weights: Floats) -> Floats:
    """Inputs times weights, a few words at a time: products so small stay in one thread, and wait for no other where processes are many."""
    count, size = inputs.shape
    full = count // _AT_ONCE * _AT_ONCE
    out = np.empty((count, weights.shape[1]), np.float32)
    np.matmul(
        inputs[:full].reshape(-1, _AT_ONCE, size), weights, out=out[:full].reshape(-1, _AT_ONCE, weights.shape[1])
    )
    np.matmul(inputs[full:], weights, out=out[full:])
    return out


@dataclass(frozen=True, slots=True)
class Network:
    """Tables, layers, and weights of units × labels: of each word, and of the mean of all words of a reference."""

    tables: tuple[Floats, ...]
    layers: tuple[Layer, ...]
    word: Floats
    whole: Floats
    bias: Floats
    steps: Floats

    def scores(self, numbers: NDArray[np.intp]) -> Floats:
        """Words × labels of one reference, whose feature numbers are words × features."""
        looked_up = [
            table[numbers[:, column] % rows] for table, (column, rows, _) in zip(self.tables, TABLES, strict=True)
        ]
        seen = self.layers[0](np.concatenate(looked_up, axis=1))
        wide = np.zeros((len(seen), 3 * seen.shape[1]), np.float32)
        units = seen.shape[1]
        for layer in self.layers[1:]:
            wide[1:, :units] = seen[:-1]
            wide[:, units : 2 * units] = seen
            wide[:-1, 2 * units :] = seen[1:]
            seen += layer(wide)
        out: Floats = seen @ self.word + (seen.mean(axis=0) @ self.whole + self.bias)
        return out


@cache
def trained() -> Network:
    """The one that is shipped."""
    with files("argmap.cite").joinpath("network.npz").open("rb") as file, np.load(file) as saved:
        return from_arrays({name: saved[name] for name in saved.files})


def from_arrays(saved: dict[str, NDArray[np.float32 | np.int8]]) -> Network:
    """A network from its arrays; whole numbers are in units of the array called `… scale`."""

    def array(name: str) -> Floats:
        made: Floats = saved[name].astype(np.float32)
        return made * saved[f"{name} scale"] if f"{name} scale" in saved else made

    layers: list[Layer] = []
    while f"weights{len(layers)}" in saved:
        layers.append(Layer(*(array(f"{name}{len(layers)}") for name in ("weights", "shift", "scale", "centre"))))
    tables = tuple(array(f"table{index}") for index in range(len(TABLES)))
    return Network(tables, tuple(layers), *(array(name) for name in ("word", "whole", "bias", "steps")))
