"""Classes made by the reader's own decorator mean what the standard one's mean."""

import copy
import dataclasses
import inspect
import pickle
from abc import ABC, abstractmethod
from typing import Any, ClassVar

import pytest

from reader import values
from reader.model import Pos, Range, Section


def declared(module: Any, *, frozen: bool, slots: bool, eq: bool) -> tuple[Any, Any]:
    """A class and one that follows it, made by a module's decorator."""

    @module.dataclass(frozen=frozen, slots=slots, eq=eq)
    class Base(ABC):
        """A base."""

        kind: ClassVar[str] = "base"
        first: int
        second: str = "b"
        third: list[int] = module.field(default_factory=list)
        hidden: int = module.field(default_factory=int, init=False, repr=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "hidden", self.first + 1)

        @property
        def twice(self) -> int:
            return 2 * self.first

        def more(self) -> Any:
            return module.replace(self, first=self.first + 1)

    @module.dataclass(frozen=frozen, slots=slots, eq=eq, kw_only=True)
    class Following(Base):
        kind: ClassVar[str] = "following"
        second: str = "other"
        fourth: tuple[int, ...] = ()

    return Base, Following


OPTIONS = [
    {"frozen": frozen, "slots": slots, "eq": eq}
    for frozen in (False, True)
    for slots in (False, True)
    for eq in (False, True)
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@pytest.mark.parametrize("which", [0, 1], ids=["base", "following"])
def test_a_class_behaves_as_the_standard_one(options: dict[str, bool], which: int) -> None:
    ours: Any
    standard: Any
    ours, standard = (declared(module, **options)[which] for module in (values, dataclasses))
    assert str(inspect.signature(ours)) == str(inspect.signature(standard))
    for made in ours, standard:
        value = made(3)
        assert (value.first, value.third, value.hidden, value.twice, value.kind) == (3, [], 4, 6, made.kind)
        assert value.third is not made(3).third
        assert (value == made(3), value != made(first=4)) == (options["eq"], True)
        assert value != 3
        assert values.replace(value, second="c").second == "c"
        assert dataclasses.replace(value, second="c").second == "c"
        assert value.more().hidden == 5
        for given, named in ((), {}), ((1,), {"unknown": 2}):
            with pytest.raises(TypeError):
                made(*given, **named)
        assert hasattr(value, "__dict__") is not options["slots"]
        if options["frozen"]:
            for change, given in (setattr, (1,)), (delattr, ()):
                with pytest.raises(dataclasses.FrozenInstanceError):
                    change(value, "first", *given)
        else:
            value.first = 9
            assert value.first == 9
    pair = ours(3, third=()), ours(3, third=())
    assert repr(pair[0]) == repr(standard(3, third=()))
    if options["eq"] and not options["frozen"]:
        assert ours.__hash__ is standard.__hash__ is None
    else:
        assert (hash(pair[0]) == hash(pair[1])) is options["eq"]
    assert ours.__match_args__ == standard.__match_args__
    assert [field.name for field in dataclasses.fields(ours)] == [field.name for field in dataclasses.fields(standard)]
    assert dataclasses.asdict(ours(3)) == dataclasses.asdict(standard(3))


def test_the_standard_module_knows_them() -> None:
    assert dataclasses.is_dataclass(Section)
    assert not dataclasses.is_dataclass(values.dataclass)


def test_what_is_written_in_a_class_is_kept() -> None:
    @values.dataclass(frozen=True, slots=True)
    class Named:
        name: str
        note: str = ""

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Named) and self.name == other.name

        def __hash__(self) -> int:
            return hash(self.name)

        def __repr__(self) -> str:
            return self.name

    assert Named("a", "b") == Named("a", "c")
    assert len({Named("a", "b"), Named("a", "c")}) == 1
    assert repr(Named("a")) == "a"


def test_an_abstract_method_must_be_there() -> None:
    @values.dataclass(frozen=True, slots=True)
    class Shape(ABC):
        @abstractmethod
        def area(self) -> int: ...

    @values.dataclass(frozen=True, slots=True)
    class Square(Shape):
        side: int

        def area(self) -> int:
            return self.side**2

    with pytest.raises(TypeError):
        Shape()  # type: ignore[abstract]
    assert Square(3).area() == 9


def test_the_standard_decorator_makes_a_subclass() -> None:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Chapter(Section):
        number: int = 0

    chapter = Chapter(Range(Pos(0), Pos(1)), Range(Pos(0), Pos(9)), 1, number=3)
    assert values.replace(chapter, level=2) == dataclasses.replace(chapter, level=2)
    assert values.replace(chapter, level=2).number == 3


def test_values_are_copied_and_pickled() -> None:
    section = Section(Range(Pos(0), Pos(1)), Range(Pos(0), Pos(9)), 1)
    assert copy.copy(section) == pickle.loads(pickle.dumps(section)) == copy.deepcopy(section) == section  # noqa: S301
