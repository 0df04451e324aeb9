"""The memory between two runs: bookmarks, highlights and notes, places, settings."""

from reader.store.records import Annotation, AnnotationKind, Colour, PlacedAnnotation, RecentDocument
from reader.store.store import Store

__all__ = ["Annotation", "AnnotationKind", "Colour", "PlacedAnnotation", "RecentDocument", "Store"]
