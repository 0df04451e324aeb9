"""A pipe is read as its writer fills it, and no further ahead of the reader than a budget."""

import os
from collections.abc import Callable, Iterator
from threading import Event, Thread

import pytest

from reader.formats import Demand, OpenOptions, large, piped, snapshots_of_pipe
from reader.formats.paged_text import PagedText
from reader.formats.piped import without_cut_end
from reader.model import Document, DocumentError


def text_of(document: Document) -> str:
    return document.slice(document.range)


def writing(write: Callable[[int], object]) -> tuple[Iterator[Document], Demand, Thread]:
    reading, writing_end = os.pipe()

    def run() -> None:
        try:
            write(writing_end)
        except BrokenPipeError:
            pass
        finally:
            os.close(writing_end)

    thread = Thread(target=run, daemon=True)
    thread.start()
    demand = Demand()
    return snapshots_of_pipe(reading, OpenOptions(), demand), demand, thread


def test_what_has_come_is_shown_before_the_writer_ends() -> None:
    reading, writing_end = os.pipe()
    snapshots = snapshots_of_pipe(reading, OpenOptions(), Demand())
    os.write(writing_end, b"a\n")
    first = next(snapshots)
    assert (text_of(first), first.complete) == ("a\n", False)
    os.write(writing_end, b"b\n")
    assert text_of(next(snapshots)) == "a\nb\n"
    os.close(writing_end)
    (last,) = snapshots
    assert (text_of(last), last.complete) == ("a\nb\n", True)


@pytest.mark.parametrize(
    "line",
    [
        "y",
        "commit 0123456789abcdef",
        "هذه جملة طويلة في سطر من نص طويل لا يطبعه أحد في أعمدة، وهي تنتهي هنا كما تنتهي.",
    ],
)
def test_a_long_pipe_is_kept_on_disk_as_it_would_be_in_memory(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = f"{line}\n\n".encode() * (100_000 // len(line))
    monkeypatch.setattr(piped, "LARGE", 10_000)
    monkeypatch.setattr(large, "HEAD", 5_000)
    seen = Event()

    def in_pieces(end: int) -> None:
        for at in range(0, len(data), 999):
            os.write(end, data[at : at + 999])
            if at > len(data) // 2:  # what has come before the first look is no more than that
                seen.wait(10)

    snapshots, demand, _ = writing(in_pieces)
    demand.reached(len(data))
    first = next(snapshots)
    seen.set()
    *grown, last = first, *snapshots
    monkeypatch.setattr(piped, "LARGE", 1 << 40)
    snapshots, demand, _ = writing(lambda end: os.write(end, data))
    demand.reached(len(data))
    *_, whole = snapshots
    assert isinstance(last.source, PagedText)
    assert not isinstance(whole.source, PagedText)
    assert text_of(last) == text_of(whole)
    assert (last.meta, last.root, last.direction) == (whole.meta, whole.root, whole.direction)
    # A block of many lines ends with its window.
    assert "\n".join(last.slice(block.range) for block in last.blocks).split() == text_of(whole).split()
    assert all(text_of(whole).startswith(text_of(document)) for document in grown)


def test_an_endless_pipe_waits_for_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = 200_000
    monkeypatch.setattr(piped, "AHEAD", ahead)
    written = 0

    def for_ever(end: int) -> None:
        nonlocal written
        while True:
            written += os.write(end, b"y\n" * 30_000)

    snapshots, demand, _ = writing(for_ever)
    longest = next(snapshots)
    while len(longest) < ahead:
        longest = next(snapshots)
    arrived: list[Document] = []
    waiting = Thread(target=lambda: arrived.append(next(snapshots)), daemon=True)
    waiting.start()
    waiting.join(0.3)
    assert not arrived
    assert written < 4 * ahead
    demand.reached(len(longest))
    waiting.join(60)
    assert len(arrived[0]) > len(longest)


def test_an_empty_pipe_is_an_empty_document() -> None:
    snapshots, _, _ = writing(lambda _: None)
    (document,) = snapshots
    assert (len(document), document.complete) == (0, True)


def test_binary_in_a_pipe_is_one_line() -> None:
    snapshots, _, _ = writing(lambda end: os.write(end, bytes(range(256)) * 100))
    with pytest.raises(DocumentError, match=r"^standard input: not a text file"):
        next(snapshots)


def test_a_document_that_must_be_whole_is_waited_for() -> None:
    snapshots, _, _ = writing(lambda end: os.write(end, b"<!doctype html><h1>Title</h1><p>Text"))
    (document,) = snapshots
    assert text_of(document) == "Title\nText"


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (b"a\nb", b"a\nb"),
        ("שלום".encode()[:-1], "שלו".encode()),
        ("é".encode(), "é".encode()),
        (b"a\x1b", b"a"),
        (b"a\x1b[3", b"a"),
        (b"a\x1b[31m", b"a\x1b[31m"),
        (b"a\x1b]8;;http", b"a"),
        (b"a\r", b"a"),
        (b"one\ntwo _\bx", b"one\ntwo "),
        (b"", b""),
    ],
)
def test_what_is_not_at_its_end_yet_waits(data: bytes, kept: bytes) -> None:
    assert without_cut_end(data) == kept
