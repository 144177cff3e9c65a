"""JSON, from the model itself."""

import json

from argmap.model import Report


def as_json(report: Report, _version: str) -> str:
    """The report's fields, indented by two; what UTF-8 cannot hold (bytes of a path) becomes a question mark."""
    written = json.dumps(report.model_dump(), ensure_ascii=False, indent=2)
    return written.encode(errors="replace").decode() + "\n"
