"""The encoder under the tagger and the parser: one vector a word, made of its letters and of the whole sentence around it.

Two spaCy architectures. `argmap.WordEmbed.v1` embeds a word by what it is, if training met it twice, and by its ends and
its shape, so that words met for the first time still say what they are. `argmap.SentenceEncoder.v1` alternates a window
of three words with a gated recurrence that runs over the sentence in both directions. The recurrence has no product of
matrices inside its loop (Bradbury et al., "Quasi-recurrent neural networks", ICLR 2017; Lei et al., "Simple recurrent
units", EMNLP 2018), and costs numpy next to nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Linear,
    Maxout,
    Model,
    chain,
    concatenate,
    expand_window,
    list2ragged,
    ragged2list,
    residual,
    with_array,
)
from thinc.types import Ragged

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]

_FEATURES = "argmap_features"
_KNOWN = "known"
_ENDS: tuple[slice, ...] = (slice(3), slice(-2, None), slice(-3, None), slice(-4, None))
"""Of a word in small letters: its first three, its last two, three and four."""


def register() -> None:
    """Make both architectures known to spaCy. To be called before a pipeline that names them is made or loaded."""
    registry.architectures.register("argmap.WordEmbed.v1", func=word_embed)
    registry.architectures.register("argmap.SentenceEncoder.v1", func=sentence_encoder)


def word_embed(width: int, words: int, parts: int) -> Model[Any, Any]:
    """Docs to a list of arrays (tokens, width), each token by itself.

    Args:
        width: Of the vectors.
        words: Rows of the table of words.
        parts: Rows of each table of shapes and ends, whose vectors are half as wide.
    """
    half = width // 2
    tables: list[Model[Any, Any]] = [HashEmbed(width, words, column=0, seed=8)]
    tables += [HashEmbed(half, parts, column=1 + n, seed=9 + n) for n in range(1 + len(_ENDS))]
    mix = Maxout(width, width + half * (1 + len(_ENDS)), nP=3, normalize=True, dropout=0.0)
    return chain(_features(), list2ragged(), with_array(concatenate(*tables)), with_array(mix), ragged2list())


def _features() -> Model[Any, Any]:
    """Docs to arrays (tokens, 2 + ends) of keys: word, shape, ends. The keys of known words are stored with the weights.

    In training a word is made a stranger as often as any number is dropped out, so that its ends and its neighbours
    learn to speak for it (as in Dozat and Manning, "Deep biaffine attention", ICLR 2017).
    """
    kept: dict[int, tuple[int, ...]] = {}

    def forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Keys], Callable[..., Any]]:  # noqa: FBT001 - thinc calls it so
        known = np.frombuffer(model.attrs[_KNOWN], dtype=np.uint64)
        keys = [_keys(doc, known, kept) for doc in docs]
        for rows in keys if is_train else ():
            rows[model.ops.get_dropout_mask((len(rows),), model.attrs["dropout_rate"]) == 0, 0] = 0
        return keys, lambda _: []

    return Model(_FEATURES, forward, attrs={_KNOWN: b"", "dropout_rate": 0.0})


def _keys(doc: Doc, known: Keys, kept: dict[int, tuple[int, ...]]) -> Keys:
    given = doc.to_array(["NORM", "SHAPE", "LOWER"]).astype(np.uint64).reshape(len(doc), 3)
    lower = given[:, 2].tolist()
    for key in {key for key in lower if key not in kept}:
        text = doc.vocab.strings[key]
        kept[key] = tuple(get_string_id(f"{n}{text[end]}") for n, end in enumerate(_ENDS))
    ends = np.array([kept[key] for key in lower], dtype=np.uint64).reshape(len(doc), len(_ENDS))
    return np.concatenate([_if_known(given[:, :1], known), given[:, 1:2], ends], axis=1)


def _if_known(words: Keys, known: Keys) -> Keys:
    """The words, with 0 for those that are not among the known, which are in order."""
    if not known.size:
        return np.zeros_like(words)
    found = known[np.minimum(np.searchsorted(known, words), known.size - 1)]
    return np.where(found == words, words, np.uint64(0))


def learn_words(model: Model[Any, Any], norms: Iterable[int]) -> None:
    """Give a model the words it is to know: those that come at least twice. All others share one vector."""
    keys, counts = np.unique(np.fromiter(norms, dtype=np.uint64), return_counts=True)
    for node in model.walk():
        if node.name == _FEATURES:
            node.attrs[_KNOWN] = keys[counts > 1].tobytes()


def sentence_encoder(width: int, depth: int, hidden: int) -> Model[Any, Any]:
    """Lists of arrays (tokens, width) to the same, each token now with what stands around it.

    Args:
        width: Of the vectors, in and out.
        depth: How often a window and a recurrence follow each other.
        hidden: Numbers that the recurrence carries on in each direction.
    """
    layers: list[Model[Any, Any]] = []
    for _ in range(depth):
        window = Maxout(width, 3 * width, nP=3, normalize=True, dropout=0.0)
        layers.append(residual(chain(expand_window(window_size=1), with_array(window))))
        layers.append(residual(_recurrence(width, hidden)))
    model: Model[Any, Any] = chain(list2ragged(), *layers, ragged2list())
    model.set_dim("nO", width, force=True)
    return model


def _recurrence(width: int, hidden: int) -> Model[Any, Any]:
    """Ragged (tokens, width) to the same: each token mixed with what has been carried to it from either end."""
    gates = Linear(4 * hidden, width)
    mix = Maxout(width, width + 2 * hidden, nP=3, normalize=True, dropout=0.0)
    return Model("argmap_recurrence", _mix, init=_initialize_layers, layers=[gates, mix])


def _initialize_layers(model: Model[Any, Any], X: object = None, Y: object = None) -> None:  # noqa: ARG001, N803 - thinc's names
    for layer in model.layers:
        layer.initialize()


def _mix(model: Model[Any, Any], given: Ragged, is_train: bool) -> tuple[Ragged, Callable[[Ragged], Ragged]]:  # noqa: FBT001 - thinc calls it so
    gates, mix = model.layers
    rows = given.dataXd
    gated, back_gates = gates(rows, is_train)
    carried, back_carry = _carry(gated, np.asarray(given.lengths))
    mixed, back_mix = mix(np.concatenate([rows, carried], axis=1), is_train)

    def backprop(d_mixed: Ragged) -> Ragged:
        d_both = back_mix(d_mixed.dataXd)
        width = rows.shape[-1]
        return Ragged(d_both[:, :width] + back_gates(back_carry(d_both[:, width:])), d_mixed.lengths)

    return Ragged(mixed, given.lengths), backprop


def _carry(gated: Floats, lengths: NDArray[np.int32]) -> tuple[Floats, Callable[[Floats], Floats]]:
    """h[t] = f[t] h[t-1] + (1 - f[t]) x[t] in every sentence, in both directions at once, and its gradient.

    The columns given are x and the gates f before the sigmoid, each first for reading forwards, then for backwards.
    """
    order = _in_step(lengths)
    half = gated.shape[1] // 2
    fresh = order.gather(gated[:, :half])
    keep = order.gather(_sigmoid(gated[:, half:]))
    carried = (1 - keep) * fresh
    for before, now in order.steps:
        carried[now] += keep[now] * carried[before]

    def backprop(d_given: Floats) -> Floats:
        d_carried = order.gather(d_given)
        for before, now in reversed(order.steps):
            d_carried[before] += keep[now] * d_carried[now]
        d_keep = -fresh * d_carried
        for before, now in order.steps:
            d_keep[now] += carried[before] * d_carried[now]
        d_fresh, d_gate = (1 - keep) * d_carried, d_keep * keep * (1 - keep)
        return np.concatenate([order.scatter(d_fresh), order.scatter(d_gate)], axis=1)

    return order.scatter(carried), backprop


def _sigmoid(gates: Floats) -> Floats:
    kept: Floats = _HALF * np.tanh(_HALF * (gates + _KEEP)) + _HALF  # without an exponent that could overflow
    return kept


_HALF: Final = np.float32(0.5)
_KEEP: Final = np.float32(1)
"""Added to the gates, so that at first much is carried on."""


class _InStep(NamedTuple):
    """Tokens in the order in which they are read: the first of every sentence, then the second of all that have one.

    Attributes:
        forwards: Where in the text stands the token read at each place, reading from the start.
        backwards: The same, reading from the end.
        steps: Of each step but the first: the places read just before in the same sentences, and the places read now.
    """

    forwards: NDArray[np.intp]
    backwards: NDArray[np.intp]
    steps: list[tuple[slice, slice]]

    def gather(self, rows: Floats) -> Floats:
        """Rows in the order of the text to rows in step: the first half of the columns forwards, the second backwards."""
        half = rows.shape[1] // 2
        return np.concatenate([rows[self.forwards, :half], rows[self.backwards, half:]], axis=1)

    def scatter(self, read: Floats) -> Floats:
        """Rows in step to rows in the order of the text."""
        half = read.shape[1] // 2
        rows = np.empty_like(read)
        rows[self.forwards, :half] = read[:, :half]
        rows[self.backwards, half:] = read[:, half:]
        return rows


def _in_step(lengths: NDArray[np.int32]) -> _InStep:
    """The order for sentences of these lengths; costs grow with the tokens."""
    longest_first = np.argsort(-lengths, kind="stable")
    ends = np.cumsum(lengths)[longest_first]
    starts = ends - lengths[longest_first]
    alive = (len(lengths) - np.cumsum(np.bincount(lengths)))[:-1].tolist()  # sentences longer than 0, 1, ... tokens
    bounds = np.cumsum([0, *alive]).tolist()
    steps = [
        (slice(bounds[t - 1], bounds[t - 1] + alive[t]), slice(bounds[t], bounds[t + 1])) for t in range(1, len(alive))
    ]
    forwards = [starts[:count] + step for step, count in enumerate(alive)]
    backwards = [ends[:count] - 1 - step for step, count in enumerate(alive)]
    none = np.zeros(0, dtype=np.intp)
    return _InStep(np.concatenate([none, *forwards]), np.concatenate([none, *backwards]), steps)
