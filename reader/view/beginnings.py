"""Where to begin in a document that is opened, as it was asked for."""

from reader.model import Pos
from reader.model.distinct import distinct
from reader.named_tuples import NamedTuple


@distinct
class AtLine(NamedTuple):
    """Begin at a line of the file, counted from 1."""

    line: int


@distinct
class AtPlace(NamedTuple):
    """Begin at a place as one types it: a line, a percentage, a section's title."""

    asked: str


@distinct
class AtEnd(NamedTuple):
    """Begin at the end."""


@distinct
class AtWords(NamedTuple):
    """Begin at the first hit of a search."""

    query: str


@distinct
class AtHit(NamedTuple):
    """Begin at the hit of a search that starts at a position."""

    query: str
    pos: Pos


@distinct
class AtRecent(NamedTuple):
    """Begin with the documents read last, to go on with one."""


@distinct
class AtFollowed(NamedTuple):
    """Begin at the end, and follow it as it grows."""


Beginning = AtLine | AtPlace | AtEnd | AtWords | AtHit | AtRecent | AtFollowed
