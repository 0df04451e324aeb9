"""Bookmarks: rows of the state file, written durably, and found again in documents that were edited.

A document's bookmarks are those made in the same text, and those made in any text under the same path. What was
saved is never changed by where it is found.
"""

import os
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.model import AnchorState, Range
from reader.store.landmarks import DIGEST_SIZE, Landmarks
from reader.store.paths import has_path
from reader.store.records import Bookmark, PlacedBookmark, anchor_json, anchor_of, storable
from reader.store.resolve import Found, Resolver

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reader.store.database import Database, Row


_COLUMNS = "id, path, title, anchor, note, created, highlight"


def add(database: "Database", landmarks: Landmarks, part: Range, note: str, *, highlight: bool) -> Bookmark:
    """Mark a range; a range that is marked already gives its bookmark, as it is.

    Raises:
        StateError: It could not be saved.
    """
    meta = landmarks.document.meta
    bookmark = Bookmark(
        id=secrets.token_hex(6),
        path=meta.path,
        title=storable(meta.title),
        anchor=landmarks.anchor_at(part),
        note=storable(note),
        created=datetime.now(UTC),
        highlight=highlight,
    )
    key = (bookmark.digest, os.fsencode(bookmark.path), part.start, part.end)
    with database.writing(durable=True) as transaction:
        transaction.execute(
            "INSERT OR IGNORE INTO version (digest, blocks) VALUES (?, ?)",
            (bookmark.digest, b"".join(landmarks.blocks)),
        )
        insert(transaction, (bookmark,))
        row = transaction.execute(
            f"SELECT {_COLUMNS} FROM bookmark WHERE digest = ? AND path = ? AND first = ? AND last = ?",  # noqa: S608
            key,
        ).fetchone()
    return _bookmark(row)


def insert(transaction: "Connection", bookmarks: Iterable[Bookmark]) -> int:
    """Write bookmarks down, leaving out those whose id or place is there already; how many were new."""
    before = transaction.total_changes
    transaction.executemany(
        "INSERT OR IGNORE INTO bookmark (digest, path, first, last, id, title, anchor, note, created, highlight)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                mark.digest,
                os.fsencode(mark.path),
                *mark.anchor.range,
                mark.id,
                mark.title,
                anchor_json(mark.anchor),
                mark.note,
                mark.created.isoformat(),
                mark.highlight,
            )
            for mark in bookmarks
        ],
    )
    return transaction.total_changes - before


def remove(database: "Database", bookmark: str) -> bool:
    """Remove a bookmark by its id; whether there was one.

    Raises:
        StateError: It could not be removed.
    """
    with database.writing(durable=True) as transaction:
        removed = transaction.execute("DELETE FROM bookmark WHERE id = ?", (bookmark,)).rowcount > 0
        transaction.execute("DELETE FROM version WHERE digest NOT IN (SELECT digest FROM bookmark)")
    return removed


def set_note(database: "Database", bookmark: str, note: str) -> bool:
    """Replace the note of a bookmark by its id; whether there was one.

    Raises:
        StateError: It could not be saved.
    """
    with database.writing(durable=True) as transaction:
        changed = transaction.execute("UPDATE bookmark SET note = ? WHERE id = ?", (storable(note), bookmark)).rowcount
    return changed > 0


def set_highlight(database: "Database", bookmark: str, *, highlight: bool) -> bool:
    """Show the text of a bookmark highlighted, or no longer; whether there is such a bookmark.

    Raises:
        StateError: It could not be saved.
    """
    with database.writing(durable=True) as transaction:
        changed = transaction.execute("UPDATE bookmark SET highlight = ? WHERE id = ?", (highlight, bookmark)).rowcount
    return changed > 0


def every(database: "Database") -> tuple[Bookmark, ...]:
    """All bookmarks as they were saved, by path and place.

    Raises:
        StateError: They cannot be read.
    """
    rows = database.read(f"SELECT {_COLUMNS} FROM bookmark ORDER BY path, digest, first, last")  # noqa: S608
    return tuple(map(_bookmark, rows))


class Placing:
    """The bookmarks of one document and where they are in it; each is looked for once."""

    def __init__(self, landmarks: Landmarks) -> None:
        self.landmarks = landmarks
        self._found: dict[str, Found] = {}

    def bookmarks(self, database: "Database") -> tuple[PlacedBookmark, ...]:
        """The document's bookmarks in the order of the text; those whose text is gone come last.

        Raises:
            StateError: They cannot be read.
        """
        path = self.landmarks.document.meta.path
        rows = database.read(
            f"SELECT {_COLUMNS} FROM bookmark WHERE digest = ? OR path = ?",  # noqa: S608
            (self.landmarks.digest, os.fsencode(path) if has_path(path) else None),
        )
        marks = [_bookmark(row) for row in rows]
        self._place([mark for mark in marks if mark.id not in self._found], database)
        placed = [PlacedBookmark(mark, *self._found[mark.id]) for mark in marks]
        return tuple(sorted(placed, key=_order))

    def _place(self, marks: list[Bookmark], database: "Database") -> None:
        for digest in {mark.digest for mark in marks}:
            resolver = Resolver(self.landmarks, self._former(digest, database))
            for mark in marks:
                if mark.digest == digest:
                    self._found[mark.id] = resolver.resolve(mark.anchor)

    def _former(self, digest: str, database: "Database") -> tuple[bytes, ...]:
        """The block digests of another version; those of this one are not asked for."""
        rows = database.read("SELECT blocks FROM version WHERE digest = ?", (digest,))
        if digest == self.landmarks.digest or not rows:
            return ()
        blocks = rows[0][0]
        return tuple(blocks[at : at + DIGEST_SIZE] for at in range(0, len(blocks), DIGEST_SIZE))


def _order(placed: PlacedBookmark) -> tuple[bool, Range, datetime]:
    return placed.state is AnchorState.ORPHAN, placed.range or placed.bookmark.anchor.range, placed.bookmark.created


def _bookmark(row: "Row") -> Bookmark:
    id_, path, title, anchor, note, created, highlight = row
    when = datetime.fromisoformat(created)
    return Bookmark(id_, os.fsdecode(path), title, anchor_of(anchor), note, when, bool(highlight))
