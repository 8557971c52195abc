"""Tables: where they stand, what their headings say, which numbers their cells hold."""
