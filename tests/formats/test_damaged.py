"""Damaged and hostile files open as far as they go or are refused in one line, within bounds, and do nothing else.

Every file of the corpus is opened by the program itself, in a process of its own that may use a minute of the
processor's time and two gigabytes of address space (:mod:`tests.formats.apart`), beside a file that is
nobody's business and a server that is never to be asked.
"""

import os
import socket
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reader.formats import bounded_reading
from reader.model import ExitCode
from tests.cli.test_hostile import obeyed
from tests.formats.apart import Ran, run_apart
from tests.formats.damaged import corpus
from tests.formats.hostile_text import Hostile

UNSEEN = "a word that nobody is to see"
PRINTED = 200_000
"""Bytes of files that are printed as well as opened."""

UNPACKING = frozenset({"cells.docx", "cells.odt", "overlapping.epub", "bomb-elements.epub", "bomb-text.docx"})
"""Small files that hold so much that they are only opened: printing would read it all once more."""

PARTS = 12
"""The corpus in as many tests, so that they can be run beside each other."""

OPENED = (ExitCode.DONE, ExitCode.NOTHING_FOUND)


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Hostile]:
    """A secret, and a host that is not to hear of anybody."""
    secret = tmp_path / "secret"
    secret.write_text(UNSEEN, encoding="utf-8")
    asked: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def listen() -> None:
            while True:
                try:
                    asked.append(server.accept())
                except OSError:
                    return

        listener = threading.Thread(target=listen, daemon=True)
        listener.start()
        yield Hostile(secret.as_uri(), f"http://127.0.0.1:{port}")
        server.shutdown(socket.SHUT_RDWR)
        listener.join()
    assert asked == []


def run(commands: Sequence[Sequence[str]], folder: Path) -> list[Ran]:
    state = folder / "state"
    state.mkdir(exist_ok=True)
    return list(run_apart(commands, state))


def judged(name: str, ran: Ran) -> str:
    """What is wrong with what became of a file; "" for nothing."""
    if ran.status not in (*OPENED, ExitCode.DOCUMENT):
        return f"{name}: status {ran.status}: {ran.err[-300:]}"
    if ran.refused:
        return f"{name}: tried {ran.refused[:3]}"
    if "Traceback" in ran.err or obeyed(ran.out) or obeyed(ran.err):
        return f"{name}: says {ran.err[-300:]!r}"
    if ran.status == ExitCode.DOCUMENT and (len(ran.err.splitlines()) != 1 or ran.out):
        return f"{name}: is refused in {ran.err!r}"
    if UNSEEN in ran.out + ran.err:
        return f"{name}: tells the secret"
    return ""


@pytest.mark.exhaustive
@pytest.mark.parametrize("part", range(PARTS))
def test_the_corpus(part: int, tmp_path: Path, hostile: Hostile) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    names = []
    for number, (name, data) in enumerate(corpus(hostile)):
        if number % PARTS == part:
            (folder / name).write_bytes(data)
            names.append(name)
    commands = [["outline", "--json", str(folder / name)] for name in names]
    commands += [
        ["print", str(folder / name)]
        for name in names
        if name not in UNPACKING and (folder / name).stat().st_size < PRINTED
    ]
    ran = run(commands, tmp_path)
    told = [judged(" ".join(command), one) for command, one in zip(commands, ran, strict=True)]
    assert [line for line in told if line] == []
    for command, one in zip(commands, ran, strict=True):
        assert_told(Path(command[-1]).name, one, printed=command[0] == "print")
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert {path.name for path in tmp_path.iterdir()} == {"corpus", "secret", "state"}


START = frozenset(
    """
    cut-7.epub cut-7.docx nul-inside.txt no-directory.epub no-directory.docx no-directory.odt
    no-container.epub no-package.epub no-mimetype.epub hole.md hole.html cyclic-spine.epub cyclic-nav.epub
    cyclic-ncx.epub chapters-missing.epub outside.epub locked-chapter.epub locked-font.epub
    note-of-itself.epub names.epub note-of-itself.docx cyclic-styles.docx chained-styles.docx
    cyclic-styles.odt note-of-itself.odt deep-div.html deep-quotes.md deep-contents.epub deep-chapter.epub
    active.html active.md laughs.fb2 laughs-hidden.epub quadratic.docx file.odt http.xhtml
    one-bad-byte.txt cut-4.html size-small.epub size-huge.docx prefixed.epub bomb-elements.epub
    comments-before.fb2
    """.split()  # noqa: SIM905 - as a table of names
)
"""Files of which something can be read, and is."""

NOTICES = {
    "cut-7.epub": "cut short",
    "no-package.epub": "does not say what its chapters are",
    "chapters-missing.epub": "1 of 2 chapters cannot be read",
    "locked-chapter.epub": "1 of 2 chapters cannot be read",
    "deep-div.html": "nested too deep",
    "cells.csv": "Only the first 300,000 cells",
    "bomb-elements.epub": "Only what stands before",
    "spans.md": "shown as plain text",
    "cut-4.fb2": "read as far as it goes",
    "trojan.py": "bidirectional",
    "blank-lines.txt": "shown as they stand",
}

REFUSED = {
    "locked.epub": "no key",
    "locked.odt": "no key",
    "encrypted.docx": "no key",
    "bomb.docx": "unpacks to more than",
    "no-text.docx": "holds no text",
}


LONG = frozenset({"bomb-elements.epub", "blank-lines.txt"})
"""Files that take seconds: opened once, with the whole corpus."""


def assert_told(name: str, ran: Ran, *, printed: bool) -> None:
    """What is there is read, and what is missing is told."""
    if name in REFUSED:
        assert REFUSED[name] in ran.err, name
        return
    assert NOTICES.get(name, "") in ran.err, (name, ran.err)
    if name in START and printed:
        assert ran.status == ExitCode.DONE, (name, ran.err)
        assert ran.out.strip(), name


def test_what_is_there_is_read_and_what_is_missing_is_told(tmp_path: Path, hostile: Hostile) -> None:
    wanted = (START | set(NOTICES) | set(REFUSED)) - LONG
    names = []
    for name, data in corpus(hostile):
        if name in wanted:
            (tmp_path / name).write_bytes(data)
            names.append(name)
    assert set(names) == wanted
    for name, ran in zip(names, run([["print", str(tmp_path / name)] for name in names], tmp_path), strict=True):
        assert_told(name, ran, printed=True)


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    dangling = tmp_path / "dangling.txt"
    dangling.symlink_to(tmp_path / "nowhere")
    paths = [
        str(loop),
        str(dangling),
        "/dev/zero",
        "/dev/full",
        "/dev/tty",
        "/proc/self/mem",
        str(tmp_path / "a" / "b.txt"),
    ]
    for path, ran in zip(paths, run([["print", path] for path in paths], tmp_path), strict=True):
        assert ran.status == ExitCode.DOCUMENT, path
        assert len(ran.err.splitlines()) == 1, path


def test_two_gigabytes_are_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.write(b"text\n" * 1000)
        file.truncate(2 << 30)
    for ran in run([["print", str(large)], ["facts", str(large)], ["find", "x", str(large)]], tmp_path):
        assert ran.status != ExitCode.DONE
        assert f"larger than {bounded_reading.LARGEST >> 20} MiB" in ran.err
        assert ran.memory < 200 << 20


@pytest.mark.parametrize("change", ["grows", "shrinks", "goes"])
def test_a_file_that_changes_while_it_is_read_is_read(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"line\n" * 400_000)
    asked = []

    def unreadable(chunk: bytes) -> str:
        """What is asked first when the beginning was read."""
        asked.append(len(chunk))
        if len(asked) > 1:
            return ""
        if change == "grows":
            with path.open("ab") as file:
                file.write(b"more\n")
        elif change == "shrinks":
            os.truncate(path, 10)
        else:
            path.unlink()
        return ""

    monkeypatch.setattr(bounded_reading, "unreadable", unreadable)
    data = bounded_reading.bytes_of(str(path))
    assert data.startswith(b"line\n")
    assert len(data) == {"grows": 2_000_005, "shrinks": 10, "goes": 2_000_000}[change]
    assert asked[0] < 2_000_000
