"""What the store hands out, and how an anchor is written down."""

import json
from dataclasses import dataclass
from datetime import datetime

from reader.model import Anchor, AnchorState, Range, range_of


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked place, as it was saved.

    Attributes:
        id: What it is called in commands and exports; never used again.
        path: The document's path when it was saved; "-" for standard input.
        title: The document's title then.
        anchor: The place.
        note: The user's words; "" for none.
        created: When, in UTC.
        highlight: Whether its text is shown highlighted.
    """

    id: str
    path: str
    title: str
    anchor: Anchor
    note: str
    created: datetime
    highlight: bool = False

    @property
    def digest(self) -> str:
        """The digest of the document it was made in."""
        return self.anchor.digest


@dataclass(frozen=True, slots=True)
class PlacedBookmark:
    """A bookmark in the document as it is now; ``range`` is None when its text is gone (``AnchorState.ORPHAN``)."""

    bookmark: Bookmark
    state: AnchorState
    range: Range | None


@dataclass(frozen=True, slots=True)
class RecentDocument:
    """A document that was read.

    Attributes:
        path: Where it was read from.
        title: Its title.
        fraction: How far it was read, 0 to 1.
        opened: When last, in UTC.
    """

    path: str
    title: str
    fraction: float
    opened: datetime


def storable(text: str) -> str:
    """A text without lone surrogates, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode()


def anchor_json(anchor: Anchor) -> str:
    """An anchor as a JSON object, in ASCII: a quote may hold what no database takes for text."""
    return json.dumps(
        {
            "digest": anchor.digest,
            "range": anchor.range,
            "block": anchor.block,
            "block_digest": anchor.block_digest,
            "offset": anchor.offset,
            "exact": anchor.exact,
            "before": anchor.before,
            "after": anchor.after,
            "headings": anchor.headings,
            "fraction": anchor.fraction,
        },
        separators=(",", ":"),
    )


def anchor_of(written: str) -> Anchor:
    """The anchor that :func:`anchor_json` wrote."""
    fields = json.loads(written)
    return Anchor(**{**fields, "range": range_of(*fields["range"]), "headings": tuple(fields["headings"])})
