"""Enumerations of the reader's own mean what the standard ones mean."""

import copy
import enum
import json
import pickle
from typing import Any

import pytest

from reader import enumerations
from reader.model import Attributes, BlockKind, FactKind


def declared(module: Any) -> dict[str, Any]:
    """The same enumerations, made by a module's classes."""

    class Colour(module.StrEnum):  # type: ignore[misc]
        """Of paint."""

        RED = "red"
        BLUE = "blue"
        CRIMSON = "red"

        @property
        def loud(self) -> bool:
            return self is Colour.RED

        @classmethod
        def usual(cls) -> Any:
            return cls("blue")

    class Size(module.IntEnum):  # type: ignore[misc]
        SMALL = 1
        LARGE = 10

    class Kind(module.Enum):  # type: ignore[misc]
        ONE = "one"
        TWO = (1, 2)

    class Face(module.IntFlag):  # type: ignore[misc]
        NONE = 0
        BOLD = 1
        DIM = 2
        ITALIC = 4

    return {each.__name__: each for each in (Colour, Size, Kind, Face)}


OURS, STANDARD = declared(enumerations), declared(enum)


@pytest.mark.parametrize("name", ["Colour", "Size", "Kind"])
def test_a_class_behaves_as_the_standard_one(name: str) -> None:
    ours, standard = OURS[name], STANDARD[name]
    assert (ours.__doc__, len(ours), bool(ours)) == (standard.__doc__, len(standard), True)
    assert [each.name for each in ours.__members__.values()] == [each.name for each in standard.__members__.values()]
    assert list(ours.__members__) == list(standard.__members__)
    for mine, its in zip(ours, standard, strict=True):
        assert (mine.name, mine.value, str(mine), f"{mine}", repr(mine)) == (
            *(its.name, its.value, str(its), f"{its}"),
            repr(its),
        )
        assert ours(mine.value) is ours(mine) is ours[mine.name] is mine
        assert isinstance(mine, ours)
        assert copy.copy(mine) is copy.deepcopy(mine) is mine
        assert mine in ours
        assert (mine == its) is (name != "Kind")
        assert {mine: 1}[ours(mine.value)] == 1
    assert [each.name for each in reversed(ours)] == [each.name for each in reversed(standard)]
    for made in ours, standard:
        for nothing in "no such", ["unhashable"]:
            with pytest.raises(ValueError, match="is not a valid"):
                made(nothing)
        with pytest.raises(KeyError):
            made["NONE"]


def test_members_are_what_they_are_made_of() -> None:
    colour, size = OURS["Colour"], OURS["Size"]
    assert colour.CRIMSON is colour.RED
    assert (colour.RED.loud, colour.BLUE.loud, colour.usual()) == (True, False, "blue")
    assert json.dumps([colour.RED, size.LARGE]) == '["red", 10]'
    assert ({"red": 1}[colour.RED], size.SMALL < size.LARGE, f"{size.LARGE:3}") == (1, True, " 10")


def test_bits_are_put_together_as_the_standard_ones() -> None:
    ours, standard = OURS["Face"], STANDARD["Face"]
    for first in range(8):
        for second in range(8):
            for mine, its in (ours, ours), (standard, standard):
                assert (mine(first) | its(second), mine(first) & its(second)) == (first | second, first & second)
                assert (mine(first) ^ its(second), ~mine(first)) == (first ^ second, 7 & ~first)
                assert isinstance(mine(first) | its(second), mine)
        assert ours(first).name == (standard(first).name or "")
    assert ours(3) is ours.BOLD | ours.DIM


@pytest.mark.parametrize("member", [BlockKind.HEADING, FactKind.MONEY, Attributes.BOLD, Attributes(3)])
def test_members_are_pickled(member: Any) -> None:
    assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301
