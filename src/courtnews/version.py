"""The version, in the one place where it is stated."""

__version__ = "0.1.0"
