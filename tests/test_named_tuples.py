"""Named tuples of the reader's own mean what the standard ones mean."""

import copy
import inspect
import pickle
import typing
from typing import Any

import pytest

from reader import named_tuples
from reader.model import Pos, Range


def declared(module: Any) -> Any:
    """The same class, made by a module's ``NamedTuple``."""

    class Place(module.NamedTuple):  # type: ignore[misc]
        """Where something is."""

        column: int
        row: int
        note: str | None = None
        further: tuple[int, ...] = ()

        @property
        def size(self) -> int:
            return self.column * self.row

        def moved(self) -> Any:
            return self._replace(column=self.column + 1)

        @classmethod
        def origin(cls) -> Any:
            return cls(0, 0)

    return Place


OURS, STANDARD = declared(named_tuples), declared(typing)


def test_a_class_behaves_as_the_standard_one() -> None:
    assert inspect.signature(OURS) == inspect.signature(STANDARD)
    assert typing.get_type_hints(OURS) == typing.get_type_hints(STANDARD)
    for name in "__doc__", "__match_args__", "_fields", "_field_defaults", "__name__", "__qualname__", "__module__":
        assert getattr(OURS, name) == getattr(STANDARD, name)
    value, standard = OURS(1, row=2), STANDARD(1, row=2)
    assert value == standard == (1, 2, None, ())
    assert (repr(value), hash(value), value._asdict()) == (repr(standard), hash(standard), standard._asdict())
    assert (value.row, value.further, value.size, OURS.origin(), value.moved()) == (
        2,
        (),
        2,
        (0, 0, None, ()),
        (2, 2, None, ()),
    )
    assert OURS._make([1, 2, "", ()]).note == ""
    assert copy.copy(value) == copy.deepcopy(value) == value
    match value:
        case OURS(column, row, note=None):
            assert (column, row) == (1, 2)
        case _:
            pytest.fail("not matched")
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("made", [OURS, STANDARD], ids=["ours", "standard"])
def test_what_is_wrong_is_refused(made: Any) -> None:
    for given, named in ((), {}), ((1,), {}), ((1, 2, 3, 4, 5), {}), ((1, 2), {"unknown": 2}):
        with pytest.raises(TypeError):
            made(*given, **named)
    with pytest.raises(TypeError):
        made._make([1])
    with pytest.raises((TypeError, ValueError)):
        made(1, 2)._replace(unknown=2)
    with pytest.raises(AttributeError):
        made(1, 2).row = 3


def test_values_are_pickled() -> None:
    span = Range(Pos(1), Pos(2))
    assert pickle.loads(pickle.dumps(span)) == span  # noqa: S301
    assert type(pickle.loads(pickle.dumps(span))) is Range  # noqa: S301
