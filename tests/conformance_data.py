"""The Unicode Character Database's test files, as Debian's ``unicode-data`` package installs them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from reader.text.properties import UNICODE_VERSION

FOLDER = Path("/usr/share/unicode")


def missing(what: str) -> NoReturn:
    """Skips a test for want of something; fails it where ``READER_ALL_TESTS`` says that everything is installed."""
    if os.environ.get("READER_ALL_TESTS"):
        pytest.fail(what)
    pytest.skip(what)


def lines_of(name: str) -> Iterator[str]:
    """The data lines of a test file, comments and empty lines left out.

    Skips the test when the database is not installed; fails when it is of another version than the tables.
    """
    path = FOLDER / name
    if not path.exists():
        missing(f"{name} is not installed (Debian package unicode-data)")
    with path.open(encoding="utf-8") as file:
        first = next(file)
        version = re.search(r"-(\d+\.\d+\.\d+)\.txt", first)
        assert version is not None, first
        assert version[1] == UNICODE_VERSION, f"{name} is of {version[1]}, the tables are of {UNICODE_VERSION}"
        for raw in file:
            line = raw.partition("#")[0].strip()
            if line:
                yield line


class BrokenText(NamedTuple):
    """A text of a boundary test, and the offsets at which it says there is a boundary, the text's end included."""

    text: str
    boundaries: list[int]


def broken_texts(name: str) -> Iterator[BrokenText]:
    """The cases of a test file that writes ``÷`` where there is a boundary and ``×`` where there is none."""
    for line in lines_of(name):
        signs, codes = line.split()[2::2], line.split()[1::2]
        assert set(signs) <= {"÷", "×"}
        yield BrokenText(
            "".join(chr(int(code, 16)) for code in codes), [at for at, sign in enumerate(signs, 1) if sign == "÷"]
        )
