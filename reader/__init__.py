"""Read right-to-left and mixed-direction documents in a terminal."""

__version__ = "0.1.0"
