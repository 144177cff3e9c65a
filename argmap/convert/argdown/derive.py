"""What a model says between the lines: relations of reconstructed arguments, strict relations, exploded arguments.

- A relation of an argument with a structure is one of its conclusion, and an undercut of it one of its last inference.
- In strict mode support between statements is entailment, and attack contrariety.
- `explodeArguments` makes an argument of every step; `regroup` makes other sections.
"""

from argmap.convert.argdown.data import mapping
from argmap.convert.argdown.official import Link, Model, Node, Saying, Section


def derive(model: Model) -> None:
    """Change a model as its own settings and the rules above say."""
    for node in (*model.statements.values(), *model.arguments.values()):
        if node.section is None and node.members:
            node.section = node.members[0].section
    settings = mapping(model.settings.get("model"))
    if settings.get("transformArgumentRelations", True):
        _of_conclusions(model)
    if settings.get("mode") == "strict":
        _strict(model)
    _redundant(model)
    if settings.get("explodeArguments"):
        for title in list(model.arguments):
            _explode(model, model.arguments[title])
    _regroup(model)


def _remove(relations: list[Link], link: Link) -> None:
    """Take a relation out; where it is not there the last one goes, as in the official tool."""
    at = next((at for at, one in enumerate(relations) if one is link), -1)
    if relations:
        del relations[at]


def _of_conclusions(model: Model) -> None:
    kept = []
    known: dict[tuple[int, int, str], Link] = {}
    for node in model.statements.values():
        for link in node.relations:
            known.setdefault((id(node), id(link.target), link.kind), link)
    for link in model.relations:
        keep = True
        source = link.source
        if isinstance(source, Node) and source.argument and source.structure:
            conclusion = model.statements[source.structure[-1].title or ""]
            _remove(source.relations, link)
            link.source = conclusion
            if (id(conclusion), id(link.target), link.kind) in known:
                _remove(link.target.relations, link)
                keep = False
            else:
                known[id(conclusion), id(link.target), link.kind] = link
                conclusion.relations.append(link)
        target = link.target
        if isinstance(target, Node) and target.argument and target.structure and link.kind == "undercut":
            known.pop((id(link.source), id(target), link.kind), None)
            keep = _undercut_of_last(link, target) and keep
            if keep:
                known.setdefault((id(link.source), id(link.target), link.kind), link)
        if keep:
            kept.append(link)
    model.relations = kept


def _undercut_of_last(link: Link, argument: Node) -> bool:
    """Let an undercut of an argument target its last inference; whether it is new there."""
    step = argument.structure[-1].step
    if step is None:
        return True
    link.target = step
    _remove(step.relations, link)
    if any(one.source is link.source and one.kind == link.kind for one in step.relations):
        _remove(link.source.relations, link)
        return False
    step.relations.append(link)
    return True


def _between_statements(link: Link) -> bool:
    return all(isinstance(end, Node) and not end.argument for end in (link.source, link.target))


def _strict(model: Model) -> None:
    kept = []
    contrary: set[tuple[int, int]] = set()
    for link in model.relations:
        if _between_statements(link) and link.kind == "support":
            link.kind = "entails"
        elif _between_statements(link) and link.kind == "attack":
            if (id(link.source), id(link.target)) in contrary:
                _remove(link.source.relations, link)
                _remove(link.target.relations, link)
                continue
            link.kind = "contrary"
            contrary |= {(id(link.source), id(link.target)), (id(link.target), id(link.source))}
        kept.append(link)
    model.relations = kept


def _redundant(model: Model) -> None:
    """Leave out a statement's attack on an argument if it attacks one of its premises."""
    kept = []
    for link in model.relations:
        source, target = link.source, link.target
        if (
            link.kind == "attack"
            and isinstance(source, Node)
            and not source.argument
            and isinstance(target, Node)
            and target.argument
            and target.structure
            and _attacks_premise(source, {line.title for line in target.structure if line.role == "premise"})
        ):
            _remove(source.relations, link)
            _remove(target.relations, link)
            continue
        kept.append(link)
    model.relations = kept


def _attacks_premise(source: Node, premises: set[str | None]) -> bool:
    for link in source.relations:
        other = link.other(source)
        attacks = link.symmetric or (link.kind == "attack" and link.source is source)
        if attacks and isinstance(other, Node) and not other.argument and other.title in premises:
            return True
    return False


def _explode(model: Model, argument: Node) -> None:
    """An argument of several steps becomes one argument a step; the last takes its relations."""
    steps = [_step(model, argument.structure, at) for at, line in enumerate(argument.structure) if line.step]
    if len(steps) <= 1:
        return
    made = []
    for number, lines in enumerate(steps, 1):
        new = Node(f"{argument.title} - {number}", argument=True)
        new.members, new.tags, new.data = argument.members, argument.tags, argument.data
        new.section, new.place, new.structure = argument.section, argument.place, lines
        for line in lines:
            line.argument = new.title
        made.append(new)
    made[-1].relations = argument.relations
    for link in argument.relations:
        if link.source is argument:
            link.source = made[-1]
        else:
            link.target = made[-1]
    del model.arguments[argument.title]
    model.arguments.update((new.title, new) for new in made)


def _step(model: Model, lines: list[Saying], at: int) -> list[Saying]:
    conclusion = lines[at]
    data = [mapping(conclusion.step.data) if conclusion.step else {}, mapping(conclusion.data)]
    uses = next((one[key] for key in ("uses", "from") for one in data if isinstance(one.get(key), list)), None)
    if uses is None:
        first = next((back for back in range(at - 1, -1, -1) if lines[back].role == "intermediary-conclusion"), 0)
        numbers = list(range(at - 1, first - 1, -1))
    else:
        numbers = [use - 1 for use in uses if isinstance(use, int) and 0 < use <= len(lines)]
    step = [_again(model, lines[number], "premise") for number in numbers]
    if uses is None:
        step.reverse()
    return [*step, _again(model, conclusion, "main-conclusion")]


def _again(model: Model, line: Saying, role: str) -> Saying:
    """A copy of a line in another role, in its place among the members of its class."""
    copy = Saying(line.place, role, line.top, line.title, line.text, line.ranges, line.tags, line.data)
    copy.reference, copy.section, copy.argument, copy.step = line.reference, line.section, line.argument, line.step
    members = model.statements[line.title or ""].members
    at = next((at for at, one in enumerate(members) if one is line), None)
    if at is not None:
        del members[at]
    members.append(copy)
    return copy


def _regroup(model: Model) -> None:
    """Sections as the front matter's `group: {regroup: [...]}` lists them."""
    wanted = mapping(model.settings.get("group")).get("regroup")
    if not isinstance(wanted, list) or not wanted:
        return
    model.sections = []
    for node in (*model.statements.values(), *model.arguments.values()):
        node.section, node.regrouped = None, True
    waiting: list[tuple[dict[str, object], int, Section | None]] = []
    waiting += [(config, at, None) for at, config in enumerate(wanted) if isinstance(config, dict)]
    for config, number, parent in waiting:  # which grows while it is gone through
        closed, tags = config.get("isClosed"), config.get("tags")
        section = Section(f"s{number}", parent.level + 1 if parent else 1, str(config.get("title", "")), parent=parent)
        section.is_closed = closed if isinstance(closed, bool) else None
        section.tags = tags if isinstance(tags, list) else None
        (parent.children if parent else model.sections).append(section)
        for key, nodes in (("statements", model.statements), ("arguments", model.arguments)):
            for title in _listed(config, key):
                if isinstance(title, str) and title in nodes:
                    nodes[title].section = section
        children = enumerate(_listed(config, "children"), number + 1)
        waiting += [(child, at, section) for at, child in children if isinstance(child, dict)]


def _listed(config: dict[str, object], key: str) -> list[object]:
    value = config.get(key)
    return value if isinstance(value, list) else []
