"""How long a thread that wants to compute waits for the one that does: Python's switch interval, one for all.

Units: seconds.
"""

WAITING, ACTING = 0.0002, 0.01
"""While nothing happens, so that a key gets its turn at once; while one acts, which takes less than that."""
