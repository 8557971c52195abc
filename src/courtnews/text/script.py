"""One script and one width for every character, without changing a single offset.

Every step here replaces characters one for one: presentation forms by the ideographs they show, OpenCC's
`t2s`, the variant characters it leaves, then full-width letters, digits and the signs of numbers. A clean
simplified text is told from the others by one regular expression and returned as it is.

All of this is one table, asked of OpenCC character by character. OpenCC itself is called only for the words
in which it may decide otherwise than by the character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import opencc

# Unified ideographs; the compatibility and radical forms outside them are folded to these first.
_IDEOGRAPHS = ((0x3400, 0x9FFF), (0x20000, 0x2A6DF))
_FORMS = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
# 乾 stays in 乾坤 and in names: alone it is no sign of traditional script.
_NO_SIGN = frozenset("乾")

# What OpenCC simplifies by the word it stands in (乾坤, 乾净; 瞭望, 瞭解; 樊於期): any word of which `t2s`
# makes another than of its characters one by one has one of these.
#: The inside of a character class.
BY_WORD = "沈乾藉覆於鍊昇坏徵鍾逕瞭蒐脩祕麼氾鉅釐剋吒衹甦哩畫薹谿噁扞陞袷濛傢彷劄麽貲\U00020000-\U0003ffff"
_WORDS = "\u3400-\u9fff\uf900-\ufaff\U00010000-\U0010ffff"
_ASKED = re.compile(f"[{BY_WORD}]")
_RUN, _UP_TO_RUN = re.compile(f"[{_WORDS}]+"), re.compile(f".*[^{_WORDS}]", re.S)

# Pairs of a variant or radical form that t2s leaves and its standard character. 馀 and 帐 are standard in
# some senses, but the press writes 3000馀人 and 帐户 for what elsewhere is 余 and 账.
_PAIRS = """
⺠民 ⺟母 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼
⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟 ⻁虎
馀余 帐账 揹背 枱台 粧妆 痺痹 鬭斗 鬦斗 鬬斗 閙闹 缐线 寃冤 擧举 戸户 収收 緃纵 竝并 倂并
眞真 値值 敎教 凖准 叄叁 弍二 弐二 弎三 壱一 両两 畆亩 畒亩 欵款 廻回 囬回 戯戏 擕携 疎疏
効效 旣既 塲场 徳德 渉涉 歴历 毎每 黒黑 敍叙 頼赖 衞卫 巻卷 罸罚 淸清 拠据 発发 関关 団团
対对 処处 権权 囯国 圎圆 嵗岁 歳岁 歩步 恊协 槪概 覊羁 鉄铁 銭钱 鍳鉴 髙高 黙默 勧劝 営营
増增 帰归 広广 従从 悪恶 択择 挙举 捜搜 掲揭 斉齐 晩晚 暁晓 栄荣 検检 楽乐 歓欢 気气 済济
満满 焼烧 砕碎 穏稳 経经 継继 続续 縁缘 聴听 蔵藏 薬药 覧览 観观 訳译 読读 変变 譲让 転转
軽轻 辺边 遅迟 郷乡 釈释 陥陷 険险 隠隐 雑杂 顕显 験验 騒骚 齢龄
陜陕 汚污 鬪斗 郞郎 畧略 隣邻 靑青 吿告 呉吴 冐冒 刼劫 劵券 叅参 壻婿 娯娱 寜宁 寕宁 尅克 幇帮 幚帮
庿庙 彊强 徃往 悞误 慙惭 撡操 攷考 氷冰 濶阔 珎珍 甎砖 窓窗 緜绵 脃脆 膓肠 蘓苏 覩睹 讐仇 豓艳 賍赃
躭耽 輭软 邨村 鄕乡 酧酬 鈆铅 隄堤 頋顾 飜翻 餧喂 騐验 龢和
"""
_VARIANTS = {pair[0]: pair[1] for pair in _PAIRS.split()}
# Of the full-width forms of ASCII, those that stay: sentence punctuation, brackets and what is drawn with.
_STAYING = "!\"',():;?[]{}^`|~-<>_*\\"
_WIDTH = {chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F) if chr(code) not in _STAYING}
_SIGNS = {"﹪": "%", "﹢": "+", "﹒": ".", "﹟": "#", "﹠": "&", "∕": "/", "︰": "："}
_SIGNS |= dict.fromkeys("−‑‐", "-")
_SIGNS |= dict.fromkeys(["\xa0", "\u202f", "\u205f", *map(chr, range(0x2000, 0x200B))], " ")
#: Compatibility and radical forms, and dashes folded beside digits; the insides of character classes.
FORMS = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
DASHES = "－﹣～〜∼"
_FORM, _DASH_SIGN = re.compile(f"[{FORMS}]"), re.compile(f"[{DASHES}]")
_DASHES = dict(zip(DASHES, "--~~~", strict=True))
_DASH = re.compile(rf"[{DASHES}](?<=[0-9%万亿件人元年月日号].)(?=[0-9])")
# The comma comes first in the pattern so that texts full of commas are passed over by a plain search for it.
_COMMA = re.compile(r"，(?<=[0-9]，)(?<![0-9]{4}，)(?=[0-9]{3}(?![0-9]))")


def _convert(text: str) -> str:
    return str(_converter().convert(text))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _forms() -> dict[str, str]:
    """Compatibility ideographs and radicals, as PDF files hold them, with the ideograph each shows."""
    codes = (chr(code) for first, last in _FORMS for code in range(first, last + 1))
    pairs = ((c, unicodedata.normalize("NFKC", c)) for c in codes)
    return {form: plain for form, plain in pairs if len(plain) == 1 and form != plain}


@cache
def _traditional() -> dict[str, str]:
    """Every single ideograph that t2s changes; asked of the converter, one to a line, so that it is no
    copy of its tables."""
    source = [chr(code) for first, last in _IDEOGRAPHS for code in range(first, last + 1)]
    result = _convert("\n".join(source)).split("\n")
    return {a: b for a, b in zip(source, result, strict=True) if a != b and len(b) == 1}


@cache
def _folds() -> dict[str, str]:
    return _VARIANTS | _WIDTH | _SIGNS


@cache
def _table() -> tuple[int, ...]:
    """What every character of the basic plane is folded to, at the place of its code point: for
    `str.translate` any table will do, and from this one nothing has to be made for a character."""
    simple, folds = _traditional(), _folds()
    chars = [simple.get(char, char) for char in map(chr, range(0x10000))]
    return tuple(ord(folds.get(char, char)) for char in chars)


@cache
def signs() -> str:
    """The inside of a character class of all that `fold` changes, but for ，between digits."""
    traditional = "".join(c for c in _traditional() if c < "\U00010000" and c not in _NO_SIGN)
    others = "".join(map(re.escape, _folds())) + "".join(_DASHES)
    return f"{traditional}{others}\u2e80-\u2fdf\uf900-\ufaff\U00020000-\U0002fa1f"


@cache
def _fold() -> re.Pattern[str]:
    """A character to fold after OpenCC."""
    return re.compile(f"[{''.join(map(re.escape, _folds()))}]")


def _simplify(text: str) -> str:
    """OpenCC's `t2s`; where it changes the length of a line, that line is converted character by
    character."""
    result = _convert(text)
    if len(result) == len(text):
        return result
    table, lines = _traditional(), []
    for line in text.split("\n"):
        simple = _convert(line)
        lines.append(simple if len(simple) == len(line) else "".join(table.get(c, c) for c in line))
    return "\n".join(lines)


def _asked_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where the runs of ideographs stand that have a character for OpenCC."""
    end = 0
    for match in _ASKED.finditer(text):
        if match.start() >= end:
            before = _UP_TO_RUN.match(text, end, match.start())
            run = _RUN.match(text, before.end() if before else end)
            if run is not None:
                end = run.end()
                yield run.span()


def _by_word(text: str, folded: str) -> str:
    """The folded text with what OpenCC makes of the runs whose words it has to know."""
    runs = list(_asked_runs(text))
    if not runs:
        return folded
    simple = _simplify("\n".join([text[start:end] for start, end in runs]))
    folds = _folds()
    asked = _fold().sub(lambda match: folds[match.group()], simple).split("\n")
    pieces: list[str] = []
    position = 0
    for (start, end), run in zip(runs, asked, strict=True):
        pieces += (folded[position:start], run)
        position = end
    return "".join(pieces) + folded[position:]


def fold(text: str, *, odd: str | None = None) -> str:
    """The text in simplified characters, with half-width digits, letters and number signs; its length never
    changes.

    ，between digits is a thousands separator only before exactly three; other full-width punctuation stays.

    A text without any of `signs` needs only `fold_commas`. `odd` holds all of `FORMS`, `DASHES` and `BY_WORD`
    that occur in the text, where that is known, and spares looking for them.

    >>> fold("執結２，３８５件，標的額１．５億餘元，到位率８０．２％")
    '执结2,385件，标的额1.5亿余元，到位率80.2%'
    """
    odd = text if odd is None else odd
    if has_forms := _FORM.search(odd) is not None:
        forms = _forms()
        text = _FORM.sub(lambda match: forms.get(match.group(), match.group()), text)
    folded = text.translate(_table())
    # What a form shows may be a character of `BY_WORD`.
    text = _by_word(text, folded) if has_forms or _ASKED.search(odd) else folded
    if _DASH_SIGN.search(odd):
        text = _DASH.sub(lambda match: _DASHES[match.group()], text)
    return fold_commas(text)


def fold_commas(text: str) -> str:
    """The text with ， as a comma where it groups thousands: 2，385件."""
    return _COMMA.sub(",", text)


def simple_form(char: str) -> str:
    """The simplified form of one character taken by itself.

    >>> simple_form("執"), simple_form("执")
    ('执', '执')
    """
    simple = _traditional().get(char, char)
    return _folds().get(simple, simple)
