"""A prompt being answered: what is asked for, the line typed so far, and where one was when it was opened."""

from collections.abc import Callable, Mapping

from reader.enumerations import StrEnum
from reader.values import dataclass, replace
from reader.view.field import Field
from reader.view.viewpoint import Viewpoint

_EDITS: Mapping[str, Callable[[Field], Field]] = {
    "backspace": Field.erased_before,
    "delete": Field.erased_after,
    "ctrl+w": Field.erased_word,
    "ctrl+u": Field.cleared_before,
    "left": Field.moved_left,
    "right": Field.moved_right,
    "ctrl+k": Field.cleared_after,
    "home": Field.to_start,
    "end": Field.to_end,
    "ctrl+a": Field.to_start,
    "ctrl+e": Field.to_end,
    "ctrl+left": Field.word_left,
    "ctrl+right": Field.word_right,
}
"""Keys that edit the line, as shells have them."""

_SELECTS: Mapping[str, Callable[[Field], Field]] = {
    "shift+left": Field.moved_left,
    "shift+right": Field.moved_right,
    "shift+home": Field.to_start,
    "shift+end": Field.to_end,
    "ctrl+shift+left": Field.word_left,
    "ctrl+shift+right": Field.word_right,
}
"""Keys that move the cursor and select what it passes."""

_UNDO, _REDO = frozenset({"ctrl+underscore", "ctrl+slash"}), frozenset({"alt+underscore", "alt+shift+underscore"})
"""As shells have them; Ctrl+Z stops the program."""

_UNDONE_MOST = 200


class PromptKind(StrEnum):
    """The question of a prompt; its label is the text ``QUESTION.prompt``."""

    SEARCH = "search"
    GOTO = "goto"
    FILTER = "filter"
    TREE = "tree"
    FILES = "files"
    ELSEWHERE = "elsewhere"
    MARKS_FILTER = "marks_filter"
    EXPORT = "export"
    ASK = "ask"
    FIND = "find"
    WRITE = "write"
    COMMAND = "command"


_HINTS: Mapping[PromptKind, str] = {
    **{kind: f"{kind}.hint" for kind in (PromptKind.SEARCH, PromptKind.GOTO, PromptKind.FILES, PromptKind.COMMAND)},
    **dict.fromkeys((PromptKind.FILTER, PromptKind.TREE, PromptKind.MARKS_FILTER), "filter.hint"),
}


@dataclass(frozen=True, slots=True)
class Prompt:
    """See the module.

    Attributes:
        question: What is asked for.
        field: The line.
        origin: Where giving up leads back to.
        remark: What stands beside the line, such as the number of hits.
        past: The line as it was before each change, the latest last.
        undone: The line as it was before each change was taken back.
        recalled: Which of the lines answered before is in the field, the latest 0; None for one that is typed.
    """

    question: PromptKind
    origin: Viewpoint
    field: Field = Field()
    remark: str = ""
    past: tuple[Field, ...] = ()
    undone: tuple[Field, ...] = ()
    recalled: int | None = None

    @property
    def hint(self) -> str:
        """The name of the text that an empty line shows of what can be typed; "" for none."""
        return _HINTS.get(self.question, "")

    @property
    def text(self) -> str:
        """The text typed so far."""
        return self.field.text

    def pressed(self, key: str, character: str | None) -> "Prompt":
        """After a key: an edit, else the character it typed, else nothing."""
        if edit := _EDITS.get(key):
            return self._with(edit(self.field))
        if move := _SELECTS.get(key):
            return self._with(self.field.selecting(move))
        if key in _UNDO:
            return self._undone()
        if key in _REDO:
            return self._redone()
        return self.inserted(character) if character and character.isprintable() else self

    def inserted(self, text: str) -> "Prompt":
        """After text was typed or pasted."""
        return self._with(self.field.inserted(text))

    def recalling(self, text: str, number: int | None) -> "Prompt":
        """With another line in the field: one answered before, or the empty one that is typed into."""
        return replace(self._with(Field(text, len(text), self.field.base)), recalled=number)

    def remarked(self, remark: str) -> "Prompt":
        """With another remark."""
        return replace(self, remark=remark)

    def _with(self, field: Field) -> "Prompt":
        """Another line; a change of the text can be undone, letters of one word together."""
        if field.text == self.field.text:
            return replace(self, field=field)
        old, past = self.field, self.past
        typed = field.text[old.cursor : field.cursor]
        goes_on = (
            bool(past)
            and not self.undone
            and len(typed) == 1
            and not typed.isspace()
            and old.cursor == len(old.text)
            and old.text.startswith(past[-1].text)
            and " " not in old.text[len(past[-1].text) :]
        )
        past = past if goes_on else (*past, old)[-_UNDONE_MOST:]
        return replace(self, field=field, past=past, undone=(), recalled=None)

    def _undone(self) -> "Prompt":
        if not self.past:
            return self
        return replace(self, field=self.past[-1], past=self.past[:-1], undone=(*self.undone, self.field))

    def _redone(self) -> "Prompt":
        if not self.undone:
            return self
        return replace(self, field=self.undone[-1], undone=self.undone[:-1], past=(*self.past, self.field))
