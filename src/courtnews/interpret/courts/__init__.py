"""Whose result each number is."""
