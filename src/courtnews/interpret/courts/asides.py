"""Courts that a report names without telling of their results: rivals, superiors, partners, sources."""

from __future__ import annotations

import re

from courtnews.interpret.courts.mention import Mention

# One of a comparison, a partner or a source: 居全市法院第一, 占全国法院的, 比全省法院.
_BESIDE = re.compile(
    r"(?:居|列|排名|占|约占|高于|低于|优于|超过|比|较|设在|为|获|被|向|交|与|和|请|从|报|评为|入选|(?<!轮)到|接受|承接|协助|经|送|距|至|按照?|根据|依照|遵照)\Z"
)
_SOURCE = re.compile(r"(?:来源|供稿|作者|主办|承办|编辑|通讯员)(?:单位)?[:：]?\s*\Z")
# What follows a court that others are measured by, or that others act with.
_RANKED = re.compile(
    r"(?:系统|范围)?(?:当中|之中|[中里内])?的?(?:排|位[居列次]|名列|[居列]|首位|榜首|之首|第[一二三四五六七八九十0-9]|前列|前[一二三四五六七八九十0-9]|平均|均值)"
    r"|绩效|考核|系统|协助|配合"
)
# What follows a superior: 在云溪中院指导下, 省高院划定的.
_GUIDED = re.compile(
    r"的?(?:统一|大力|具体|精心|有力)?(?:部署|指导|领导|协调|安排|要求|组织|调度|支持|帮助|指挥|监督)[^,，。;；]{0,4}下"
    r"|所?(?:挂牌)?(?:预估|划定|下达|确定|规定|要求|设定|制定|出台|印发|部署|交办|督办|指定|下发|提出|明确|安排)的"
)
_VENUE = re.compile(r"召开|举行|开幕")


def is_source(text: str, mention: Mention) -> bool:
    """Whether a court only stands in the line that says where a report comes from."""
    return _SOURCE.search(text, max(0, mention.start - 8), mention.start) is not None


def is_aside(text: str, mention: Mention) -> bool:
    """Whether a court is only the place of a meeting, a rival, a superior, a partner or a source: not whose
    number it is.
    """
    if text[mention.start - 1 : mention.start] in ("在", "于") and _VENUE.match(text, mention.end):
        return True
    if mention.area:
        return False
    if _RANKED.match(text, mention.end) or _GUIDED.match(text, mention.end):
        return True
    return is_source(text, mention) or bool(_BESIDE.search(text, max(0, mention.start - 4), mention.start))
