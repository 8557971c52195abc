"""Against what something changed: last year (较上年), last month (环比), or another time or place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence
from courtnews.lexicon import Token
from courtnews.quantities import Quantity

_BASES = (("basis_yoy", "yoy"), ("basis_mom", "mom"), ("basis_other", "other"))
_BASIS_CLASSES = frozenset(word_class for word_class, _ in _BASES)
_ASIDE = 14
_OVER_TIME = ("yoy", "mom")
# 分别比上五年上升…;省法院受理…,上升…: what a time before is compared with goes on.
_FORMER_TIME = re.compile("相比$|[前上](?:一?个?)?[三四五]年|上[一]?届")
# 比第一战役缩短9天, 与8月底的第一次行动相比
_BEFORE_THIS = re.compile(
    "(?:比|较|与[^,，。;；]{0,10})第[一二三四五1-9][^,，。;；]{0,4}(?:战役|阶段|次|波|批|轮|期)"
)
_LOOK = 24
_FRONT = re.compile(r"[^,，]{0,6}(?:相比|比较|比[,，])")
# 比会战前提高, 较整治之前下降.
_BEFORE_ACTION = re.compile("[比较][^,，。;；0-9年月日]{1,8}(?:(?:之|以)?前(?!三|两|五|十)|之初|初期|伊始)")
# 与五年前相比,2022年新收案件增加91.67%
_AGO = re.compile("[与同跟和比较][二三四五六七八九十两0-9]+年前(?:相比|比较|比|[,，])[^。;；]*$")
# 与会战打响前相比,执结数增加412件,执结率提高9.6个百分点
_AGAINST_FORMER = re.compile(
    "(?:[与同跟和较比][^,，。;；0-9年月日]{1,12}前(?:相比|比较|比)"
    "|(?:对比|相比)[^,，。;；0-9年月日]{1,14}前[^,，。;；0-9]{0,10})[,，][^。;；]*$"
)
_FOR_ALL = re.compile(
    "同比[,，]下同|(?:升降|增减|增幅|涨跌|增长|变化|数据|幅度)[^,，。;；]{0,6}均?[为指]同比|均[为指]同比"
)
# 比头一次通报时提高22.7个百分点
_AT_A_TIME = re.compile(
    "[比较][^,，。;；0-9]{1,8}时(?:提高|提升|上升|增加|下降|降低|减少|高|低|多|少)了?[^,，。;；0-9]{0,2}$"
)
# 与此前三年的总数相比
_YEARS_BEFORE = re.compile(
    "[与比较同跟][^,，。;；]{0,8}(?:此|之|以)?前(?:一个)?[一二三四五六七八九十两][年届][^,，。;；]{0,6}(?:相?比|[,，]|$)"
)
# 由改革前的208天缩短到131天,减少77天
_FROM_BEFORE = re.compile("[由从](?:[^,，。;；0-9年月日]{1,8}(?:之|以)?前的|年初的?)[0-9]")
# 去年升到58.2%,两年提高了10.6个百分点
_OVER_THE_YEAR = ("年增", "年减")
# 五年增30%, 近年增20%, 半年增5%
_SPAN_OF = frozenset("0123456789二两三四五六七八九十几多近半前来数")
# 从2021年到2023年涨了近20%
_FROM_YEAR = re.compile(
    "从[0-9]{4}年(?:到|至)[0-9]{4}年[,，]?[^,，。;；0-9]{0,6}(?:涨|增长|增加|上升|提高|下降|减少|降低)了?[^,，。;；0-9]{0,2}$"
)
_OVER_YEARS = re.compile(
    "[,，;；][两三四五六七八九十]年(?:里|间|来)?(?:共|累计|就)?(?:提高|提升|上升|增长|增加|下降|减少|降低)了?$"
)
# 比最高峰的2007年, 比改革之初的2015年.
_NAMED = re.compile("[比较][^,，。;；0-9]{1,6}的$")


def basis_of(sentence: Sentence, q: Quantity) -> str | None:
    """Against what the number changed: the nearest comparison before it in the sentence."""
    index = sentence.clause_start(q.start)
    told = not _BASIS_CLASSES.isdisjoint(sentence.said)
    for start in (
        (index, sentence.clause_start(max(sentence.start, index - 1)), sentence.start) if told else ()
    ):
        for token in reversed(sentence.tokens_between(start, q.start)):
            for word_class, basis in _BASES:
                # A comparison with an average is an aside: it says nothing of the clauses behind it.
                if word_class in token.word.classes and (
                    basis != "other" or token.start >= index or _goes_on(sentence, token, q)
                ):
                    return basis
        if start == sentence.start:
            break
    end = q.start - sentence.start
    if sentence.text.endswith(_OVER_THE_YEAR, 0, end) and sentence.text[end - 3 : end - 2] not in _SPAN_OF:
        return "yoy"
    return "other" if _set_against(sentence.text, index - sentence.start, end) else None


def _goes_on(sentence: Sentence, token: Token, q: Quantity) -> bool:
    """Whether a comparison with a former time holds for the clauses behind it, up to another time."""
    told = any(token.end <= d.start < q.start for d in sentence.dates)
    return not told and _FORMER_TIME.search(token.word.text) is not None


def _set_against(text: str, clause: int, end: int) -> bool:
    """Whether a number at `end`, in the clause that begins at `clause`, is compared with another time than
    the last year or month.
    """
    near, look = max(0, clause - _LOOK), max(0, end - _LOOK)
    return any(
        pattern.search(text, start, end) is not None
        for pattern, start in (
            *((pattern, clause) for pattern in (_BEFORE_ACTION, _AT_A_TIME)),
            *((pattern, look) for pattern in (_FROM_YEAR, _OVER_YEARS)),
            *((pattern, near) for pattern in (_YEARS_BEFORE, _FROM_BEFORE, _BEFORE_THIS)),
            *((pattern, 0) for pattern in (_AGO, _AGAINST_FORMER)),
        )
    )


def compared_year(sentence: Sentence, q: Quantity) -> int | None:
    """The year that a number is compared with: 比2010年增长3.69%, 与2012年相比."""
    for date in reversed(sentence.dates):
        if date.end > q.start or date.first.year is None:
            continue
        before = sentence.text[max(0, date.start - sentence.start - 8) : date.start - sentence.start].rstrip()
        named = _NAMED.search(before)
        before = "比" if named else before[-1:]
        front = before in ("与", "同") and _FRONT.match(sentence.text, date.end - sentence.start)
        if before in ("由", "从") and sum(date.end <= d.start < q.start for d in sentence.dates) == 1:
            return date.first.year
        if before == "的":
            # 比未受疫情影响的2019年同期 compares with the year, whatever is said of it.
            began = max(sentence.clause_start(date.start), date.start - _ASIDE) - sentence.start
            told = sentence.text[began : date.start - sentence.start]
            before = next((sign for sign in told if sign in "比较"), before)
        if before in ("比", "较") or front:
            same = sentence.clause_start(_behind_brackets(sentence, date.end)) == sentence.clause_start(
                q.start
            )
            between = sentence.tokens_between(date.end, q.start)
            restated = any(not t.word.classes.isdisjoint(_BASIS_CLASSES) for t in between)
            return date.first.year if same or (front and not restated) else None
    return None


def _behind_brackets(sentence: Sentence, position: int) -> int:
    """Behind the brackets that open at a position: 较2022年7月(95.97%)|下降0.17个百分点."""
    text, start = sentence.text, position - sentence.start
    if text[start : start + 1] not in ("(", "（"):
        return position
    end = max(text.find(")", start), text.find("）", start))
    return sentence.start + end + 1 if end >= 0 else position


def compared_month(sentence: Sentence, q: Quantity) -> int | None:
    """The month that a number is compared with: 比2月底少了118家."""
    for date in reversed(sentence.dates):
        at, point = date.start - sentence.start, date.first
        if date.end > q.start or not at or sentence.text[at - 1] not in "比较":
            continue
        plain = point.year_shift is None and point.day is None
        return point.month if plain and q.start - date.end <= _ASIDE else None
    return None


def settle_for_all(text: str, readings: Sequence[Reading]) -> None:
    """Changes that nothing else is said of are over the year where the text says so of all:
    (除另有说明外,升降均为同比), 增长10.88%(同比,下同).
    """
    if "同比" not in text or _FOR_ALL.search(text) is None:
        return
    for reading in readings:
        if reading.is_change and reading.basis is None:
            reading.basis = "yoy"
            reading.why.append("basis yoy: as the report says of all")


def carry_on(readings: Sequence[Reading]) -> None:
    """Changes of the parts that 其中 opens are against what the sentence before compares its own with:
    比上年分别上升7.4%、9.3%。其中诉讼类收案3838件,下降1.1%.
    """
    last: Reading | None = None
    for reading in readings:
        if not reading.is_change:
            continue
        if last is not None and reading.basis is None and reading.compared_year is None:
            said, before = reading.sentence, last.sentence
            together = said.paragraph == before.paragraph and reading.period == last.period
            if together and said.text.lstrip().startswith("其中") and last.basis in _OVER_TIME:
                reading.basis = last.basis
                reading.why.append(f"basis {last.basis}: as the sentence before")
        last = reading


def settle_bases(readings: Sequence[Reading], now: int | None) -> None:
    """A change against a named year is one over the year where that is the year before its own, else
    `other`.
    """
    for reading in readings:
        if reading.compared_month is not None:
            last = (reading.period or "").rpartition("/")[2]
            same = reading.compared_year is None or last[:4] == str(reading.compared_year)
            if same and reading.period and reading.basis is None:
                before = last[5:7].isdecimal() and (int(last[5:7]) - reading.compared_month) % 12 == 1
                reading.basis = "mom" if before else "other"
        if reading.compared_year is None or reading.basis is not None:
            continue
        own = (reading.period or "")[:4]
        year = int(own) if own.isdigit() else now
        if year is not None:
            reading.basis = "yoy" if year - reading.compared_year == 1 else "other"
            reading.why.append(f"basis {reading.basis}: compared with {reading.compared_year}")
