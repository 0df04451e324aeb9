"""Tables made from the Unicode Character Database by :mod:`reader.text.data.generate`."""
