"""A view of the document one can come back to."""

from reader.model import Pos
from reader.values import dataclass


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """The start of the first row shown, and the reading position."""

    top: Pos
    cursor: Pos
