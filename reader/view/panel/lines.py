"""The panel's lines, made when they are shown: a document with 100,000 facts costs no more than the screen holds.

First the lines that are few (the document, the pictures, the progress), then for every kind its heading, its groups,
and the mentions of the groups that are unfolded.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import overload

from reader.locale import Messages
from reader.model import Document, Fact, FactKind, Range, range_of
from reader.values import dataclass
from reader.view.fact_looks import label_of, look_of
from reader.view.list_model import Item, KeyedItems
from reader.view.panel.grouping import FactGroup, Grouping
from reader.view.panel.line_keys import LineKey, Part
from reader.view.styled import StyledSpan, StyledText, TextRole, as_in_place, isolated, styled

_AFTER = 80
"""Code points of the text after a mention, more than a panel shows; before it, a third of its cells."""

LONGEST = 400
"""Code points of a fact that are shown at most, where the whole of it is not asked for."""

OPEN, SHUT = "▾ ", "▸ "


@dataclass(frozen=True, slots=True)
class KindPart:
    """The lines of one kind.

    Attributes:
        kind: The kind.
        groups: Its groups.
        folded: Whether only the heading shows.
        unfolded: Which groups show their mentions, by their number, ascending.
    """

    kind: FactKind
    groups: Sequence[FactGroup]
    folded: bool
    unfolded: tuple[int, ...]

    @property
    def height(self) -> int:
        """How many lines there are, with the heading."""
        if self.folded:
            return 1
        return 1 + len(self.groups) + sum(len(self.groups[i].facts) for i in self.unfolded)

    def at(self, line: int) -> tuple[int, int]:
        """The group and the mention of a line behind the heading; mention -1 for the group's own line."""
        for i in self.unfolded:
            if line <= i:
                break
            mentions = len(self.groups[i].facts)
            if line <= i + mentions:
                return i, line - i - 1
            line -= mentions
        return line, -1

    def line_of(self, group: int, mention: int) -> int:
        """The line, counted from the heading's, of a group or of one of its mentions where they show."""
        before = sum(len(self.groups[i].facts) for i in self.unfolded[: bisect_left(self.unfolded, group)])
        return 1 + group + before + mention + 1


class FactLines(KeyedItems):
    """The lines of the panel.

    Args:
        document: The document.
        messages: The interface's language.
        head: The lines above the facts.
        grouping: The facts.
        width: The panel's cells.
        folded: Kinds that are folded away.
        toggled: Groups that are unfolded.
        underlined: Kinds that are underlined in the text: their headings show how.
    """

    def __init__(
        self,
        document: Document,
        messages: Messages,
        head: tuple[Item, ...],
        grouping: Grouping,
        *,
        width: int,
        folded: frozenset[FactKind],
        toggled: frozenset[LineKey],
        underlined: frozenset[FactKind],
    ) -> None:
        self._document = document
        self._messages = messages
        self._head = head
        self._grouping = grouping
        self._before = width // 3
        self._underlined = underlined
        unfolded: dict[FactKind, list[int]] = {}
        for key in toggled:
            if key.part is Part.GROUP and key.kind and (key.kind, key.name) in grouping.places:
                unfolded.setdefault(key.kind, []).append(grouping.places[key.kind, key.name])
        self._parts = [
            KindPart(kind, groups, kind in folded, tuple(sorted(unfolded.get(kind, ()))))
            for kind, groups in grouping.kinds.items()
        ]
        self._starts = [*accumulate((part.height for part in self._parts), initial=len(head))]

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        if index < len(self._head):
            return self._head[index]
        number = bisect_right(self._starts, index) - 1
        part, line = self._parts[number], index - self._starts[number]
        if line == 0:
            return self._heading(part)
        group, mention = part.at(line - 1)
        if mention < 0:
            return self._group(part.groups[group], unfolded=group in part.unfolded)
        return self._mention(part.groups[group], mention)

    @property
    def first_fact(self) -> int:
        """The index of the first fact that shows; of the first line behind the head where none does."""
        shown = (i for part, i in zip(self._parts, self._starts, strict=False) if not part.folded)
        first = next(shown, None)
        return self._starts[0] if first is None else first + 1

    def index_of(self, key: object) -> int | None:
        """The index of the line of a key; None when it does not show."""
        if not isinstance(key, LineKey):
            return None
        if key.part not in (Part.KIND, Part.GROUP, Part.MENTION):
            return next((i for i, item in enumerate(self._head) if item.key == key), None)
        number = next((i for i, part in enumerate(self._parts) if part.kind is key.kind), None)
        if number is None or key.kind is None:
            return None
        part, start = self._parts[number], self._starts[number]
        if key.part is Part.KIND:
            return start
        group = self._grouping.places.get((key.kind, key.name))
        if group is None or part.folded:
            return None
        if key.part is Part.MENTION and (group not in part.unfolded or key.mention >= len(part.groups[group].facts)):
            return None
        return start + part.line_of(group, key.mention)

    def _heading(self, part: KindPart) -> Item:
        text = styled(label_of(part.kind, self._messages), TextRole.HEADING)
        if part.kind in self._underlined:
            text = styled(text.text, TextRole.HEADING, look_of(part.kind))
        trail = styled(self._messages.number(self._grouping.mentions(part.kind)), TextRole.MUTED)
        return Item(text, None, LineKey(Part.KIND, part.kind), SHUT if part.folded else OPEN, trail)

    def _group(self, group: FactGroup, *, unfolded: bool) -> Item:
        name = name_of(self._document, group)
        mentions = len(group.facts)
        trail = styled(f"×{self._messages.number(mentions)}" if mentions > 1 else "", TextRole.MUTED)
        sign = "  " if len(group.facts) == 1 else OPEN if unfolded else SHUT
        first = group.first
        text = isolated(name) if first.entity else as_in_place(self._document, first.range.start, name)
        return Item(text, first.range, LineKey(Part.GROUP, group.kind, group.key), f" {sign}", trail)

    def _mention(self, group: FactGroup, number: int) -> Item:
        fact = group.facts[number]
        key = LineKey(Part.MENTION, group.kind, group.key, number)
        branch = "└ " if number == len(group.facts) - 1 else "├ "
        return Item(in_context(self._document, fact, self._before), fact.range, key, f"   {branch}")


def name_of(document: Document, group: FactGroup) -> str:
    """The name of a group: its usual one, else its first mention's words."""
    return group.first.entity or one_line(document, group.first.range)


def one_line(document: Document, part: Range) -> str:
    """The words of the document in a range, on one line; of a long quotation its beginning."""
    return " ".join(document.slice(range_of(part.start, min(part.end, part.start + LONGEST))).split())


def in_context(document: Document, fact: Fact, before_most: int) -> StyledText:
    """A mention among the words around it, of which so many code points before it at most."""
    block = document.blocks[document.block_index_at(fact.range.start)].range
    start, end = max(block.start, fact.range.start - before_most), min(block.end, fact.range.end + _AFTER)
    before = document.slice(range_of(start, fact.range.start))
    if start > block.start:  # no half word at the start
        before = "…" + before.partition(" ")[2]
    after = document.slice(range_of(fact.range.end, end))
    words = before + document.slice(fact.range) + after
    text = as_in_place(document, range_of(start, end).start, words)
    first = len(text.text) - 1 - len(words) + len(before)
    return StyledText(text.text, (StyledSpan(first, first + fact.range.length, TextRole.STRONG),))
