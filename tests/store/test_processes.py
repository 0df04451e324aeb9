"""Several readers at one state file, and readers that are killed: real processes, real signals."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.store import Store
from reader.store.database import Database

WRITER = """
import sys
from pathlib import Path
from reader.model import range_of
from reader.store import Store
from tests.documents import document_of
from tests.marks import mark
folder, name, count = sys.argv[1:]
document = document_of("ا" * 1000, path=f"/{name}")
store = Store.open(Path(folder))
for number in range(int(count)):
    made = mark(store, document, range_of(number, number + 1), f"note {number}")
    store.save_position(document, range_of(number, number).start)
    assert store.settle()
    print(made.id, flush=True)
"""


def writer(folder: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(
        command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def sound(folder: Path) -> bool:
    database = Database(folder)
    try:
        return database.read("PRAGMA integrity_check") == [("ok",)]
    finally:
        database.close()


def test_two_readers_lose_nothing_of_each_others(tmp_path: Path) -> None:
    # Neither finds a file: they also race for making it.
    writers = [writer(tmp_path, name, 100) for name in ("one", "two")]
    outputs = [process.communicate(timeout=120) for process in writers]
    assert [process.returncode for process in writers] == [0, 0], outputs
    said = {id_ for output, _ in outputs for id_ in output.split()}
    store = Store.open(tmp_path)
    assert {mark.id for mark in store.all_annotations()} == said
    assert len(said) == 200
    assert len(store.recent()) == 2
    assert sound(tmp_path)


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_reader_loses_nothing_it_had_saved(tmp_path: Path, seed: int) -> None:
    process = writer(tmp_path, "killed", 100_000)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.0, 0.15))  # noqa: S311 - no secret
    os.kill(process.pid, signal.SIGKILL)
    # Read on where readline() stopped: communicate() would pass over what it has read ahead.
    said = [first.strip(), *process.stdout.read().split("\n")[:-1]]
    process.communicate(timeout=60)
    store = Store.open(tmp_path)
    assert store.notice is None
    saved = [mark.id for mark in store.all_annotations()]
    # One more may have been saved than there was time to say.
    assert set(said) <= set(saved)
    assert len(saved) <= len(said) + 1
    assert sound(tmp_path)
