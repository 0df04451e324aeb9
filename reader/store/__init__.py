"""What is remembered between two runs: bookmarks, highlights and notes, places, settings."""

from reader.store.records import Annotation, Colour, Kind, PlacedAnnotation, RecentDocument
from reader.store.store import Store

__all__ = ["Annotation", "Colour", "Kind", "PlacedAnnotation", "RecentDocument", "Store"]
