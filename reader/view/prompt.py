"""A prompt being answered: what is asked for, the line typed so far, and where one was when it was opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.view.field import Field
from reader.view.reading_state import Viewpoint

_EDITS: Mapping[str, Callable[[Field], Field]] = {
    "backspace": Field.erased_before,
    "delete": Field.erased_after,
    "ctrl+w": Field.erased_word,
    "ctrl+u": Field.cleared_before,
    "left": Field.moved_left,
    "right": Field.moved_right,
    "home": Field.to_start,
    "end": Field.to_end,
    "ctrl+a": Field.to_start,
    "ctrl+e": Field.to_end,
}
"""Keys that edit the line, as shells have them."""


class Question(StrEnum):
    """What a prompt asks for; its label is the text ``QUESTION.prompt``."""

    SEARCH = "search"
    GOTO = "goto"
    FILTER = "filter"
    ELSEWHERE = "elsewhere"
    MARKS_FILTER = "marks_filter"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Prompt:
    """See the module.

    Attributes:
        question: What is asked for.
        field: The line.
        origin: Where giving up leads back to.
        remark: What stands beside the line, such as the number of hits.
    """

    question: Question
    origin: Viewpoint
    field: Field = Field()
    remark: str = ""

    @property
    def text(self) -> str:
        """What has been typed."""
        return self.field.text

    def pressed(self, key: str, character: str | None) -> "Prompt":
        """After a key: an edit, else the character it typed, else nothing."""
        if edit := _EDITS.get(key):
            return replace(self, field=edit(self.field))
        return self.inserted(character) if character and character.isprintable() else self

    def inserted(self, text: str) -> "Prompt":
        """After text was typed or pasted."""
        return replace(self, field=self.field.inserted(text))

    def remarked(self, remark: str) -> "Prompt":
        """With another remark."""
        return replace(self, remark=remark)
