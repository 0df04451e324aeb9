"""How kinds of fact look where they are underlined in the text, told apart without colour too; what they are called."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.model import FactKind, FactLook
from reader.view.styled import TextRole

if TYPE_CHECKING:
    from reader.locale import Messages

_ROLES: Mapping[FactLook, TextRole] = {
    FactLook.FIGURE: TextRole.FACT_FIGURE,
    FactLook.TIME: TextRole.FACT_TIME,
    FactLook.NAME: TextRole.FACT_NAME,
    FactLook.WORDS: TextRole.FACT_WORDS,
    FactLook.ADDRESS: TextRole.FACT_ADDRESS,
}


def look_of(kind: FactKind) -> TextRole:
    """The look of a kind: that of figures, times, names, words or addresses."""
    return _ROLES[kind.look]


def label_of(kind: FactKind, messages: "Messages") -> str:
    """The label of a kind for readers; of another package's kind, its own."""
    if kind.name not in FactKind.__members__:
        return kind.labels.get(messages.language) or kind.labels.get("en") or kind.replace("_", " ")
    return messages.text(f"kind.{kind}")
