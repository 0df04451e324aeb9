"""Keys outside prompts: counts, half pages, the editor, and keys that do nothing here."""

from dataclasses import replace

import pytest

from reader.model import Metadata
from reader.view import effects as asked
from reader.view.events import KeyPressed
from tests.documents import document_of
from tests.samples import article
from tests.view.replaying import Replay

LINES = document_of(*(f"line {number}" for number in range(1, 301)))


def replay_of(*keys: str) -> Replay:
    replay = Replay.of(LINES, (80, 24))
    replay.press(*keys)
    return replay


def test_a_count_repeats_a_movement() -> None:
    assert replay_of(*"12j").workspace.reading.top == replay_of(*"j" * 12).workspace.reading.top
    assert replay_of(*"12").workspace.notice == "12"
    sections = Replay.of(article())
    sections.press(*"3]")
    one_by_one = Replay.of(article())
    one_by_one.press("]", "]", "]")
    assert sections.workspace.reading.cursor == one_by_one.workspace.reading.cursor


def test_a_count_and_the_end_are_a_line_of_the_file() -> None:
    replay = Replay.of(article())
    replay.press(*"20G")
    by_prompt = Replay.of(article())
    by_prompt.press(":", *"20", "enter")
    assert replay.workspace.reading.cursor == by_prompt.workspace.reading.cursor


def test_a_count_and_a_per_cent_sign_are_a_share_of_the_document() -> None:
    by_prompt = replay_of(":", *"50%", "enter")
    replay = replay_of(*"50%")
    assert replay.workspace.reading.viewpoint == by_prompt.workspace.reading.viewpoint
    assert replay.workspace.reading.cursor > 0
    assert replay.workspace.count == ""
    replay.happen(KeyPressed("5", "5", "5"))
    replay.happen(KeyPressed("percent_sign", "٪", "%"))
    assert replay.workspace.reading.cursor < by_prompt.workspace.reading.cursor
    assert "no key" in replay_of("%").workspace.notice


def test_a_count_is_given_up_by_esc_and_bounded() -> None:
    assert replay_of(*"99", "escape").workspace.count == ""
    assert replay_of(*"9" * 40).workspace.count == "999999"
    reading = replay_of(*"999999j").workspace.reading
    assert reading.rows()[-1].range.end == reading.document.blocks[-1].range.end


def test_half_pages() -> None:
    down = replay_of("ctrl+d")
    half = down.workspace.reading.height // 2
    assert down.workspace.reading.top == replay_of(*["j"] * half).workspace.reading.top
    down.press("ctrl+u")
    assert down.workspace.reading.top == 0


@pytest.mark.parametrize(("key", "text"), [("up", "Start of the document"), ("pageup", "Start of the document")])
def test_a_key_that_can_do_nothing_says_so(key: str, text: str) -> None:
    assert replay_of(key).workspace.notice == text


def test_a_key_that_stands_for_nothing_is_named() -> None:
    assert "% is no key here" in replay_of("%").workspace.notice.translate(
        dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
    )


def test_a_file_of_text_is_edited_at_the_line_and_others_are_not() -> None:
    path = "/a/b.txt"
    replay = Replay.of(replace(article(), meta=Metadata(path=path, format="text")))
    replay.press(*"20G", "e")
    edited = replay.asked[-1]
    assert isinstance(edited, asked.EditFile)
    blocks = article().blocks
    assert (edited.path, edited.line) == (path, blocks[blocks.index_at_line(20)].source.line)
    book = Replay.of(replace(article(), meta=Metadata(path="/a/b.epub", format="epub")))
    book.press("e")
    assert "epub" in book.workspace.notice


def test_the_screen_is_painted_again() -> None:
    assert isinstance(replay_of("ctrl+l").asked[-1], asked.Redraw)
