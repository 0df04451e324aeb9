"""The tables, and how an older state file becomes one of this version.

``PRAGMA user_version`` counts the steps a file has been through.
"""

STEPS = (
    # A path is kept as bytes, for a file's name need not be text. An anchor is a JSON object (reader.store.records).
    """
    CREATE TABLE bookmark (
        id TEXT PRIMARY KEY,
        digest TEXT NOT NULL,
        path BLOB NOT NULL,
        title TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        anchor TEXT NOT NULL,
        note TEXT NOT NULL,
        created TEXT NOT NULL,
        UNIQUE (digest, path, first, last)
    );
    CREATE INDEX bookmark_path ON bookmark (path);
    CREATE TABLE version (
        digest TEXT PRIMARY KEY,
        blocks BLOB NOT NULL
    );
    CREATE TABLE place (
        document TEXT PRIMARY KEY,
        digest TEXT NOT NULL,
        path BLOB NOT NULL,
        title TEXT NOT NULL,
        anchor TEXT NOT NULL,
        opened TEXT NOT NULL
    );
    CREATE INDEX place_digest ON place (digest);
    CREATE INDEX place_opened ON place (opened);
    CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    );
    """,
    "ALTER TABLE bookmark ADD COLUMN highlight INTEGER NOT NULL DEFAULT 0;",
)
"""Each brings a file from the version of its index to the next. A released one is never changed."""
