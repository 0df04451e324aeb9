"""The facts panel's list: facts grouped by kind, one line an entity or value, with the number of its mentions."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.locale import Messages
from reader.model import Document, Fact, FactKind, FactValue, Range
from reader.view.listing import Item
from reader.view.styled import Role, isolated, styled

NAMED = {
    FactKind.PERSON,
    FactKind.ORGANISATION,
    FactKind.PRODUCT,
    FactKind.PLACE,
    FactKind.EVENT,
    FactKind.LAW,
    FactKind.QUOTED_TERM,
    FactKind.TERM,
    FactKind.ACRONYM,
    FactKind.LINK,
    FactKind.EMAIL,
    FactKind.PHONE,
}
"""Kinds whose mentions are gathered in one line under their name; of the others every statement has its line."""


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The mentions one line of the panel stands for, in document order; never empty."""

    facts: tuple[Fact, ...]

    @property
    def first(self) -> Fact:
        """The first mention."""
        return self.facts[0]

    def next_after(self, focus: Range | None) -> Range:
        """The mention after the one that is highlighted, going round; the first when none is."""
        ranges = [fact.range for fact in self.facts]
        if focus in ranges:
            return ranges[(ranges.index(focus) + 1) % len(ranges)]
        return ranges[0]


def grouped(facts: Iterable[Fact]) -> dict[FactKind, list[FactGroup]]:
    """Facts by kind in the panel's order, mentions of one name together."""
    kinds: dict[FactKind, dict[object, list[Fact]]] = {}
    for fact in facts:
        key: object = fact.range
        if fact.kind in NAMED:
            key = fact.entity or str(fact.value)
        kinds.setdefault(fact.kind, {}).setdefault(key, []).append(fact)
    return {kind: [FactGroup(tuple(g)) for g in kinds[kind].values()] for kind in FactKind if kind in kinds}


def fact_items(document: Document, facts: Iterable[Fact], messages: Messages) -> tuple[Item, ...]:
    """The panel's lines: a heading with its count for each kind, then a line for each of its values or names."""
    items: list[Item] = []
    for kind, groups in grouped(facts).items():
        mentions = sum(len(group.facts) for group in groups)
        heading = styled(messages.text(f"kind.{kind}"), Role.HEADING)
        items.append(Item(heading, None, (kind, None), trail=styled(str(mentions), Role.MUTED), selectable=False))
        for group in groups:
            fact = group.first
            name = fact.entity or _one_line(document.slice(fact.range))
            trail = styled(f"×{len(group.facts)}", Role.MUTED) if len(group.facts) > 1 else styled("")
            items.append(Item(isolated(name), fact.range, (kind, group), " ", trail))
    return tuple(items)


def fact_details(document: Document, fact: Fact, messages: Messages) -> str:
    """What is known of a fact beyond its words.

    Its value with modifier, unit and calendar; its kind where that says no more.
    """
    value = shown_value(fact)
    return messages.text(f"kind.{fact.kind}") if value == _one_line(document.slice(fact.range)) else value


def shown_value(fact: Fact) -> str:
    """A fact's normalised value as one reads it."""
    parts = [fact.modifier.replace("<=", "≤").replace(">=", "≥").replace("~", "≈"), _shown(fact.value), fact.unit]
    text = " ".join(part for part in parts if part)
    if fact.gregorian:
        text = f"{text} = {fact.gregorian}"
    return text


def _shown(value: FactValue) -> str:
    match value:
        case dict():
            return " – ".join(_shown(part) for part in value.values())
        case int():
            return f"{value:,}"
        case float():
            return f"{value:,.12g}"
        case str():
            return value


def _one_line(text: str) -> str:
    return " ".join(text.split())


def facts_in(facts: Iterable[Fact], part: Range) -> tuple[Fact, ...]:
    """The facts stated in a range."""
    return tuple(fact for fact in facts if fact.range.start in part)
