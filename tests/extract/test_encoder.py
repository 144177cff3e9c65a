"""The encoder under the tagger and parser: its gradients, what it knows of words, and that sentences do not mix."""

import numpy as np
import spacy
from numpy.testing import assert_allclose
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, fix_random_seed

from argmap.extract.encoder import learn_words, sentence_encoder, word_embed

WIDTH = 8


def encoder() -> Model[list[np.ndarray], list[np.ndarray]]:
    fix_random_seed(1)
    model = sentence_encoder(WIDTH, depth=2, hidden=3)
    model.initialize()
    return model


def sentences(*lengths: int) -> list[np.ndarray]:
    random = np.random.default_rng(2)
    return [random.normal(size=(length, WIDTH)).astype("float32") for length in lengths]


def embed(*known: str) -> tuple[Model[list[Doc], list[np.ndarray]], Vocab]:
    vocab = spacy.blank("en").vocab
    fix_random_seed(1)
    model = word_embed(WIDTH, words=50, parts=20)
    model.initialize()
    learn_words(model, [vocab[word].norm for word in known])
    return model, vocab


def test_every_token_hears_of_the_whole_sentence() -> None:
    given = sentences(30)
    before = encoder().predict(given)[0]
    for changed in (0, 29):
        other = given[0].copy()
        other[changed] += 1
        assert (np.abs(encoder().predict([other])[0] - before).max(axis=1) > 0).all()


def test_a_sentence_hears_nothing_of_its_neighbours() -> None:
    given = sentences(3, 1, 5, 2)
    together = encoder().predict(given)
    for alone, beside in zip(given, together, strict=True):
        assert_allclose(encoder().predict([alone])[0], beside, atol=1e-6)


def test_numbers_of_any_size_are_carried_without_overflow() -> None:
    loud = [rows * np.float32(1e4) for rows in sentences(5)]
    assert np.isfinite(encoder().predict(loud)[0]).all()


def test_an_empty_sentence_is_no_matter() -> None:
    assert [rows.shape for rows in encoder().predict(sentences(0, 2))] == [(0, WIDTH), (2, WIDTH)]


def test_the_gradient_is_that_of_the_numbers_given_out() -> None:
    model, given = encoder(), sentences(4, 1, 3)
    made, backprop = model(given, is_train=True)
    weights = sentences(4, 1, 3)
    found = np.concatenate(backprop(weights))
    step, asked = 1e-2, [(0, 0), (3, 5), (4, 2), (6, 7)]

    def total(row: int, column: int, by: float) -> float:
        moved = np.concatenate(given)
        moved[row, column] += by
        rows = model.predict(np.split(moved, [4, 5]))
        return float(sum((row * weight).sum() for row, weight in zip(rows, weights, strict=True)))

    measured = [(total(*place, step) - total(*place, -step)) / (2 * step) for place in asked]
    assert len(made) == 3
    assert_allclose([found[place] for place in asked], measured, rtol=0.05, atol=0.02)


def test_strange_words_with_the_same_ends_and_shape_are_alike() -> None:
    model, vocab = embed("mill", "mill")
    strange = model.predict([Doc(vocab, words=["preabcation", "prexyzcation"])])[0]
    assert_allclose(strange[0], strange[1])
    learn_words(model, [vocab["preabcation"].norm] * 2)
    known = model.predict([Doc(vocab, words=["preabcation", "prexyzcation"])])[0]
    assert not np.allclose(known[0], known[1])


def test_what_it_knows_is_stored_with_it() -> None:
    model, vocab = embed("mill", "mill")
    again, _ = embed()
    again.from_bytes(model.to_bytes())
    doc = Doc(vocab, words=["mill", "weir"])
    assert_allclose(model.predict([doc])[0], again.predict([doc])[0])


def test_in_training_a_word_is_at_times_a_stranger() -> None:
    model, vocab = embed("mill", "mill")
    docs = [Doc(vocab, words=["mill"] * 40)]
    alike = model.predict(docs)[0]
    assert_allclose(alike, np.broadcast_to(alike[0], alike.shape))
    node = next(node for node in model.walk() if node.name == "argmap_features")
    node.attrs["dropout_rate"] = 0.5
    drawn = model(docs, is_train=True)[0][0]
    assert 5 < sum(np.allclose(row, alike[0]) for row in drawn) < 35
