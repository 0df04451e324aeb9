"""A conversation about the document, without a screen and without a model: keys in, effects out, answers told."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.formats import open_document
from reader.locale import LANGUAGES, Messages
from reader.model import BlockKind, Direction, Mark, Range, Standing, Task
from reader.view import linear
from reader.view.conversation.rendering import page_of
from reader.view.conversation.state import (
    AnswerSource,
    AnswerState,
    Taken,
)
from reader.view.effects import (
    Copy,
    KeepConversation,
    StopAsking,
)
from reader.view.events import Clicked, DocumentOpened, Pasted, Pointed, Wheeled
from reader.view.popups import ListKind, ListPopup
from reader.view.session import Memory
from tests.samples import english
from tests.view.conversations import ANSWER, ARTICLE, asking, exchange, grown, last_ask, shown
from tests.view.replaying import Replay


def test_a_question_opens_the_conversation_and_is_asked_with_what_was_said_before() -> None:
    replay = asking()
    asked = last_ask(replay)
    assert (asked.text, asked.task, asked.language, asked.before) == ("كم تعهدت ميتا؟", Task.ANSWER, "ar", ())
    assert replay.workspace.focus == "conversation"
    assert replay.workspace.arrangement.has_beside("conversation")
    assert replay.workspace.arrangement.width_of("text") >= 72
    grown(replay, exchange())
    replay.press("A", "x", "y", "enter")
    assert last_ask(replay).before == (("كم تعهدت ميتا؟", ANSWER),)
    assert last_ask(replay).exchange.number == 1


def test_what_comes_is_shown_as_it_comes_and_escape_keeps_it() -> None:
    replay = asking()
    grown(replay, exchange("تعهدت [24: «80 مل", AnswerState.ANSWERING))
    assert "تعهدت" in shown(replay)
    assert "80" not in shown(replay)  # half a quotation is held back
    replay.press("escape")
    assert isinstance(replay.asked[-2], StopAsking)
    assert isinstance(replay.asked[-1], KeepConversation)
    grown(replay, exchange("تعهدت بكل شيء", AnswerState.WHOLE))  # too late
    assert "بكل شيء" not in shown(replay)
    assert replay.workspace.messages.text("ask.stopped") in shown(replay)
    replay.press("escape", "shift+tab", "j")
    assert replay.workspace.reading.cursor > 0


def test_citations_jump_and_backspace_returns() -> None:
    replay = asking()
    grown(replay, exchange())
    assert "¹*" in shown(replay)  # found, but not in the passage that was named
    assert "²" in shown(replay)
    assert "⚠ not in the text" in shown(replay)
    replay.press("I", "enter")
    target = replay.workspace.reading.target
    assert target is not None
    assert ARTICLE.slice(target) == "80 مليار دولار"
    assert replay.workspace.messages.text("ask.moved") in replay.workspace.notice
    replay.press("backspace")
    assert replay.workspace.reading.cursor == 0
    replay.press("I", "I", "enter")
    assert "not in the text" in replay.workspace.notice.lower()
    assert replay.workspace.reading.cursor == 0
    replay.press("O", "enter")
    assert replay.workspace.reading.target


def test_the_quotations_of_an_answer_are_listed_in_full() -> None:
    replay = asking()
    grown(replay, exchange())
    replay.press("h")
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert popup.kind is ListKind.CITATIONS
    assert ["لاما أسرع من الضوء" in item.text.text for item in popup.model.items] == [False, False, True]
    assert "⚠" in popup.model.items[2].trail.text
    replay.press("1")
    target = replay.workspace.reading.target
    assert target
    assert ARTICLE.slice(target) == "80 مليار دولار"


def test_in_a_narrow_window_the_text_comes_before_the_conversation_once_a_citation_is_followed() -> None:
    replay = asking((80, 24))
    grown(replay, exchange())
    assert replay.workspace.arrangement.over == "conversation"
    replay.press("I", "enter")
    assert (replay.workspace.focus, replay.workspace.arrangement.over) == ("text", "")
    replay.press("backspace", "c")
    assert replay.workspace.arrangement.over == "conversation"
    replay.press("c")
    assert replay.workspace.focus == "text"


def test_a_model_cannot_make_a_link_of_ours() -> None:
    forged = exchange("[¹](#0-1) [x](#thought) [a](https://example.org/?q=secret) ![p](https://example.org/p.png)")
    page = page_of([forged], frozenset(), Messages("ar"), Direction.RTL)
    targets = [span.target for block in page.document.blocks for span in block.spans if span.mark is Mark.LINK]
    assert targets == ["https://example.org/?q=secret"]
    assert not page.aims


def test_a_paragraph_runs_as_the_models_words_do() -> None:
    one = exchange("It flows [1: «no such words»]. And [1: «nor these»] too.")
    page = page_of([one], frozenset(), Messages("he"), Direction.LTR)
    answer = next(block for block in page.document.blocks if block.kind is BlockKind.PARAGRAPH)
    assert answer.direction is Direction.LTR


def test_an_address_in_an_answer_is_shown_before_it_is_opened() -> None:
    replay = asking()
    grown(replay, exchange("see [this](https://example.org/?q=secret)"))
    replay.press("I", "enter")
    assert replay.workspace.popup is not None  # where it leads; a second Enter would open it


def test_reasoning_is_folded_with_its_seconds_and_can_be_watched() -> None:
    replay = asking()
    thought = "\n".join(f"خطوة {n}" for n in range(60))
    grown(replay, exchange("", AnswerState.THINKING, thought=thought, seconds=3))
    assert "▸ " in shown(replay)
    assert "خطوة" not in shown(replay)
    replay.press("I", "enter")
    assert "▾ " in shown(replay)
    grown(replay, exchange("", AnswerState.THINKING, thought=thought + "\nآخر خطوة", seconds=4))
    pane = replay.workspace.conversation
    assert pane.reading.rows()[-1].range.end == pane.page.document.blocks[-1].range.end  # one is taken along
    grown(replay, exchange(thought=thought, seconds=5, steps=(Taken("search", "مليار", 3), Taken("go", "النص"))))
    assert replay.workspace.messages.text("ask.thought", count=5) in shown(replay)
    assert replay.workspace.messages.text("ask.step_search", text="مليار", n="3") in shown(replay)


def test_it_is_searched_copied_and_scrolled() -> None:
    replay = asking()
    grown(replay, exchange("أول كلمة\n\n" * 40 + "كلمة أخيرة"))
    replay.press("/")
    replay.happen(Pasted("أخيرة"))
    found = replay.workspace.conversation.reading
    assert found.hit
    assert found.document.slice(found.hit) == "أخيرة"
    replay.press("escape")
    assert replay.workspace.conversation.reading.hits is None
    replay.press("/")
    replay.happen(Pasted("كلمة"))
    replay.press("enter", "n")
    hit = replay.workspace.conversation.reading.hit
    replay.press("N")
    assert replay.workspace.conversation.reading.hit != hit
    replay.press("escape", "y")
    copy = replay.asked[-1]
    assert isinstance(copy, Copy)
    assert copy.text.endswith("كلمة أخيرة")
    top = replay.workspace.conversation.reading.shown_top
    replay.happen(Wheeled("conversation", 3))
    assert replay.workspace.conversation.reading.shown_top != top
    assert replay.workspace.reading.shown_top == 0


def test_an_answer_is_said_in_lines_once_it_is_over() -> None:
    replay = asking()
    before = replay.workspace
    grown(replay, exchange("تعهدت", AnswerState.ANSWERING))
    assert linear.told(before, replay.workspace) == ""
    before = replay.workspace
    grown(replay, exchange())
    said = linear.told(before, replay.workspace)
    assert "تعهدت بما يصل إلى" in said
    assert "not in the text" in said
    before = replay.workspace
    replay.press("I", "enter")
    assert "80 مليار دولار" in linear.told(before, replay.workspace)


def test_a_click_on_a_citation_follows_it() -> None:
    replay = asking()
    grown(replay, exchange())
    page = replay.workspace.conversation.page
    pos = next(s.range.start for b in page.document.blocks for s in b.spans if s.target in page.aims)
    replay.happen(Pointed("conversation", pos))
    replay.happen(Clicked("conversation", pos, 1))
    assert replay.workspace.reading.target


def test_words_are_explained_and_translated_and_sections_summed_up() -> None:
    replay = Replay.of(ARTICLE)
    replay.press("]", "j", "x")
    explained = last_ask(replay)
    assert explained.task is Task.EXPLAIN
    assert explained.part
    assert ARTICLE.slice(explained.part) in explained.text
    replay.press("t")
    translated = last_ask(replay)
    assert (translated.task, translated.language) == (Task.TRANSLATE, "en")
    replay.press("S")
    assert last_ask(replay).task is Task.SUM_UP
    assert last_ask(replay).part == replay.workspace.reading.section.range
    english_one = Replay.of(english())
    english_one.press("t")
    assert last_ask(english_one).language == "ar"  # from the interface's language to another


def test_what_is_selected_by_keyboard_is_explained_and_translated() -> None:
    for key, task in (("x", Task.EXPLAIN), ("t", Task.TRANSLATE)):
        replay = Replay.of(english())
        replay.press("V", "w", "w", "w")
        selected = replay.workspace.reading.selection
        assert selected
        replay.press(key)
        assert (last_ask(replay).task, last_ask(replay).part) == (task, selected)
        assert replay.workspace.selecting is None


def test_a_picture_is_described_where_there_is_one(tmp_path: Path) -> None:
    none = Replay.of(ARTICLE)
    none.press("p")
    assert none.workspace.notice == none.workspace.messages.text("ask.no_picture")
    path = tmp_path / "m.md"
    path.write_text("نص أول.\n\n![خريطة النيل](a.png)\n\nنص أخير.\n", encoding="utf-8")
    replay = Replay.of(open_document(str(path)))
    replay.press("p")
    asked = last_ask(replay)
    assert (asked.task, asked.picture) == (Task.DESCRIBE, "a.png")
    assert "خريطة النيل" in asked.text


def test_a_failure_is_a_line_of_the_conversation_which_goes_on() -> None:
    replay = asking()
    grown(replay, exchange("", AnswerState.FAILED, failure="nothing answers at http://127.0.0.1:9/v1"))
    assert "⚠ nothing answers at" in shown(replay)
    replay.press("A", "x", "enter")
    assert last_ask(replay).before == ()


def test_another_document_ends_the_answer() -> None:
    replay = asking()
    grown(replay, exchange("تعهدت", AnswerState.ANSWERING))
    replay.happen(DocumentOpened(english(), Memory()))
    assert any(isinstance(effect, StopAsking) for effect in replay.asked)
    grown(replay, exchange())
    assert not replay.workspace.conversation.exchanges
    replay.press("backspace")
    assert replay.workspace.conversation.exchanges[0].state is AnswerState.STOPPED


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(language: str) -> None:
    messages = Messages(language)
    for state in AnswerState:
        one = exchange("x", state, thought="y", steps=(Taken("stay", "z"), Taken("refused", "w"), Taken("read")))
        one = replace(one, source=AnswerSource("model", "host", 3, 9, cut=True))
        document = page_of([one], frozenset(), messages, Direction.RTL).document
        text = document.slice(document.range)
        assert "{" not in text
        assert "ask." not in text


def test_hostile_answers_stay_text() -> None:
    hostile = "a\x1b]52;c;eA==\x07 b\u202ec <script>x</script> `[1: «مليار»]` " + "| a | b |\n|---|---|\n| 1 | 2 |\n"
    page = page_of([exchange(hostile), exchange(hostile, number=1)], frozenset(), Messages("en"), Direction.LTR)
    tables = [block for block in page.document.blocks if block.kind is BlockKind.TABLE]
    for block in tables:
        assert block.row
        assert all(Range(*cell.range).start >= block.range.start for cell in block.row.cells)
    ends = [block.range.end for block in page.document.blocks]
    assert ends == sorted(ends)
    long = exchange("[1: «" + "كلمة " * 200_000 + "»]")
    assert long.citations[0].found.state is Standing.NONE
