"""A folder searched: names first, then what its files say, and its hits opened at their places."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.formats import open_document
from reader.formats.folder import listing_document
from reader.model import Document, Pos, Range
from reader.view import effects as asked
from reader.view import events as came
from reader.view.arrange import PaneName
from reader.view.file_hits import Contents, FileHits, file_hit, listed_files
from reader.view.session import Memory
from tests.view.replaying import Replay

ISOLATES = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))


@pytest.fixture
def folder(tmp_path: Path) -> Document:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "trees.txt").write_text("An oak stands here.\n\nAnother oak stands\tthere, and one more.\n")
    (tmp_path / "oak.txt").write_text("Nothing but its name.\n")
    (tmp_path / "sea.md").write_text("# Sea\n\nNo tree stands here.\n")
    return open_document(tmp_path)


def shown(replay: Replay) -> list[str]:
    return [
        f"{item.guide}{item.text.text} {item.trail.text}".translate(ISOLATES).strip()
        for item in replay.workspace.sections.model.items
    ]


def trees(folder: Document) -> tuple[Document, FileHits]:
    """The file with oaks in it, and what is found there."""
    file = next(file for file in listed_files(folder) if file.path.endswith("trees.txt"))
    document = open_document(file.path)
    text = document.slice(document.range)
    starts = [at for at in range(len(text)) if text.startswith("oak", at)]
    hits = tuple(file_hit(document, Range(Pos(at), Pos(at + 3))) for at in starts)
    return document, FileHits(file, hits, len(hits))


def searched(folder: Document, **contents: object) -> Replay:
    replay = Replay.of(folder, (80, 24))
    replay.press("/", *"oak")
    found = replace(Contents((trees(folder)[1],), looked=3, total=3, ended=True), **contents)  # type: ignore[arg-type]
    replay.happen(came.FilesSearched(folder, "oak", found))
    return replay


def test_the_files_of_a_listing_are_those_that_are_no_folders(folder: Document) -> None:
    assert [Path(file.path).name for file in listed_files(folder)] == ["trees.txt", "oak.txt", "sea.md"]


def test_names_are_listed_at_once_and_contents_below_them(folder: Document) -> None:
    replay = Replay.of(folder, (80, 24))
    replay.press("/", *"oak")
    assert shown(replay) == ["oak.txt"]
    assert replay.last(asked.SearchFiles) == asked.SearchFiles(folder, "oak", replay.workspace.searches.matching)
    assert shown(searched(folder)) == [
        "oak.txt",
        "trees.txt notes/ 2",
        "│ An oak stands here.",
        "└ Another oak stands there, and one more.",
    ]


def test_files_have_all_of_a_window_that_has_no_room_beside_the_text(folder: Document) -> None:
    replay = Replay.of(folder, (80, 24))
    assert replay.workspace.arrangement.width_of(PaneName.SECTIONS) == 80
    assert Replay.of(folder, (140, 24)).workspace.arrangement.width_of(PaneName.SECTIONS) < 80


def test_it_begins_from_the_text_too(folder: Document) -> None:
    replay = Replay.of(folder, (80, 24))
    replay.press("escape")
    assert replay.workspace.focus == PaneName.TEXT
    replay.press("/")
    assert replay.workspace.focus == PaneName.SECTIONS
    assert replay.workspace.prompt is not None
    assert replay.workspace.prompt.question == "files"


@pytest.mark.usefixtures("folder")
def test_files_of_several_folders_are_told_apart_by_their_whole_paths(tmp_path: Path) -> None:
    several = listing_document([str(tmp_path / "oak.txt"), str(tmp_path / "notes")])
    replay = Replay.of(several, (80, 24))
    replay.press("/", *"oak")
    [line] = shown(replay)
    assert line.endswith(f"oak.txt {tmp_path}/")


def test_how_far_it_has_come_is_told_until_it_ends(folder: Document) -> None:
    under_way = searched(folder, looked=1, ended=False).workspace
    assert "1 of 3" in under_way.sections.heading(under_way.messages).remark.translate(ISOLATES)
    ended = searched(folder).workspace
    assert " of " not in ended.sections.heading(ended.messages).remark


def test_what_was_found_for_another_query_or_folder_comes_too_late(folder: Document) -> None:
    replay = searched(folder)
    replay.press("s")
    assert shown(replay) == []
    late = Contents((trees(folder)[1],), 3, 3, ended=True)
    replay.happen(came.FilesSearched(folder, "oak", late))
    assert shown(replay) == []


def test_a_hit_opens_its_file_there_and_back_leads_to_the_list(folder: Document) -> None:
    replay = searched(folder)
    document, hits = trees(folder)
    replay.press("enter", "end", "enter")
    opening = replay.last(asked.OpenDocument)
    assert isinstance(opening, asked.OpenDocument)
    assert opening.path == hits.file.path
    replay.happen(came.DocumentOpened(document, Memory(), beginning=opening.beginning))
    reading = replay.workspace.reading
    assert reading.document is document
    assert reading.hit is not None
    assert reading.cursor == reading.hit.start == hits.hits[1].pos
    replay.press("n")
    assert replay.workspace.reading.cursor == hits.hits[0].pos
    replay.press("backspace", "backspace")
    assert replay.workspace.document is folder
    assert len(shown(replay)) == 4


def test_a_place_that_has_not_arrived_is_waited_for(folder: Document) -> None:
    replay = searched(folder)
    document, hits = trees(folder)
    beginning = open_document(listed_files(folder)[1].path)
    replay.press("enter", "end", "enter")
    opening = replay.last(asked.OpenDocument)
    assert isinstance(opening, asked.OpenDocument)
    assert len(beginning) < hits.hits[1].pos
    replay.happen(came.DocumentOpened(replace(beginning, complete=False), Memory(), beginning=opening.beginning))
    assert replay.workspace.reading.hits is None
    replay.happen(came.DocumentGrown(document, Memory()))
    assert replay.workspace.reading.cursor == hits.hits[1].pos
    assert replay.workspace.awaited is None


def test_a_search_that_was_left_goes_on_when_one_comes_back(folder: Document) -> None:
    replay = searched(folder, looked=1, ended=False)
    document, _ = trees(folder)
    replay.press("enter", "end", "enter")
    replay.happen(came.DocumentOpened(document, Memory()))
    replay.asked.clear()
    replay.press("backspace")
    assert replay.last(asked.SearchFiles)


def test_other_prompts_that_are_given_up_leave_the_search_alone(folder: Document) -> None:
    replay = searched(folder, looked=1, ended=False)
    replay.press("enter")
    replay.asked.clear()
    replay.press("?", "escape", ":", "escape")
    assert not any(isinstance(effect, asked.StopSearching) for effect in replay.asked)


def test_esc_ends_the_search_and_shows_every_file(folder: Document) -> None:
    replay = searched(folder, ended=False)
    replay.press("enter")
    replay.asked.clear()
    replay.press("escape")
    assert replay.last(asked.StopSearching)
    assert shown(replay) == ["▾ notes", "└ trees.txt", "oak.txt", "sea.md"]
