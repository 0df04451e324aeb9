"""The store: everything that is remembered between two runs, behind one object.

Reading gives what was kept and what waits to be. Writing is asked for and comes back at once; :meth:`Store.listen`
tells what became of it. Reading may raise ``UnusableStateError``, one line for the user; reading a document never
depends on it.

Threads: a store may be used from several threads; calls wait for each other. Opening the store, and asking for the
annotations or the place of a document that was edited since, is work for a thread of its own; the rest takes a
millisecond.
"""

from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from reader.model import Document, Pos, Range, StateError
from reader.store import progress
from reader.store.annotations import Placing, every, made
from reader.store.fingerprints import Fingerprints
from reader.store.outcomes import Reason
from reader.store.paths import FILE_NAME, state_folder
from reader.store.records import Annotation, AnnotationKind, Colour, PlacedAnnotation, RecentDocument
from reader.store.writes import DropAnnotation, ForgetVersions, KeepAnnotation, KeepSetting, Write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.store.database import Database, StateNotice
    from reader.store.outcomes import Outcome

_VERSIONS = "SELECT digest, blocks FROM version ORDER BY digest"

PATIENCE = 5.0
"""Seconds a command waits for its writes."""


class Store:
    """The reader's memory. Made by :meth:`open` or :meth:`in_memory`."""

    def __init__(self, database: "Database") -> None:
        from reader.store.writer import Writer  # noqa: PLC0415 - SQLite is loaded when it is used

        self._database = database
        self._writer = Writer(database)
        self._lock = RLock()
        self._placing: Placing | None = None
        self._dropped = False

    @classmethod
    def open(cls, folder: Path | None = None) -> "Store":
        """The store in a folder, made when it is not there; the user's state folder by default.

        One that cannot be used is opened all the same: ``notice`` says why, and what is to be kept waits.
        """
        from reader.store.database import Database  # noqa: PLC0415
        from reader.store.failures import UnusableStateError  # noqa: PLC0415

        try:
            return cls(Database(folder or state_folder()))
        except StateError as error:
            return cls(Database(None, UnusableStateError(Reason.GONE, Path(str(error)))))

    @classmethod
    def kept(cls) -> "Store | None":
        """The user's store where there is one; none is made."""
        try:
            there = (state_folder() / FILE_NAME).is_file()
        except (StateError, OSError):
            there = False
        return cls.open() if there else None

    @classmethod
    def in_memory(cls) -> "Store":
        """A store that is gone with the program."""
        from reader.store.database import Database  # noqa: PLC0415

        return cls(Database(None))

    @property
    def path(self) -> str:
        """The file, as far as there is one; "" for a store in memory."""
        return self._database.path

    @property
    def notice(self) -> "StateNotice | None":
        """The notice of the opening; None when all is well."""
        return self._database.notice

    # Reading

    def annotations(self, document: Document) -> tuple[PlacedAnnotation, ...]:
        """A document's annotations where they are now, in the order of the text; those whose text is gone come last."""
        return self._placed(document).annotations(self._database, self._writer.waiting)

    def all_annotations(self) -> tuple[Annotation, ...]:
        """The annotations of all documents as they were saved, by path and place."""
        return every(self._database, self._writer.waiting)

    def versions(self) -> tuple[tuple[str, bytes], ...]:
        """The digest of every text something is marked in, and those of its blocks, one after the other."""
        return tuple((str(digest), bytes(blocks)) for digest, blocks in self._database.read(_VERSIONS))

    def position(self, document: Document) -> Pos | None:
        """Where a document was left; None when it was never read."""
        return progress.position(self._database, self._placed(document).fingerprints, self._writer.waiting)

    def recent(self, limit: int = 20) -> tuple[RecentDocument, ...]:
        """The files read last, the latest first."""
        return progress.recent(self._database, limit, self._writer.waiting)

    def setting(self, key: str) -> str | None:
        """The value kept under a key; None when nothing was."""
        for write in reversed(self._writer.waiting):
            if isinstance(write, KeepSetting) and write.key == key:
                return write.value
        rows = self._database.read("SELECT value FROM setting WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else None

    # Writing

    def listen(self, told: "Callable[[Outcome], None]") -> None:
        """Have every outcome told, in the writer's thread; ``told`` must not raise."""
        self._writer.told = told

    def made(
        self, document: Document, part: Range, kind: AnnotationKind, *, note: str = "", colour: Colour | None = None
    ) -> Annotation:
        """An annotation of a range, not yet kept."""
        return made(self._placed(document).fingerprints, part, kind, note=note, colour=colour)

    def keep(self, document: Document, *kept: Annotation, dropped: "Iterable[Annotation]" = ()) -> int:
        """Have annotations be as these are, new ones and changed ones, and others be gone; the request's number.

        Args:
            document: The document that is read; annotations may be of others.
            kept: What is to be kept.
            dropped: What is to be gone, in the same transaction.
        """
        fingerprints = self._placed(document).fingerprints
        writes: list[Write] = [DropAnnotation(one) for one in dropped]
        self._dropped = self._dropped or bool(writes)
        writes += [KeepAnnotation(one, fingerprints if one.digest == fingerprints.digest else None) for one in kept]
        return self._writer.submit(*writes)

    def save_position(self, document: Document, pos: Pos) -> None:
        """Remember where one is, and that the document was read now."""
        self._writer.submit(progress.left_at(self._placed(document).fingerprints, pos))

    def set_setting(self, key: str, value: str) -> int:
        """Keep something small under a key; the number by which the outcome names it."""
        return self._writer.submit(KeepSetting(key, value))

    @property
    def waiting(self) -> tuple[Write, ...]:
        """The writes not kept yet, in the order they were asked for."""
        return self._writer.waiting

    def retry(self) -> None:
        """Try to keep what waits; nothing where nothing waits."""
        self._writer.retry()

    def withdraw(self) -> None:
        """Wait no longer for what is not kept: it is safe elsewhere."""
        self._writer.withdraw()

    def settle(self, patience: float = PATIENCE) -> bool:
        """Wait until all is kept, for one try more at least; whether it is."""
        return self._writer.settle(patience)

    def keep_now(self, *writes: Write) -> None:
        """Keep something and wait for it, all of it or nothing.

        Raises:
            UnusableStateError: It could not be kept, and will not be.
        """
        self._writer.now(writes, PATIENCE)

    def close(self, patience: float = PATIENCE) -> tuple[Write, ...]:
        """Close the file; what could not be kept, after one try more."""
        if self._dropped:
            self._dropped = False
            self._writer.submit(ForgetVersions())
        lost = self._writer.close(patience)
        self._database.close()
        return lost

    def _placed(self, document: Document) -> Placing:
        """The finder of a document's places; kept for the last document asked about, which is the one being read."""
        with self._lock:
            if self._placing is None or self._placing.fingerprints.document is not document:
                self._placing = Placing(Fingerprints(document))
            return self._placing
