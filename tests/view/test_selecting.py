"""Selecting by keyboard, by clicks, and going through links: state alone."""

import pytest

from reader.formats import parse_text
from reader.model import Pos, range_of
from reader.store import AnnotationKind
from reader.view import effects as asked
from reader.view.events import BarPointed, Clicked, Pointed, TitleClicked
from reader.view.selecting import word_at
from tests.formats.making import parsed
from tests.samples import article, english, find
from tests.view.replaying import Replay

ARTICLE, ENGLISH = article(), english()


def selected(replay: Replay) -> str:
    part = replay.workspace.reading.selection
    return replay.workspace.document.slice(part) if part else ""


def at(needle: str, replay: Replay) -> Replay:
    where = find(replay.workspace.document, needle)
    replay.workspace = replay.workspace.with_reading(replay.workspace.reading.jumped(where).pointed(where.start))
    return replay


def test_the_word_then_letters_words_sentences_and_paragraphs() -> None:
    replay = at("متاح مجانًا بموجب", Replay.of(ARTICLE))
    replay.press("V")
    assert selected(replay) == "متاح"
    replay.press("w")
    assert selected(replay) == "متاح مجانًا"
    replay.press("h")
    assert selected(replay) == "متاح مجانً"
    replay.press("h", "l", "l", "b")
    assert selected(replay) == "متاح "
    replay.press("s")
    assert selected(replay) == "متاح مجانًا بموجب ترخيص مملوك."
    replay.press("o", "S")
    assert selected(replay).startswith("كل هذا متاح")
    assert selected(replay).endswith("مملوك.")
    replay.press("p")
    replay.press("escape")
    assert selected(replay) == ""
    assert replay.workspace.selecting is None


def test_the_arrows_go_as_the_eye_does_in_either_direction() -> None:
    replay = at("متاح مجانًا", Replay.of(ARTICLE))
    replay.press("V", "left")
    assert selected(replay) == "متاح "
    replay.press("left")
    assert selected(replay) == "متاح م"
    replay.press("right", "right", "right")
    assert selected(replay) == "متا"
    replay = at("blinks", Replay.of(ENGLISH))
    replay.press("V", "right", "right")
    assert selected(replay) == "blinks w"
    replay.press("left", "left", "left")
    assert selected(replay) == "blink"
    replay = at("Arabic (", Replay.of(ENGLISH))
    replay.press("V", "right", "right", "right")  # into the Arabic word, whose last letter is the leftmost
    assert selected(replay) == "Arabic (العربية"


def test_lines_and_their_ends() -> None:
    replay = at("blinks", Replay.of(ENGLISH, (60, 20)))
    replay.press("V", "end")
    row_end = replay.workspace.reading.selection
    replay.press("home")
    assert selected(replay) != ""
    replay.press("end", "down")
    longer = replay.workspace.reading.selection
    assert row_end
    assert longer
    assert longer.end > row_end.end
    replay.press("up")
    assert replay.workspace.reading.selection is not None


@pytest.mark.parametrize(("key", "kind"), [("H", AnnotationKind.HIGHLIGHT), ("m", AnnotationKind.BOOKMARK)])
def test_what_acts_on_the_selection_ends_selecting(key: str, kind: AnnotationKind) -> None:
    replay = at("متاح مجانًا", Replay.of(ARTICLE))
    replay.press("V", "w", key)
    (one,) = replay.workspace.reading.annotations
    assert one.annotation.kind is kind
    assert one.annotation.anchor.exact == "متاح مجانًا"
    assert replay.workspace.selecting is None
    assert selected(replay) == ""


def test_copying_and_noting_what_is_selected() -> None:
    replay = at("متاح مجانًا", Replay.of(ARTICLE))
    replay.press("V", "w", "y")
    assert replay.last(asked.Copy) == asked.Copy("متاح مجانًا")
    at("متاح مجانًا", replay).press("V", "w", "a", *"why", "enter")
    (one,) = replay.workspace.reading.annotations
    assert (one.annotation.note, one.annotation.anchor.exact) == ("why", "متاح مجانًا")


def test_the_moved_end_stays_in_sight() -> None:
    replay = Replay.of(ARTICLE, (80, 12))
    replay.press("V", *["p"] * 12)
    rows = replay.workspace.reading.rows()
    assert rows[0].range.start <= replay.workspace.reading.cursor <= rows[-1].range.end
    replay.press(*["P"] * 14)
    rows = replay.workspace.reading.rows()
    assert rows[0].range.start <= replay.workspace.reading.cursor <= rows[-1].range.end


def test_nothing_is_selected_in_an_empty_document() -> None:
    replay = Replay.of(parse_text(""))
    replay.press("V", "w", "left", "escape")
    assert replay.workspace.selecting is None


def test_a_double_click_takes_the_word_a_third_the_sentence() -> None:
    replay = Replay.of(ENGLISH)
    pos = find(ENGLISH, "blinks").start
    replay.happen(Clicked("text", pos, 2))
    assert selected(replay) == "blinks"
    replay.happen(Clicked("text", pos, 3))
    assert selected(replay).startswith("It has two colours")
    assert word_at(ENGLISH, Pos(len(ENGLISH))).length == 0


LINKED = parsed(
    "markdown", "# One\n\n[first](#two) and [second](https://example.org/x) here.\n\n## Two\n\ntext [third](#one)\n"
)


def test_links_are_gone_through() -> None:
    replay = Replay.of(LINKED)
    seen = []
    for _ in range(3):
        replay.press("I")
        target = replay.workspace.reading.target
        assert target is not None
        seen.append(LINKED.slice(target))
    assert seen == ["first", "second", "third"]
    replay.press("I")
    assert replay.workspace.notice == "No further link"
    replay.press("O")
    assert replay.workspace.reading.target == find(LINKED, "second")
    replay.press("O", "O")
    assert replay.workspace.notice == "No link before this"


def test_a_clicked_link_is_followed_and_other_text_is_not() -> None:
    replay = Replay.of(LINKED)
    replay.happen(Clicked("text", find(LINKED, "second").start, 1))
    assert isinstance(replay.last(asked.Copy), asked.Copy)
    replay = Replay.of(LINKED)
    where = find(LINKED, "here").start
    replay.happen(Pointed("text", where))
    replay.happen(Clicked("text", where, 1))
    assert replay.workspace.popup is None
    assert range_of(where, where + 1).start == replay.workspace.reading.cursor


def test_titles_focus_and_scroll_bars_lead_there() -> None:
    replay = Replay.of(ARTICLE)
    replay.happen(TitleClicked("facts"))
    assert replay.workspace.focus == "facts"
    replay.happen(BarPointed("text", 0.5))
    assert 0.4 < replay.workspace.reading.cursor / len(ARTICLE) < 0.6
    replay.happen(BarPointed("text", 1.0))
    assert replay.workspace.reading.rows()[-1].range.end == ARTICLE.blocks[-1].range.end
    replay.happen(BarPointed("facts", 1.0))
    model = replay.workspace.panel.model
    assert model.cursor >= len(model.items) - 2
    replay.happen(BarPointed("text", 0.0))
    assert replay.workspace.reading.shown_top == ARTICLE.blocks[0].range.start
