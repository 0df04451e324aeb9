"""Whatever a document holds and a file is called, no command's output makes the terminal do anything."""

import io
import os
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.model import ExitCode
from tests.examples import examples
from tests.strategies import texts

OBEYED = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that a terminal does not show but follows, beside the controls."""

HARMFUL = st.sampled_from(
    [
        "\x1b[31m", "\x1b]0;title\x07", "\x1b]52;c;cm0=\x1b\\", "\x9b2J", "\x9d0;x\x9c", "\x90q\x9c", "\x07", "\b",
        "\x7f", "\x0e", "\x85", "\r", "\v", "\f", "\u202e", "\u202d", "\u2066", "\u2069", "\u2028", "\U000e0041",
        "\u2029", "\ufeff", "\x00", "\x1bP+q\x1b\\", "\x1bc", "\ufffe", "\u200b",
    ]
)  # fmt: skip
WORDS = st.sampled_from(
    ["نص", "$5 million", "5 May 2024", "https://x.example/\x1b[1m", "(GDPR)", "שלום", "x", " ", "\n", "# "]
)
hostile = st.lists(HARMFUL | WORDS | texts, min_size=1, max_size=12).map("".join)
names = st.binary(min_size=1, max_size=40).map(lambda name: b"n" + name.translate(None, b"\0/")) | hostile.map(
    lambda name: ("n" + name).encode("utf-8", "replace").translate(None, b"\0/")[:200]
)

COMMANDS: list[tuple[str, ...]] = [
    ("print",),
    ("print", "--json"),
    ("print", "--order=logical"),
    ("print", "--order=logical", "--json"),
    ("print", "--bidi-encoding=b2"),
    ("print", "--bidi=terminal"),
    ("outline",),
    ("outline", "--json"),
    ("facts",),
    ("facts", "--json"),
    ("facts", "--csv"),
    ("facts", "--markdown"),
    ("find", "x"),
    ("find", "x", "--json"),
    (),
]
FORMATS = ("text", "markdown", "html", "fb2", "openiti", "csv", "code", "epub", "docx", "odt")


def obeyed(text: str) -> set[str]:
    return {c for c in text if c not in "\t\n" and (unicodedata.category(c) in ("Cc", "Cs") or c in OBEYED)}


@contextmanager
def named(name: bytes, data: bytes) -> Iterator[str]:
    """A file of that name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / os.fsdecode(name)
        path.write_bytes(data)
        yield str(path)


def run(argv: Sequence[str]) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(argv)
    return status, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@examples(15)
@given(name=names, text=hostile, form=st.sampled_from(FORMATS))
def test_nothing_reaches_the_terminal(command: tuple[str, ...], name: bytes, text: str, form: str) -> None:
    with named(name, text.encode("utf-8", "surrogatepass")) as path:
        for argv in ([*command, path], [*command, path, f"--format={form}"]):
            status, out, err = run(argv)
            assert status in (ExitCode.DONE, ExitCode.NOTHING_FOUND, ExitCode.DOCUMENT), err
            assert not obeyed(out)
            assert not obeyed(err)


@examples(40)
@given(name=names, text=hostile)
def test_what_is_asked_for_reaches_it_as_little(name: bytes, text: str) -> None:
    missing = "/nowhere/" + os.fsdecode(name)
    harm = text.replace("\0", "")
    for argv in (
        ["print", missing],
        ["facts", missing, missing],
        ["find", harm, missing],
        ["print", missing, f"--format={harm}"],
        ["print", missing, f"--encoding={harm}"],
        ["print", missing, f"--width={harm}"],
        ["print", missing, f"--{harm}"],
        ["facts", missing, f"--kind={harm}"],
    ):
        status, out, err = run(argv)
        assert status in (ExitCode.DOCUMENT, ExitCode.USAGE), err
        assert out == ""
        assert len(err.splitlines()) == 1
        assert not obeyed(err)


def test_one_of_several_files_with_a_harmful_name_is_told_in_a_line(tmp_path: Path) -> None:
    for name in ("a\x1b[2J\n\x9b", os.fsdecode(b"b\xff\x9b31m")):
        (tmp_path / name).write_bytes(b"\x7fELF\2\1\1" + bytes(9))
    status, _, err = run(["find", "x", str(tmp_path)])
    assert status == ExitCode.NOTHING_FOUND
    assert len(err.splitlines()) == 2
    assert not obeyed(err)


def test_letters_keep_what_they_need(tmp_path: Path) -> None:
    path = tmp_path / "fa.txt"
    path.write_text("نمی\u200cخواهم (x)\u200f!\n", encoding="utf-8")
    assert run(["print", "--order=logical", str(path)])[1] == "نمی\u200cخواهم (x)\u200f!\n"
