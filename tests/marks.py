"""Marks made by hand, for tests of what is done with them."""

from reader.model import Document, Range
from reader.store import Annotation, AnnotationKind, Store


def mark(
    store: Store, document: Document, part: Range, note: str = "", kind: AnnotationKind | None = None
) -> Annotation:
    """A bookmark, or a note where there are words, asked to be kept."""
    made = store.made(document, part, kind or (AnnotationKind.NOTE if note else AnnotationKind.BOOKMARK), note=note)
    store.keep(document, made)
    return made
