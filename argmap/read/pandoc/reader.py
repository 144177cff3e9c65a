"""What Pandoc reads for argmap: OpenDocument, LaTeX, reStructuredText, Org, MediaWiki and JATS.

Pandoc is a program of its own and gives no places in the file, so offsets count the text that is written from its tree;
a finding in such a text has no line.
"""

import re

from argmap.model import Document, Format, Loss
from argmap.read.pandoc.latex import latex_losses, tag_latex
from argmap.read.pandoc.mediawiki import tag_mediawiki, template_words
from argmap.read.pandoc.numbers import numbered
from argmap.read.pandoc.org import tag_org
from argmap.read.pandoc.rst import tag_rst
from argmap.read.pandoc.run import run_pandoc
from argmap.read.pandoc.tags import Tagged
from argmap.read.pandoc.tree import Walk
from argmap.read.pandoc.xml import tag_jats, tag_odt
from argmap.read.written import compose

_NAMES: dict[Format, str] = {
    "odt": ".odt", "latex": "LaTeX", "rst": "reStructuredText", "org": "Org", "mediawiki": "wikitext", "jats": "JATS",
}  # fmt: skip
PANDOC_FORMATS = frozenset(_NAMES)
_WARNING = re.compile(r"\[WARNING\] (.{1,300})")


def read_pandoc(form: Format, data: bytes, text: str, path: str) -> Document:
    """Read a file through Pandoc.

    Args:
        form: One of the formats above.
        data: The file, for OpenDocument.
        text: The file's decoded text, for the others.
        path: For messages.

    Raises:
        ExtraMissingError: No Pandoc.
        ReaderFailedError, BrokenFileError, TooLargeError, TooManyPartsError: As they say.
    """
    tagged = _tagged(form, data, text, path)
    tree, log = run_pandoc(tagged.data, tagged.reader, path, _NAMES[form])
    walk = Walk(tagged.tagger, template_words if form == "mediawiki" else _no_words)
    found = walk.walk(tree, show_title=form != "odt")
    blocks, notes = numbered(found, skip_taken=form == "rst")
    losses = [*tagged.losses, *_warnings(log)]
    if form == "latex":
        losses += latex_losses(tagged.data.decode(), log)
    told = [Loss(what=what, detail=tagged.tagger.strip(detail)) for what, detail in dict.fromkeys(losses)]
    return compose(form, blocks, notes, told, walk.title)


def _tagged(form: Format, data: bytes, text: str, path: str) -> Tagged:
    if form == "odt":
        return tag_odt(data, path)
    if form == "jats":
        return tag_jats(text, path)
    taggers = {"latex": tag_latex, "rst": tag_rst, "org": tag_org, "mediawiki": tag_mediawiki}
    return taggers[form](text.replace("\r\n", "\n").replace("\r", "\n"))


def _no_words(_words: str) -> None:
    """Raw markup of other formats has no words to show."""


def _warnings(log: list[str]) -> list[tuple[str, str]]:
    return [("Pandoc's warning", match[1]) for line in log if (match := _WARNING.match(line))]
