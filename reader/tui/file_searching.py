"""Searching the files of a folder in a worker thread; a later keystroke supersedes an earlier one.

Units: bytes of files, code points of their text, seconds.
"""

import os
from collections import OrderedDict
from collections.abc import Callable
from itertools import islice
from threading import Lock
from time import monotonic, sleep
from typing import Any

from textual.app import App
from textual.worker import get_current_worker

from reader.formats import OpenOptions, open_snapshots
from reader.model import DocumentError
from reader.search import Index
from reader.view.effects import SearchFiles
from reader.view.events import Event, FilesSearched
from reader.view.file_hits import Contents, FileHits, ListedFile, file_hit, listed_files

GROUP = "files"
"""The group of the worker."""

LARGEST = 16 << 20
"""Bytes of a file that is searched; larger ones are opened and searched by themselves."""

HITS_OF_ONE, HITS = 20, 1_000
"""Hits that are listed of one file, and of all of them: who has more narrows the search."""

KEPT = 4_000_000
"""Code points of files that stay in memory, folded, for the next letter of a query."""

REST = 0.15
"""Seconds without another letter before files are opened."""

TOLD_EVERY = 0.25
"""Seconds between two reports."""

_Stamp = tuple[int, int]


class FileSearcher:
    """Searches folders, and keeps the files read last for the next query.

    Args:
        opening: How files are read.
    """

    def __init__(self, opening: OpenOptions) -> None:
        self._opening = opening
        self._kept: OrderedDict[str, tuple[_Stamp, Index | None]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def find(self, app: App[Any], search: SearchFiles, tell: Callable[[Event], None]) -> None:
        """Start the thread; it tells what it has found so far every now and then, from there, and at the end."""

        def run() -> None:
            worker = get_current_worker()
            sleep(REST)
            with self._lock:  # one that is given up ends after the file it is at
                self.search(search, lambda: worker.is_cancelled, tell)

        app.run_worker(run, group=GROUP, exclusive=True, thread=True)

    def search(self, search: SearchFiles, stop: Callable[[], bool], tell: Callable[[Event], None]) -> None:
        """Search file after file, in the order of the listing, until enough is found or ``stop`` says so."""
        files = listed_files(search.document)
        found: list[FileHits] = []
        hits = 0
        told = monotonic()
        for looked, file in enumerate(files):
            if stop():
                return
            if monotonic() - told >= TOLD_EVERY:
                told = monotonic()
                tell(FilesSearched(search.document, search.query, Contents(tuple(found), looked, len(files))))
            if inside := self._found_in(file, search, stop):
                found.append(inside)
                hits += len(inside.hits)
            if hits >= HITS:
                break
        if not stop():
            all_of_it = Contents(tuple(found), len(files) if hits < HITS else looked + 1, len(files), ended=True)
            tell(FilesSearched(search.document, search.query, all_of_it))

    def _found_in(self, file: ListedFile, search: SearchFiles, stop: Callable[[], bool]) -> FileHits | None:
        index = self._index_of(file.path, stop)
        if index is None:
            return None
        hits = index.find(search.query, search.matching, stop)
        first = tuple(file_hit(index.document, hit) for hit in islice(hits, HITS_OF_ONE))
        return FileHits(file, first, hits.count(stop)) if first else None

    def _index_of(self, path: str, stop: Callable[[], bool]) -> Index | None:
        """A file made ready; None for one that cannot be searched, or was not read to its end."""
        stamp = _stamp_of(path)
        if stamp is None:
            return None
        known = self._kept.get(path)
        if known and known[0] == stamp:
            self._kept.move_to_end(path)
            return known[1]
        index = None
        try:
            for document in open_snapshots(path, self._opening, linked=True):
                if stop():
                    return None
                index = Index(document)
        except DocumentError:
            index = None
        except Exception:  # noqa: BLE001 - a defect of one file's; opened, it is told
            index = None
        self._keep(path, stamp, index)
        return index

    def _keep(self, path: str, stamp: _Stamp, index: Index | None) -> None:
        self._forget(path)
        self._kept[path] = (stamp, index)
        self._size += _length(index)
        while self._size > KEPT:
            self._forget(next(iter(self._kept)))

    def _forget(self, path: str) -> None:
        if known := self._kept.pop(path, None):
            self._size -= _length(known[1])


def _length(index: Index | None) -> int:
    return len(index.document) if index else 0


def _stamp_of(path: str) -> _Stamp | None:
    """The stamp of a file, another one when it has changed; None for one that is not searched."""
    try:
        status = os.stat(path)  # noqa: PTH116 - False for names that cannot be
    except (OSError, ValueError):
        return None
    return (status.st_mtime_ns, status.st_size) if status.st_size <= LARGEST else None
