"""What is the owner's in a workspace: one hash over all of it, so that two states can be compared."""

import hashlib

from sqlalchemy import Connection

from workbench.workspace import schema


def content_hash(db: Connection) -> str:
    """SHA-256 over all of the owner's rows by key: the journal, backups and window state are left out."""
    digest = hashlib.sha256()
    for table in sorted(schema.owner_tables(), key=lambda t: t.name):
        digest.update(f"\x1d{table.name}\x1e".encode())
        for row in db.exec_driver_sql(f"SELECT * FROM {table.name} ORDER BY id"):
            digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
