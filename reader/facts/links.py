"""Owns addresses of pages and mailboxes, written out or behind a link of the document."""

from collections.abc import Iterator

from reader.facts.extractor import Context, Found
from reader.facts.tokens import TokenKind
from reader.model import FactKind


class LinkExtractor:
    """Links and e-mail addresses."""

    def extract(self, text: str, context: Context) -> Iterator[Found]:
        """Every address; punctuation that ends the sentence is not part of it."""
        for token in context.stream.tokens:
            if token.kind is not TokenKind.LINK:
                continue
            address = text[token.start : token.end].rstrip(".,;:!?'\"*_~")
            while address.endswith((")", "]")) and address.count(address[-1]) > address.count(_OPENING[address[-1]]):
                address = address[:-1].rstrip(".,;:!?")
            end = token.start + len(address)
            if "@" in address and "://" not in address:
                yield Found(FactKind.EMAIL, token.start, end, address.lower())
            else:
                yield Found(FactKind.LINK, token.start, end, _normalised(address))


_OPENING = {")": "(", "]": "["}


def _normalised(address: str) -> str:
    """The address with its scheme and host in lower case, as RFC 3986 (6.2.2.1) allows."""
    scheme, separator, rest = address.partition("://")
    if not separator:
        scheme, rest = "", address
    host, slash, path = rest.partition("/")
    return scheme.lower() + separator + host.lower() + slash + path
