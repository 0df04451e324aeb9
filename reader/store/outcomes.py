"""Outcomes of requests to keep something: kept, waiting for a reason, or lost."""

from reader.enumerations import Enum, StrEnum
from reader.named_tuples import NamedTuple


class Reason(StrEnum):
    """Why the state cannot be read or written; worded for the user by the text ``state.REASON``."""

    FULL = "full"
    READ_ONLY = "read_only"
    PERMISSION = "permission"
    FILE_SIZE = "file_size"
    LOCKED = "locked"
    GONE = "gone"
    DAMAGED = "damaged"
    NEWER = "newer"
    REFUSED = "refused"
    OTHER = "other"


class Fate(Enum):
    """The fate of a request."""

    KEPT = "kept"
    WAITING = "waiting"
    LOST = "lost"


class Outcome(NamedTuple):
    """The outcome of a request.

    Attributes:
        ticket: The request's number.
        fate: See :class:`Fate`.
        reason: Why it waits or is lost; None when it is kept.
    """

    ticket: int
    fate: Fate
    reason: Reason | None = None
