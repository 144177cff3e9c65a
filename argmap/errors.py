"""What argmap raises on bad *use*. Bad *data* is never an exception: it is a Finding.

Every message is one line and says what to do next; the command line prints it and exits with 2.
One class is one cause, and the class makes its message.
"""

from collections.abc import Iterable


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
            f"{path}: {seen}. argmap reads .docx, Markdown, plain text and Tika's bracketed text: save it as one of these."
        )


class BrokenFileError(ArgmapError):
    """A file that claims a format and is damaged."""

    def __init__(self, path: str, format_name: str, why: str) -> None:
        super().__init__(
            f"{path}: not a readable {format_name} file ({why}). Open it in its program and save it again."
        )


class EncodingError(ArgmapError):
    """Bytes that are not UTF-8 text."""

    def __init__(self, path: str, offset: int, guess: str | None) -> None:
        hint = f"it looks like {guess}: convert it with 'iconv -f {guess} -t UTF-8'" if guess else "save it as UTF-8"
        super().__init__(f"{path}: not UTF-8 text (first bad byte at {offset}); {hint}.")


class UnknownNameError(ArgmapError):
    """A source, rule, claim or format that does not exist; offers the nearest ones."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches  # noqa: PLC0415 - only on the way out

        names = sorted(known)
        near = get_close_matches(name, names, n=3, cutoff=0.5)
        hint = f"Did you mean {', '.join(near)}?" if near else f"Known: {', '.join(names[:12]) or 'none'}."
        super().__init__(f"no {what} is called '{name}'. {hint}")


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
        super().__init__(f"Graphviz could not draw the map ({why}). Write .dot and look at it, or draw a smaller map.")


class NoTextError(ArgmapError):
    """A seminar that has a map only."""

    def __init__(self) -> None:
        super().__init__("This seminar has no text. Serve an essay, or a case with a brief, to see one.")


class CannotListenError(ArgmapError):
    """An address that a server cannot be given."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(f"cannot listen on {host} port {port} ({why}). Choose another with --port or --host.")
