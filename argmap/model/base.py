"""The base of every value: frozen, closed, and serialised by its public names."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value. Unknown fields are refused, so a misspelt key never passes in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Loss(Value):
    """Something a reader or a converter could not carry over.

    Attributes:
        what: The thing in the format's own words ("image", "undercut").
        detail: What happened to it, or its name.
        start: Where it stood in the text as read (character offset), if it stood anywhere.
    """

    what: str
    detail: str = ""
    start: int | None = None
