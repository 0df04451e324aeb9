"""Enumerations, declared as with :mod:`enum` and made a tenth as dear.

The standard ones take a quarter of a millisecond a class, most of it for what the reader has no use for: numbers that
are given by themselves, members that are made later, aliases of attributes. Type checkers read the standard names, and
these mean what those mean, with two differences: a member hashes as what it is (a string, a number), and ``value in
Kind`` is asked of values and members alike, as from Python 3.12 on.
"""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

__all__ = ("Enum", "IntEnum", "IntFlag", "StrEnum")


class _Enumeration(type):
    """The class of enumerations: what is written in one that is no function and no descriptor is a member.

    A ``__new__`` of an enumeration's own is given what a member is written with, and may set ``_value_``.
    """

    _member_map_: dict[str, Any]
    _value2member_map_: dict[Any, Any]
    _members_: tuple[Any, ...]

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        written = {each: value for each, value in namespace.items() if each[0] != "_" and not hasattr(value, "__get__")}
        kept = {each: value for each, value in namespace.items() if each not in written}
        made: Any = super().__new__(mcs, name, bases, kept)
        made._member_map_, made._value2member_map_ = {}, {}
        new: Any = made.__new__
        for each, value in written.items():
            given = value if isinstance(value, tuple) else (value,)
            member = object.__new__(made) if new is object.__new__ else new(made, *given)
            member._name_ = each
            if not hasattr(member, "_value_"):
                member._value_ = value
            member = made._value2member_map_.setdefault(member._value_, member)
            made._member_map_[each] = member
            setattr(made, each, member)
        made._members_ = tuple(made._value2member_map_.values())
        return made

    def __call__(cls, value: Any) -> Any:
        try:
            return cls._value2member_map_[value]
        except (KeyError, TypeError):
            return value if isinstance(value, cls) else cls._missing_(value)

    def _missing_(cls, value: Any) -> Any:
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

    def __getitem__(cls, name: str) -> Any:
        return cls._member_map_[name]

    def __contains__(cls, value: object) -> bool:
        return isinstance(value, cls) or value in cls._value2member_map_

    def __iter__(cls) -> Iterator[Any]:
        yield from cls._members_

    def __reversed__(cls) -> Iterator[Any]:
        yield from reversed(cls._members_)

    def __len__(cls) -> int:
        return len(cls._members_)

    def __bool__(cls) -> bool:
        return True

    @property
    def __members__(cls) -> Mapping[str, Any]:
        return MappingProxyType(cls._member_map_)


class _Enum(metaclass=_Enumeration):
    """Members that are nothing else."""

    _name_: str
    _value_: Any
    name = property(attrgetter("_name_"))
    value = property(attrgetter("_value_"))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self) -> str:
        return f"{type(self).__name__}.{self._name_}"

    def __reduce_ex__(self, _protocol: object) -> Any:
        return type(self), (self._value_,)


class _StrEnum(str, _Enum):  # noqa: SLOT000 - members have a name
    """Members that are strings."""

    __repr__, __str__ = _Enum.__repr__, str.__str__


class _IntEnum(int, _Enum):
    """Members that are numbers."""

    __repr__, __str__ = _Enum.__repr__, int.__repr__


class _IntFlag(_IntEnum):
    """Members that are bits, and what comes of putting such together."""

    @classmethod
    def _missing_(cls, value: int) -> Any:
        member = int.__new__(cls, value)
        member._name_ = "|".join(each for each, bit in cls._member_map_.items() if bit & value)
        member._value_ = value
        return cls._value2member_map_.setdefault(value, member)

    def __or__(self, other: int) -> Any:
        return type(self)(int(self) | int(other))

    def __and__(self, other: int) -> Any:
        return type(self)(int(self) & int(other))

    def __xor__(self, other: int) -> Any:
        return type(self)(int(self) ^ int(other))

    def __invert__(self) -> Any:
        return type(self)(sum(type(self)._member_map_.values()) & ~int(self))


if TYPE_CHECKING:
    from enum import Enum, IntEnum, IntFlag, StrEnum
else:
    Enum, StrEnum, IntEnum, IntFlag = _Enum, _StrEnum, _IntEnum, _IntFlag
