"""Where Pandoc is: a program of its own, which reads some formats for argmap and sets its bibliographies."""

import shutil

from argmap.errors import ExtraMissingError


def find_pandoc(path: str, what: str, task: str = "read") -> str:
    """The program: the one of the extra, else the one on the PATH.

    Args:
        path: The file it is wanted for, for messages.
        what: What it is to `task`: a format's name ("LaTeX").
        task: A verb.

    Raises:
        ExtraMissingError: If neither is there.
    """
    try:
        import pypandoc  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra without types, slow to import

        found = str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        found = shutil.which("pandoc") or ""
    if not found:
        raise ExtraMissingError(path, what, "pandoc", " (or install Pandoc itself)", task)
    return found
