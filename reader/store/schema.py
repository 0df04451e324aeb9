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
    # A row was a bookmark, a highlight and a note in one; a note stood on a bookmark, a highlight by itself was none.
    # Each becomes a row of its own kind. The letters of the ids (reader.store.records.split_id) make the same ids on
    # every machine, so that what two machines export of one old row is still one.
    """
    CREATE TABLE annotation (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        colour TEXT NOT NULL,
        digest TEXT NOT NULL,
        path BLOB NOT NULL,
        title TEXT NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        anchor TEXT NOT NULL,
        note TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL
    );
    INSERT INTO annotation
        SELECT id, 'bookmark', '', digest, path, title, first, last, anchor, '', created, created
        FROM bookmark WHERE note <> '' OR NOT highlight;
    INSERT INTO annotation
        SELECT id || 'h', 'highlight', 'yellow', digest, path, title, first, last, anchor, '', created, created
        FROM bookmark WHERE highlight;
    INSERT INTO annotation
        SELECT id || 'n', 'note', '', digest, path, title, first, last, anchor, note, created, created
        FROM bookmark WHERE note <> '';
    DROP TABLE bookmark;
    CREATE INDEX annotation_path ON annotation (path);
    CREATE INDEX annotation_digest ON annotation (digest);
    """,
)
"""Each brings a file from the version of its index to the next. A released one is never changed."""
