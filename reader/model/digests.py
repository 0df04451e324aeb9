"""The digest by which texts are known, BLAKE2b, from where :mod:`hashlib` has it: that loads OpenSSL besides, 2 ms."""

try:
    from _blake2 import blake2b
except ImportError:  # a Python built without it has OpenSSL's
    from hashlib import blake2b

__all__ = ("blake2b",)
