"""Where compiled code is kept: in the program's own environment, in a folder named after the sources, so that changed code is compiled anew."""

import hashlib
import os
import sys
from pathlib import Path

from workbench import folders

WHOLE = "warm"
"""Stands in the folder once everything is compiled."""


def cache_folder() -> Path:
    """The folder of the code compiled from these very sources; in the owner's state folder where the environment cannot be written."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    own = sys.prefix != sys.base_prefix and os.access(sys.prefix, os.W_OK)
    return (Path(sys.prefix) if own else folders.state_dir()) / "compiled" / digest.hexdigest()[:16]
