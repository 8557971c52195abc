"""Money that nobody got: 尚有1200万元未执行到位, 40万元无法执行, 拒绝缴纳320万元."""

from __future__ import annotations

import re

from courtnews.interpret.reading import Reading
from courtnews.interpret.structure import Sentence

_NOT = "(?:尚未|仍未|还未|未能|未予|未|无法|没有|没能|没|不能|难以|拒不|拒绝)"
_GOT = "(?:执行|到位|履行|兑现|追回|收回|追缴|偿|缴|清|还|发放|领取)"
# 追回3万元未付工资 was got.
_THINGS = "(?![^,，。;；0-9]{0,4}(?:工资|款|薪|费|税|金)|[^,，。;；0-9]{0,3}的)"
_BEHIND = re.compile(
    f"[^,，。;；、0-9]{{0,8}}{_NOT}(?:得到|能够|能)?{_GOT}{_THINGS}"
    "|[^,，。;；0-9]{0,12}[收追要讨拿][不没](?:回|到|上|了)"
    "|[^,，。;；0-9]{0,6}(?:眼看|即将|快要)(?:就)?要?(?:到账|到手|到位)"
    # 累计金额50亿元,逾期未缴。 says so of it; 罚款15万元,拒不缴纳的依法拘留 does not.
    "|[,，](?:逾期|均|都|却|但|仍|至今)?(?:未|不肯|拒不?)(?:缴纳?|还|付|支付|履行)(?=[,，。;；]|$)"
)
_BEFORE, _LONGEST = (
    re.compile(
        "(?:将可?|有望|即将|可以?)(?:获得|得到|领取|分得|获赔)[^,，。;；0-9]{0,4}$"
        "|(?:拒绝|拒不|不肯|不愿)(?:缴纳|支付|履行|偿还|给付|缴付|付)(?:(?!执行|到位|罚|追|案)[^,，。;；0-9扣划冻查缴交]){0,6}$"
    ),
    14,
)
# 扣划被执行人拒不履行的320万元
_TAKEN = re.compile("扣划|划扣|冻结|追回|执行到位|强制执行")


def is_unobtained(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sum was not obtained, whatever words of enforcement stand beside it."""
    q = reading.quantity
    start, end = q.start - sentence.start, q.end - sentence.start
    # A fine was imposed though nobody has paid it.
    if q.unit_class != "money" or reading.code == "amount_fined":
        return False
    if _BEHIND.match(sentence.text, end):
        return True
    if _TAKEN.search(sentence.text, max(reading.clause - sentence.start, 0), start):
        return False
    return _BEFORE.search(sentence.text, max(0, start - _LONGEST), start) is not None
