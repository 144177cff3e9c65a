"""The JSON Schema of what the commands print, made from the models."""

from typing import Any

from pydantic.json_schema import models_json_schema

from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, Citations, Difference, Document, Evaluation, Extraction, Report, Value

OUTPUTS: dict[str, type[Value]] = {
    "read": Document,
    "extract": Extraction,
    "cite": Citations,
    "check": Report,
    "evaluate": Evaluation,
    "diff": Difference,
    "map": ArgumentMap,
}

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(name: str | None = None) -> dict[str, Any]:
    """The schema of one output, or of all under their names.

    Raises:
        UnknownNameError: If no command prints that.
    """
    if name is None:
        outputs = [(model, "serialization") for model in OUTPUTS.values()]
        references, definitions = models_json_schema(outputs)  # type: ignore[arg-type]  # the literal widens in a list
        properties = {key: references[model, "serialization"] for key, model in OUTPUTS.items()}
        return {"$schema": DIALECT, "title": "argmap", "type": "object", "properties": properties, **definitions}
    if name not in OUTPUTS:
        raise UnknownNameError("output", name, OUTPUTS)
    return {"$schema": DIALECT, **OUTPUTS[name].model_json_schema(mode="serialization")}
