"""What the compiled functions are marked with. numba looks only at the file of the function it was asked for; with its cache in a folder
named after all sources it does not go on with old code of another file."""

import os

from workbench.visits.search.cache import cache_folder

os.environ["NUMBA_CACHE_DIR"] = str(cache_folder())

from numba import njit

inner = njit(nogil=True)
"""Compiled as a part of those that call it."""
entry = njit(nogil=True, cache=True)
"""Compiled once and kept."""
