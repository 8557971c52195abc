"""`python -m courtnews.cli`, for where the script is not on the path."""

from courtnews.cli import main

main()
