"""A week's use: marked, noted, the file edited and moved, another machine's marks taken in; all is found again."""

import json
import os
from pathlib import Path

import pytest

from reader.cli import main
from reader.formats import open_document
from reader.model import ExitCode
from reader.store import AnnotationKind, Store
from tests.marks import mark
from tests.samples import SEED, find


def listed(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, object]]:
    assert main(["bookmarks", "list", "--json", *argv]) == ExitCode.DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_week_of_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("READER_STATE", str(tmp_path / "state"))
    book = tmp_path / "book.txt"
    book.write_text(SEED.read_text(encoding="utf-8"), encoding="utf-8")
    quotes = ("كل هذا متاح مجانًا بموجب ترخيص مملوك.", "LlamaCon", "DoorDash")

    # Monday: marks, a highlight, a note.
    store, document = Store.open(), open_document(str(book))
    for quote, kind in zip(
        quotes, (AnnotationKind.BOOKMARK, AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE), strict=True
    ):
        mark(store, document, find(document, quote), "words of mine" if kind is AnnotationKind.NOTE else "", kind)
    assert store.close() == ()
    assert {one["state"] for one in listed(capsys)} == {"exact"}

    # Tuesday: the text is edited around them and in one of them, and begins with something else.
    text = book.read_text(encoding="utf-8")
    edited = "مقدمة جديدة لم تكن هنا.\n\n" + text.replace("كل هذا متاح مجانًا", "كل هذا متاح الآن مجانًا")
    book.write_text(edited, encoding="utf-8")
    found = listed(capsys)
    assert len(found) == 3
    assert {str(one["state"]) for one in found} <= {"moved", "approximate"}
    assert "كل هذا متاح الآن مجانًا بموجب ترخيص مملوك." in [one["text"] for one in found]

    # Wednesday: it is moved to another folder.
    moved = tmp_path / "shelf" / "renamed.txt"
    moved.parent.mkdir()
    book.write_text(text, encoding="utf-8")
    os.replace(book, moved)  # noqa: PTH105 - as mv does
    assert {one["text"] for one in listed(capsys, str(moved))} == set(quotes)

    # Thursday: what another machine has marked in the same text is taken in, twice.
    exported = tmp_path / "here.jsonl"
    assert main(["bookmarks", "export", str(exported)]) == ExitCode.DONE
    monkeypatch.setenv("READER_STATE", str(tmp_path / "laptop"))
    there = Store.open()
    other = open_document(str(moved))
    mark(there, other, find(other, "Spotify"), kind=AnnotationKind.HIGHLIGHT)
    assert there.close() == ()
    for _ in range(2):
        assert main(["bookmarks", "import", str(exported)]) == ExitCode.DONE
    capsys.readouterr()
    assert {one["text"] for one in listed(capsys, str(moved))} == {*quotes, "Spotify"}

    # Friday: a reading note is written from it.
    note = tmp_path / "note.md"
    assert main(["bookmarks", "export", "--format=markdown", str(note)]) == ExitCode.DONE
    written = note.read_text(encoding="utf-8")
    assert "> Spotify" in written
    assert "words of mine" in written
