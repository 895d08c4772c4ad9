"""The folders that belong to the user: settings, data, state, documents. `ASAICHI_HOME` moves all of them under one folder."""

import os
from pathlib import Path

HOME_VARIABLE = "ASAICHI_HOME"


def config_dir() -> Path:
    """Folder of the window's settings. Not created here."""
    return _folder("config")


def data_dir() -> Path:
    """Folder of files the program keeps for the user, such as backups and the sample company. Not created here."""
    return _folder("data")


def state_dir() -> Path:
    """Folder of the log and other things that may be lost without harm. Not created here."""
    return _folder("state")


def documents_dir() -> Path:
    """Folder offered first when a file is saved. Not created here."""
    return _folder("documents")


def _folder(kind: str) -> Path:
    moved = os.environ.get(HOME_VARIABLE)
    if moved:
        return Path(moved) / kind
    import platformdirs

    if kind == "documents":
        return platformdirs.user_documents_path() / "Asaichi"
    named = {"config": platformdirs.user_config_path, "data": platformdirs.user_data_path, "state": platformdirs.user_state_path}
    return named[kind]("asaichi", appauthor=False)
