"""The store: everything that is remembered between two runs, behind one object.

Every method but :meth:`Store.close` may raise ``StateError``, one line for the user; reading a document never
depends on it.

Threads: a store may be used from several threads; calls wait for each other. Opening the store, and asking for the
bookmarks or the place of a document that was edited since, is work for a thread of its own; the rest takes a
millisecond.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from reader.model import Document, Pos, Range
from reader.store import bookmarks as marks
from reader.store import exchange, progress
from reader.store.landmarks import Landmarks
from reader.store.paths import state_folder
from reader.store.records import Bookmark, PlacedBookmark, RecentDocument

if TYPE_CHECKING:
    from reader.store.database import Database


class Store:
    """What is remembered. Made by :meth:`open` or :meth:`in_memory`."""

    def __init__(self, database: "Database") -> None:
        self._database = database
        self._lock = RLock()
        self._placing: marks.Placing | None = None

    @classmethod
    def open(cls, folder: Path | None = None) -> "Store":
        """The store in a folder, made when it is not there; the user's state folder by default.

        Raises:
            StateError: The folder cannot be used: :meth:`in_memory` can.
        """
        from reader.store.database import Database  # noqa: PLC0415 - SQLite is loaded when it is used

        return cls(Database(folder or state_folder()))

    @classmethod
    def in_memory(cls) -> "Store":
        """A store that is gone with the program."""
        from reader.store.database import Database  # noqa: PLC0415

        return cls(Database(None))

    @property
    def notice(self) -> str:
        """What the user should know of the opening, one line; "" when all is well."""
        return self._database.notice

    def bookmarks(self, document: Document) -> tuple[PlacedBookmark, ...]:
        """A document's bookmarks where they are now, in the order of the text; those whose text is gone come last."""
        with self._lock:
            return self._placed(document).bookmarks(self._database)

    def all_bookmarks(self) -> tuple[Bookmark, ...]:
        """The bookmarks of all documents as they were saved, by path and place."""
        return marks.every(self._database)

    def add_bookmark(self, document: Document, part: Range, note: str = "", *, highlight: bool = False) -> Bookmark:
        """Mark a range; one that is marked already keeps its bookmark."""
        with self._lock:
            return marks.add(self._database, self._placed(document).landmarks, part, note, highlight=highlight)

    def remove_bookmark(self, bookmark: str) -> bool:
        """Remove a bookmark by its id; whether there was one."""
        return marks.remove(self._database, bookmark)

    def set_note(self, bookmark: str, note: str) -> bool:
        """Replace a bookmark's note; whether there is such a bookmark."""
        return marks.set_note(self._database, bookmark, note)

    def set_highlight(self, bookmark: str, *, highlight: bool) -> bool:
        """Show a bookmark's text highlighted, or no longer; whether there is such a bookmark."""
        return marks.set_highlight(self._database, bookmark, highlight=highlight)

    def export_bookmarks(self) -> Iterator[str]:
        """The lines of a file that holds all bookmarks."""
        return exchange.exported(self._database)

    def import_bookmarks(self, lines: Iterable[str]) -> exchange.Imported:
        """Take in such a file, all of it or nothing; what is marked already stays as it is."""
        return exchange.imported(self._database, lines)

    def position(self, document: Document) -> Pos | None:
        """Where a document was left; None when it was never read."""
        with self._lock:
            return progress.position(self._database, self._placed(document).landmarks)

    def save_position(self, document: Document, pos: Pos) -> None:
        """Remember where one is, and that the document was read now."""
        with self._lock:
            progress.save(self._database, self._placed(document).landmarks, pos)

    def recent(self, limit: int = 20) -> tuple[RecentDocument, ...]:
        """The files read last, the latest first."""
        return progress.recent(self._database, limit)

    def setting(self, key: str) -> str | None:
        """What was kept under a key; None when nothing was."""
        rows = self._database.read("SELECT value FROM setting WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def set_setting(self, key: str, value: str) -> None:
        """Keep something small under a key."""
        with self._database.writing() as transaction:
            transaction.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _placed(self, document: Document) -> marks.Placing:
        """What is known of a document; kept for the last one asked about, which is the one being read."""
        if self._placing is None or self._placing.landmarks.document is not document:
            self._placing = marks.Placing(Landmarks(document))
        return self._placing
