"""How far documents were read, one row a path; documents without a path go by their digest.

Not durable: the place changes with every movement, and losing the last second of it to a power failure is no loss.
"""

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.model import Pos, Range
from reader.store.landmarks import Landmarks
from reader.store.paths import has_path
from reader.store.records import RecentDocument, anchor_json, anchor_of, storable
from reader.store.resolve import Resolver

if TYPE_CHECKING:
    from reader.store.database import Database

KEPT = 1000
"""Documents whose place is remembered: those read last."""


def save(database: "Database", landmarks: Landmarks, pos: Pos) -> None:
    """Remember the reading position, and that the document was read now.

    Raises:
        StateError: It could not be saved.
    """
    meta = landmarks.document.meta
    path = os.fsencode(meta.path)
    opened = datetime.now(UTC).isoformat()
    anchor = anchor_json(landmarks.anchor_at(Range(pos, pos)))
    with database.writing() as transaction:
        transaction.execute(
            "INSERT OR REPLACE INTO place (document, digest, path, title, anchor, opened) VALUES (?, ?, ?, ?, ?, ?)",
            (_key(landmarks), landmarks.digest, path, storable(meta.title), anchor, opened),
        )
        transaction.execute(
            "DELETE FROM place WHERE opened < (SELECT opened FROM place ORDER BY opened DESC LIMIT 1 OFFSET ?)",
            (KEPT - 1,),
        )


def position(database: "Database", landmarks: Landmarks) -> Pos | None:
    """Where a document was left; None when it was never read. One is known by its text, else by its path.

    In a text that has changed it is the same place found again, or as far into the document.

    Raises:
        StateError: It cannot be read.
    """
    rows = database.read(
        "SELECT anchor FROM place WHERE digest = :digest OR document = :key"
        " ORDER BY digest = :digest AND document = :key DESC, digest = :digest DESC, opened DESC LIMIT 1",
        {"digest": landmarks.digest, "key": _key(landmarks)},
    )
    if not rows:
        return None
    anchor = anchor_of(rows[0][0])
    found = Resolver(landmarks).resolve(anchor).range
    return found.start if found else Pos(int(anchor.fraction * len(landmarks.document)))


def recent(database: "Database", limit: int) -> tuple[RecentDocument, ...]:
    """The files read last, the latest first.

    Raises:
        StateError: They cannot be read.
    """
    rows = database.read(
        "SELECT path, title, anchor, opened FROM place WHERE path NOT IN (?, ?) ORDER BY opened DESC LIMIT ?",
        (b"", b"-", limit),
    )
    return tuple(
        RecentDocument(os.fsdecode(path), title, anchor_of(anchor).fraction, datetime.fromisoformat(opened))
        for path, title, anchor, opened in rows
    )


def _key(landmarks: Landmarks) -> str:
    path = landmarks.document.meta.path
    return os.fsencode(path).hex() if has_path(path) else f"digest:{landmarks.digest}"
