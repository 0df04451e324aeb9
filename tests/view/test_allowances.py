"""A model acts in the reader only with leave."""

from reader.view.conversation.state import (
    Allowance,
    AllowanceAsked,
    AnswerState,
    Reply,
)
from reader.view.effects import (
    Annotate,
    ReplyToModel,
)
from reader.view.popups import ListKind, ListPopup
from tests.view.conversations import ARTICLE, QUOTATIONS, asking, exchange, grown
from tests.view.replaying import Replay


def waiting(what: Allowance, *, granted: bool = False) -> tuple[Replay, AllowanceAsked]:
    replay = asking()
    grown(replay, exchange("", AnswerState.WAITING))
    where = QUOTATIONS.find("80 مليار دولار").range
    asked = AllowanceAsked(ARTICLE, 0, what, ARTICLE.slice(where), where, granted=granted)
    replay.happen(asked)
    return replay, asked


def replied(replay: Replay) -> Reply:
    reply = replay.last(ReplyToModel)
    assert isinstance(reply, ReplyToModel)
    return reply.reply


def test_a_bookmark_is_made_only_when_the_very_words_were_allowed() -> None:
    replay, asked = waiting(Allowance.BOOKMARK)
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert popup.kind is ListKind.ALLOWANCE
    assert asked.text in popup.details
    replay.press("escape")
    assert replied(replay) is Reply.REFUSED
    assert replay.workspace.popup is None
    replay.happen(asked)
    replay.press("enter")
    assert replied(replay) is Reply.DONE
    assert any(isinstance(effect, Annotate) and effect.part == asked.range for effect in replay.asked)


def test_the_model_moves_one_who_has_not_moved() -> None:
    replay, asked = waiting(Allowance.GO)
    replay.press("enter")
    assert replied(replay) is Reply.DONE
    assert replay.workspace.reading.target == asked.range
    replay.press("shift+tab", "j")
    here = replay.workspace.reading.cursor
    replay.happen(asked._replace(granted=True))
    assert replied(replay) is Reply.MOVED
    assert replay.workspace.reading.cursor == here


def test_leave_is_not_asked_over_something_else_and_ends_with_the_answer() -> None:
    replay = asking()
    grown(replay, exchange("", AnswerState.WAITING))
    replay.press("?")
    replay.happen(AllowanceAsked(ARTICLE, 0, Allowance.SEND, "models.example", amount=12_345))
    help_list = replay.workspace.popup
    assert isinstance(help_list, ListPopup)
    assert help_list.kind is ListKind.COMMANDS
    replay.press("escape")
    popup = replay.workspace.popup
    assert isinstance(popup, ListPopup)
    assert popup.kind is ListKind.ALLOWANCE
    assert "12,345" in popup.details
    assert "models.example" in popup.details
    replay.press("down", "enter")
    assert replied(replay) is Reply.REFUSED
