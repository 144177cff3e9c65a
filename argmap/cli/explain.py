"""`argmap explain`."""

from typing import Annotated

import typer

from argmap.cli.terminal import say


def explain(code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name.")]) -> None:
    """What a rule does, and why.

    Example: `argmap explain CL001`
    """
    from argmap.check import explain as explain_rule

    say(explain_rule(code))
