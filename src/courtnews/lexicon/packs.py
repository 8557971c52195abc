"""Rule packs: loaded from TOML, checked, and added to one another."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from pydantic import ValidationError

from courtnews.errors import RulePackError
from courtnews.lexicon.schema import Metric, PackFile, WordClass

MAX_PACK_BYTES = 2_000_000


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class RulePack:
    """Metrics and words that decide what a number means.

    `a + b` holds the metrics of both; where both define a code, b's definition stands. Words are united.
    Precedence between metrics that claim one word is settled by `priority`, then by the order of codes,
    never by the order of files.

    >>> pack = RulePack.default()
    >>> pack.metric("persons_detained").label_zh
    '司法拘留人数'
    """

    metrics: tuple[Metric, ...]
    words: dict[WordClass, tuple[str, ...]]

    @classmethod
    def default(cls) -> RulePack:
        """The pack that comes with the library, read once."""
        return _default()

    @classmethod
    def load(cls, path: str | Path) -> RulePack:
        """Read a pack from a TOML file; raises RulePackError naming file, key and reason."""
        path = Path(path)
        try:
            if path.stat().st_size > MAX_PACK_BYTES:
                raise RulePackError(str(path), "", f"larger than {MAX_PACK_BYTES} bytes")
            return cls.parse(path.read_bytes(), str(path))
        except OSError as error:
            raise RulePackError(str(path), "", error.strerror or str(error)) from error

    @classmethod
    def parse(cls, data: bytes, name: str) -> RulePack:
        """Read a pack from TOML bytes; `name` stands for the file in errors."""
        try:
            document = tomllib.loads(data.decode("utf-8"))
            file = PackFile.model_validate(document)
        except UnicodeDecodeError as error:
            raise RulePackError(name, "", "not UTF-8") from error
        except tomllib.TOMLDecodeError as error:
            raise RulePackError(name, "", f"not TOML: {error}") from error
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            raise RulePackError(name, _key_of(document, first["loc"]), str(first["msg"])) from error
        except RecursionError as error:
            raise RulePackError(name, "", "nested too deeply") from error
        return cls(file.metric, {key: words.list for key, words in file.words.items()})

    def metric(self, code: str) -> Metric:
        """The metric of that code; raises KeyError where there is none."""
        for metric in self.metrics:
            if metric.code == code:
                return metric
        raise KeyError(code)

    def __add__(self, other: RulePack) -> RulePack:
        if not isinstance(other, RulePack):
            return NotImplemented
        metrics = {metric.code: metric for metric in (*self.metrics, *other.metrics)}
        words = dict(self.words)
        for key, added in other.words.items():
            words[key] = tuple(dict.fromkeys((*words.get(key, ()), *added)))
        return RulePack(tuple(metrics.values()), words)


def _key_of(document: dict[str, object], location: tuple[int | str, ...]) -> str:
    """A readable key: metric tables are named by their code rather than by number."""
    parts = [str(part) for part in location]
    tables = document.get("metric")
    if (
        len(location) > 1
        and location[0] == "metric"
        and isinstance(location[1], int)
        and isinstance(tables, list)
    ):
        table = tables[location[1]]
        code = table.get("code") if isinstance(table, dict) else None
        parts[:2] = [f"metric[{code or location[1]}]"]
    return ".".join(parts)


@cache
def _default() -> RulePack:
    pack = RulePack((), {})
    folder = resources.files("courtnews.lexicon") / "packs"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            pack = pack + RulePack.parse(file.read_bytes(), file.name)
    return pack
