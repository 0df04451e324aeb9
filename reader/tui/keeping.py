"""Keeping what is marked: effects done by the store, whose outcomes come back as events.

Nothing here waits: what is read, tried again or written to a file of its own is a thread's.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, assert_never

from textual.app import App

from reader.model import AnchorState, StateError
from reader.store import PlacedAnnotation, Store
from reader.store.outcomes import Outcome
from reader.view.annotation_events import (
    Annotated,
    AnnotationsFound,
    AnnotationsListed,
    ChangeTold,
    Exported,
    KeepingTried,
    SavedElsewhere,
)
from reader.view.conversation.state import ConversationWaits
from reader.view.effects import (
    Annotate,
    AnnotationEffect,
    ExportAnnotations,
    FindAnnotations,
    KeepChange,
    ListAnnotations,
    SaveElsewhere,
    TryKeeping,
)
from reader.view.events import Event
from reader.view.session import Session

PATIENCE = 1.5
"""Seconds for which what waits is tried before the program is left."""

GROUP = "annotations"
"""The group of the workers."""


class Keeper:
    """Does what effects ask of the store.

    Args:
        app: Runs the threads.
        store: Where things are kept.
        tell: Takes an event in the application's thread.
        post: Takes an event from any thread.

    Attributes:
        conversation: The number of what keeps the conversation; 0 for nothing.
    """

    def __init__(
        self, app: App[Any], store: Store, tell: Callable[[Event], None], post: Callable[[Event], None]
    ) -> None:
        self._app = app
        self._store = store
        self._tell = tell
        self._post = post
        self._numbers: dict[int, int] = {}
        self.conversation = 0
        store.listen(self._told)

    def perform(self, effect: AnnotationEffect, session: Session) -> None:
        """Do what an effect asks for; ``session`` is that of the document on the screen."""
        match effect:
            case FindAnnotations():
                found = session.of_another(effect.document)
                self._in_thread(lambda: self._post(AnnotationsFound(effect.document, found.annotations)))
            case Annotate():
                made = session.of_another(effect.document).made(effect.part, effect.kind, note=effect.note)
                self._tell(Annotated(effect.document, PlacedAnnotation(made, AnchorState.EXACT, effect.part)))
            case KeepChange():
                kept = [one.annotation for one in effect.change.after]
                ids = {one.id for one in kept}
                dropped = [one.annotation for one in effect.change.before if one.annotation.id not in ids]
                self._numbers[session.keep(*kept, dropped=dropped)] = effect.number
            case TryKeeping():
                self._in_thread(lambda: self._post(KeepingTried(self._store.settle(PATIENCE))))
            case SaveElsewhere():
                self._in_thread(partial(self._save_elsewhere, effect))
            case ListAnnotations():
                self._in_thread(self._list)
            case ExportAnnotations():
                self._in_thread(partial(self._export, effect))
            case _:
                assert_never(effect)

    def _in_thread(self, work: Callable[[], object]) -> None:
        self._app.run_worker(work, group=GROUP, description=GROUP, thread=True, exit_on_error=False)

    def _told(self, outcome: Outcome) -> None:
        """In the writer's thread; the number is known only when the application's has gone on."""
        self._app.call_later(self._tell_outcome, outcome)

    def _tell_outcome(self, outcome: Outcome) -> None:
        if number := self._numbers.get(outcome.ticket):
            self._tell(ChangeTold(number, outcome.fate, outcome.reason, self._store.path))
        elif outcome.reason and outcome.ticket == self.conversation:
            self._tell(ConversationWaits(outcome.reason, self._store.path))

    def _list(self) -> None:
        try:
            annotations = self._store.all_annotations()
        except StateError:
            annotations = ()
        self._post(AnnotationsListed(annotations))

    def _save_elsewhere(self, effect: SaveElsewhere) -> None:
        from reader.store import exchange  # noqa: PLC0415 - few marks are ever written to a file

        placed = [PlacedAnnotation(one, AnchorState.EXACT, None) for one in effect.annotations]
        text = exchange.written(exchange.Form.JSONL, exchange.entries_of(placed, None), ())
        reason = _written(effect.path, text)
        if not reason:
            self._store.withdraw()  # it is safe: nothing is lost that would have to be told at the end
        self._post(SavedElsewhere(effect.path, reason))

    def _export(self, effect: ExportAnnotations) -> None:
        from reader.store import exchange  # noqa: PLC0415 - see above

        form = exchange.form_of(effect.path) or exchange.Form.JSONL
        try:
            versions = self._store.versions()
        except StateError:
            versions = ()
        text = exchange.written(form, exchange.entries_of(effect.annotations, effect.document), versions)
        self._post(Exported(effect.path, len(effect.annotations), _written(effect.path, text)))


def _written(path: str, text: str) -> str:
    """Write a file; why that cannot be done, "" when it is."""
    from reader.store import exchange  # noqa: PLC0415 - see above

    try:
        exchange.write_private(Path(path).expanduser(), text)
    except (OSError, RuntimeError) as error:
        return getattr(error, "strerror", None) or str(error)
    return ""
