"""The parts of an annotation that are exported, whatever the form."""

from collections.abc import Iterable
from pathlib import PurePath

from reader.enumerations import StrEnum
from reader.model import AnchorState, Document, Range
from reader.named_tuples import NamedTuple
from reader.store.fingerprints import headings_at
from reader.store.records import Annotation, PlacedAnnotation


class Form(StrEnum):
    """The forms of files; the names are those of ``--format``."""

    JSONL = "jsonl"
    MARKDOWN = "markdown"
    WEBANNOTATION = "webannotation"
    CSV = "csv"


_SUFFIXES = {
    ".jsonl": Form.JSONL,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".json": Form.WEBANNOTATION,
    ".jsonld": Form.WEBANNOTATION,
    ".csv": Form.CSV,
}


class ExportEntry(NamedTuple):
    """An annotation and where it is now.

    Attributes:
        annotation: As it was saved.
        state: How it was found again.
        range: Where; that where it was made, where it is not in the text any more or the text is not at hand.
        text: What stands there; what stood there.
        sections: The titles of the sections around it, outermost first.
    """

    annotation: Annotation
    state: AnchorState
    range: Range
    text: str
    sections: tuple[str, ...]


def entries_of(placed: Iterable[PlacedAnnotation], document: Document | None) -> tuple[ExportEntry, ...]:
    """Annotations as they are exported; those with a range are the document's."""
    return tuple(_entry(one, document) for one in placed)


def form_of(path: str) -> Form | None:
    """The form the ending of a file's name stands for; None where it stands for none."""
    return _SUFFIXES.get(PurePath(path).suffix.lower())


def _entry(placed: PlacedAnnotation, document: Document | None) -> ExportEntry:
    one = placed.annotation
    if document is None or placed.range is None:
        return ExportEntry(one, placed.state, one.anchor.range, one.anchor.exact, one.anchor.headings)
    sections = headings_at(document, placed.range.start)
    return ExportEntry(one, placed.state, placed.range, document.slice(placed.range), sections)
