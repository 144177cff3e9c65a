"""The shipped tagger and parser, another one in their place, and how ours are trained."""

import hashlib
import lzma
from itertools import groupby
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config

from argmap.errors import PipelineMissingError, PipelineUnfitError
from argmap.extract import extract
from argmap.extract.nlp import register
from argmap.extract.train import train
from argmap.extract.treebank import as_one_sentence, read_treebank, to_gold
from argmap.extract.weights import VARIABLE, WEIGHTS, grammar, load, save
from argmap.model import Citations
from tests.extract.conftest import make

CONLLU = """# newdoc id = one
# text = They didn't sell it -- "no".
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsell\tsell\tVERB\tVB\t_\t0\troot\t_\t_
5\tit\tit\tPRON\tPRP\t_\t4\tobj\t_\t_
5.1\tleft\tleave\tVERB\tVBD\t_\t_\t_\t_\t_
6\t--\t--\tPUNCT\t:\t_\t4\tpunct\t_\t_
7\t"\t"\tPUNCT\t``\t_\t8\tpunct\t_\tSpaceAfter=No
8\tno\tno\tINTJ\tUH\t_\t4\tparataxis\t_\tSpaceAfter=No
9\t"\t"\tPUNCT\t''\t_\t8\tpunct\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tSpaceAfter=No

# text = Rents rose.
1\tRents\trent\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\trose\trise\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newdoc id = two
# text = Mills fell.
1\tMills\tmill\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    for name in ("ewt-train", "ewt-dev", "gum-train", "gum-dev"):
        (tmp_path / f"{name}.conllu.xz").write_bytes(lzma.compress((CONLLU * 30).encode()))
    return tmp_path


def test_a_treebank_is_read_as_texts(treebank: Path) -> None:
    sentences = list(read_treebank(treebank / "gum-dev.conllu.xz"))[:3]
    texts = [
        to_gold(spacy.blank("en").vocab, list(group)) for _, group in groupby(sentences, key=lambda one: one.document)
    ]
    assert [doc.text.strip() for doc in texts] == ['They didn\'t sell it -- "no".Rents rose.', "Mills fell."]
    first = texts[0]
    assert [token.head.text for token in first][:4] == ["sell", "sell", "sell", "sell"]
    assert [sentence[0].text for sentence in first.sents] == ["They", "Rents"]
    assert to_gold(first.vocab, sentences[:1], typeset=True).text == "They didn’t sell it — “no”."


def test_a_text_is_told_that_it_is_one_sentence() -> None:
    doc = as_one_sentence(spacy.blank("en")("No. The mill fell."))
    assert [token.is_sent_start for token in doc] == [True] + [False] * 5


def test_ours_tags_and_parses() -> None:
    doc = load()("The abbot sold the mill, but the tenants refused it.")
    tags = {token.text: token.tag_ for token in doc}
    assert (tags["sold"], tags["tenants"], tags["but"]) == ("VBD", "NNS", "CC")
    assert {token.text for token in doc if token.dep_ == "nsubj"} == {"abbot", "tenants"}


def test_the_weights_are_small_and_say_what_they_are() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.rglob("*") if path.is_file()) <= 15_000_000
    assert "CC BY-SA 4.0" in (WEIGHTS / "LICENSE").read_text("utf-8")
    assert "python -m argmap.extract.train" in (WEIGHTS / "MODEL_CARD.md").read_text("utf-8")


def test_the_weights_were_trained_from_where_the_command_says() -> None:
    paths = load_config(WEIGHTS / "config.cfg")["paths"]
    assert paths == {"treebanks": "../shared/data/treebanks"} | {name: None for name in paths if name != "treebanks"}


def test_storing_again_changes_nothing(tmp_path: Path) -> None:
    save(load(), tmp_path)
    for path in sorted(WEIGHTS.glob("*/*")):
        assert (tmp_path / path.relative_to(WEIGHTS)).read_bytes() == path.read_bytes()


def test_our_components_run_behind_it() -> None:
    register()
    nlp = load()
    nlp.add_pipe("argmap_voice")
    doc = nlp("Hartwell, the tutor of the prince, argued that the mill was sold.")
    assert [voice.speaker for voice in doc.user_data["argmap_voice"]] == ["Hartwell"]


@Language.component("tests_chain")
def chain(doc: Doc) -> Doc:
    """A dummy parser: every word hangs on the one before it; the first is the head."""
    words = [token.text for token in doc]
    return Doc(
        doc.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in doc],
        tags=["NN"] * len(words),
        heads=[max(0, index - 1) for index in range(len(words))],
        deps=["ROOT"] + ["dep"] * (len(words) - 1),
    )


def test_a_user_may_name_another_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = spacy.blank("en")
    other.add_pipe("tests_chain")
    other.to_disk(tmp_path / "other")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    assert grammar().pipe_names == other.pipe_names
    text = "The plan came from the abbot, but the decision was made by the bishop."
    assert [claim.text for claim in extract(make(text), Citations()).claims] == [text]
    monkeypatch.delenv(VARIABLE)
    assert len(extract(make(text), Citations()).claims) == 2


def test_a_pipeline_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "no_such_pipeline")
    with pytest.raises(PipelineMissingError, match=r"no_such_pipeline.*ARGMAP_SPACY"):
        extract(make("It is clear that the mill was sold."), Citations())


@pytest.mark.parametrize(
    ("language", "parses", "why"), [("en", False, "does not tag and parse"), ("de", True, "language is 'de'")]
)
def test_an_unfit_pipeline_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, why: str, *, parses: bool
) -> None:
    other = spacy.blank(language)
    if parses:
        other.add_pipe("tests_chain")
    other.to_disk(tmp_path / "other")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    with pytest.raises(PipelineUnfitError, match=rf"{why}.*--pipeline"):
        grammar()


def test_a_pipeline_that_does_not_load_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = spacy.blank("en")
    other.add_pipe("tests_chain")
    other.to_disk(tmp_path / "other")
    config = tmp_path / "other" / "config.cfg"
    config.write_text(config.read_text("utf-8").replace("tests_chain", "tests_unknown"), "utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    with pytest.raises(PipelineUnfitError, match="does not load"):
        grammar()


@pytest.mark.slow
def test_training_twice_gives_the_same_bytes(treebank: Path, tmp_path: Path) -> None:
    def digests(name: str) -> dict[str, str]:
        to = tmp_path / name
        train(treebank, to, {"training.max_steps": 2, "training.eval_frequency": 2})
        return {
            str(p.relative_to(to)): hashlib.sha256(p.read_bytes()).hexdigest() for p in to.rglob("*") if p.is_file()
        }

    first = digests("first")
    assert len(first) > 6
    assert digests("second") == first
