"""Conversations are kept, and written as Markdown."""

from reader.store.outcomes import Reason
from reader.view.conversation.state import (
    ConversationRecalled,
    ConversationWaits,
)
from reader.view.conversation.writing import markdown_of
from reader.view.effects import (
    KeepConversation,
    RecallConversation,
    WriteConversation,
)
from tests.view.conversations import ANSWER, ARTICLE, asking, exchange, grown
from tests.view.replaying import Replay


def test_what_was_kept_comes_back_and_comes_first() -> None:
    replay = Replay.of(ARTICLE)
    replay.press("c")
    assert isinstance(replay.asked[-1], RecallConversation)
    replay.happen(ConversationRecalled(ARTICLE, ()))
    assert replay.workspace.notice == replay.workspace.messages.text("pane.no_conversation")
    replay.happen(ConversationRecalled(ARTICLE, (exchange(),)))
    assert replay.workspace.focus == "conversation"
    later = asking()
    assert RecallConversation(ARTICLE, shown=False) in later.asked
    later.happen(ConversationRecalled(ARTICLE, (exchange(),), shown=False))
    grown(later, exchange("جواب ثان"))
    assert [one.answer for one in later.workspace.conversation.exchanges] == [ANSWER, "جواب ثان"]
    assert later.workspace.conversation.here is later.workspace.conversation.last


def test_nothing_that_was_kept_is_lost_to_an_answer_that_comes_first() -> None:
    replay = asking()
    grown(replay, exchange("جواب ثان"))
    replay.happen(ConversationRecalled(ARTICLE, (exchange(),), shown=False))
    kept = replay.asked[-1]
    assert isinstance(kept, KeepConversation)
    assert [one.answer for one in kept.exchanges] == [ANSWER, "جواب ثان"]
    late = asking()
    late.happen(ConversationRecalled(ARTICLE, (exchange(),)))
    assert late.workspace.conversation.is_under_way  # not put in the place of what was asked meanwhile


def test_it_is_written_as_markdown_with_its_quotations_and_places() -> None:
    replay = asking()
    grown(replay, exchange())
    replay.press("o", "enter")
    written = replay.asked[-1]
    assert isinstance(written, WriteConversation)
    text = markdown_of(written.exchanges, ARTICLE)
    assert "## كم تعهدت ميتا؟" in text
    assert "[^1-1]: «80 مليار دولار» — " in text
    line = text.split("[^1-1]: ")[1].splitlines()[0]
    assert line.rsplit(":", 1)[1].isdecimal()
    assert "[^1-3]: «لاما أسرع من الضوء» — ⚠" in text


def test_a_conversation_that_cannot_be_kept_is_told_with_the_reason() -> None:
    replay = asking()
    replay.happen(ConversationWaits(Reason.FULL, "/state"))
    messages = replay.workspace.messages
    assert messages.text("pane.conversation") in replay.workspace.notice
    assert messages.text("state.full") in replay.workspace.notice
