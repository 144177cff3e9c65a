"""Our own model as JSON: nothing is lost either way."""

from pydantic import ValidationError

from argmap.errors import NotAMapError
from argmap.model import ArgumentMap


def read_json(text: str, path: str) -> ArgumentMap:
    """Read a map from the JSON that `write_json` makes.

    Raises:
        NotAMapError: If it is no such JSON, or a relation leads nowhere.
    """
    try:
        found = ArgumentMap.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise NotAMapError(path, None, f"{place or 'the file'}: {first['msg']}") from None
    fault = _fault(found)
    if fault:
        raise NotAMapError(path, None, fault)
    return found


def write_json(argument_map: ArgumentMap) -> str:
    """The map as JSON, empty fields left out."""
    return argument_map.model_dump_json(indent=2, exclude_defaults=True) + "\n"


def _fault(found: ArgumentMap) -> str | None:
    """What is wrong with the map's references, if anything is."""
    for what, ids in (
        ("claim", [claim.id for claim in found.claims]),
        ("relation", [relation.id for relation in found.relations]),
        ("source", [source.id for source in found.sources]),
    ):
        if len(set(ids)) < len(ids):
            twice = next(name for name in ids if ids.count(name) > 1)
            return f"two {what}s are called '{twice}': give each its own id"
    claims, relations = found.claim_of, {relation.id for relation in found.relations}
    for relation in found.relations:
        targets = relations if relation.kind == "undercut" else claims
        lost = [name for name in relation.premises if name not in claims]
        lost += [] if relation.target in targets else [relation.target]
        if lost:
            return f"the relation {relation.id} names '{lost[0]}', which is not in the map"
        if not relation.premises:
            return f"the relation {relation.id} has no premises"
    return None
