"""Outcomes of what was asked to be kept reach the application's thread, each as what it is of."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from reader.store.outcomes import Fate, Outcome, Reason
from reader.tui.keeping import Keeper
from reader.view.conversation.state import ConversationWaits

if TYPE_CHECKING:
    from textual.app import App

    from reader.store import Store


def test_a_conversation_that_waits_is_told_and_no_other_setting() -> None:
    told: list[object] = []
    app = cast("App[Any]", SimpleNamespace(call_later=lambda take, outcome: take(outcome)))
    store = cast("Store", SimpleNamespace(listen=lambda _: None, path="/state"))
    keeper = Keeper(app, store, told.append, told.append)
    keeper.conversation = 7
    keeper._told(Outcome(6, Fate.WAITING, Reason.FULL))
    keeper._told(Outcome(7, Fate.WAITING, Reason.FULL))
    keeper._told(Outcome(7, Fate.KEPT))
    assert told == [ConversationWaits(Reason.FULL, "/state")]
