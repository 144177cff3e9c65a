"""`argmap format`."""

from typing import Annotated

import typer

from argmap.cli.terminal import say, warn


def format_map(
    paths: Annotated[list[str], typer.Argument(metavar="FILE", help="Argdown maps; '-' is standard input.")],
    *,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; exit 1 if a file is not formatted.")] = False,
) -> None:
    """Lay out Argdown files: indentation, blank lines, spaces. Words, comments and order stay as they are.

    Example: `argmap format map.argdown`
    """
    from argmap.convert import format_argdown
    from argmap.errors import EncodingError
    from argmap.files import read_bytes, write_bytes

    changed = 0
    for path in paths:
        data = read_bytes(path)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise EncodingError(path, error.start, None) from None
        formatted = format_argdown(text, path)
        changed += formatted != text
        if check and formatted != text:
            warn(f"{path}: not formatted. Run 'argmap format {path}'.")
        elif path == "-" and not check:
            say(formatted)
        elif not check and formatted != text:
            write_bytes(path, formatted.encode())
            say(f"{path}: formatted")
    raise typer.Exit(int(check and changed > 0))
