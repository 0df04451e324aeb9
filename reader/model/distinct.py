"""Named tuples that stand for what happens or is asked for: equal to their own kind alone.

Such values are small and many, and a class of them must cost little to make: a named tuple takes a fifth of the time of
a frozen data class, and there are some seventy before the first screen.
"""

from typing import Any, TypeVar

_T = TypeVar("_T", bound=tuple[Any, ...])


def distinct(kind: type[_T]) -> type[_T]:
    """Let no value of a named tuple equal one of another kind that has the same fields; one without fields is true."""
    for name, method in _METHODS.items():
        setattr(kind, name, method)
    return kind


def _equal(self: tuple[Any, ...], other: object) -> bool:
    return type(self) is type(other) and tuple.__eq__(self, other)


def _unequal(self: tuple[Any, ...], other: object) -> bool:
    return not _equal(self, other)


def _hash(self: tuple[Any, ...]) -> int:
    return hash((type(self), *self))


def _true(_: tuple[Any, ...]) -> bool:
    return True


_METHODS = {"__eq__": _equal, "__ne__": _unequal, "__hash__": _hash, "__bool__": _true}
