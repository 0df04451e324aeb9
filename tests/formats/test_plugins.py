"""Formats of other packages: found by their entry points, and never in the way of reading."""

import sys
from collections.abc import Iterator
from importlib import metadata
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from reader.formats import OpenOptions, open_document, open_snapshots
from reader.formats.builder import Builder
from reader.formats.folder import snapshots_of
from reader.formats.plugins import installed
from reader.formats.raw import Raw
from reader.formats.registry import Format
from reader.model import BlockKind, Document, DocumentError, NoticeCode


def _document_of(raw: Raw) -> Document:
    builder = Builder()
    builder.begin(BlockKind.HEADING, depth=1)
    builder.text(raw.data.removeprefix(b"\0LAMP").decode())
    return builder.document(raw.meta("lamp"))


def _failing(raw: Raw) -> Document:
    raise RuntimeError(raw.path)


@pytest.fixture(autouse=True)
def packages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    module = ModuleType("lamp_package")
    module.document_of = _document_of  # type: ignore[attr-defined]
    broken = ModuleType("lamp_broken")
    broken.document_of = _failing  # type: ignore[attr-defined]
    module.lamp = Format("lamp", (".lamp",), "lamp_package")  # type: ignore[attr-defined]
    module.binary = Format("oil", (".oil",), "lamp_package", magic=(b"\0LAMP",))  # type: ignore[attr-defined]
    module.failing = Format("smoke", (".smoke",), "lamp_broken")  # type: ignore[attr-defined]
    module.missing = Format("dark", (".dark",), "lamp_nowhere")  # type: ignore[attr-defined]
    module.own = Format("html", (".x",), "lamp_package")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "lamp_package", module)
    monkeypatch.setitem(sys.modules, "lamp_broken", broken)
    leads = ["lamp_package:lamp", "lamp_package:binary", "lamp_package:failing", "lamp_package:missing"]
    leads += ["lamp_package:own", "lamp_package:nothing", "lamp_nowhere:lamp"]
    points = [EntryPoint(f"p{number}", lead, "reader.formats") for number, lead in enumerate(leads)]
    monkeypatch.setattr(metadata, "entry_points", lambda group: [p for p in points if p.group == group])
    installed.cache_clear()
    yield
    installed.cache_clear()


def _opened(tmp_path: Path, name: str, data: bytes, form: str = "auto") -> Document:
    (tmp_path / name).write_bytes(data)
    document = open_document(tmp_path / name, OpenOptions(format=form))
    *_, last = open_snapshots(tmp_path / name, OpenOptions(format=form))
    assert last.meta == document.meta
    return document


@pytest.mark.parametrize(("name", "data"), [("x.lamp", "مصباح".encode()), ("x.oil", b"\0LAMP" + "مصباح".encode())])
def test_a_format_of_another_package_opens(tmp_path: Path, name: str, data: bytes) -> None:
    document = _opened(tmp_path, name, data)
    assert (document.meta.title, document.blocks[0].kind) == ("مصباح", BlockKind.HEADING)


def test_it_can_be_asked_for(tmp_path: Path) -> None:
    assert _opened(tmp_path, "x.txt", b"light", "lamp").meta.format == "lamp"
    with pytest.raises(DocumentError, match=r"unknown format; known are auto, text, .*lamp"):
        _opened(tmp_path, "x.txt", b"light", "lantern")


def test_what_cannot_be_loaded_is_told_once_where_it_might_be_meant(tmp_path: Path) -> None:
    told = [n for n in _opened(tmp_path, "x.lamp", b"light").meta.notices if n.code is NoticeCode.FORMAT_FAILED]
    assert [dict(n.values)["name"] for n in told] == ["p4", "p5", "p6"]
    assert _opened(tmp_path, "x.txt", b"light").meta.notices == ()


@pytest.mark.parametrize(("name", "form"), [("x.smoke", "smoke"), ("x.dark", "dark")])
def test_what_fails_is_read_as_text(tmp_path: Path, name: str, form: str) -> None:
    document = _opened(tmp_path, name, "نص".encode())
    assert document.slice(document.range) == "نص"
    assert form in [dict(n.values).get("name") for n in document.meta.notices]


def test_what_fails_and_is_no_text_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"the format smoke, .* does not work$"):
        _opened(tmp_path, "x.smoke", b"PK\3\4" * 100, "smoke")


def test_a_folder_lists_it(tmp_path: Path) -> None:
    (tmp_path / "x.oil").write_bytes(b"\0LAMP" + bytes(100))
    *_, listing = snapshots_of(tmp_path)
    assert "x.oil" in listing.slice(listing.range)
