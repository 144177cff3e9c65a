"""What argmap raises on bad *use*. Bad *data* is never an exception: it is a Finding.

Every message is one line and says what to do next; the command line prints it and exits with 2.
One class is one cause, and the class makes its message.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

_MOST_LISTED = 20


class ArgmapError(Exception):
    """Base of all errors that argmap raises on purpose."""


class FileMissingError(ArgmapError):
    """A path that does not exist."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: there is no such file. Check the spelling, or give '-' to read standard input.")


class FileUnreadableError(ArgmapError):
    """A path that exists and cannot be opened: a folder, or one without permission."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: cannot be opened ({why}). Give a file that you may read.")


class EmptyFileError(ArgmapError):
    """A file without any text."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: the file holds no text. Save the essay again and retry.")


class TooLargeError(ArgmapError):
    """Input larger than argmap reads, packed or unpacked."""

    def __init__(self, path: str, limit: int) -> None:
        megabytes = limit // 1_000_000
        super().__init__(f"{path}: more than {megabytes} MB of data. Split the text into chapters and read each.")


class TooManyPartsError(ArgmapError):
    """Input within the limit of size, in more pieces than argmap takes in reasonable time and memory."""

    def __init__(self, path: str, what: str, limit: int) -> None:
        super().__init__(f"{path}: more than {limit:,} {what}. Split the text into chapters and read each.")


class UnknownFormatError(ArgmapError):
    """A file in a format that argmap does not read."""

    def __init__(self, path: str, seen: str) -> None:
        super().__init__(
            f"{path}: {seen}. argmap reads .docx, .odt, PDF, HTML, EPUB, LaTeX, reStructuredText, Org, wikitext, JATS, Markdown, plain text and Tika's bracketed text: save it as one of these."
        )


class BrokenFileError(ArgmapError):
    """A file that claims a format and is damaged."""

    def __init__(self, path: str, format_name: str, why: str) -> None:
        super().__init__(
            f"{path}: not a readable {format_name} file ({why}). Open it in its program and save it again."
        )


class ProtectedFileError(ArgmapError):
    """A file whose text is encrypted (DRM)."""

    def __init__(self, path: str, format_name: str) -> None:
        super().__init__(
            f"{path}: this {format_name} is protected against copying (its text is encrypted). "
            "Get a copy without protection, or save the text as HTML or .docx."
        )


class EncodingError(ArgmapError):
    """Bytes that are not UTF-8 text."""

    def __init__(self, path: str, offset: int, guess: str | None) -> None:
        hint = f"it looks like {guess}: convert it with 'iconv -f {guess} -t UTF-8'" if guess else "save it as UTF-8"
        super().__init__(f"{path}: not UTF-8 text (first bad byte at {offset}); {hint}.")


class ExtraMissingError(ArgmapError):
    """What reads a format or sets a bibliography is not installed: it comes with one of argmap's extras."""

    def __init__(self, path: str, what: str, extra: str, else_do: str, task: str = "read") -> None:
        super().__init__(f"{path}: to {task} {what}, install the extra: pip install 'argmap[{extra}]'{else_do}.")


class ReaderFailedError(ArgmapError):
    """A program or library that reads a format for argmap gave up, or took too long."""

    def __init__(self, path: str, reader: str, why: str) -> None:
        super().__init__(f"{path}: {reader} could not read it ({why}). Mend the file, or save it as .docx or Markdown.")


class NoTextLayerError(ArgmapError):
    """A PDF of page images only."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: the pages are images without text. Run OCR over the PDF (ocrmypdf does), and retry.")


class UnknownNameError(ArgmapError):
    """A source, rule, claim or format that does not exist; offers the nearest ones."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"no {what} is called '{name}'. {_hint(name, known)}")


def _hint(name: str, known: Iterable[str]) -> str:
    """The nearest of the known names, or else the first of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way out

    names = sorted(known)
    near = get_close_matches(name[:100], names[:20_000], n=3, cutoff=0.5)  # it is slow
    more = f" and {len(names) - 12:,} more" if len(names) > 12 else ""  # noqa: PLR2004 - enough to choose from
    return f"Did you mean {', '.join(near)}?" if near else f"Known: {', '.join(names[:12]) or 'none'}{more}."


class NotACaseError(ArgmapError):
    """A folder without a map."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: not a case, for it holds no map.argdown. Give an essay, a map or a case folder.")


class EssayWithoutCaseError(ArgmapError):
    """An essay to be put beside something that is no case, and so has no anchors."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: an essay goes beside a case folder only. Leave '--essay' out, or name a case.")


class BrokenCaseError(ArgmapError):
    """A file of a case that does not have the shape it should have."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}.")


class NotAMapError(ArgmapError):
    """A file that should be a map and cannot be read as one."""

    def __init__(self, path: str, line: int | None, why: str) -> None:
        where = path if line is None else f"{path}:{line}"
        super().__init__(f"{where}: not a readable map ({why}).")


class Fault(Protocol):
    """What an error has to know of a finding."""

    @property
    def path(self) -> str:
        """The file."""

    @property
    def line(self) -> int | None:
        """1-based."""

    @property
    def column(self) -> int | None:
        """1-based."""

    @property
    def message(self) -> str:
        """What is wrong."""

    @property
    def suggestion(self) -> str | None:
        """What to do."""

    @property
    def severity(self) -> str:
        """How bad it is."""


class ArgdownError(NotAMapError):
    """A map whose text is no Argdown. `findings` are all its faults, in order; the first of them are in the message."""

    def __init__(self, path: str, findings: Sequence[Fault]) -> None:
        first, *others = findings
        why = first.message if first.suggestion is None else f"{first.message}: {first.suggestion}"
        places = [f"line {finding.line}: {finding.message}" for finding in others[:_MOST_LISTED]]
        if len(others) > _MOST_LISTED:
            places.append(f"and {len(others) - _MOST_LISTED} more")
        super().__init__(first.path, first.line, "; ".join([why, *places]))
        self.path = path
        self.findings = tuple(findings)


class NotAFrameworkError(ArgmapError):
    """A file that should be an abstract argumentation framework and cannot be read as one."""

    def __init__(self, path: str, line: int | None, why: str) -> None:
        where = path if line is None else f"{path}:{line}"
        super().__init__(f"{where}: not a readable framework ({why}).")


class NoPositionsError(ArgmapError):
    """A contested claim whose standard positions cannot be computed with."""

    def __init__(self, claim: str, standard: str) -> None:
        super().__init__(
            f"[{claim}] is contested and must be {standard}: positions cannot be computed for what it rests on. "
            "Take the default semantics (grounded), or give the claim another standard."
        )


class LossyConversionError(ArgmapError):
    """A strict conversion to a format that cannot carry all of a map."""

    def __init__(self, target: str, count: int, first: str) -> None:
        things = "one thing" if count == 1 else f"{count:,} things"
        super().__init__(
            f"{target}: not written, for the format cannot carry {things} of this map ({first}). "
            "Leave '--strict' out to write it and see them all, or choose another format."
        )


class AnchorsMissingError(ArgmapError):
    """Annotations of a text, asked of a map without one."""

    def __init__(self) -> None:
        super().__init__(
            "annotations tie claims to a text, and this map has none. Give a case folder with a brief and anchors.json."
        )


class PipelineMissingError(ArgmapError):
    """A spaCy pipeline that the user names and that is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: no spaCy pipeline of this name is installed. Install it (python -m spacy download {name}), "
            "or leave --pipeline out and ARGMAP_SPACY unset to use argmap's own."
        )


class PipelineUnfitError(ArgmapError):
    """A spaCy pipeline that the user names and that is there, but cannot be used."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{name}: this spaCy pipeline cannot be used ({why}). Name one for English with a tagger and a parser "
            "(en_core_web_sm), or leave --pipeline out and ARGMAP_SPACY unset to use argmap's own."
        )


class GraphvizMissingError(ArgmapError):
    """No `dot` on the PATH."""

    def __init__(self) -> None:
        super().__init__(
            "Graphviz is not installed ('dot' not found). Install the package 'graphviz' (apt install graphviz, "
            "brew install graphviz), or write .dot or .html, which need no Graphviz."
        )


class GraphvizFailedError(ArgmapError):
    """`dot` ran and failed, or took too long."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Graphviz could not draw the map ({why}). Draw less of it: --collapse for an overview, --focus CLAIM or "
            "--section NAME for a part; or write .dot and look at it."
        )


class PdfMissingError(ArgmapError):
    """A handout, where the library that joins pages is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "a handout needs the extra 'pdf': pip install 'argmap[pdf]'. "
            "Or write .html and print it: on paper it is the same handout."
        )


class BibliographyFailedError(ArgmapError):
    """Pandoc ran and set no bibliography, or took too long."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Pandoc could not set the bibliography ({why}). Leave the style out, or write CSL, BibTeX or RIS, which need no Pandoc."
        )


class WrongStandardError(ArgmapError):
    """A claim whose proof standard does not exist (then `why` is empty), or has numbers that make no sense."""

    def __init__(self, claim: str, standard: str, why: str, known: Iterable[str]) -> None:
        reason = f"{why}. Example: corroborated(2)." if why else f"there is none of that name. {_hint(standard, known)}"
        super().__init__(f"[{claim}] asks for the proof standard '{standard}': {reason}")


class SatMissingError(ArgmapError):
    """A question that was to be answered by a SAT solver, which is not installed."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} need the extra 'sat': pip install 'argmap[sat]'.")


class CannotCompareError(ArgmapError):
    """An essay and a map, of which one is no draft of the other."""

    def __init__(self, essay: str, other: str) -> None:
        super().__init__(
            f"{essay} is an essay and {other} is a map: two drafts of one thing can be compared. "
            "To check a map against an essay, serve the case with --essay."
        )


class NoTextError(ArgmapError):
    """A seminar that has a map only."""

    def __init__(self) -> None:
        super().__init__("This seminar has no text. Serve an essay, or a case with a brief, to see one.")


class CannotListenError(ArgmapError):
    """An address that a server cannot be given."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(f"cannot listen on {host} port {port} ({why}). Choose another with --port or --host.")
