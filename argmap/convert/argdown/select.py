"""Which statements and arguments an argument map shows, by the settings in `selection`.

They are explained at https://argdown.org/guide/creating-argument-maps.html .
"""

from typing import Any

from argmap.convert.argdown.data import mapping
from argmap.convert.argdown.official import Link, Model, Node, Step


class Selection:
    """What is chosen of one model: `statements` and `arguments` by title, in order.

    First by section, tag and name; then the statements by `statementSelectionMode`; then connected arguments.
    """

    def __init__(self, model: Model) -> None:
        settings = mapping(model.settings.get("selection"))
        self._model = model
        self._settings = settings
        self._keep_lone = not settings.get("excludeDisconnected", True)
        self._heed_flags = not settings.get("ignoreIsInMap")
        self.statements = {title: node for title, node in model.statements.items() if self._wanted(node)}
        self.arguments = {title: node for title, node in model.arguments.items() if self._wanted(node)}
        self.statements = {title: node for title, node in self.statements.items() if self._statement(node)}
        self.arguments = {title: node for title, node in self.arguments.items() if self._argument(node)}

    def _list(self, key: str) -> Any:  # noqa: ANN401 - a list or words, as the file has it
        value = self._settings.get(key)
        return value if isinstance(value, list | str) else None

    def _wanted(self, node: Node) -> bool:
        shown = mapping(node.data).get("isInMap", True)
        if self._heed_flags and shown is not True:
            return False
        left_out = self._list("excludeArguments" if node.argument else "excludeStatements")
        if left_out and node.title in left_out:
            return False
        sections, tags = self._list("selectedSections"), self._list("selectedTags")
        if sections is not None:
            without = node.section is None and self._settings.get("selectElementsWithoutSection") is True
            if not without and (node.section is None or node.section.title not in sections):
                return False
        if tags is not None:
            without = not node.tags and self._settings.get("selectElementsWithoutTag") is True
            return without or any(tag in tags for tag in node.tags or ())
        return True

    def shows(self, link: Link, end: Node | Step) -> bool:
        """Whether one end of a relation is shown, itself or by an argument that has it in the right role."""
        if isinstance(end, Step):
            return end.argument in self.arguments
        if end.argument:
            return end.title in self.arguments
        if end.title in self.statements:
            return True
        role = "premise" if link.target is end else "main-conclusion"
        return any(
            (link.symmetric or member.role == role) and member.argument in self.arguments for member in end.members
        )

    def _shows_other(self, link: Link, end: Node | Step) -> bool:
        return self.shows(link, link.other(end))

    def _statement(self, node: Node) -> bool:
        if self._heed_flags and mapping(node.data).get("isInMap") is True:
            return True
        included = self._list("includeStatements")
        if included and node.title in included:
            return True
        related = any(self._shows_other(link, node) for link in node.relations)
        used = any(
            member.role in {"premise", "main-conclusion"} and member.argument in self.arguments
            for member in node.members
        )
        return (self._keep_lone or used or related) and self._by_mode(node, related=related, used=used)

    def _by_mode(self, node: Node, *, related: bool, used: bool) -> bool:
        mode = self._settings.get("statementSelectionMode") or "with-title"
        if mode == "with-title":
            return (related and not used) or not node.title.startswith("Untitled")
        if mode == "top-level":
            return (related and not used) or bool(node.used.get("isUsedAsTopLevelStatement"))
        if mode == "with-more-than-one-relation":
            return related and (not used or sum(self._partners(link, node) for link in node.relations) > 1)
        return {"all": True, "with-relations": related, "not-used-in-argument": not used}.get(str(mode), False)

    def _partners(self, link: Link, node: Node) -> int:
        other = link.other(node)
        if isinstance(other, Step):
            return int(other.argument in self.arguments)
        if other.argument:
            return int(other.title in self.arguments)
        if node.title not in self.statements:
            return 0
        role = "premise" if link.target is other else "main-conclusion"
        return sum(member.role == role and member.argument in self.arguments for member in other.members)

    def _argument(self, node: Node) -> bool:
        if self._keep_lone or (self._heed_flags and mapping(node.data).get("isInMap") is True):
            return True
        if any(self._shows_other(link, node) for link in node.relations):
            return True
        return any(self._line_connects(node, at) for at in range(len(node.structure)))

    def _line_connects(self, node: Node, at: int) -> bool:
        line = node.structure[at]
        step = line.step if line.role != "premise" else None
        if step and any(self._shows_other(link, step) for link in step.relations):
            return True
        if line.role == "intermediary-conclusion":
            return False
        statement = self._model.statements[line.title or ""]
        for link in statement.relations:
            wrong = link.source if line.role == "premise" else link.target
            if (link.symmetric or wrong is not statement) and self._shows_other(link, statement):
                return True
        other = "main-conclusion" if line.role == "premise" else "premise"
        return statement.title in self.statements or any(
            member.role == other and member.argument in self.arguments for member in statement.members
        )
