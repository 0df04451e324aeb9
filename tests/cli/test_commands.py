"""The commands, as programs see them."""

import json
import os
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from reader.cli import main
from reader.facts import extract
from reader.formats import open_document
from reader.model import ExitCode, FactKind
from reader.store import AnnotationKind, Store
from tests.samples import ENGLISH, SEED, article

ARTICLE = article()
TEXT = ARTICLE.slice(ARTICLE.range)


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def objects(captured: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in captured.splitlines()]


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(argv)
    out, err = capsys.readouterr()
    return status, out, err


def test_outline_lists_the_sixteen_titles(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "outline", str(SEED), "--json")
    sections = objects(out)
    assert status == ExitCode.DONE
    assert len(sections) == 16
    assert [section["level"] for section in sections] == [1] + [2] * 15
    assert sections[0]["title"] == "نماذج 'لاما' من 'ميتا' تتجاوز مليار تحميل"
    assert sections[7]["title"] == "LlamaCon: مؤتمر ‘ميتا’ الافتتاحي لمطوري الذكاء الاصطناعي التوليدي"
    assert all(TEXT[int(str(s["start"])) :].startswith(str(s["title"])) for s in sections)


def test_the_lines_of_print_cover_their_blocks(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "print", str(SEED), "--json", "--width=60")
    lines = objects(out)
    assert status == ExitCode.DONE
    assert {line["direction"] for line in lines} == {"rtl"}
    for index, block in enumerate(ARTICLE.blocks):
        own = [line for line in lines if line["block"] == index]
        assert own[0]["start"] == block.range.start
        assert own[-1]["end"] == block.range.end
        assert all(a["end"] == b["start"] for a, b in pairwise(own))


def test_print_paints_from_left_to_right(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "print", str(SEED), "--json", "--width=200")
    (line,) = [line for line in objects(out) if "GDPR" in str(line["text"])]
    text = str(line["text"])
    assert "(GDPR)" in text
    # Read from the right: the regulation's name, then its acronym in brackets that face it.
    assert text.index("(GDPR)") < text.index("\ufe94\ufee3\ufe8e\ufecc\ufedf\ufe8d")
    assert text == text.strip()


def test_printed_lines_stand_at_their_side(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "print", str(SEED), "--order=visual", "--width=50")
    from reader.text.layout import analyse

    widths = {analyse(line, 0).wrap(999)[0].width for line in out.splitlines() if line}
    assert max(widths) == 50


def test_logical_order_is_the_documents(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "print", str(SEED), "--order=logical", "--width=70")
    assert " ".join(out.split()) == " ".join(TEXT.split())


def test_what_goes_to_no_terminal_is_the_documents_text_a_paragraph_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ((str(SEED),), ("print", str(SEED))):
        _, out, _ = run(capsys, *command)
        assert [line for line in out.splitlines() if line] == [line for line in TEXT.splitlines() if line]


def test_what_is_printed_for_programs_keeps_markers_cells_and_lines(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "notes.md"
    path.write_text("3. שלום\n4. עולם\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx\n\n  y\n```\n", encoding="utf-8")
    _, out, _ = run(capsys, "print", str(path))
    assert out == "3. שלום\n4. עולם\n\na\tb\nc\td\n\nx\n\n  y\n"


def test_json_and_wrapped_lines_keep_markers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("3. שלום\n", encoding="utf-8")
    (line,) = objects(run(capsys, "print", str(path), "--json")[1])
    assert (line["marker"], line["text"]) == ("3.", "םולש")
    assert run(capsys, "print", str(path), "--order=logical", "--width=20")[1] == "3. שלום\n"


def test_justified_lines_are_filled_and_cover_the_same_text(capsys: pytest.CaptureFixture[str]) -> None:
    plain, filled = (
        objects(run(capsys, "print", str(SEED), "--json", "--width=60", f"--justify={how}")[1])
        for how in ("none", "kashida")
    )
    assert [{**line, "text": ""} for line in plain] == [{**line, "text": ""} for line in filled]
    assert all(len(str(b["text"])) >= len(str(a["text"])) for a, b in zip(plain, filled, strict=True))
    assert any("ـ" * 2 in str(line["text"]) for line in filled)


@pytest.mark.parametrize(
    ("columns", "asked", "column"), [(80, (), 78), (60, ("--width=60",), 60), (62, ("--width=60",), 60)]
)
def test_what_hangs_stays_within_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int, asked: tuple[str], column: int
) -> None:
    from reader.text.layout import analyse

    monkeypatch.setenv("COLUMNS", str(columns))
    _, out, _ = run(capsys, "print", str(SEED), "--order=visual", "--justify=kashida", *asked)
    widths = {analyse(line, 0).wrap(999)[0].width for line in out.splitlines() if line}
    assert max(widths) <= columns
    assert any(width > column for width in widths) == (columns > column)


def test_a_text_saved_as_it_was_painted_is_repaired_when_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "saved.txt"
    path.write_text("\ufee1\ufefc\ufeb3 \ufea9\ufeaa\ufecb \ufee2\ufe98\ufb91\n" * 5, encoding="utf-8")
    _, _, err = run(capsys, "print", str(path))
    assert "--repair" in err
    _, out, err = run(capsys, "print", "--repair", "--order=logical", str(path))
    assert "سلام" in out
    assert err == ""


def test_find_gives_places_and_context(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "find", "اللائحه العامه", str(SEED), "--json")
    (hit,) = objects(out)
    assert status == ExitCode.DONE
    assert hit["text"] == "اللائحة العامة"
    assert TEXT[int(str(hit["start"])) : int(str(hit["end"]))] == hit["text"]
    assert hit["section"] == "خصوصية البيانات: تحد عالمي"
    assert hit["path"] == str(SEED)
    assert str(hit["before"]).endswith("ولا سيما ")
    assert str(hit["after"]).startswith(" لحماية البيانات (GDPR)")


def test_nothing_found_is_status_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "find", "zzz", str(SEED))[:2] == (ExitCode.NOTHING_FOUND, "")
    assert run(capsys, "find", "\u064e", str(SEED))[0] == ExitCode.NOTHING_FOUND


def test_find_gives_forty_characters_on_either_side(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("a" * 100 + " needle " + "z" * 100)
    main(["find", "needle", str(page), "--json"])
    hit = json.loads(capsys.readouterr().out)
    assert (len(hit["before"]), len(hit["after"])) == (40, 40)


def test_find_goes_through_folders(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "two.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "deep" / ".hidden.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "binary").write_bytes(b"\0\1\2" * 99)
    status, out, err = run(capsys, "find", "الـعربيّة", str(tmp_path), "--json")
    assert status == ExitCode.DONE
    assert [Path(str(hit["path"])).name for hit in objects(out)] == ["two.txt", "one.txt"]
    assert err.startswith("reader: ")
    assert len(err.splitlines()) == 1


def test_facts_are_json_objects(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "facts", str(SEED), "--json")
    facts = objects(out)
    assert status == ExitCode.DONE
    assert all(TEXT[int(str(f["start"])) : int(str(f["end"]))] == f["text"] for f in facts)
    money = [fact for fact in facts if fact["kind"] == "money"]
    assert {(fact["value"], fact["unit"]) for fact in money} == {(80_000_000_000, "USD")}


def test_facts_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "facts", str(SEED), "--lang=en")
    assert status == ExitCode.DONE
    assert "80,000,000,000" in out


def bad_files(folder: Path) -> Iterator[tuple[str, str]]:
    yield str(folder / "missing"), "no such file"
    binary = folder / "binary"
    binary.write_bytes(bytes(range(256)) * 40)
    yield str(binary), "not a text file"
    yield "/dev/zero", "not a text file"
    locked = folder / "locked"
    locked.write_text("x", encoding="utf-8")
    locked.chmod(0)
    if os.geteuid():
        yield str(locked), "permission denied"


@pytest.mark.parametrize("command", ["print", "outline", "facts"])
def test_what_cannot_be_read_is_one_line_and_status_three(
    command: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for path, reason in bad_files(tmp_path):
        status, out, err = run(capsys, command, path)
        assert (status, out) == (ExitCode.DOCUMENT, ""), path
        assert reason in err
        assert err.startswith("reader: ")
        assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "argv",
    [
        ["print"],
        ["print", "--width=0", "x"],
        ["print", "--width=wide", "x"],
        ["print", "--order=sideways", "x"],
        ["--bidi=upwards", "x"],
        ["find", "needle"],
        ["outline", "x", "--flying"],
        ["print", "x", "--encoding=klingon"],
        ["facts", "x", "y", "--encoding="],
        ["find", "q", "x", "--format=klingon"],
        ["one", "-"],
    ],
)
def test_what_is_not_understood_is_one_line_and_status_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, *argv)
    assert status == ExitCode.USAGE
    assert len(err.splitlines()) == 1


def test_an_empty_file_prints_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    assert run(capsys, "print", str(empty)) == (ExitCode.DONE, "", "")
    assert run(capsys, "outline", str(empty))[0] == ExitCode.NOTHING_FOUND
    assert run(capsys, "facts", str(empty))[0] == ExitCode.NOTHING_FOUND


def test_no_control_character_reaches_the_output(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ugly = tmp_path / "ugly"
    ugly.write_text("قبل \x1b[31mأحمر\x1b]0;title\x07 \x9b2J\u202e\u2066 بعد\x08\x7f", encoding="utf-8")
    _, out, _ = run(capsys, "print", str(ugly))
    assert not {char for char in out.replace("\n", "") if ord(char) < 32 or 0x7F <= ord(char) < 0xA0}
    assert not {"\u202e", "\u2066"} & set(out)


def test_broken_bytes_are_shown_and_the_rest_is_kept(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes("قبل ".encode() + b"\xff\xfe\xd8" + " بعد".encode())
    status, out, _ = run(capsys, "print", str(broken), "--order=logical")
    assert status == ExitCode.DONE
    assert "قبل" in out
    assert "بعد" in out
    assert "\ufffd" in out


def test_a_long_line_is_printed_in_full(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    long = tmp_path / "long"
    long.write_text("كلمة طويلة " * 90_000, encoding="utf-8")
    status, out, _ = run(capsys, "print", str(long), "--order=logical", "--width=100")
    assert status == ExitCode.DONE
    assert out.split() == ["كلمة", "طويلة"] * 90_000


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert all(f"\n  {command} " in out for command in ("print", "outline", "facts", "find", "doctor"))


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    from reader import __version__

    assert main(["--version"]) == ExitCode.DONE
    assert capsys.readouterr().out == f"reader {__version__}\n"


def test_the_encoding_is_as_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    plain = run(capsys, "print", str(SEED), "--bidi=app")[1]
    anchored = run(capsys, "print", str(SEED), "--bidi-encoding=l")[1]
    assert "\u200e" not in plain
    assert anchored.replace("\u200e", "") == plain


def test_the_direction_is_as_asked_for(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    latin = tmp_path / "latin"
    latin.write_text("Hello (world)!\n", encoding="utf-8")
    _, out, _ = run(capsys, "print", str(latin), "--dir=rtl", "--order=visual", "--width=20")
    assert out == "      !Hello (world)\n"


def test_a_defect_is_one_line_and_a_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setenv("READER_STATE", str(tmp_path))
    monkeypatch.setattr("reader.cli.outline.document_of", fail)
    status, out, err = run(capsys, "outline", str(SEED))
    assert (status, out) == (ExitCode.DEFECT, "")
    assert len(err.splitlines()) == 1
    assert "out of order" in (tmp_path / "defect.txt").read_text(encoding="utf-8")


def test_facts_come_in_other_shapes(capsys: pytest.CaptureFixture[str]) -> None:
    _, table, _ = run(capsys, "facts", str(SEED), str(SEED), "--csv", "--kind=money")
    rows = table.splitlines()
    assert rows[0].startswith("kind,start,end,text,value")
    assert len(rows) == 9
    assert all(row.startswith("money,") for row in rows[1:])
    _, markdown, _ = run(capsys, "facts", str(SEED), "--markdown", "--kind=date", "--kind=money")
    assert [line for line in markdown.splitlines() if line.startswith("## ")] == ["## money", "## date"]


def test_facts_that_were_hidden_are_left_out_unless_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("READER_STATE", str(tmp_path))

    def named(*options: str) -> list[str]:
        _, out, _ = run(capsys, "facts", str(SEED), "--json", "--kind=organisation", *options)
        return [str(fact["entity"]) for fact in objects(out)]

    before = named()
    gone = max(before, key=before.count)
    facts = [fact for fact in extract(ARTICLE) if fact.kind is FactKind.ORGANISATION and fact.entity == gone]
    with closing(Store.open()) as store:
        opened = open_document(SEED)
        store.keep(opened, store.made(opened, facts[0].range, AnnotationKind.REJECTION, note="organisation"))
        assert store.settle()
    assert before.count(gone) > 1
    assert named() == [name for name in before if name != gone]
    assert named("--hidden") == named("--no-state") == before


def test_facts_of_a_section(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "facts", str(SEED), "--json", "--section=llamacon", "--kind=date")
    assert [fact["value"] for fact in objects(out)] == ["XXXX-04-29"]
    assert run(capsys, "facts", str(SEED), "--section=nowhere")[0] == ExitCode.NOTHING_FOUND


def test_facts_of_several_files_name_their_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("دفع 80 دولارا في 2023-05-01", encoding="utf-8")
    paths = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    _, out, err = run(capsys, "facts", str(tmp_path), "--json")
    assert [(fact["kind"], fact["path"]) for fact in objects(out)] == [
        (kind, path) for path in paths for kind in ("money", "date")
    ]
    assert err == ""  # no progress where no person looks
    _, alone, _ = run(capsys, "facts", paths[0], "--json")
    assert all("path" not in fact for fact in objects(alone))
    _, table, _ = run(capsys, "facts", *paths, "--csv")
    assert [row.rpartition(",")[2] for row in table.splitlines()] == ["path", paths[0], paths[0], paths[1], paths[1]]
    _, markdown, _ = run(capsys, "facts", *paths, "--markdown")
    assert [line for line in markdown.splitlines() if line.startswith("# ")] == [f"# {path}" for path in paths]
    _, plain, _ = run(capsys, "facts", *paths, "--lang=en", "--width=200")
    assert [line.strip() for line in plain.splitlines() if line.strip() in paths] == paths


def test_a_bad_file_among_several_is_one_line_and_the_rest_goes_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad"
    good.write_text("دفع 80 دولارا", encoding="utf-8")
    bad.write_bytes(b"\x7fELF\2\1\1" + bytes(9))
    for command in (["facts", "--json"], ["find", "80", "--json"]):
        for wrong in (bad, tmp_path / "missing"):
            status, out, err = run(capsys, *command, str(wrong), str(good))
            assert status == ExitCode.DOCUMENT
            assert [hit["path"] for hit in objects(out)] == [str(good)]
            assert len(err.splitlines()) == 1
        status, out, err = run(capsys, *command, str(tmp_path))
        assert (status, len(objects(out)), len(err.splitlines())) == (ExitCode.DONE, 1, 1)


def test_progress_is_one_line_where_a_person_looks_and_leaves_no_trace(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("دفع 80 دولارا", encoding="utf-8")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("reader.cli.progress_line._EVERY", 0.0)
    _, _, err = run(capsys, "facts", str(tmp_path), "--json")
    assert "1  " in err
    assert "b.txt  100%" in err
    assert err.endswith("\r\x1b[K")
    assert "\n" not in err
    _, _, alone = run(capsys, "facts", str(tmp_path / "a.txt"), "--json")
    assert alone == ""


def test_an_unknown_kind_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "facts", str(SEED), "--kind=colour")[0] == ExitCode.USAGE


def test_a_name_no_file_can_have_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["print"], ["facts"], ["find", "x"]):
        status, out, err = run(capsys, *command, "a\0b")
        assert (status, out) == (ExitCode.DOCUMENT, "")
        assert len(err.splitlines()) == 1


def test_what_should_be_known_of_a_document_is_said_aside(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text("access = \u202eresu\u202c\n", encoding="utf-8")
    status, out, err = run(capsys, "print", str(odd))
    assert status == ExitCode.DONE
    assert "1 bidirectional override" in err
    assert "bidirectional overrides" not in out
