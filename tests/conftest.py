"""Settings and helpers that all tests share."""

from __future__ import annotations

from hypothesis import settings

# Reproducible, and not judged by the clock of a busy machine.
settings.register_profile("courtnews", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("courtnews")
