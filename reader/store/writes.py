"""Writes: values that say what the state should be, so that writing one twice is writing it once.

Each is applied inside a transaction of the writer's; what it needs of a document (digests of its blocks) is worked out
there and not where it was asked for.
"""

import os
from typing import TYPE_CHECKING, assert_never

from reader.model import Anchor
from reader.store.fingerprints import Fingerprints
from reader.store.records import Annotation, anchor_json, storable
from reader.values import dataclass, replace

if TYPE_CHECKING:
    from datetime import datetime
    from sqlite3 import Connection

KEPT = 1000
"""Documents whose place is remembered: those read last."""


@dataclass(frozen=True, slots=True)
class KeepAnnotation:
    """An annotation is to be as this one is; ``version`` tells of the text it was made in, where that is known."""

    annotation: Annotation
    version: Fingerprints | None = None


@dataclass(frozen=True, slots=True)
class DropAnnotation:
    """An annotation is to be gone."""

    annotation: Annotation


@dataclass(frozen=True, slots=True)
class KeepPlace:
    """A document, by its key, was left at a place."""

    document: str
    path: str
    title: str
    anchor: Anchor
    opened: "datetime"


@dataclass(frozen=True, slots=True)
class KeepSetting:
    """Something small is to be kept under a key."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class KeepVersion:
    """The digests of the blocks of a text, by which what was marked in it is found again in another version."""

    digest: str
    blocks: bytes


@dataclass(frozen=True, slots=True)
class ForgetVersions:
    """Digests of texts in which nothing is marked any more are to be gone."""


Write = KeepAnnotation | DropAnnotation | KeepPlace | KeepSetting | KeepVersion | ForgetVersions


def prepared(write: Write) -> Write:
    """A write with what takes a while to find out, worked out before the state is locked for it."""
    if not isinstance(write, KeepAnnotation) or write.version is None or write.annotation.anchor.alike:
        return write
    anchor = write.annotation.anchor
    from reader.store.alike import alike  # noqa: PLC0415 - no page waits for it

    found = alike(write.version.document, anchor.range)
    if not found:
        return write
    return replace(write, annotation=replace(write.annotation, anchor=replace(anchor, alike=found)))


def is_durable(write: Write) -> bool:
    """Whether it is worth waiting for the disk: what the user made is, where one reads is not."""
    return not isinstance(write, KeepPlace | KeepSetting)


def slot_of(write: Write) -> str:
    """The slot of a write, in which a later one makes it needless; "" for one that is never needless."""
    match write:
        case KeepPlace(document=document):
            return f"place/{document}"
        case KeepSetting(key=key):
            return f"setting/{key}"
        case _:
            return ""


def apply(connection: "Connection", write: Write) -> None:
    """Carry a write out, in a transaction that is under way."""
    match write:
        case KeepAnnotation():
            _keep_annotation(connection, write)
        case DropAnnotation(annotation):
            connection.execute("DELETE FROM annotation WHERE id = ?", (annotation.id,))
        case KeepPlace():
            _keep_place(connection, write)
        case KeepSetting(key, value):
            connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))
        case KeepVersion(digest, blocks):
            connection.execute("INSERT OR IGNORE INTO version (digest, blocks) VALUES (?, ?)", (digest, blocks))
        case ForgetVersions():
            connection.execute("DELETE FROM version WHERE digest NOT IN (SELECT digest FROM annotation)")
        case _:
            assert_never(write)


def _keep_annotation(connection: "Connection", write: KeepAnnotation) -> None:
    kept = write.annotation
    if write.version is not None:
        apply(connection, KeepVersion(write.version.digest, b"".join(write.version.blocks)))
    connection.execute(
        "INSERT OR REPLACE INTO annotation"
        " (id, kind, colour, digest, path, title, first, last, anchor, note, created, changed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            kept.id,
            kept.kind,
            kept.colour or "",
            kept.digest,
            os.fsencode(kept.path),
            storable(kept.title),
            *kept.anchor.range,
            anchor_json(kept.anchor),
            storable(kept.note),
            kept.created.isoformat(),
            kept.changed.isoformat(),
        ),
    )


def _keep_place(connection: "Connection", write: KeepPlace) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO place (document, digest, path, title, anchor, opened) VALUES (?, ?, ?, ?, ?, ?)",
        (
            write.document,
            write.anchor.digest,
            os.fsencode(write.path),
            storable(write.title),
            anchor_json(write.anchor),
            write.opened.isoformat(),
        ),
    )
    connection.execute(
        "DELETE FROM place WHERE opened < (SELECT opened FROM place ORDER BY opened DESC LIMIT 1 OFFSET ?)",
        (KEPT - 1,),
    )
