"""Patterns are kept as Python makes them, and whatever the file holds, a pattern is the right one."""

import marshal
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.text import kept_patterns
from reader.text.kept_patterns import compiled, keep

PATTERNS: list[tuple[Any, int]] = [
    (r"(?P<day>\d+)-(?P<month>\w+)|(x)", 0),
    ("[\u0621-\u064a\U0001e900-\U0001e943]+", 0),
    (r"^[^\S\n]*+\S", re.MULTILINE),
    ("straße", re.IGNORECASE),
    (r" a # the first letter", re.VERBOSE | re.ASCII),
    ("(?i)a(?s:.)b", 0),
    ("a", 0),
    (b"a", 0),
]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for them, and nothing known."""
    path = tmp_path / "patterns"
    monkeypatch.setattr(kept_patterns, "_file", lambda: str(path))
    monkeypatch.setattr(kept_patterns, "_new", set())
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept_patterns._kept.cache_clear()
    return path


def right() -> bool:
    made = [compiled(expression, flags) for expression, flags in PATTERNS]
    return made == [re.compile(expression, flags) for expression, flags in PATTERNS]


def in_a_new_process() -> set[str | bytes]:
    """What is compiled there of the patterns."""
    kept_patterns._kept.cache_clear()
    kept_patterns._new.clear()
    assert right()
    return {expression for _, expression, _ in kept_patterns._new}


def test_what_was_compiled_once_is_not_again(file: Path) -> None:
    assert right()
    keep()
    assert in_a_new_process() == set()
    found = compiled(*PATTERNS[0]).match("12-May")
    assert found
    assert (found.groupdict(), found.lastgroup) == ({"day": "12", "month": "May"}, "month")
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_another_process_adds_its_own(file: Path) -> None:
    del file
    compiled("one")
    keep()
    kept_patterns._kept.cache_clear()
    compiled("two")
    keep()
    kept_patterns._kept.cache_clear()
    compiled("one")
    compiled("two")
    assert not kept_patterns._new


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"nothing of the kind",
        marshal.dumps((sys.version, "no table")),
        marshal.dumps(("another build", {})),
        marshal.dumps((sys.version, {(False, "a", 0): (32, b"\xff" * 8, 0, {}, (None,))})),
        marshal.dumps((sys.version, {(False, "a", 0): "nothing"})),
    ],
)
def test_a_damaged_file_is_made_anew(file: Path, held: bytes) -> None:
    file.write_bytes(held)
    assert len(in_a_new_process()) == len({expression for expression, _ in PATTERNS})
    keep()
    assert in_a_new_process() == set()


def test_where_nothing_may_be_written_nothing_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert right()
    keep()
    assert not file.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(kept_patterns, "_file", lambda: str(file / "no" / "folder"))
    keep()
    assert right()


def test_where_there_is_no_room_nothing_is_left(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    assert right()
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", fails)
        keep()
    assert list(file.parent.iterdir()) == []
    keep()
    assert in_a_new_process() == set()


def test_a_checkout_that_changes_begins_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "_MOST", 5)
    for number in range(4):
        compiled(f"a{number}")
    keep()
    for number in range(3):
        compiled(f"b{number}")
    keep()
    _, kept = marshal.loads(file.read_bytes())  # noqa: S302
    assert {expression for _, expression, _ in kept} == {"b0", "b1", "b2"}
