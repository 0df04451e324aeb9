"""The interface before Textual: keys do what they would do in the application, or are left to it."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from reader.model import Document, Pos
from reader.store import Store
from reader.terminal.encodings import TerminalEncoding
from reader.terminal.frames import Shown
from reader.terminal.identity import Terminal
from reader.terminal.keyboard import Keyboard
from reader.tui import stopwatch
from reader.tui.early import Begun, EarlyInterface
from reader.tui.first_screen import FirstScreen
from reader.tui.key_presses import KeyParser, PlacedKey, TypedText
from reader.tui.settings import Settings, start_of, workspace_of
from reader.view import keying
from reader.view.arrange import Window
from reader.view.effects import Effect
from reader.view.events import KeyPressed, Pasted, Resized
from reader.view.session import Session
from reader.view.update import step
from reader.view.workspace import Workspace
from tests.examples import examples
from tests.samples import article, english
from tests.terminal.played import Played

if TYPE_CHECKING:
    from reader.terminal.probe import Probing
    from reader.terminal.takeover import Takeover

LOADED = "reader.tui.early"
"""A module that is there at once."""


WINDOW = Window(100, 14)


class Typist:
    """Stands in for a terminal that was asked who it is: what is typed at it comes in pieces."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.typed, *self.coming = pieces or [""]
        self.is_cut = False

    def take(self, length: int, *, cut: bool = False) -> None:
        self.typed, self.is_cut = self.typed[length:], cut

    def listen(self, patience: float | None, other: int) -> bool:
        del other
        if not self.coming or (patience and not self.coming[0].startswith("[")):
            return False
        self.typed += self.coming.pop(0)
        return True


class Screen:
    """Stands in for a terminal that was taken over."""

    def __init__(self, window: Window) -> None:
        self.played = Played(*window)
        self.window = window

    def undisturbed(self) -> AbstractContextManager[None]:
        return nullcontext()

    def show(self, change: object, picture: object) -> None:
        """The picture is the same where it is shown anew, which another change goes on from."""
        self.played.feed(change())  # type: ignore[operator]
        anew = Played(*self.window)
        anew.feed(picture())  # type: ignore[operator]
        assert self.played.screen.looks() == anew.screen.looks()
        self.played = anew


def lived(session: Session, pieces: Sequence[str], window: Window = WINDOW) -> tuple[EarlyInterface, Typist]:
    document, settings = session.document, Settings()
    terminal = Terminal(encoding=TerminalEncoding.V)
    first = FirstScreen(Shown(), window, cast("Takeover", Screen(window)), terminal, TerminalEncoding.V)
    workspace, started = workspace_of(document, session, settings), start_of(session, settings, None)
    interface, typist = EarlyInterface(first, workspace, started, Keyboard(), lambda _: None), Typist(pieces)
    interface.live(cast("Probing", typist), LOADED)
    return interface, typist


def early(document: Document, pieces: Sequence[str]) -> tuple[Begun, Typist]:
    interface, typist = lived(Session(Store.in_memory(), document), pieces)
    return interface.begun, typist


def pressed(
    workspace: Workspace, pieces: Sequence[str], keyboard: Keyboard, *, cut: bool = False
) -> tuple[Workspace, list[Effect]]:
    """What the application makes of what is typed, each piece alone."""
    parser = KeyParser(cut=cut)
    effects: list[Effect] = []
    for event in chain.from_iterable([*parser.events_of(piece), *parser.rest()] for piece in pieces):
        keys = event.keys if isinstance(event, TypedText) else [event] if isinstance(event, events.Key) else []
        for at, key in enumerate(keys):
            if isinstance(event, TypedText) and workspace.prompt:
                workspace, more = step(workspace, Pasted(event.text[at:]))
                effects += more
                break
            if key.character and len(key.character) == 1:
                keyboard = keyboard.typed(key.character)
            place = key.place if isinstance(key, PlacedKey) else None
            command = keyboard.command_of(key.key, key.character, place)
            workspace, more = step(workspace, KeyPressed(key.key, key.character, command))
            effects += more
    return workspace, effects


ARTICLE = article()
KEYS = (
    *"jkb gG]Hz50:%szfL/?m'x",
    *(
        "\r",
        "\t",
        "\x7f",
        "\x1b[A",
        "\x1b[B",
        "\x1b[6~",
        "\x1b[H",
        "\x1b",
        "\x1b[",
        "[B",
        "\x1b[1;5A",
        "ت",
        "لا",
        "jjj",
    ),
    *("j" * 20, "\x1b[1578::106;;1578u", "\x1b[27u"),
)


@pytest.fixture(autouse=True, scope="module")
def _no_time_passes() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(stopwatch, "monotonic", lambda: 0.0)
        yield


def alone(document: Document) -> tuple[Workspace, list[Effect]]:
    """The workspace as the application begins it."""
    session, settings = Session(Store.in_memory(), document), Settings()
    workspace, _ = step(workspace_of(document, session, settings), Resized(*WINDOW))
    workspace, effects = step(workspace, start_of(session, settings, None))
    return workspace, [*effects]


def told(workspace: Workspace) -> tuple[object, ...]:
    return (
        workspace.reading.viewpoint,
        workspace.reading.selection,
        workspace.sections.model.cursor,
        workspace.focus,
        workspace.prompt,
        workspace.notice,
        workspace.count,
        workspace.wanted,
        workspace.alone,
        workspace.messages.language,
        type(workspace.popup),
    )


@given(st.lists(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3).map("".join), max_size=6))
@examples(25)
def test_what_is_typed_does_the_same_wherever_it_is_taken(pieces: list[str]) -> None:
    begun, typist = early(ARTICLE, pieces)
    start, first = alone(ARTICLE)
    wanted, asked = pressed(start, pieces, Keyboard())
    got, more = pressed(begun.workspace, [typist.typed, *typist.coming], begun.keyboard, cut=typist.is_cut)
    assert told(got) == told(wanted)
    assert [*begun.effects, *more] == [*first, *asked]


@pytest.mark.parametrize(
    ("pieces", "left"),
    [
        (["jj:50", "\r"], [""]),
        (["j?j"], ["?j"]),
        (["j", "m", "j"], ["m", "j"]),
        (["/a"], ["a"]),
        (["q"], ["q"]),
        (["j\x1b[200~j\x1b[201~"], ["\x1b[200~j\x1b[201~"]),
        (["\x1b[<0;3;4M", "j"], ["\x1b[<0;3;4M", "j"]),
        (["j" * 16, "j"], ["j" * 16, "j"]),
    ],
)
def test_a_key_that_takes_more_is_left_with_all_behind_it(pieces: list[str], left: list[str]) -> None:
    _, typist = early(ARTICLE, pieces)
    assert [typist.typed, *typist.coming] == left


def test_what_was_asked_for_is_kept_where_the_application_never_comes() -> None:
    session = Session(Store.in_memory(), ARTICLE)
    interface, _ = lived(session, ["]]L"])
    interface.keep(session)
    assert (session.position, session.memory.set_up.language) == (interface.begun.workspace.reading.cursor, "ar")
    session.position = Pos(0)
    interface.begun.effects.clear()  # done by the application
    interface.keep(session)
    assert session.position == 0


def test_a_defect_is_left_to_the_application(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(keying, "done", broken)
    begun, typist = early(english(), ["j"])
    assert (typist.typed, begun.workspace.reading.cursor) == ("j", 0)
