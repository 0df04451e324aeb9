"""Conversations for tests: questions asked, answers that grow."""

from dataclasses import replace

from reader.assist.citations import parts_of
from reader.assist.passages import passages_of
from reader.assist.quotations import Quotations
from reader.model import Document
from reader.view.conversation.state import AnswerGrew, AnswerState, Exchange
from reader.view.effects import Ask
from reader.view.events import Pasted
from tests.samples import article
from tests.view.replaying import Replay

ARTICLE = article()
QUOTATIONS = Quotations([ARTICLE], passages_of(ARTICLE))
ANSWER = "تعهدت بما يصل إلى [24: «80 مليار دولار»] و[1: «مليار تحميل»]، وتتصدر [2: «لاما أسرع من الضوء»]."


def exchange(answer: str = ANSWER, state: AnswerState = AnswerState.WHOLE, number: int = 0, **more: object) -> Exchange:
    parts = parts_of(answer, QUOTATIONS, ended=state.is_over)
    return replace(Exchange(number, "كم تعهدت ميتا؟", answer, parts, state=state), **more)  # type: ignore[arg-type]


def asking(size: tuple[int, int] = (120, 40), document: Document = ARTICLE) -> Replay:
    replay = Replay.of(document, size)
    replay.press("A")
    replay.happen(Pasted("كم تعهدت ميتا؟"))
    replay.press("enter")
    return replay


def grown(replay: Replay, one: Exchange) -> None:
    replay.happen(AnswerGrew(replay.workspace.document, one))


def shown(replay: Replay) -> str:
    document = replay.workspace.conversation.page.document
    return document.slice(document.range)


def last_ask(replay: Replay) -> Ask:
    asked = replay.last(Ask)
    assert isinstance(asked, Ask)
    return asked
