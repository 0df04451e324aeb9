"""What is said, line by line, where nothing is painted."""

import re
import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.view import linear
from reader.view.workspace import Workspace
from tests.documents import document_of
from tests.examples import examples
from tests.samples import article
from tests.view.replaying import Replay

KEYS = st.sampled_from(
    ["space", "b", "j", "k", "]", "[", "G", "g", "s", "f", "tab", "enter", "escape", "/", "a", "l", "n", "m", "'", "?"]
)


def pressed(replay: Replay, *keys: str) -> str:
    """What keys make the reader say."""
    said = ""
    for key in keys:
        before = replace(replay.workspace, notice="")
        replay.press(key)
        said += linear.told(before, replay.workspace)
    return said


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_beginning_says_the_document_and_its_first_page() -> None:
    replay = Replay.of(article())
    lines = linear.opening(replay.workspace).splitlines()
    document = article()
    assert lines[0] == replay.workspace.title
    assert words(document.slice(document.range)[:300]) in words("\n".join(lines[2:]))


def test_pages_say_the_whole_text_once() -> None:
    replay = Replay.of(article())
    said = linear.opening(replay.workspace)
    more = ""
    while "End of the document" not in more:
        more = pressed(replay, "space")
        said += more
    chapters = re.compile(r"^.*\d+/\d+ · .*\n", re.MULTILINE)
    text = words(chapters.sub("", said).replace("End of the document", ""))
    document = article()
    body = words(document.slice(document.range))
    assert body[-200:] in text  # the last line is said again, when the cursor comes to it
    assert all(text.count(sentence) == 1 for sentence in (body[1000:1150], body[4000:4150], body[7000:7150]))


def test_selecting_says_what_is_selected_and_then_the_words_it_takes_in() -> None:
    replay = Replay.of(document_of("one two three four", "five six"))
    assert pressed(replay, "V").splitlines()[1:] == ["one"]
    assert pressed(replay, "w") == "two\n"
    assert pressed(replay, "w") == "three\n"
    assert pressed(replay, "b") == "three\n"
    assert pressed(replay, "o") == "one two\n"
    assert "Copied: one two" in pressed(replay, "y")


def test_a_jump_says_the_chapter_and_the_sentence() -> None:
    replay = Replay.of(article())
    said = pressed(replay, "]", "]")
    assert re.search(r"2/15 · \d+%", said)


def test_what_is_typed_is_echoed_and_its_hit_is_said() -> None:
    replay = Replay.of(article())
    assert pressed(replay, "/") == "Search: "
    assert pressed(replay, "X") == "X"
    assert pressed(replay, "backspace") == "\b \b"
    assert pressed(replay, *"DeepSeek") == "DeepSeek"
    said = pressed(replay, "enter")
    assert said.startswith("\n")
    assert "DeepSeek" in said
    assert "1 of " in said


def test_lists_say_the_item_under_the_cursor() -> None:
    replay = Replay.of(article())
    pressed(replay, "m")
    said = pressed(replay, "'")
    assert said.startswith("Bookmarks (1)\n")
    assert pressed(replay, "escape", "j")


def test_a_key_that_does_nothing_says_so_each_time() -> None:
    replay = Replay.of(article())
    replay.press("G")
    assert pressed(replay, "]") == pressed(replay, "]") != ""


def test_a_pane_says_its_name_and_its_item() -> None:
    replay = Replay.of(article(), (80, 24))
    first, *_ = pressed(replay, "s").splitlines()
    assert first == "Sections"
    assert pressed(replay, "j").count("\n") == 1


def controls(text: str) -> set[str]:
    return {c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\b"}


@examples(30)
@given(st.lists(KEYS, max_size=25))
def test_any_keys_say_something_harmless(keys: list[str]) -> None:
    replay = Replay.of(document_of("عنوان \x1b[31m", "نص with \x9b2J words\x07. [x]", "مزيد"))
    said = linear.opening(replay.workspace) + pressed(replay, *keys)
    assert not controls(said)
    assert isinstance(replay.workspace, Workspace)
