"""Folders as documents."""

import os
from pathlib import Path

import pytest

from reader.formats import folder as folders
from reader.formats import open_document, open_several
from reader.formats.folder import size_of, sort_key
from reader.model import Direction, Document, DocumentError
from reader.view.links import Link, ToFile, destination_of
from tests.notices import notices_in


def listed(document: Document) -> list[tuple[int, str]]:
    return [(section.level, document.slice(section.title)) for section in document.sections]


def test_files_are_sections_in_natural_order_and_folders_hold_theirs(tmp_path: Path) -> None:
    for name in ("b 10.txt", "b 9.txt", "a/٢.md", "a/١٠.md", "a/deep/x.epub", ".hidden/y.txt", ".z.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    document = open_document(tmp_path)
    assert listed(document) == [
        (1, "a"), (2, "deep"), (3, "x.epub"), (2, "٢.md"), (2, "١٠.md"), (1, "b 9.txt"), (1, "b 10.txt")
    ]  # fmt: skip
    assert document.meta.title == tmp_path.name
    assert document.meta.notices == ()


def test_what_is_no_document_is_counted_and_not_listed(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "program").write_bytes(b"\x7fELF" + bytes(100))
    (tmp_path / "README").write_text("plain")
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe.txt")
    document = open_document(tmp_path)
    assert listed(document) == [(1, "README")]
    assert notices_in(document) == ("3 files that the reader cannot open are not listed",)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").touch(mode=0)
    (tmp_path / "closed").mkdir(mode=0)
    document = open_document(tmp_path)
    assert listed(document) == [(1, "closed")]
    assert notices_in(document) == ("No permission to read secret.txt", "Cannot be listed: closed")
    with pytest.raises(DocumentError, match="cannot be listed: permission denied"):
        open_document(tmp_path / "closed")


def test_links_to_folders_are_not_walked_into(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "round").symlink_to(tmp_path)
    assert listed(open_document(tmp_path)) == [(1, "in"), (2, "round")]
    again = open_document(tmp_path / "in" / "round" / "in")
    assert again.meta.path == str(tmp_path / "in")


def test_large_folders_inside_stay_closed_until_they_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "UNFOLDED", 3)
    for name in ("large/1.txt", "large/2.txt", "large/3.txt", "large/4.txt", "small/1.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert listed(open_document(tmp_path)) == [(1, "large"), (1, "small"), (2, "1.txt")]
    assert len(listed(open_document(tmp_path / "large"))) == 4


def test_every_name_is_one_line_that_leads_to_its_file(tmp_path: Path) -> None:
    names = [
        b"\xe3\xe1\xdd.txt",
        b"two\nlines.txt",
        b"100%25#?.txt",
        b"a:b.txt",
        "كتاب.txt".encode(),
        b"\xc2\x9b2J.txt",
    ]
    for name in names:
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).touch()
    document = open_document(tmp_path)
    document.slice(document.range).encode()
    found = set()
    for block in document.blocks:
        text = document.slice(block.range)
        assert "\n" not in text
        assert "\x9b" not in text
        for span in block.spans:
            destination = destination_of(document, Link(span.range, span.target))
            assert isinstance(destination, ToFile)
            found.add(os.fsencode(destination.path))
    assert found == {bytes(tmp_path) + b"/" + name for name in names} | {bytes(tmp_path.parent)}


def test_a_name_runs_as_its_letters_do_whatever_its_suffix(tmp_path: Path) -> None:
    for name in ("ب.html", "notes about it.txt", "كتاب الأدب.epub", "مقال.docx"):
        (tmp_path / name).touch()
    document = open_document(tmp_path)
    directions = {document.slice(b.spans[0].range): b.direction for b in document.blocks if b.spans}
    assert directions["ب.html"] is Direction.RTL
    assert directions["notes about it.txt"] is Direction.LTR
    assert document.direction is Direction.RTL


def test_several_documents_are_listed_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch()
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.md").touch()
    paths = [str(tmp_path / name) for name in ("b.txt", "missing", "a")]
    document = list(open_several(paths))[-1]
    assert listed(document) == [(1, paths[0]), (1, paths[2]), (2, "c.md")]
    assert notices_in(document) == (f"Cannot be listed: {paths[1]}",)
    with pytest.raises(DocumentError, match="no such file"):
        list(open_several([paths[1], paths[1] + "2"]))


def test_numbers_in_names_go_by_their_value() -> None:
    names = ["1", "2", "۳", "10", "a", "A2", "a10", "ب ٩", "ب ١٠"]
    shuffled = ["a10", "10", "ب ١٠", "A2", "۳", "ب ٩", "2", "a", "1"]
    assert sorted(shuffled, key=sort_key) == names


@pytest.mark.parametrize(
    ("size", "shown"), [(0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (999_600, "1.0 MB"), (52_345_678, "52 MB")]
)
def test_sizes_are_given_in_a_unit_people_use(size: int, shown: str) -> None:
    assert size_of(size) == shown
