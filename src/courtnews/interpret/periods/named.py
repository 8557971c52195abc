"""The years that expressions of time name, and which of them are none in which a report tells anything."""

from __future__ import annotations

import re

from courtnews.dates import DateExpr

_DECEMBER, _NEAR = 12, 8
# 2024年要深化改革, 2019年的目标是, 2020年,全区法院将着力; 定在2019年1月4日
_TO_COME = re.compile(
    "[,，]?(?:要(?![求案件闻点素])|将|拟|力争|计划|确保|(?:的|的?工作)(?:思路|任务|打算|安排|目标|计划)(?![^,，。;；]{0,8}完成)|[^,，。;；0-9]{0,12}目标(?:是|为|:|：)"
    "|[一-鿿]{0,6}法院[,，]?(?:要(?![求案件闻点素])|力争|计划|将(?:着力|紧扣|继续|进一步|全面|以|围绕|坚持|深入|持续|大力|努力|按照|切实|不断|重点|紧紧|严格|认真|加大|推进|聚焦|锚定|积极))"
    # 到2025年,自动履行率要稳定在65%以上
    "|[^,，。;；0-9]{0,10}(?<![主重需只首必])要(?:稳|达到|提[高升到]|[升降压]|控制|实现|完成|超过|突破|站上|保持))"
)
_SET_FOR = (
    "定于",
    "定在",
    "拟于",
    "计划于",
    "将于",
    "预定",
    "力争到",
    "争取到",
    "确保到",
    "计划到",
    "力争在",
    "争取在",
)
# 2019年欠下8万元的王某: how an old case came about.
_OLD = re.compile(
    "[,，]?[^,，。;；]{0,8}(?:欠|借|赊|签订|签下|判决(?![^,，。;；0-9]{0,12}[0-9])|买下|购买|承包|承建|打工|相识|合伙|受伤|车祸|租下|官司|打赢|胜诉|放出去|贷出)"
    "|[,，]?经[^,，。;；0-9]{2,16}(?:判决|裁定|调解)|的?[春夏秋冬]天"
    "|度?[“]?[十百]大"
)
# 成立于1998年, 2012年修订的民事诉讼法: the year of a law or a founding.
_FOUNDED = (
    "成立于",
    "建于",
    "始建于",
    "组建于",
    "设立于",
    "创办于",
    "修订于",
    "修正于",
    "颁布于",
    "施行于",
    "毕业于",
)
_FOUNDING = re.compile(
    "(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[,，]?(?:修订|修正|修改|颁布|施行|成立|建院|建成|创办|组建)(?!以来|以后|后|起)"
)
_LAW = re.compile("(?:法|条例|解释|规定|本院|该院)[^,，。;；0-9]{0,2}于$")
_BEFORE = re.compile("(?:[底末]|春节|元旦|国庆)?(?:以|之)?前(?![一二三四五六七八九十0-9两])")


def is_aside(text: str, expr: DateExpr) -> bool:
    """Whether a year is only compared with, that of a duty, or the one in which an old case came about."""
    planned = _TO_COME.match(text, expr.end) or text.endswith(_SET_FOR, 0, expr.start)
    if planned or is_base(text, expr) or _is_due(text, expr) or _OLD.match(text, expr.end):
        return True
    founded = text.endswith(_FOUNDED, 0, expr.start) or _LAW.search(
        text, max(0, expr.start - _NEAR), expr.start
    )
    return bool(founded or _FOUNDING.match(text, expr.end))


def is_deadline(text: str, expr: DateExpr) -> bool:
    """Whether a date is the end of a year up to which something goes on: 到2013年底,积案全部清零."""
    at_end = text.startswith(("底", "末"), expr.end) or text[expr.end - 1] in "底末"
    counted = text.endswith(("截至", "截止", "截止到", "截止至"), 0, expr.start)
    yearly = expr.first.month in (None, _DECEMBER) and expr.first.day is None
    return expr.edge == "until" and at_end and yearly and not counted


def _is_due(text: str, expr: DateExpr) -> bool:
    """Whether a date is that of a duty or bounds a class of cases: 须于2009年6月底前, 到2024年春节前."""
    return _BEFORE.match(text, expr.end) is not None


def is_base(text: str, expr: DateExpr) -> bool:
    """Whether a year is what the present one is compared with: 比2015年同期."""
    return text[expr.start - 1 : expr.start] in ("比", "较", "与") if expr.start else False


def years_of(expr: DateExpr) -> list[int]:
    """The years that an expression names; that up to which 今年10月 goes on (到2024年春节) is yet to come."""
    first, last = expr.first.year, expr.last.year if expr.last is not None else None
    if last is None or expr.first.year_shift == 0:
        return [first] if first is not None else []
    return [first, last] if first is not None else [last]
