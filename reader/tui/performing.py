"""Performing effects: what the view asks for, done; what comes of it is told as events.

Everything slow runs in threads of its own and is dropped when what it was for is gone.
"""

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.formats import OpenOptions, open_snapshots
from reader.model import Document
from reader.search import Index
from reader.terminal.clipboard import clipboard_command, give
from reader.terminal.opener import launch, opener_of
from reader.text.printable import pasteable
from reader.tui import conversations, editor, fact_finder, file_searching, searching
from reader.tui.keeping import Keeper
from reader.tui.loading import Loading
from reader.tui.output import OutputStage
from reader.view.beginnings import Beginning
from reader.view.effects import (
    Ask,
    Copy,
    EditFile,
    EditText,
    Effect,
    FindFacts,
    FindOpener,
    Follow,
    KeepConversation,
    Launch,
    ListRecent,
    NextEncoding,
    OpenDocument,
    Quit,
    RecallConversation,
    Redraw,
    Remember,
    ReplyToModel,
    SavePosition,
    Search,
    SearchAgain,
    SearchFiles,
    SeekHit,
    StopAsking,
    StopFindingFacts,
    StopFollowing,
    StopLoading,
    StopSearching,
    Suspend,
    Wait,
    WriteConversation,
)
from reader.view.events import (
    CopiedElsewhere,
    EncodingChanged,
    Event,
    FileChanged,
    FileEdited,
    LaunchFailed,
    OpenerFound,
    RecentListed,
    Waited,
)
from reader.view.session import Session

if TYPE_CHECKING:
    from reader.tui.asking import Asker

SAVE_AFTER = 0.3
"""Seconds of rest after which the reading position is saved, so that a killed program loses no more."""


class Performer:
    """Performs effects.

    Args:
        stage: The application, as far as the terminal and workers go.
        session: The memory of the document that is read at first.
        opening: How documents that are opened are read.
        tell: Takes an event in the application's thread.
        post: Takes an event from any thread.
        prepare: Called with each snapshot of a document in the thread that loads it.

    Attributes:
        loading: The document that is on its way, or came last; None before the first.
    """

    def __init__(
        self,
        stage: OutputStage[int],
        session: Session,
        opening: OpenOptions,
        *,
        tell: Callable[[Event], None],
        post: Callable[[Event], None],
        prepare: Callable[[Document], None],
    ) -> None:
        self._stage = stage
        self._session = session
        self._opening = opening
        self._tell = tell
        self._post = post
        self._prepare = prepare
        self._index = Index(session.document)
        self._saving: asyncio.TimerHandle | None = None
        self._asker: Asker | None = None
        self._stamps: dict[str, tuple[int, int, int] | None] = {}
        self.check(session.document)
        self._files = file_searching.FileSearcher(opening)
        self._keeper = Keeper(stage, session.store, tell, post)
        self.loading: Loading | None = None
        self._stopped = threading.Event()

    def take(
        self,
        snapshots: Iterator[Document],
        *,
        anew: bool,
        again: bool = False,
        beginning: Beginning | None = None,
    ) -> None:
        """Take a document in as it grows; what was on its way before is given up."""
        self.give_up()
        self.loading = Loading(
            self._stage,
            snapshots,
            self._session,
            anew=anew,
            again=again,
            beginning=beginning,
            prepare=self._prepare,
            tell=self._tell,
        )

    def check(self, document: Document) -> None:
        """Tell, once, that a document's file is not as it was; asked for when somebody is there, not by the clock."""
        path = document.meta.path
        if document.is_piped or document.is_folder or not path:
            return
        stamp = _stamp_of(path)
        if self._stamps.setdefault(path, stamp) != stamp and stamp is not None:
            self._stamps[path] = stamp
            self._tell(FileChanged(document))

    def retry(self) -> None:
        """Try to keep what waits; nothing where nothing does."""
        self._session.store.retry()

    def give_up(self) -> None:
        """Take no more of the document that is on its way."""
        if self.loading:
            self.loading.give_up()

    def end(self) -> None:
        """Take no more of anything; a model of this machine ends with the reader."""
        self.give_up()
        if self._asker:
            self._asker.close()

    def perform(self, effect: Effect, document: Document) -> None:  # noqa: C901, PLR0915 - one case an effect
        """Perform an effect while a document is on the screen."""
        match effect:
            case Search():
                searching.find(self._stage, self._index_of(document), effect, self._post)
            case SearchAgain():
                searching.find_again(self._stage, self._index_of(effect.document), effect, self._post)
            case SeekHit():
                searching.seek(self._stage, effect, self._post)
            case SearchFiles():
                self._files.find(self._stage, effect, self._post)
            case StopSearching():
                for group in (searching.GROUP, searching.SEEKING):
                    self._stage.workers.cancel_group(self._stage, group)
                self._stage.workers.cancel_group(self._stage, file_searching.GROUP)
            case FindFacts():
                fact_finder.find_facts(self._stage, effect, self._index_of(effect.document), self._post)
            case StopFindingFacts():
                for group in (fact_finder.GROUP, fact_finder.COUNTING):
                    self._stage.workers.cancel_group(self._stage, group)
            case OpenDocument():
                self._stamps.pop(effect.path, None)
                snapshots = open_snapshots(effect.path, self._opening, linked=effect.anew)
                self.take(snapshots, anew=effect.anew, again=effect.again, beginning=effect.beginning)
            case Follow():
                self._follow(effect.document)
            case StopFollowing():
                self._stopped.set()
                self._stamps.pop(document.meta.path, None)
            case StopLoading():
                self.give_up()
            case Copy():
                self._copy(pasteable(effect.text))
            case SavePosition():
                self._save(effect)
            case Remember():
                self._session.remember(effect.changes)
            case ListRecent():
                self._post(RecentListed(self._session_of(effect.document).recent, article_for_a_start()))
            case Ask() | StopAsking() | ReplyToModel():
                self._converse(effect)
            case RecallConversation():
                conversations.recall(self._stage, self._session.store, effect, self._post)
            case KeepConversation():
                self._keeper.conversation = conversations.keep(self._session.store, effect)
            case WriteConversation():
                self._tell(conversations.write(effect))
            case NextEncoding():
                encoding = self._stage.cycle_encoding()
                self._session.remember_encoding(self._stage.terminal.key, encoding)
                self._tell(EncodingChanged(encoding))
            case FindOpener():
                exists = bool(opener_of(effect.address, os.environ))
                self._tell(OpenerFound(effect.address, effect.words, exists))
            case Launch():
                if not launch_address(effect.address):
                    self._tell(LaunchFailed(effect.address))
            case EditText():
                self._tell(editor.edit(self._stage, effect.text))
            case EditFile():
                self._tell(FileEdited(editor.open_file(self._stage, effect.path, effect.line)))
                self.check(document)
            case Wait():
                waited = Waited(effect.document, effect.run)
                self._stage.set_timer(effect.seconds, lambda: self._tell(waited))
            case Redraw():
                self._stage.repaint()
            case Suspend():
                self._stage.action_suspend_process()
            case Quit():
                self._stage.exit(int(effect.status))
            case _:
                self._keeper.perform(effect, self._session_of(document))

    def _converse(self, effect: Ask | StopAsking | ReplyToModel) -> None:
        """The talk with a model; it is loaded when the first question is asked."""
        if self._asker is None:
            if not isinstance(effect, Ask):
                return
            from reader.tui.asking import Asker  # noqa: PLC0415 - see above

            self._asker = Asker(self._session.store, self._post)
        match effect:
            case Ask():
                self._asker.ask(effect)
            case StopAsking():
                self._asker.stop()
            case ReplyToModel():
                self._asker.reply(effect)

    def _copy(self, text: str) -> None:
        """Send a text to the terminal for the clipboard, and give it to a program where that will not take it."""
        self._stage.copy_to_clipboard(text)
        if self._stage.terminal.clipboard:
            return
        command = clipboard_command(os.environ)

        def by_program() -> None:
            done = bool(command) and give(command, text)
            self._post(CopiedElsewhere(Path(command[0]).name if done else ""))

        self._stage.run_worker(by_program, group="clipboard", thread=True)

    def _follow(self, document: Document) -> None:
        from reader.formats.followed import followed_snapshots  # noqa: PLC0415 - few are

        self._stopped = threading.Event()
        meta = document.meta
        self.take(followed_snapshots(meta.path, meta.format, self._opening, self._stopped), anew=False)

    def _save(self, effect: SavePosition) -> None:
        """Save a place; one that was to be saved before is superseded by a later one of the same document."""
        if self._saving:
            self._saving.cancel()
            self._saving = None
        if effect.at_once:
            self._session_of(effect.document).position = effect.pos
        else:  # by the loop's own clock: a task a timer, as Textual has them, costs a tenth of a key
            at_once = SavePosition(effect.document, effect.pos, at_once=True)
            later = asyncio.get_running_loop().call_later
            self._saving = later(SAVE_AFTER, self._stage.call_later, self._save, at_once)

    def _session_of(self, document: Document) -> Session:
        if self._session.document is not document:
            self._session = self._session.of_another(document)
        return self._session

    def _index_of(self, document: Document) -> Index:
        if self._index.document is not document:
            self._index = Index(document)
        return self._index


def _stamp_of(path: str) -> tuple[int, int, int] | None:
    """A value that is another when a file has changed; None where there is no file."""
    try:
        status = os.stat(path)  # noqa: PTH116 - False for names that cannot be
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def article_for_a_start() -> str:
    """The path of the article that is installed with the reader; "" where it is not."""
    from importlib import resources  # noqa: PLC0415 - asked for by a first start alone

    path = resources.files("reader") / "seeds" / "llama-one-billion-downloads.ar.txt"
    return str(path) if path.is_file() else ""


def launch_address(address: str) -> bool:
    """Open an address with the desktop's program; whether there is one."""
    command = opener_of(address, os.environ)
    return bool(command) and launch(command)
