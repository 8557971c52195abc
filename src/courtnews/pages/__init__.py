"""HTML pages: their main text with title, date, address, and their tables as lines of tab-separated cells."""

from courtnews.pages.page import Page, is_page, read_page

__all__ = ["Page", "is_page", "read_page"]
