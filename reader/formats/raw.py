"""The input of a parser: bytes, where they came from, and what the user asked for."""

import os

from reader.formats.charsets import GUESSED, Decoded, decoded
from reader.model import Metadata, NoticeCode, notice_of
from reader.values import dataclass


@dataclass(frozen=True, slots=True)
class OpenOptions:
    """How to read a document.

    Attributes:
        format: Its format's name, or "auto".
        encoding: Its character encoding, or "auto": by byte-order mark, declaration and what the bytes look like.
        direction: "ltr", "rtl", or "auto": as the document says, else by its letters.
        repair: Whether plain text that was saved as it was painted is read as it was written.
    """

    format: str = "auto"
    encoding: str = "auto"
    direction: str = "auto"
    repair: bool = False


@dataclass(frozen=True, slots=True)
class Raw:
    """A document before it is parsed.

    Attributes:
        data: All its bytes.
        path: The absolute path they were read from; "" for standard input.
        options: What the user asked for.
    """

    data: bytes
    path: str = ""
    options: OpenOptions = OpenOptions()

    def decoded(self, declared: str = "") -> Decoded:
        """Its text, in the encoding asked for, declared or found.

        Raises:
            DocumentError: The encoding asked for is not known.
        """
        return decoded(self.data, asked=self.options.encoding, declared=declared)

    def meta(self, form: str, text: Decoded | None = None) -> Metadata:
        """Metadata of any document: where it is, its format and encoding."""
        name = text.encoding.partition(" ")[0] if text else ""
        is_guess = name in GUESSED and self.options.encoding == "auto"
        guessed = (notice_of(NoticeCode.ENCODING_GUESSED, encoding=name),) if is_guess else ()
        return Metadata(
            path=self.path or "-",
            format=form,
            encoding=text.encoding if text else "utf-8",
            replaced=text.replaced if text else 0,
            notices=guessed,
        )


def file_name(meta: Metadata) -> str:
    """The name of a document that states no title: the file's; "" for standard input."""
    return "" if meta.path == "-" else os.path.basename(meta.path)  # noqa: PTH119 - pathlib costs its time
