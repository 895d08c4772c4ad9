"""The fixtures of the window, for flows through the whole program."""

from tests.views.conftest import *  # noqa: F403
