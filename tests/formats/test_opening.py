"""Opening: what is read, what is refused in one line, and how bytes become text."""

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from reader.formats import OpenOptions, bounded_reading, open_document, open_snapshots
from reader.formats.sniffing import format_of
from reader.model import Document, DocumentError


def opened(tmp_path: Path, data: bytes, name: str = "file.txt", **options: Any) -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return open_document(path, OpenOptions(**options))


def refused(path: str | Path) -> str:
    with pytest.raises(DocumentError) as failure:
        open_document(path)
    message = str(failure.value)
    assert "\n" not in message
    return message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "no-such.txt: no such file" in refused(tmp_path / "no-such.txt")


def test_a_name_with_a_nul_is_refused() -> None:
    assert "cannot be opened" in refused("a\0b")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    assert "permission denied" in refused(path)


def test_a_device_without_end_is_refused() -> None:
    assert refused("/dev/zero")


def test_a_text_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_reading, "LARGEST", 1 << 21)
    path = tmp_path / "large.txt"
    path.write_bytes(b"text " * (1 << 20))
    assert "larger than 2 MiB" in refused(path)


def test_binary_data_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "program"
    path.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40)
    assert "not a text file" in refused(path)


@pytest.mark.parametrize("delay", [0.0, 0.3])
def test_a_pipe_is_read_to_its_end(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Timer(delay, path.write_text, args=("سلام from a pipe.\n",))
    writer.start()
    document = open_document(path)
    writer.join()
    assert document.slice(document.range) == "سلام from a pipe.\n"


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    document = opened(tmp_path, b"")
    assert (len(document), len(document.blocks), document.meta.title) == (0, 0, "file.txt")


def test_a_bad_byte_does_not_spoil_a_file(tmp_path: Path) -> None:
    document = opened(tmp_path, "سلام".encode() + b"\xff" + " على الجميع في كل مكان\n".encode())
    assert document.slice(document.range) == "سلام\ufffd على الجميع في كل مكان\n"
    assert (document.meta.encoding, document.meta.replaced) == ("utf-8", 1)


def test_a_replacement_character_of_the_file_is_not_counted(tmp_path: Path) -> None:
    assert opened(tmp_path, "a \ufffd b\n".encode()).meta.replaced == 0


def test_line_ends_become_line_feeds(tmp_path: Path) -> None:
    document = opened(tmp_path, b"one\r\ntwo\rthree\n")
    assert document.slice(document.range) == "one\ntwo\nthree\n"


def test_an_unknown_encoding_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="unknown encoding 'klingon'"):
        opened(tmp_path, b"text", encoding="klingon")


@pytest.mark.parametrize("encoding", ["zlib", "rot13", "base64"])
def test_a_codec_that_is_no_character_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(DocumentError, match="unknown encoding"):
        opened(tmp_path, b"text", encoding=encoding)


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="klingon: unknown format"):
        opened(tmp_path, b"text", format="klingon")


MARKDOWN_AND_TAGS = [
    '<div dir="rtl">\n\n# عنوان\n\n**مهم**\n\n</div>\n',
    '<p align="center">\n  <img src="x.png" alt="logo">\n</p>\n\n## Install\n\n```\nmake\n```\n',
    '<h1 align="center">Name</h1>\n\n## Install\n\n[a](b)\n',
    "<table><tr><td>x</td></tr></table>\n\n# Title\n\n**x**\n",
    "<!-- c -->\n<section>\n\n# T\n\n[a](b)\n",
    "<a name='x'></a>\n# T\n\n**x**\n",
    "<center>\n\n# T\n\n**x**\n</center>\n",
]


@pytest.mark.parametrize("text", MARKDOWN_AND_TAGS)
@pytest.mark.parametrize("name", ["README.md", "README.markdown", "README", "x.txt"])
def test_markdown_that_begins_with_a_tag_is_markdown(text: str, name: str) -> None:
    assert format_of(text.encode(), name) == "markdown"


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("<!doctype html><p>x", "x.md", "html"),
        ("<?xml version='1.0'?>\n<!-- c --><html><p>x</html>", "x.txt", "html"),
        ("<div>x</div>", "x.html", "html"),
        ("<div>x</div>", "", "html"),
        ("<p>x</p>", "x.txt", "html"),
        ("<p>x</p>,1\n2,3\n", "x.csv", "csv"),
        ("<article><title>x</title></article>", "x.xml", "code"),
        ("<div>{x}</div>", "x.php", "code"),
        ("<p>x</p>", "x.rst", "rst"),
    ],
)
def test_the_name_weighs_where_the_content_may_be_either(text: str, name: str, form: str) -> None:
    assert format_of(text.encode(), name) == form


def test_links_lead_to_files_and_folders_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to-pipe").symlink_to("pipe")
    (tmp_path / "to-null").symlink_to("/dev/null")
    (tmp_path / "file").write_text("text")
    (tmp_path / "to-file").symlink_to("file")
    for name in ("/dev/stdin", "/dev/tty", "/dev/zero", "/proc/self/fd/0", "pipe", "to-pipe", "to-null", "-"):
        if os.path.exists(tmp_path / name) and not os.path.isfile(tmp_path / name):  # noqa: PTH110, PTH113
            with pytest.raises(DocumentError, match="links lead to files"):
                next(open_snapshots(str(tmp_path / name), linked=True))
    for name in ("file", "to-file", ""):
        assert len(next(open_snapshots(str(tmp_path / name), linked=True)))
