"""The records the store hands out, and the written form of an anchor."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.enumerations import StrEnum
from reader.model import Anchor, AnchorState, Range, range_of
from reader.values import dataclass, replace

if TYPE_CHECKING:
    from datetime import datetime


class AnnotationKind(StrEnum):
    """The purpose of an annotation (bookmarking, highlighting, commenting, moderating in the W3C's data model).

    A rejection says that a fact the reader found is none; its note is the fact's kind.
    """

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    REJECTION = "rejection"


class Colour(StrEnum):
    """The colours of highlights."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A marked place, as it was saved: a bookmark, a highlight, a note, or a rejection.

    Attributes:
        id: What it is called in commands and exports; never used again.
        kind: Which of the four.
        path: The document's path when it was saved; "-" for standard input, "" where another program told none.
        title: The document's title then.
        anchor: The place. Its digest is "" where another program made it, which knew no more than the quote.
        created: When, in UTC.
        changed: When its note or colour was changed last, in UTC.
        note: The user's words; "" for none.
        colour: A highlight's colour; None for the other kinds.
    """

    id: str
    kind: AnnotationKind
    path: str
    title: str
    anchor: Anchor
    created: "datetime"
    changed: "datetime"
    note: str = ""
    colour: Colour | None = None

    @property
    def digest(self) -> str:
        """The digest of the document it was made in."""
        return self.anchor.digest

    def noted(self, note: str) -> "Annotation":
        """The same with another note, changed now."""
        return replace(self, note=storable(note), changed=now())

    def beside(self, note: str) -> "Annotation":
        """A note on the same text."""
        made = now()
        return replace(
            self, id=new_id(), kind=AnnotationKind.NOTE, note=storable(note), colour=None, created=made, changed=made
        )

    def coloured(self, colour: Colour) -> "Annotation":
        """The same in another colour, changed now."""
        return replace(self, colour=colour, changed=now())


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation in the document as it is now; ``range`` is None when its text is gone (``AnchorState.ORPHAN``)."""

    annotation: Annotation
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
    opened: "datetime"


def now() -> "datetime":
    """The present moment, in UTC."""
    from datetime import UTC, datetime  # noqa: PLC0415 - no page waits for it

    return datetime.now(UTC)


def time_of(written: str) -> "datetime":
    """The moment of an ISO 8601 time."""
    from datetime import datetime  # noqa: PLC0415 - no page waits for it

    return datetime.fromisoformat(written)


def new_id() -> str:
    """An id nothing has had."""
    import secrets  # noqa: PLC0415 - no page waits for it

    return secrets.token_hex(6)


def split_id(former: str, kind: AnnotationKind) -> str:
    """The id of one kind of what a former version kept as one bookmark: the same wherever it is split."""
    return former + {AnnotationKind.BOOKMARK: "", AnnotationKind.HIGHLIGHT: "h", AnnotationKind.NOTE: "n"}[kind]


def kinds_of_former(*, note: bool, highlight: bool) -> Iterator[AnnotationKind]:
    """The kinds a former bookmark was of: a note stood on a bookmark, and a highlight alone was none."""
    if note or not highlight:
        yield AnnotationKind.BOOKMARK
    if highlight:
        yield AnnotationKind.HIGHLIGHT
    if note:
        yield AnnotationKind.NOTE


def storable(text: str) -> str:
    """A text without lone surrogates, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode()


def anchor_json(anchor: Anchor) -> str:
    """An anchor as a JSON object, in ASCII: a quote may hold what no database takes for text."""
    import json  # noqa: PLC0415 - no page waits for it

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
            **({"within": anchor.within} if anchor.within else {}),
            **({"alike": anchor.alike} if anchor.alike else {}),
        },
        separators=(",", ":"),
    )


def anchor_of(written: str) -> Anchor:
    """The anchor that :func:`anchor_json` wrote."""
    import json  # noqa: PLC0415 - no page waits for it

    fields = json.loads(written)
    lists = {name: tuple(fields.get(name, ())) for name in ("headings", "alike")}
    return Anchor(**{**fields, **lists, "range": range_of(*fields["range"])})
