"""The lines over a block of AsciiDoc: its title, name, style, roles, options, and named attributes."""

import re

from reader.values import dataclass, field

_KEY = re.compile(r"\s*(?:([\w-]+)\s*=\s*)?(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^,]*)(?:,|$)")


@dataclass(slots=True)
class BlockSaid:
    """The lines over a block: its title, name, style, and what its attributes say."""

    title: str = ""
    name: str = ""
    style: str = ""
    named: dict[str, str] = field(default_factory=dict)
    roles: list[str] = field(default_factory=list)
    options: set[str] = field(default_factory=set)

    @property
    def direction(self) -> str:
        """The direction, as an attribute."""
        return next((f" dir={role}" for role in self.roles if role in ("rtl", "ltr")), "")

    def take(self, text: str) -> None:
        """Take a line of attributes."""
        at, number = 0, 0
        while at < len(text) and (found := _KEY.match(text, at)):
            at = max(found.end(), at + 1)
            value = found[2].strip()
            value = value[1:-1] if value[:1] in ('"', "'") and value[-1:] == value[:1] and len(value) > 1 else value
            number += 1
            if found[1] in ("id", "role", "options", "opts"):
                self._shorthand({"id": "#", "role": ".", "options": "%", "opts": "%"}[found[1]], value)
            elif found[1]:
                self.named[found[1]] = value
            elif number == 1:
                style, *more = re.split(r"([#.%])", value)
                self.style = style.strip() or self.style
                for sign, word in zip(more[::2], more[1::2], strict=False):
                    self._shorthand(sign, word)
            elif value:
                self.named.setdefault(str(number), value)

    def _shorthand(self, sign: str, value: str) -> None:
        if sign == "#":
            self.name = value
        elif sign == ".":
            self.roles += value.split()
        else:
            self.options |= set(re.split(r"[,\s]+", value))
