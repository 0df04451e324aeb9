"""Named tuples, declared as with :mod:`typing` and made a twentieth as dear.

The standard ones have the text of a function compiled for each class, a quarter of a millisecond; the first screen
needs eighty of them, the keys another hundred. Here all classes share their methods, and the functions that make
values of so many fields are one that was compiled once, with other names. Type checkers read the standard name.
"""

from collections import _tuplegetter  # type: ignore[attr-defined] # what the standard ones read fields with
from collections.abc import Iterable
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Self

__all__ = ("NamedTuple",)


class _NamedTuple(tuple[Any, ...]):
    """The methods of all named tuples, by their standard names."""

    __slots__ = ()
    if TYPE_CHECKING:
        _fields: tuple[str, ...]

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes: Any) -> Self:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise TypeError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        shown = [f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


class _Maker(type):
    """Makes a class of named tuples of one that annotates its fields."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        made: Any = type(name, (_NamedTuple, *bases[1:]), {"__slots__": (), **namespace})
        fields = tuple(made.__annotations__)
        defaults = {field: namespace[field] for field in fields if field in namespace}
        for index, field in enumerate(fields):
            setattr(made, field, _tuplegetter(index, ""))
        made._fields, made._field_defaults = fields, defaults
        setattr(made, "__match_args__", fields)  # noqa: B010 - which type checkers allow in a body alone
        new = FunctionType(
            _code_for(len(fields)).replace(co_varnames=("_cls", *fields)),
            {"_tuple_new": tuple.__new__},
            "__new__",
            tuple(defaults.values()),
        )
        new.__annotations__ = made.__annotations__
        new.__qualname__, new.__module__ = f"{made.__qualname__}.__new__", made.__module__
        made.__new__ = new
        return made


_CODES: dict[int, CodeType] = {}


def _code_for(fields: int) -> CodeType:
    """The function that makes a tuple of so many fields."""
    if fields not in _CODES:
        names = "".join([f"_{number}, " for number in range(fields)])
        _CODES[fields] = eval(f"lambda _cls, {names}: _tuple_new(_cls, ({names}))").__code__  # noqa: S307 - numbers
    return _CODES[fields]


if TYPE_CHECKING:
    from typing import NamedTuple
else:
    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
