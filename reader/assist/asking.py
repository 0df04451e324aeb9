"""Asking until the answer is whole: streams, tools between them, and a second, shorter try for a small model."""

from collections.abc import Callable
from threading import Event as Flag

from reader.assist.client import Endpoint, OngoingAnswer, TooLongError
from reader.assist.events import Call
from reader.assist.prompts import tokens_of
from reader.assist.tools import Request, ToolResult
from reader.assist.turn import Stage, Turn, Used, heard, requests, resumed
from reader.model import AssistantError


class Asking:
    """One turn under way; :meth:`run` in a worker's thread, :meth:`stop` from any.

    Args:
        endpoint: Who is asked.
        use: Uses a tool that was understood; what it gives.
        shorter: The same question with fewer passages, for a model whose context is so small.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        use: Callable[[Call, Request], ToolResult],
        shorter: Callable[[int], Turn] | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._use = use
        self._shorter = shorter
        self._stopped = Flag()
        self._exchange: OngoingAnswer | None = None

    def run(self, turn: Turn, told: Callable[[Turn], None]) -> Turn:
        """The turn, ended; ``told`` is given every state on the way.

        A failure is part of the turn (:attr:`~reader.assist.turn.Turn.failure`) where something had come.

        Raises:
            AssistantError: The server cannot be reached or refuses, and nothing had come.
        """
        while turn.stage is not Stage.DONE:
            try:
                turn = self._streamed(turn, told)
            except TooLongError as error:
                if self._shorter is None or not error.context:
                    raise
                estimated = sum(tokens_of(message.text) for message in turn.question.messages)
                fits = error.context * estimated // max(error.tokens, estimated)  # as the server counts
                turn, self._shorter = self._shorter(fits), None
                continue
            if turn.stage is Stage.USING_TOOLS and not self._stopped.is_set():
                turn = resumed(turn, [self._used(call, request) for call, request in requests(turn)])
                told(turn)
            if self._stopped.is_set():
                turn = turn.stopped()
        told(turn)
        return turn

    def stop(self) -> None:
        """End it now; what came is kept."""
        self._stopped.set()
        if self._exchange is not None:
            self._exchange.cancel()

    def _streamed(self, turn: Turn, told: Callable[[Turn], None]) -> Turn:
        self._exchange = OngoingAnswer(self._endpoint, turn.question)
        if self._stopped.is_set():
            return turn.stopped()
        try:
            for event in self._exchange.events():
                turn = heard(turn, event)
                told(turn)
                if turn.stage is not Stage.ANSWERING or self._stopped.is_set():
                    break
        except TooLongError:
            raise
        except AssistantError as error:
            if not (turn.answer or turn.thought):
                raise
            return turn.failed(str(error))
        return turn

    def _used(self, call: Call, request: Request | str) -> Used:
        if isinstance(request, str):
            return Used(call, None, request)
        given = self._use(call, request)
        return Used(call, request, given.text, given.found)
