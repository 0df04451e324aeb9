"""Annotations in files: out and in again, this reader's forms and other programs'."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import AnchorState, StateError, range_of
from reader.store import Annotation, AnnotationKind, Colour, PlacedAnnotation, Store, exchange
from reader.store.exchange import Form, comma_separated, lua
from tests.documents import document_of
from tests.examples import examples
from tests.marks import mark

DOCUMENT = document_of(
    "كتاب في البصريات",
    "الضوء ينعكس عن السطوح المصقولة. والظل يتبع الجسم.",
    "- line *with* [marks]",
    path="/books/بصريات.txt",
    title="كتاب المناظر",
)


@pytest.fixture
def store() -> Store:
    store = Store.in_memory()
    mark(store, DOCUMENT, DOCUMENT.blocks[0].range)
    mark(store, DOCUMENT, range_of(17, 48), kind=AnnotationKind.HIGHLIGHT)
    mark(store, DOCUMENT, DOCUMENT.blocks[2].range, "ملاحظة\nof two lines, =1+1")
    assert store.settle()
    return store


def text_in(form: Form, store: Store) -> str:
    placed = store.annotations(DOCUMENT)
    return exchange.written(form, exchange.entries_of(placed, DOCUMENT), store.versions())


@pytest.mark.parametrize("form", [Form.JSONL, Form.WEBANNOTATION])
def test_a_round_trip_changes_nothing_and_is_idempotent(store: Store, form: Form) -> None:
    mark(store, DOCUMENT, range_of(17, 22), "person", kind=AnnotationKind.REJECTION)
    written = text_in(form, store)
    versions, annotations = exchange.read(written.encode())
    other = Store.in_memory()
    assert exchange.take_in(other, annotations, versions) == (4, 0)
    assert other.all_annotations() == store.all_annotations()
    assert exchange.take_in(other, annotations, versions) == (0, 4)
    assert exchange.take_in(store, annotations, versions) == (0, 4)
    assert [one.range for one in other.annotations(DOCUMENT)] == [one.range for one in store.annotations(DOCUMENT)]


def test_two_machines_are_merged_and_the_later_words_stand(store: Store) -> None:
    here = {one.id: one for one in store.all_annotations()}
    note = next(one for one in here.values() if one.note)
    there = replace(note.noted("later words"), changed=datetime(2099, 1, 1, tzinfo=UTC))
    new = replace(note, id="other", note="another note")
    same = replace(here[min(here)], id="made-there-too")
    assert exchange.take_in(store, [there, new, same]) == (2, 1)
    kept = {one.id: one.note for one in store.all_annotations()}
    assert kept[note.id] == "later words"
    assert kept["other"] == "another note"
    assert len(kept) == 4
    assert exchange.take_in(store, [note]) == (0, 1)  # the older words do not come back


FORMER = {
    "id": "abc",
    "path": "/a",
    "title": "t",
    "created": "2025-01-01T00:00:00+00:00",
    "anchor": {
        "digest": "d",
        "range": [0, 3],
        "block": 0,
        "block_digest": "",
        "offset": 0,
        "exact": "abc",
        "before": "",
        "after": "",
        "headings": [],
        "fraction": 0.0,
    },
}


def test_a_file_of_a_former_version_becomes_what_its_state_becomes() -> None:
    line = json.dumps({**FORMER, "note": "words", "highlight": True})
    _, annotations = exchange.read(line.encode())
    assert {(one.kind, one.id, one.note, one.colour) for one in annotations} == {
        (AnnotationKind.BOOKMARK, "abc", "", None),
        (AnnotationKind.HIGHLIGHT, "abch", "", Colour.YELLOW),
        (AnnotationKind.NOTE, "abcn", "words", None),
    }


def test_web_annotations_are_as_the_model_has_them(store: Store) -> None:
    whole = json.loads(text_in(Form.WEBANNOTATION, store))
    assert whole["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (whole["type"], whole["total"]) == ("AnnotationCollection", 3)
    bookmark, highlight, note = whole["first"]["items"]
    assert [one["motivation"] for one in (bookmark, highlight, note)] == ["bookmarking", "highlighting", "commenting"]
    quote, place = highlight["target"]["selector"]
    assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert quote["exact"] == DOCUMENT.slice(range_of(place["start"], place["end"]))
    assert DOCUMENT.slice(DOCUMENT.range)[place["start"] - len(quote["prefix"]) : place["start"]] == quote["prefix"]
    assert note["body"]["value"] == "ملاحظة\nof two lines, =1+1"
    assert highlight["target"]["source"].startswith("file:///books/")


def test_web_annotations_of_other_programs_are_found_by_their_quote() -> None:
    written = {
        "type": "Annotation",
        "id": "http://example.org/anno1",
        "created": "2024-05-06T07:08:09Z",
        "body": [{"type": "TextualBody", "value": "tag", "purpose": "tagging"}, {"value": "their words"}],
        "target": {
            "source": "file:///elsewhere/%D8%A8%D8%B5%D8%B1%D9%8A%D8%A7%D8%AA.txt",
            "selector": {
                "type": "RangeSelector",
                "refinedBy": {"type": "TextQuoteSelector", "exact": "والظل يتبع الجسم"},
            },
        },
    }
    _, annotations = exchange.read(json.dumps(written).encode())
    store = Store.in_memory()
    exchange.take_in(store, annotations)
    (placed,) = store.annotations(DOCUMENT)
    assert placed.range is not None
    assert DOCUMENT.slice(placed.range).startswith("والظل يتبع الجسم")
    assert placed.annotation.note == "their words"
    assert exchange.take_in(store, exchange.read(json.dumps(written).encode())[1]) == (0, 1)


def test_annotations_that_point_nowhere_are_kept_as_orphans() -> None:
    written = json.dumps([{"target": "http://example.org/page"}, {"target": {"source": "x", "selector": []}}])
    _, annotations = exchange.read(written.encode())
    store = Store.in_memory()
    exchange.take_in(store, annotations)
    assert len(store.all_annotations()) == len(annotations) == 2
    assert store.annotations(DOCUMENT) == ()


def test_the_reading_note_quotes_and_notes(store: Store) -> None:
    note = text_in(Form.MARKDOWN, store)
    assert note.startswith("# كتاب المناظر\n")
    assert "> الضوء ينعكس عن السطوح المصقولة." in note
    assert "> \\- line \\*with\\* \\[marks\\]" in note
    assert "ملاحظة\nof two lines" in note


def test_the_table_is_inert_and_whole(store: Store) -> None:
    mark(store, DOCUMENT, DOCUMENT.blocks[0].range, "=HYPERLINK(1)")
    lines = list(csv.DictReader(io.StringIO(text_in(Form.CSV, store), newline="")))
    assert list(lines[0]) == list(comma_separated.COLUMNS)
    assert {line["kind"] for line in lines} == {"bookmark", "highlight", "note"}
    assert any(line["note"] == "'=HYPERLINK(1)" for line in lines)
    assert any("\n" in line["note"] for line in lines)


LUA = """-- /books/بصريات.sdr/metadata.txt.lua
return {
    ["annotations"] = {
        [1] = {
            ["chapter"] = "الباب الأول",
            ["color"] = "blue",
            ["datetime"] = "2024-03-02 10:11:12",
            ["datetime_updated"] = "2024-03-04 10:11:12",
            ["drawer"] = "lighten",
            ["note"] = "what I \\"think\\"\\
second line",
            ["page"] = "/body/DocFragment[3]/body/p[2]/text().0",
            ["pageno"] = 12,
            ["pos0"] = "/body/DocFragment[3]/body/p[2]/text().0",
            ["pos1"] = "/body/DocFragment[3]/body/p[2]/text().31",
            ["text"] = "الضوء ينعكس عن السطوح المصقولة",
        },
        [2] = { ["page"] = "/body/p[9]", ["datetime"] = "2024-03-02 11:00:00", ["chapter"] = "x", ["text"] = "" },
    },
    ["doc_path"] = "/mnt/onboard/بصريات.txt",
    ["doc_props"] = { ["title"] = "كتاب المناظر", ["authors"] = [[ابن الهيثم]] },
    ["percent_finished"] = 0.25, ["flag"] = true, ["nothing"] = nil,
}
"""


def test_koreader_keeps_what_is_read_and_runs_nothing() -> None:
    _, annotations = exchange.read(LUA.encode())
    highlight, note, bookmark = annotations
    assert (highlight.kind, highlight.colour) == (AnnotationKind.HIGHLIGHT, Colour.BLUE)
    assert (note.kind, note.note) == (AnnotationKind.NOTE, 'what I "think"\nsecond line')
    assert bookmark.kind is AnnotationKind.BOOKMARK
    assert highlight.created == datetime(2024, 3, 2, 10, 11, 12, tzinfo=UTC)
    store = Store.in_memory()
    assert exchange.take_in(store, annotations) == (3, 0)
    assert exchange.take_in(store, exchange.read(LUA.encode())[1]) == (0, 3)
    found = [one for one in store.annotations(DOCUMENT) if one.range]
    assert {DOCUMENT.slice(one.range) for one in found if one.range} == {"الضوء ينعكس عن السطوح المصقولة"}
    for computed in ('return os.execute("x")', "return { a = f() }", "return { 1 + 1 }", "x = 1 return {}"):
        with pytest.raises(ValueError, match=r"\w"):
            lua.table(computed)


def test_koreaders_older_files_and_exports() -> None:
    old = """return { ["bookmarks"] = {
        [1] = { ["highlighted"] = true, ["notes"] = "والظل يتبع الجسم", ["page"] = 3,
                ["datetime"] = "2021-01-01 00:00:00" },
        [2] = { ["notes"] = "in الباب", ["page"] = 4, ["datetime"] = "2021-01-02 00:00:00" } },
      ["highlight"] = { [3] = { [1] = {
          ["text"] = "والظل يتبع الجسم", ["datetime"] = "2021-01-01 00:00:00", ["drawer"] = "x" } } },
      ["stats"] = { ["title"] = "كتاب المناظر" } }"""
    kinds = [one.kind for one in exchange.read(old.encode())[1]]
    assert kinds.count(AnnotationKind.HIGHLIGHT) == 1
    exported = {
        "title": "كتاب المناظر",
        "author": "x",
        "entries": [{"text": "والظل", "note": "n", "time": 1700000000, "chapter": "c", "page": 3, "sort": "highlight"}],
    }
    assert [one.kind for one in exchange.read(json.dumps(exported).encode())[1]] == [
        AnnotationKind.HIGHLIGHT,
        AnnotationKind.NOTE,
    ]
    page = (
        "<!DOCTYPE html><html><head><title>KOReader</title></head><body><h1>كتاب المناظر</h1><h2>باب</h2>"
        '<div class="bm-text">والظل يتبع الجسم</div><div class="bm-note">their note</div>'
        '<div class="bm-text">الضوء</div></body></html>'
    )
    annotations = exchange.read(page.encode())[1]
    assert [one.kind for one in annotations] == [
        AnnotationKind.HIGHLIGHT,
        AnnotationKind.NOTE,
        AnnotationKind.HIGHLIGHT,
    ]
    assert annotations[1].note == "their note"


CLIPPINGS = {
    "en": "- Your Highlight on page 3 | location 41-43 | Added on Sunday, 2 March 2024 10:11:12 PM",
    "de": "- Ihre Markierung auf Seite 3 | bei Position 41-43 | Hinzugefügt am Sonntag, 2. März 2024 22:11:12",
    "fr": "- Votre surlignement à la page 3 | emplacement 41-43 | Ajouté le dimanche 2 mars 2024 22:11:12",
    "es": "- Tu subrayado en la página 3 | posición 41-43 | Añadido el domingo, 2 de marzo de 2024 22:11:12",
    "it": "- La tua evidenziazione a pagina 3 | posizione 41-43 | Aggiunto in data domenica 2 marzo 2024 22:11:12",
    "ja": "- 3ページ|位置No. 41-43のハイライト |作成日: 2024年3月2日土曜日 22:11:12",
    "zh": "- 您在位置 #41-43的标注 | 添加于 2024年3月2日星期六 下午10:11:12",
    "ar": "- تمييزك في الصفحة 3 | الموقع ٤١-٤٣ | تمت الإضافة في 2 مارس 2024 22:11:12",
    "he": "- ההדגשה שלך בעמוד 3 | מיקום 41-43 | נוסף ב2 במרץ 2024 22:11:12",
}


@pytest.mark.parametrize("language", CLIPPINGS)
def test_kindles_clippings_of_many_languages(language: str) -> None:
    entry = f"\ufeffكتاب المناظر (ابن الهيثم)\r\n{CLIPPINGS[language]}\r\n\r\nوالظل يتبع الجسم.\r\n==========\r\n"
    (one,) = exchange.read(entry.encode())[1]
    assert (one.kind, one.title, one.anchor.exact) == (AnnotationKind.HIGHLIGHT, "كتاب المناظر", "والظل يتبع الجسم.")
    assert one.created == datetime(2024, 3, 2, 22, 11, 12, tzinfo=UTC)
    store = Store.in_memory()
    exchange.take_in(store, [one])
    assert [placed.range is not None for placed in store.annotations(DOCUMENT)] == [True]


def test_kindles_notes_stand_where_their_highlight_does() -> None:
    said = "Added on Saturday, March 2, 2024 1:00:0"
    entries = (
        f"كتاب المناظر (x)\n- Your Highlight on Location 41-43 | {said}0 AM\n\nوالظل يتبع الجسم.\n==========\n"
        f"كتاب المناظر (x)\n- Your Note on Location 43 | {said}5 AM\n\nmy note\n==========\n"
        f"كتاب المناظر (x)\n- Your Bookmark on Location 90 | {said}9 AM\n\n\n==========\n"
        "Cut short (y)\n- Your High"
    )
    highlight, note, bookmark, *rest = exchange.read(entries.encode())[1]
    assert (note.kind, note.note, note.anchor.exact) == (AnnotationKind.NOTE, "my note", highlight.anchor.exact)
    assert bookmark.kind is AnnotationKind.BOOKMARK
    assert len(rest) <= 1
    twice = entries + "\n==========\n" + entries
    store = Store.in_memory()
    exchange.take_in(store, exchange.read(twice.encode())[1])
    assert len([one for one in store.all_annotations() if one.title == "كتاب المناظر"]) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"\xff\x00\xfa",
        b"{",
        b"[" * 10_000,
        b"return {",
        b"return { [1] = {" * 200,
        b'{"type": "Annotation"}x',
    ],
)
def test_what_is_no_file_of_marks_is_refused_in_one_line(data: bytes) -> None:
    refusal = ""
    try:
        assert exchange.read(data) == ([], [])
    except StateError as error:
        refusal = str(error)
    assert "\n" not in refusal


@examples(60)
@given(
    st.text(max_size=40),
    st.text(max_size=40),
    st.sampled_from(list(AnnotationKind)),
    st.sampled_from([Form.JSONL, Form.WEBANNOTATION]),
)
def test_any_words_come_back(quote: str, note: str, kind: AnnotationKind, form: Form) -> None:
    document = document_of(f"x{quote}y", path="/a\udcff", title=note)
    store = Store.in_memory()
    made = store.made(document, range_of(1, 1 + len(quote)), kind, note=note if kind is AnnotationKind.NOTE else "")
    entry = exchange.entries_of([PlacedAnnotation(made, AnchorState.EXACT, made.anchor.range)], document)
    (back,) = exchange.read(exchange.written(form, entry, ()).encode())[1]
    assert back == made


def test_a_note_of_a_hundred_kilobytes_and_one_of_controls(store: Store) -> None:
    long, odd = "س" * 100_000, "a\x00b\x1b[31mc\u202ed\u2028e"
    for note in (long, odd):
        mark(store, DOCUMENT, DOCUMENT.blocks[0].range, note)
    for form in (Form.JSONL, Form.WEBANNOTATION):
        _, annotations = exchange.read(text_in(form, store).encode())
        assert {long, odd} <= {one.note for one in annotations}


def test_files_are_for_the_user_alone_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "marks.jsonl"
    path.write_text("old")
    path.chmod(0o644)
    exchange.write_private(path, "new \ud800")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes() == "new \ud800".encode("utf-8", "surrogatepass")
    with pytest.raises(OSError, match=r"\w"):
        exchange.write_private(tmp_path / "no" / "file", "x")
    assert [each.name for each in tmp_path.iterdir()] == ["marks.jsonl"]
    exchange.write_private(Path("/dev/null"), "x")


def test_an_annotation_is_of_its_kind() -> None:
    now = datetime.now(UTC)
    one = Annotation("a", AnnotationKind.NOTE, "", "", exchange.read(LUA.encode())[1][0].anchor, now, now, note="x")
    assert one.noted("y").note == "y"
