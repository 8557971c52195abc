"""How fast reports are read, next to what script conversion alone costs.

    python benchmarks/speed.py [--documents DIR] [--seconds S]

Prints documents per second for `extract` and for OpenCC t2s on the same texts, how the time grows with the
length of one text, and what `import courtnews` costs.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from opencc import OpenCC

from courtnews import extract

DOCUMENTS = Path(__file__).parents[1] / "fixtures" / "reports"
_IMPORT = """
import sys, time
start = time.perf_counter()
import courtnews
print((time.perf_counter() - start) * 1000, "jieba" in sys.modules)
"""


def seconds_per_pass(work: Callable[[str], object], texts: Sequence[str], seconds: float) -> float:
    """Median time of one pass over the texts, over as many passes as fit, after one to warm up."""
    passes: list[float] = []
    for text in texts:
        work(text)
    end = time.perf_counter() + seconds
    while not passes or time.perf_counter() < end:
        start = time.perf_counter()
        for text in texts:
            work(text)
        passes.append(time.perf_counter() - start)
    return statistics.median(passes)


def compare(texts: Sequence[str], seconds: float) -> None:
    """Print documents per second and milliseconds per document for extract and for OpenCC."""
    characters = sum(map(len, texts))
    print(f"{len(texts)} documents, {characters / len(texts):.0f} characters each on average\n")
    print(f"{'':<12}{'docs/s':>10}{'ms/doc':>10}{'us/1000 characters':>22}")
    for name, work in (("extract", extract), ("OpenCC t2s", OpenCC("t2s").convert)):
        taken = seconds_per_pass(work, texts, seconds)
        rate, each = len(texts) / taken, taken / len(texts) * 1e3
        print(f"{name:<12}{rate:>10.0f}{each:>10.3f}{taken / characters * 1e9:>22.1f}")


def show_growth(text: str, seconds: float) -> None:
    """Print the time for one text and its repetitions; linear is a last column that stays near 1."""
    print(f"\n{'text':<12}{'characters':>12}{'ms':>12}{'per character':>16}")
    first = 0.0
    for times in (1, 10, 100):
        longer = "\n".join([text] * times)
        taken = seconds_per_pass(extract, [longer], seconds)
        first = first or taken / len(longer)
        print(f"{f'{times}x':<12}{len(longer):>12}{taken * 1e3:>12.2f}{taken / len(longer) / first:>16.2f}")


def show_import() -> None:
    """Print the median time of `import courtnews` in seven processes, and whether jieba came with it."""
    said = [
        subprocess.run(
            [sys.executable, "-c", _IMPORT], capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(7)
    ]
    print(f"\nimport courtnews: {statistics.median(float(taken) for taken, _ in said):.0f} ms, ", end="")
    print("jieba loaded" if said[0][1] == "True" else "jieba not loaded")


def main() -> None:
    """Read the options and run all three."""
    parser = argparse.ArgumentParser(description="How fast reports are read.")
    parser.add_argument("--documents", type=Path, default=DOCUMENTS, help="a folder of *.txt in UTF-8")
    parser.add_argument("--seconds", type=float, default=3.0, help="time to spend on each measurement")
    options = parser.parse_args()
    texts = [path.read_bytes().decode("utf-8") for path in sorted(options.documents.rglob("*.txt"))]
    if not texts:
        parser.error(f"no .txt file in {options.documents}")
    compare(texts, options.seconds)
    show_growth(max(texts, key=len), options.seconds)
    show_import()


if __name__ == "__main__":
    main()
