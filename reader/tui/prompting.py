"""Prompts at the foot of the screen: searching as one types, going somewhere, filtering facts, writing a note."""

from typing import TYPE_CHECKING

from textual import events
from textual.worker import get_current_worker

from reader.search import Hits
from reader.tui.marking import keep_note, note_here
from reader.view.arrange import PaneName
from reader.view.prompt import Prompt, Question
from reader.view.reading_state import Viewpoint
from reader.view.workspace import Workspace

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

SEARCH_GROUP = "search"
"""The group of the worker that searches: a later keystroke supersedes it."""


class Prompting:
    """The prompt that is open, if one is.

    Attributes:
        prompt: It, or None.
    """

    def __init__(self, app: "ReaderApp") -> None:
        self._app = app
        self.prompt: Prompt | None = None

    @property
    def label(self) -> str:
        """What is asked for, in the interface's language."""
        return self._app.workspace.messages.text(f"{self.prompt.question}.prompt") if self.prompt else ""

    def ask_for_text(self) -> None:
        """What is looked for in the text; in the facts, what they are filtered by."""
        workspace = self._app.workspace
        if workspace.focus is PaneName.FACTS:
            self._ask(Question.FILTER, workspace.panel.query)
        else:
            self._ask(Question.SEARCH)

    def ask_for_place(self) -> None:
        """Where to go."""
        self._ask(Question.GOTO)

    def ask_for_note(self) -> None:
        """The note on the chosen text."""
        self._ask(Question.NOTE, note_here(self._app))

    def _ask(self, question: Question, text: str = "") -> None:
        self.prompt = Prompt(question, self._app.workspace.reading.viewpoint).inserted(text)
        self._app.arrange()

    def press(self, prompt: Prompt, event: events.Key) -> None:
        """A key in the open prompt."""
        app = self._app
        if event.key == "escape" or (event.key == "backspace" and not prompt.text):
            app.workers.cancel_group(app, SEARCH_GROUP)
            self._close(prompt.given_up(app.workspace))
        elif event.key == "enter":
            accepted = prompt.accepted(app.workspace)
            self._close(accepted or app.workspace)
            if accepted is None:
                app.say("goto.nowhere", place=prompt.text)
            elif prompt.question is Question.NOTE:
                keep_note(app, prompt.text)
        elif event.key in {"down", "up"}:
            app.turn_to(prompt.stepped(app.workspace, 1 if event.key == "down" else -1))
            self._remark_hits()
        else:
            self._typed(prompt, prompt.pressed(event.key, event.character))

    def insert(self, text: str) -> None:
        """Pasted text goes into the open prompt."""
        if self.prompt:
            self._typed(self.prompt, self.prompt.inserted(text))

    def _typed(self, before: Prompt, prompt: Prompt) -> None:
        self.prompt = prompt
        if prompt.question is Question.SEARCH and prompt.text != before.text:
            self.prompt = prompt.remarked(self._app.workspace.messages.text("search.running"))
            self._app.run_worker(
                lambda: self._search(prompt.text, prompt.origin), group=SEARCH_GROUP, exclusive=True, thread=True
            )
        self._app.turn_to(prompt.typed(before, self._app.workspace))

    def _close(self, workspace: Workspace) -> None:
        self.prompt = None
        self._app.arrange()
        self._app.turn_to(workspace)

    def _search(self, query: str, origin: Viewpoint) -> None:
        """Find, in a thread."""
        worker = get_current_worker()
        hits = self._app.index.find(query)
        hits.after(origin.cursor)
        if worker.is_cancelled:
            return
        self._app.call_from_thread(self._found, query, hits, origin)
        hits.count(lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self._app.call_from_thread(self._remark_hits)

    def _found(self, query: str, hits: Hits, origin: Viewpoint) -> None:
        if self.prompt and self.prompt.text == query:
            self._app.read(self._app.workspace.reading.searching(hits if query else None, origin))

    def _remark_hits(self) -> None:
        """Say in the prompt which hit of how many one stands on."""
        if self.prompt and self.prompt.question is Question.SEARCH:
            self.prompt = self.prompt.remarked(self._app.workspace.hits_remark)
            self._app.show()
