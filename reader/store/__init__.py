"""What is remembered between two runs: bookmarks, places, settings."""

from reader.store.records import Bookmark, PlacedBookmark, RecentDocument
from reader.store.store import Store

__all__ = ["Bookmark", "PlacedBookmark", "RecentDocument", "Store"]
