"""The tagger and parser under our components: where the shipped ones are kept, how they are stored, how they are loaded.

Weights are written as 16-bit numbers and read back as 32-bit ones, which halves their size (MODEL_CARD.md has the cost).
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]  # spaCy's own reader of msgpack, without stubs
from spacy import util
from spacy.language import Language
from thinc.api import NumpyOps

from argmap.errors import PipelineMissingError, PipelineUnfitError
from argmap.extract.encoder import register

WEIGHTS = Path(__file__).parent / "weights"
VARIABLE = "ARGMAP_SPACY"
"""Names, in the environment, the installed spaCy pipeline to use in place of ours; a folder will do too."""

_META = {
    "name": "argmap_prose",
    "description": "Tagger and parser for argmap, trained on UD English EWT and the free part of UD English GUM",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8,<3.9",
}
_KEPT_OUT = ("vocab", "tokenizer")
"""Both are spaCy's own for English; nothing of them is learnt."""
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "entity_linker", "textcat")


def save(nlp: Language, to: Path) -> None:
    """Write a pipeline with 16-bit weights and, in meta.json, what it is and may be used for."""
    measured = {key: nlp.meta.get("performance", {}).get(key) for key in ("tag_acc", "dep_uas", "dep_las")}
    nlp.meta.update(_META, performance=measured)  # not the speed: the same weights are to be the same files
    nlp.to_disk(to, exclude=_KEPT_OUT)
    for path in sorted(to.glob("*/model")):
        message = srsly.msgpack_loads(path.read_bytes())
        message["params"] = [
            {name: value if value is None else value.astype("float16") for name, value in node.items()}
            for node in message["params"]
        ]
        path.write_bytes(srsly.msgpack_dumps(message))


def load(path: Path = WEIGHTS) -> Language:
    """The pipeline written by `save`."""
    register()
    nlp = util.load_model_from_path(path, exclude=_KEPT_OUT)
    for _, component in nlp.pipeline:
        _widen(component)
        for label in getattr(component, "labels", ()):
            for part in label.split(
                "||"
            ):  # a label lifted over a crossing arc keeps its head's (Nivre and Nilsson 2005)
                nlp.vocab.strings.add(part)
    return nlp


def _widen(component: Any) -> None:  # noqa: ANN401 - spaCy's components share no type
    """Make the weights of a component 32-bit numbers, and let numpy multiply them: three times as fast as the default."""
    ops = NumpyOps(use_blis=False)
    for node in component.model.walk():
        node.ops = ops
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, node.get_param(name).astype("float32"))


def grammar() -> Language:
    """The tagger and parser to use: the one named in the environment, else our own. Loaded once, on first use.

    Raises:
        PipelineMissingError: If the one named is not installed.
        PipelineUnfitError: If it cannot be loaded, is not for English, or does not tag and parse.
    """
    return _grammar(os.environ.get(VARIABLE, ""))


@cache
def _grammar(name: str) -> Language:
    if not name:
        return load()
    try:
        nlp = spacy.load(name, exclude=list(_UNUSED))
    except OSError as error:
        raise PipelineMissingError(name) from error
    except (ImportError, ValueError) as error:
        raise PipelineUnfitError(name, "it does not load: " + str(error).partition("\n")[0]) from error
    if nlp.lang != "en":
        raise PipelineUnfitError(name, f"its language is {nlp.lang!r}")
    tried = nlp("Rents rose.")
    if not (tried.has_annotation("TAG") and tried.has_annotation("DEP")):
        raise PipelineUnfitError(name, "it does not tag and parse")
    return nlp
