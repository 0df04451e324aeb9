"""The one message of the application's own: something happened that the workspace is to be told."""

from textual.message import Message

from reader.view.events import Event


class Happened(Message):
    """Carries an event to the application, from a widget or from a worker's thread."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event
