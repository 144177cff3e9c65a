"""Trains the shipped tagger and parser: `python -m argmap.extract.train`. Deterministic, one process, no network.

    python -m argmap.extract.train [--treebanks FOLDER] [--to FOLDER] [--steps N]

The configuration is train.cfg beside this file; MODEL_CARD.md beside the weights says what the shipped ones reach.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from spacy import util
from spacy.language import Language
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import registry
from thinc.api import Config, NumpyOps, set_current_ops

from argmap.extract.encoder import learn_words, register
from argmap.extract.treebank import as_one_sentence, read_treebank, to_gold
from argmap.extract.weights import WEIGHTS, save

HERE = Path(__file__).parent


def treebanks(folder: str, files: list[str], typeset: bool) -> Callable[[Language], Iterator[Example]]:  # noqa: FBT001 - a spaCy reader's settings come by name
    """Reader `argmap.treebanks.v1`: sentences one by one, cut by the pipeline's own tokenizer, as the stage parses them.

    Args:
        folder: Where the files are.
        files: Their names, read in this order; one named twice counts twice.
        typeset: Whether every second sentence gets printed quotation marks and dashes, when a file is read again the others.
    """
    made: list[Example] = []

    def examples(nlp: Language) -> Iterator[Example]:
        if not made:
            made.extend(read(nlp))
        return iter(made)

    def read(nlp: Language) -> Iterator[Example]:
        for position, name in enumerate(files):
            again = files[:position].count(name)
            for number, sentence in enumerate(read_treebank(Path(folder) / name), start=again):
                gold = to_gold(nlp.vocab, [sentence], typeset=typeset and number % 2 == 1)
                yield Example(as_one_sentence(nlp.make_doc(gold.text)), gold)

    return examples


def train(folder: Path, to: Path, overrides: dict[str, object] | None = None) -> Language:
    """Train on the treebanks in `folder` and write the pipeline to `to`, its weights as 16-bit numbers.

    What is kept is the state with the best mean of tags, UAS and LAS on the development texts.

    Args:
        folder: Holds the files named in train.cfg.
        to: Made if it is not there; the files of a pipeline in it are overwritten.
        overrides: Settings of the configuration by dotted name.
    """
    register()
    registry.readers.register("argmap.treebanks.v1", func=treebanks)
    config = util.load_config(
        HERE / "train.cfg", overrides={"paths.treebanks": str(folder), **(overrides or {})}, interpolate=True
    )
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own matrix product takes a third of the time
    with TemporaryDirectory() as scratch:
        nlp = init_nlp(config)
        _learn_words(nlp, config)
        train_loop(nlp, Path(scratch), stdout=sys.stdout, stderr=sys.stderr)
        nlp = util.load_model_from_path(Path(scratch) / "model-best")
    save(nlp, to)
    return nlp


def _learn_words(nlp: Language, config: Config) -> None:
    """Let the encoder know the words of the training texts, each read once, as spaCy levels their spelling."""
    given = config["corpora"]["train"]
    texts = treebanks(given["folder"], list(dict.fromkeys(given["files"])), typeset=given["typeset"])
    model = dict(nlp.pipeline)["tok2vec"].model  # type: ignore[attr-defined]  # spaCy's components share no type
    learn_words(model, (token.norm for example in texts(nlp) for token in example.predicted))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, default=Path("../shared/data/treebanks"))
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    parser.add_argument("--steps", type=int, help="stop after so many batches; to try the command out")
    given = parser.parse_args(arguments)
    overrides = {"training.max_steps": given.steps, "training.eval_frequency": given.steps} if given.steps else {}
    train(given.treebanks, given.to, dict(overrides))


if __name__ == "__main__":
    main()
