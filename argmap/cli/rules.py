"""`argmap rules`."""

from argmap.cli.terminal import say


def rules() -> None:
    """All rules with their codes."""
    from argmap import show
    from argmap.check import RULES

    say(show.rules(RULES))
