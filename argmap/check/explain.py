"""The documentation of a rule, for people."""

from argmap.check.rule import Rule
from argmap.check.rules import RULES
from argmap.errors import UnknownNameError


def explain(code_or_name: str) -> str:
    """The rule's doc in Markdown under a title line.

    Raises:
        UnknownNameError: If no rule has that code or name.
    """
    rule = find(code_or_name)
    return f"# {rule.code} {rule.name} ({rule.severity})\n\n{rule.doc.strip()}\n"


def find(code_or_name: str) -> Rule:
    """The rule with that code (in any case) or name.

    Raises:
        UnknownNameError: If there is none.
    """
    wanted = code_or_name.strip().casefold().replace("_", "-")
    for rule in RULES:
        if wanted in (rule.code.casefold(), rule.name):
            return rule
    raise UnknownNameError("rule", code_or_name, [name for rule in RULES for name in (rule.code, rule.name)])
