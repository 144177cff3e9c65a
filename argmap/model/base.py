"""The base of every value: frozen, closed, and serialised by its public names."""

from typing import Self

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value. Unknown fields are refused, so a misspelt key never passes in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    def __copy__(self) -> Self:
        """As pydantic's, for `model_copy`, without cached properties: of other fields they are other ones."""
        copied = super().__copy__()
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


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
