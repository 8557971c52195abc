"""When each result fell."""
