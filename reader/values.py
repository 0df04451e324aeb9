"""Frozen values and records, declared as with :mod:`dataclasses` and made a tenth as dear.

The standard decorator writes six functions a class as text and compiles them, which takes 0.8 ms, and loads
``inspect`` for it, which takes 9: a quarter of the time until a page was on the screen. Here all classes share the
functions that compare, hash and show, and ``__init__`` is written when a class is first called. Type checkers read the
standard names, and these mean what those mean; only the parameters that the reader uses are there.

What :mod:`dataclasses` wants to know of such a class (``fields``, ``is_dataclass``, a subclass of its own making), it
is told when it asks.
"""

from operator import attrgetter
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, ClassVar

from reader.named_tuples import NamedTuple

__all__ = ("dataclass", "field", "replace")

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:

    def dataclass(**options: bool) -> Any:
        """Make a class a value of what it annotates: ``frozen``, ``slots``, ``eq`` and ``kw_only``."""
        return lambda cls: _made(cls, _Options(**options))

    def field(**options: Any) -> Any:
        """An attribute that is not simply given: ``default_factory``, ``init``, ``repr``."""
        return _Field(options.pop("default_factory", None), **options)

    def replace(value: Any, /, **changes: Any) -> Any:
        """A value like another, but for these attributes."""
        made = type(value).__dict__.get("__made__")
        if made is None:  # of the standard decorator's making, from one of these
            import dataclasses  # noqa: PLC0415 - what is spared here

            return dataclasses.replace(value, **changes)
        for name in made.given:
            if name not in changes:
                changes[name] = getattr(value, name)
        return type(value)(**changes)


class _Absent:
    """Stands for what is made for each value, or is not there."""

    def __repr__(self) -> str:
        return "<factory>"


_ABSENT: Any = _Absent()


class _Options(NamedTuple):
    """How a class is to be made, by the standard names."""

    frozen: bool = False
    slots: bool = False
    eq: bool = True
    kw_only: bool = False


class _Field(NamedTuple):
    """An attribute; ``init`` and ``repr`` by the standard names."""

    factory: Any = None
    init: bool = True
    repr: bool = True
    default: Any = _ABSENT
    annotation: Any = None
    kw_only: bool = False

    @property
    def may_be_left_out(self) -> bool:
        return self.factory is not None or self.default is not _ABSENT


class _Made:
    """How a class was made: its attributes in order, and what of a value is compared."""

    __slots__ = ("compared", "fields", "given", "options")

    def __init__(self, fields: dict[str, _Field], options: _Options) -> None:
        names = tuple(fields)
        self.fields = fields
        self.options = options
        self.given = tuple([name for name in names if fields[name].init])
        self.compared = (
            attrgetter(*names) if len(names) > 1 else lambda value: tuple([getattr(value, name) for name in names])
        )


def _made(cls: type, options: _Options) -> type:
    inherited: dict[str, _Field] = {}
    slotted: set[str] = set()
    for base in cls.__mro__[:0:-1]:
        if "__made__" in base.__dict__:
            inherited |= base.__dict__["__made__"].fields
        slotted.update(getattr(base, "__slots__", ()))
    namespace = dict(cls.__dict__)
    own = {}
    for name, annotation in cls.__annotations__.items():
        if getattr(annotation, "__origin__", annotation) is ClassVar:
            continue
        default = namespace.pop(name, _ABSENT)
        one = default if isinstance(default, _Field) else _Field(default=default)
        own[name] = one._replace(annotation=annotation, kw_only=options.kw_only)
    made = _Made(inherited | own, options)
    methods = _methods(made, namespace)
    if not options.slots:
        for name in own:
            if isinstance(cls.__dict__.get(name), _Field):
                delattr(cls, name)
        for name, method in methods.items():
            setattr(cls, name, method)
            if hasattr(method, "__set_name__"):
                method.__set_name__(cls, name)
        return cls
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualified = {"__qualname__": cls.__qualname__, "__slots__": tuple([name for name in own if name not in slotted])}
    return type(cls)(cls.__name__, cls.__bases__, namespace | methods | qualified)


def _methods(made: _Made, written: dict[str, Any]) -> dict[str, Any]:
    """The methods a class is given beside those written in it."""
    frozen, slots, eq, _ = made.options
    methods: dict[str, Any] = {
        "__made__": made,
        "__init__": _Init(),
        "__match_args__": tuple([name for name in made.given if not made.fields[name].kw_only]),
        "__dataclass_fields__": _Told(),
        "__dataclass_params__": _Told(),
    }
    optional: dict[str, Any] = {"__repr__": _repr}
    if eq:
        optional["__eq__"] = _eq
        # A class that compares and says nothing of hashes has ``None`` there.
        if written.get("__hash__") is None:
            methods["__hash__"] = _hash if frozen else None
    if frozen:
        methods |= {"__setattr__": _refused, "__delattr__": _refused}
        if slots:
            optional |= {"__getstate__": _state_of, "__setstate__": _set_state}
    return methods | {name: method for name, method in optional.items() if name not in written}


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    compared = self.__made__.compared
    return compared(self) == compared(other)


def _hash(self: Any) -> int:
    return hash(self.__made__.compared(self))


def _repr(self: Any) -> str:
    shown = [f"{name}={getattr(self, name)!r}" for name, one in self.__made__.fields.items() if one.repr]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refused(_self: object, name: str, *_value: object) -> None:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - what is spared here

    raise FrozenInstanceError(f"cannot change {name!r}")


def _state_of(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__made__.fields]


def _set_state(self: Any, state: list[object]) -> None:
    for name, value in zip(self.__made__.fields, state, strict=True):
        object.__setattr__(self, name, value)


class _Init:
    """Stands for the ``__init__`` of a class until it is first looked at."""

    __slots__ = ("_owner",)

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner = owner

    def __get__(self, value: object, owner: type) -> Any:
        init = _init_of(self._owner)
        setattr(self._owner, "__init__", init)  # noqa: B010 - of a class that is not known
        return init.__get__(value, owner)


def _init_of(cls: Any) -> Any:
    """Write the function that sets what a value is given."""
    made: _Made = cls.__made__
    globals_: dict[str, Any] = {"_ABSENT": _ABSENT, "_set": object.__setattr__}
    parameters: list[str] = []
    keywords: list[str] = []
    lines: list[str] = []
    for name, one in made.fields.items():
        value = name
        if one.may_be_left_out:
            globals_[f"_of_{name}"] = one.factory or one.default
            if one.factory:
                value = f"_of_{name}() if {name} is _ABSENT else {name}" if one.init else f"_of_{name}()"
        if one.init:
            default = "" if not one.may_be_left_out else "=_ABSENT" if one.factory else f"=_of_{name}"
            (keywords if one.kw_only else parameters).append(name + default)
        elif not one.may_be_left_out:
            continue
        elif not one.factory:
            value = f"_of_{name}"
        member = getattr(cls, name, None)
        if not made.options.frozen:
            lines.append(f"self.{name} = {value}")
        elif isinstance(member, MemberDescriptorType):
            globals_[f"_set_{name}"] = member.__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    heads = ", ".join(["self", *parameters, *(["*", *keywords] if keywords else [])])
    body = "\n ".join(lines or ["pass"])
    exec(f"def __init__({heads}):\n {body}", globals_)  # noqa: S102 - names and nothing else
    init = globals_["__init__"]
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    init.__annotations__ = {name: made.fields[name].annotation for name in made.given} | {"return": None}
    return init


class _Told:
    """The standard module's records of a class, from a class like it that is made when it asks."""

    __slots__ = ("_name", "_owner")

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, value: object, owner: type) -> Any:
        import dataclasses  # noqa: PLC0415 - what is spared here

        made: _Made = self._owner.__dict__["__made__"]
        like: Any = type(self._owner.__name__, (), {})
        like.__annotations__ = {name: one.annotation for name, one in made.fields.items()}
        for name, one in made.fields.items():
            options: dict[str, Any] = {"init": one.init, "repr": one.repr, "kw_only": one.kw_only}
            if one.may_be_left_out:
                options |= {"default_factory": one.factory} if one.factory else {"default": one.default}
            setattr(like, name, dataclasses.field(**options))
        frozen, slots, eq, kw_only = made.options
        like = dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, kw_only=kw_only)(like)
        for kept in ("__dataclass_fields__", "__dataclass_params__"):
            setattr(self._owner, kept, getattr(like, kept))
        return getattr(like, self._name)
