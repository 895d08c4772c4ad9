"""Where compiled code is kept: beside the owner's other caches, in a folder named after the sources, so that changed code is compiled anew.

numba looks only at the file of the function it was asked for; without this it would go on with old code of another file.
"""

import hashlib
import os
from pathlib import Path

from workbench import folders


def _cache() -> Path:
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    return folders.state_dir() / f"search-{digest.hexdigest()[:16]}"


os.environ["NUMBA_CACHE_DIR"] = str(_cache())

from numba import njit  # noqa: E402

inner = njit(nogil=True)
"""Compiled as a part of those that call it."""
entry = njit(nogil=True, cache=True)
"""Compiled once and kept."""
