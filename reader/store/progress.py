"""How far documents were read, one row a path; documents without a path go by their digest.

Not durable: the place changes with every movement, and losing the last second of it to a power failure is no loss.
"""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.model import Pos, Range
from reader.store.fingerprints import Fingerprints
from reader.store.paths import has_path
from reader.store.records import RecentDocument, anchor_of, now, time_of
from reader.store.writes import KeepPlace, Write

if TYPE_CHECKING:
    from datetime import datetime

    from reader.store.database import Tables


def left_at(fingerprints: Fingerprints, pos: Pos) -> KeepPlace:
    """That the document was read now, as far as a position."""
    meta = fingerprints.document.meta
    anchor = fingerprints.anchor_at(Range(pos, pos))
    return KeepPlace(_key(fingerprints), meta.path, meta.title, anchor, now())


def position(tables: "Tables", fingerprints: Fingerprints, waiting: Iterable[Write] = ()) -> Pos | None:
    """Where a document was left; None when it was never read. One is known by its text, else by its path.

    In a text that has changed it is the same place found again, or as far into the document.

    Raises:
        UnusableStateError: It cannot be read.
    """
    digest, key = fingerprints.digest, _key(fingerprints)
    rows = tables.read(
        "SELECT document, anchor, opened FROM place WHERE digest = ? OR document = ?"
        " ORDER BY digest = ? AND document = ? DESC, digest = ? DESC, opened DESC LIMIT 1",
        (digest, key, digest, key, digest),
    )
    known = [(document, anchor_of(anchor), time_of(opened)) for document, anchor, opened in rows]
    known += [
        (write.document, write.anchor, write.opened)
        for write in waiting
        if isinstance(write, KeepPlace) and (write.document == key or write.anchor.digest == digest)
    ]
    if not known:
        return None
    _, anchor, _ = max(known, key=lambda one: (one[1].digest == digest, one[0] == key, one[2]))
    from reader.store.resolve import Resolver  # noqa: PLC0415 - only a text that was edited needs it

    found = Resolver(fingerprints).resolve(anchor).range
    return found.start if found else Pos(int(anchor.fraction * len(fingerprints.document)))


def recent(tables: "Tables", limit: int, waiting: Iterable[Write] = ()) -> tuple[RecentDocument, ...]:
    """The files read last, the latest first.

    Raises:
        UnusableStateError: They cannot be read.
    """
    rows = tables.read(
        "SELECT path, title, anchor, opened FROM place WHERE path NOT IN (?, ?) ORDER BY opened DESC LIMIT ?",
        (b"", b"-", limit),
    )
    files = {
        os.fsdecode(path): RecentDocument(os.fsdecode(path), title, anchor_of(anchor).fraction, time_of(opened))
        for path, title, anchor, opened in rows
    }
    for write in waiting:
        if isinstance(write, KeepPlace) and has_path(write.path):
            files[write.path] = RecentDocument(write.path, write.title, write.anchor.fraction, write.opened)
    return tuple(sorted(files.values(), key=_opened, reverse=True)[:limit])


def _opened(file: RecentDocument) -> "datetime":
    return file.opened


def _key(fingerprints: Fingerprints) -> str:
    path = fingerprints.document.meta.path
    return os.fsencode(path).hex() if has_path(path) else f"digest:{fingerprints.digest}"
