"""How the text and the interface look, changed by keys; what was chosen is remembered."""

from typing import TYPE_CHECKING

from reader.locale import LANGUAGES, Messages
from reader.text.layout import Justification

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


def next_encoding(app: "ReaderApp") -> None:
    """What to press when the screen looks wrong: the choice is remembered for this terminal."""
    encoding = app.cycle_encoding()
    app.session.remember_encoding(app.terminal.key, encoding)
    app.say("message.encoding", name=encoding)


def next_language(app: "ReaderApp") -> None:
    """The interface in another language."""
    language = LANGUAGES[(LANGUAGES.index(app.workspace.messages.language) + 1) % len(LANGUAGES)]
    app.session.language = language
    app.turn_to(app.workspace.translated(Messages(language)))
    app.say("message.language", name=app.workspace.messages.name)


def next_justification(app: "ReaderApp") -> None:
    """Lines filled in another way."""
    ways = list(Justification)
    following = ways[(ways.index(app.workspace.reading.flow.justification) + 1) % len(ways)]
    app.session.justification = following
    app.read(app.workspace.reading.with_justify(following))
    app.say(f"message.justify_{following}")


def toggle_marks(app: "ReaderApp") -> None:
    """Vowel marks shown or hidden."""
    marks = not app.workspace.reading.flow.marks
    app.read(app.workspace.reading.with_marks(marks=marks))
    app.say("message.marks_shown" if marks else "message.marks_hidden")
