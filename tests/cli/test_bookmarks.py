"""``reader bookmarks``, as people and programs see it."""

import io
import json
import sys
from pathlib import Path

import pytest

from reader.cli import main
from reader.formats import open_document
from reader.model import ExitCode
from reader.store import Store
from tests.marks import mark
from tests.samples import find

TEXT = "عنوان الوثيقة\n\nهذه جملة أولى في الوثيقة. وهذه جملة ثانية منها.\n\nفقرة أخيرة تنتهي هنا.\n"


@pytest.fixture
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document with two bookmarks, one with a note, in a state folder of its own."""
    monkeypatch.setenv("READER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    path = tmp_path / "document.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = open_document(str(path))
    store = Store.open()
    mark(store, document, find(document, "فقرة أخيرة"), "a note")
    mark(store, document, find(document, "جملة ثانية"))
    store.close()
    return path


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(["bookmarks", *argv])
    out, err = capsys.readouterr()
    return status, out, err


def listed(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(capsys, "list", "--json", *argv)[1].splitlines()]


def test_the_list_is_in_the_order_of_the_text(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second, last = listed(capsys)
    assert list(second) == [
        "id",
        "path",
        "title",
        "start",
        "end",
        "text",
        "note",
        "kind",
        "colour",
        "section",
        "state",
        "created",
    ]
    assert (second["text"], last["text"], last["note"]) == ("جملة ثانية", "فقرة أخيرة", "a note")
    assert TEXT[int(str(last["start"])) : int(str(last["end"]))] == "فقرة أخيرة"
    assert {second["state"], last["state"]} == {"exact"}
    assert second["path"] == str(marked)


def test_bookmarks_move_with_an_edited_text(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited = TEXT.replace("عنوان الوثيقة", "عنوان جديد للوثيقة")
    marked.write_text(edited, encoding="utf-8")
    for one in listed(capsys):
        assert one["state"] == "moved"
        assert edited[int(str(one["start"])) : int(str(one["end"]))] == one["text"]


def test_bookmarks_of_a_document_that_is_gone_are_orphans(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marked.unlink()
    assert [(mark["text"], mark["state"]) for mark in listed(capsys)] == [
        ("جملة ثانية", "orphan"),
        ("فقرة أخيرة", "orphan"),
    ]


def test_only_those_of_a_document(marked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text, which has no bookmarks at all.\n", encoding="utf-8")
    assert len(listed(capsys, str(marked))) == 2
    status, out, _ = run(capsys, "list", str(other))
    assert (status, out) == (ExitCode.NOTHING_FOUND, "")


@pytest.mark.usefixtures("marked")
def test_a_copy_of_the_document_has_them_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT, encoding="utf-8")
    assert len(listed(capsys, str(copy))) == 2
    assert len(listed(capsys)) == 2


def test_the_list_is_for_reading(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "list", "--width=100")
    assert (status, err) == (ExitCode.DONE, "")
    lines = out.splitlines()
    assert len(lines) == 3  # one has a note
    assert lines[-1].strip() == "a note"
    assert str(marked) in lines[0]


@pytest.mark.parametrize("through", ["file", "pipe"])
def test_what_is_exported_can_be_imported(
    through: str, marked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = listed(capsys)
    exported = tmp_path / "exported.jsonl"
    if through == "file":
        assert run(capsys, "export", str(exported))[:2] == (ExitCode.DONE, "")
    else:
        exported.write_text(run(capsys, "export")[1], encoding="utf-8")
    monkeypatch.setenv("READER_STATE", str(tmp_path / "elsewhere"))
    assert listed(capsys) == []
    if through == "pipe":
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(exported.read_bytes())))
    status, _, err = run(capsys, "import", str(exported) if through == "file" else "-")
    assert (status, err) == (ExitCode.DONE, "reader: 2 imported, 0 known already\n")
    assert listed(capsys) == before
    marked.write_text(TEXT.replace("عنوان", "عنوان آخر في"), encoding="utf-8")  # blocks' digests came along
    assert {mark["state"] for mark in listed(capsys)} == {"moved"}
    assert "0 imported, 2 known already" in run(capsys, "import", str(exported))[2]


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        "3",
        '{"id": "x"}',
        '{"digest": "a", "blocks": "abc"}',
        '{"digest": 5, "blocks": ""}',
        pytest.param("[" * 99_999, id="deep"),
    ],
)
def test_a_damaged_export_is_refused_whole(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    exported = tmp_path / "exported.jsonl"
    run(capsys, "export", str(exported))
    with exported.open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
    monkeypatch.setenv("READER_STATE", str(tmp_path / "elsewhere"))
    status, _, err = run(capsys, "import", str(exported))
    assert status == ExitCode.USAGE
    assert "line 4 is not one" in err
    assert len(err.splitlines()) == 1
    assert listed(capsys) == []


@pytest.mark.usefixtures("marked")
def test_no_field_of_an_anchor_is_taken_on_trust(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, "export")[1].splitlines()
    line = json.loads(lines[-1])
    wrong: dict[str, list[object]] = {
        "range": [[5, 2], [-1, 3], ["a", "b"], [1], [1, 10**30]],
        "block": [-1, "1", None],
        "exact": [None, 7],
        "headings": [[1], 5],
        "fraction": ["half"],
    }
    bad = tmp_path / "bad.jsonl"
    for field, values in wrong.items():
        for value in values:
            bad.write_text(json.dumps({**line, "anchor": {**line["anchor"], field: value}}), encoding="utf-8")
            status, _, err = run(capsys, "import", str(bad))
            assert (status, len(err.splitlines())) == (ExitCode.USAGE, 1), (field, value)


@pytest.mark.usefixtures("marked")
def test_bookmarks_are_removed_by_their_ids(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = listed(capsys)
    assert run(capsys, "remove", str(first["id"]))[0] == ExitCode.DONE
    assert listed(capsys) == [second]
    status, _, err = run(capsys, "remove", str(first["id"]), str(second["id"]))
    assert status == ExitCode.NOTHING_FOUND
    assert err.startswith(f"reader: {first['id']}: no such bookmark")
    assert run(capsys, "list")[0] == ExitCode.NOTHING_FOUND


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize(
    ("argv", "status"),
    [
        ([], ExitCode.USAGE),
        (["rename"], ExitCode.USAGE),
        (["remove"], ExitCode.USAGE),
        (["import", "missing.jsonl"], ExitCode.DOCUMENT),
        (["list", "missing.txt"], ExitCode.DOCUMENT),
        (["export", "no/such/folder/file"], ExitCode.USAGE),
    ],
)
def test_failures_are_one_line(argv: list[str], status: ExitCode, capsys: pytest.CaptureFixture[str]) -> None:
    got, out, err = run(capsys, *argv)
    assert (got, out, len(err.splitlines())) == (status, "", 1)


@pytest.mark.parametrize(
    ("name", "form", "begins"),
    [
        ("a.md", "", "# "),
        ("a.json", "", '{\n "@context"'),
        ("a.csv", "", "id,kind,colour"),
        ("a.jsonl", "", '{"digest"'),
        ("a.txt", "--format=csv", "id,kind,colour"),
    ],
)
@pytest.mark.usefixtures("marked")
def test_every_form_is_written_for_the_user_alone(
    name: str, form: str, begins: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    assert run(capsys, "export", *filter(None, [form]), str(path)) == (ExitCode.DONE, "", "")
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert path.stat().st_mode & 0o777 == 0o600
    assert run(capsys, "list", f"--format={form.partition('=')[2] or 'jsonl'}")[0] == ExitCode.DONE


def test_what_is_marked_in_one_document_is_listed_in_a_form(marked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "list", "--format=markdown", str(marked))
    assert status == ExitCode.DONE
    assert "> جملة ثانية" in out
    assert "a note" in out


@pytest.mark.usefixtures("marked")
def test_clippings_find_their_document_by_its_title(
    marked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clippings = tmp_path / "My Clippings.txt"
    clippings.write_text(
        "document (somebody)\n- Your Highlight on Location 1-2 | Added on Saturday, March 2, 2024 1:00:00 AM\n\n"
        "هذه جملة أولى في الوثيقة\n==========\n",
        encoding="utf-8",
    )
    assert run(capsys, "import", str(clippings))[2] == "reader: 1 imported, 0 known already\n"
    assert run(capsys, "import", str(clippings))[2] == "reader: 0 imported, 1 known already\n"
    assert "هذه جملة أولى في الوثيقة" in [one["text"] for one in listed(capsys, str(marked))]
    assert "هذه جملة أولى في الوثيقة" in [one["text"] for one in listed(capsys)]
