"""The forms in which Chinese prose writes dates, as compiled patterns."""

from __future__ import annotations

import re

from courtnews.dates.words import CHINESE_DIGITS, RELATIVE_DAYS, RELATIVE_YEARS

_D = "[0-9]"
_C = f"[{CHINESE_DIGITS}]"
_YEAR_IN_DIGITS = (
    rf"(?P<year>(?<!{_D})(?:19|20){_D}{{2}}\s?年(?!期|以上|以下)度?)"
    r"|(?P<arabicroc>(?<![0-9第])(?:1[0-5][0-9]年(?=\s?[0-9]{1,2}月)|1(?:0[1-9]|1[0-9])年度?(?![来间以内]))"
    r"|(?<![0-9])[89][0-9]年(?=[0-9]{1,2}月[0-9]{1,2}日))"
    # 比98年增加, in a text that counts years so; no tax, car or person of 95年.
    r"|(?P<shortroc>(?<![0-9第])[89][0-9]年(?![来以间代前余期内级度欠份次生罚]|多(?![收结办执征])|出厂|起算|出生|车|汽车"
    r"|(?:健保|综所|综合|所得|牌照|房屋|地价|土地|营业|违规|交通|燃料|劳保|遗产|赠与|契|[一-鿿]{0,4}税(?![款金收务案]))))"
)
_YEAR_IN_WORDS = (
    rf"(?P<roc>民国\s?(?:{_D}{{2,3}}|[{CHINESE_DIGITS}百]{{2,6}})年)"
    rf"|(?P<cyear>(?:二[〇○零O0]|一九){_C}{{2}}年)"
    rf"|(?P<rocyear>(?<!{_C})(?:一[〇○零一二]{_C}|一百[零〇○]?(?:{_C}|一?十{_C}?)"
    rf"|[八九]{_C}|[八九]十[一二三四五六七八九])年(?![来以间代前多余]))"
    r"|(?P<saidroc>[今去本上][(（]1[0-9]{2}[)）]年度?)"
    # 加上年初旧存 is no 上年.
    rf"|(?P<reyear>(?!(?<=[加赶碰遇])上年)(?:{'|'.join(RELATIVE_YEARS)})(?!旧存|结转|末))"
)
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_DAY = rf"(?:3[01]|[12]{_D}|0?[1-9]|三十一?|卅一?|廿{_C}?|二十{_C}?|十{_C}?|{_C})"
_IN_NUMERALS = (
    rf"(?P<quarter>[一二三四1-4]季度)"
    # 从2023年元旦到1月19日
    r"|(?P<newyear>元旦(?=[至到](?:1[0-2]|[1-9])月))"
    rf"|(?P<mlist>(?<![0-9.])(?P<l1>{_M})(?:、{_M})*、(?P<l2>{_M})[两二三四]个?月)"
    rf"|(?P<mrange>(?<![0-9.])(?P<m1>{_M})\s?(?:月份?)?\s?(?:-|—|–|~|至|到)\s?(?P<m2>{_M})\s?月"
    rf"(?:份|底|末|间)?(?!{_D}|[一二三四五六七八九十]+日))"
    rf"|(?:(?<![0-9.])(?P<month>{_M})\s?月份?(?!(?<=一月)一(?:通报|汇报|调度|总结|例会|排名|督办|小结|考核|评比|讲评|会商))(?P<part>底|末|初|中旬|上旬|下旬)?"
    rf"(?:(?P<day>[12] [0-9](?=日)|3 [01](?=日)|{_DAY})(?:\s?[日号]|(?=\s?(?:至|-|—|~)\s?{_DAY}日)))?)"
)
_IN_WORDS = (
    rf"(?P<half>(?:上|下)半年)"
    rf"|(?P<quarter>(?:[前头][一二三1-3]个?|第[一二三四1-4])季度|[前第][一二三四1-4]季|首[两二三]?个?季度?)"
    rf"|(?P<front>(?:(?<!提)前|[头首])(?![一1]个?月)(?:{_M}|两)个?月)"
    rf"|(?P<yearend>年底|年末|年初|岁末)"
)
_CAMPAIGN = (
    r"(?P<campaign>(?:行动|活动|会战|攻坚战?|战役|专案|专项|整治)期[间内]|(?:行动|活动|专项|会战)(?:至今(?!年)|迄今|到现在|以来)"
    r"|截至(?:记者)?发稿|(?:打|推进|开展)到现在|(?<=[,，。;；\n])(?:至今|迄今)(?=[,，]?(?:[已共累]|为))|(?:行动|活动|会战)中(?=[,，共])"
    r"|(?:开展|启动|打响|部署|实施|成立|运行|开通|建成|上线|推行|启用|开张|挂牌|设立|试行|施行)(?:以来|至今(?!年)|迄今))"
)
# 拘留10日 is a length of time.
_TERM = r"(?<!拘留)(?<!管收)(?<!为期)(?<!限期)(?<!拘役)"
_RELATIVE = (
    rf"(?P<relday>{'|'.join(RELATIVE_DAYS)}|[昨今][(（][0-9]{{1,2}}[)）]日)|(?P<thatmonth>当月|全月|同月)|(?P<thismonth>[本上][(（](?P<m3>{_M})[)）]月(?:(?P<d3>{_DAY})[日号])?)|(?P<relmonth>本月|上月|上个月|这个月)(?:(?P<relmonthday>{_DAY})[日号])?|(?P<same>同期|同一时期|同一时段|同时段|同一时间段)"
    r"|(?P<sofar>截[至止]目前)"
    rf"|(?P<weekday>(?<!上)[本上这]个?(?:周|星期|礼拜)[一二三四五六日天](?![一二三四五六七八九十百千名人件个起家户共至到]))"
    rf"|(?P<whole>全年|同年|当年(?=[,，全共该]))|{_CAMPAIGN}|(?P<days>首日|[这那]一?[天晚]|同一天|同日|当晚)"
)
_ONLY_DAY = (
    rf"(?P<onlyday>{_TERM}(?<![0-9] )(?<![0-9.{CHINESE_DIGITS}月第前后同当某每次超逾满-]){_DAY}日"
    r"(?!内|以|之内|(?<![至到].日)(?<![至到]..日)(?<![至到]...日)的|均|常"
    # “小案”三日
    r"|(?<![十廿卅].日)(?<=[一二三四五六七八九]日)[ \t]*(?:\n|$)))"
)
_ISO = (
    rf"(?P<iso>(?<!{_D})(?:19|20){_D}{{2}}(?P<sep>[-/.])(?:1[0-2]|0?[1-9])"
    rf"(?P=sep)(?:3[01]|[12]{_D}|0?[1-9])(?!{_D}))"
    # Of the republic: 113-01-16.
    r"|(?P<rociso>(?<![0-9-])1[0-2][0-9](?P<dash>[-/.])(?:1[0-2]|0[1-9])(?P=dash)(?:3[01]|[12][0-9]|0[1-9])(?![0-9]))"
)
_DMY = r"(?P<dmy>(?<![0-9.])(?:3[01]|[12][0-9]|0?[1-9])\.(?:1[0-2]|0?[1-9])\.(?:19|20)[0-9]{2}(?![0-9]))"
# An expression of time is a year, or a year and what may stand behind one, or that alone. Each has one
# pattern for those that begin with a numeral and one for those that begin with a word: few of so many forms
# are tried at any place. A whole date in digits stands for a year and all else.
NUMERALS = frozenset(f"0123456789{CHINESE_DIGITS}元廿卅")
YEAR_IN_DIGITS = re.compile(rf"{_ISO}|{_DMY}|(?:{_YEAR_IN_DIGITS})[的,]?\s?")
YEAR_IN_WORDS = re.compile(rf"(?:{_YEAR_IN_WORDS})[的,]?\s?")
YEAR_STARTS = frozenset("民一二八九今去本上") | {word[0] for word in RELATIVE_YEARS}
"""What a year in words begins with."""
FORM_IN_NUMERALS = re.compile(f"{_IN_NUMERALS}|{_ONLY_DAY}")
FORM_IN_WORDS = re.compile(f"{_IN_WORDS}|{_RELATIVE}")
# Where such a form may begin: every form above has to pass here. The class of first characters stands in
# front so that the search skips by a table.
_NUMERAL = f"[0-9{CHINESE_DIGITS}元廿卅]"
BEGIN = re.compile(
    rf"[0-9{CHINESE_DIGITS}元廿卅今去本明昨当全同首这那次翌隔年岁民上下前头第行活会攻战专整截开启打部实成运建推挂设试施至迄]"
    r"(?:(?<=[0-9])(?:(?<![0-9].)(?:[0-9]{0,3}\s?年|[0-9]?\s?[月日—–~至到-]|[0-9]{3}[-/.](?=[0-9]{1,2}[-/.])"
    r"|[0-9]{2}-(?=[0-9]{2}-)|[0-9]?\.[0-9]{1,2}\.)|季)"
    rf"|(?<=元)旦[至到]|(?<=[{CHINESE_DIGITS}元廿卅])[{CHINESE_DIGITS}廿卅O0]{{0,3}}(?:(?<=[{CHINESE_DIGITS}廿卅O0]{{2}})年|\s?[月季日—–~至到-])"
    rf"|(?<!{_NUMERAL})(?:(?<=[今去本明昨当全同首次翌年岁上前隔])[年月日天晚期季个一底末初(（]|(?<=[本上这])个?[周星礼]"
    r"|(?<=[这那])(?:一?[天晚]|个月)|(?<=民)国|(?<=[上下])半|(?<=第)[一二三四1-4][季天]"
    rf"|(?<=[前头首])(?:{_NUMERAL}{{1,2}}|两)个?[月季]|(?<=[行活会攻战专整])[动战坚役项案治]战?[期中至迄到以]"
    r"|(?<=截)至|(?<=[至迄])今|(?<=打)到|(?<=[推开])[进展]到|(?<=截)止目"
    r"|(?<=[开启打部实成运建上推挂设试施])[展动响署施立行通成线用张牌][以至迄]))"
)
BARE = re.compile(
    rf"[12](?<!{_D}.)(?:(?<=1)9|(?<=2)0){_D}{{2}}(?=\s?(?:-|—|–|~|至|到)\s?(?:19|20){_D}{{2}}年)", re.S
)
# 2018、2019、2020年: every year but the last.
BARE_LIST = re.compile(
    "、(?<=(?:19|20)[0-9]{2}、)(?=(?:(?:19|20)[0-9]{2}、){0,12}(?:19|20)[0-9]{2}年)(?<![0-9.]....、)", re.S
)
# What may be counted or measured: 1900-2000件 are no years.
_COUNTED = "余多件起宗案人名个家户位条次份辆套台处批笔万亿元平公里亩吨天小%％"
# 白皮书（2013—2015）: the dash behind a year of four digits, and before another; years that only it tells
# from other numbers. A search for one literal character is many times as fast as one for a class.
BARE_DASHES = tuple(
    (
        dash,
        re.compile(
            rf"{dash}(?=(?:19|20)[0-9]{{2}}(?![0-9年.-]|\s?[{_COUNTED}]))(?<=(?:19|20)[0-9]{{2}}.)(?<![0-9.].{{4}}.)",
            re.S,
        ),
    )
    for dash in "-—–~至"
)
# 9月19日零时至21日24时
JOIN = re.compile(r"\s?(?:零时|0?[0-9]{1,2}时)?(?:-|—|——|–|~|至|到|迄|起至|起到|开始至)\s?")
PARTED = re.compile(r"[^。;；0-9]*$")
PARTED_TO = re.compile(r"(?:至|到|截至)$")
PARTED_AT_MOST = 20
START_VERB = re.compile(r"启动|打响|开始|拉开|铺开|起步|开拍|开通|上线|首[次艘单件场拍]|第一[次拍单槌]")
END_VERB = re.compile(r"[^,，。;；0-9]{0,6}(?:告一段落|结束|收官|收兵|落幕|为止|截止|止)")
SINCE_ANY = re.compile(
    r"[^,，。;；:：0-9]{1,20}?(?:以来|[,，]?至今(?!年))|[^,，。;；:：0-9]{0,12}?(?:算起|起算|打起)"
)
# 2、3、4月: the month word stands once.
MONTHS = re.compile(r"[1-9](?<![0-9.].)((?:(?<=1)[0-2])?、(?:(?:1[0-2]|[1-9])、)*)(?:1[0-2]|[1-9])月", re.S)
NUMBER = re.compile("[0-9]+")
# 二、三季度: every quarter but the last.
QUARTERS = re.compile("(?<![一二三四第前])[一二三1-3](?:、[二三1-3])?(?=、[二三四2-4]季度)")
# What every match of `BARE`, `MONTHS` and `QUARTERS` goes on to: rare, and quickly looked for by its first
# character.
BARE_SIGN = re.compile(r"年(?:(?<=[-—–~至到](?:19|20)[0-9]{2}年)|(?<=[-—–~至到]\s(?:19|20)[0-9]{2}年))")
MONTHS_SIGN = re.compile("月(?:(?<=、[1-9]月)|(?<=、1[0-2]月))")
QUARTERS_SIGN = re.compile("季(?<=、[二三四2-4]季)(?=度)")
JOIN_STARTS = frozenset("-—–~至到迄起开零0123456789")
"""The characters that `JOIN` begins with, blanks apart."""
SINCE = re.compile(
    r"(?:份|伊始)?(?:以来|(?<=年)来(?![自源到])|开始以来|起至今(?!年)|至今(?!年)|起|开始)(?!诉|草|立|步)"
)
CLAUSE = re.compile("[^,，。;；:：]*")
SINCE_STARTS = frozenset("份伊以来开起至")
# 上升到2023年的51% is a step, no end of a period.
UNTIL_BEFORE = re.compile(
    r"(?:截至|截止到?|截止至|直到|(?<![升降提增减高加少缩长跌移跃跻滑退翻挪])(?:到|至))(?:目前|今年)?$"
)
UNTIL_ENDS = frozenset("至止到前年\n")
CLOCK = re.compile(
    r"(?<!分之)(?:凌晨|清晨|早上?|早晨|上午|中午|下午|晚上?|傍晚|夜里|深夜|当晚|许)?"
    rf"(?<![一二三四五六七八九十百千])(?:{_D}{{1,2}}|[一二三四五六七八九十两]{{1,3}})(?:[:：]{_D}{{2}}(?::{_D}{{2}})?"
    r"|(?:时|点)(?!点|间|候|评|名|要|意|办|执|发|限|效|子|火|燃|击|赞|对|多)"
    # 一点五亿元, 百分之七十一点五 are decimals.
    r"(?![一二三四五六七八九][〇零一二三四五六七八九]{0,3}(?:[万亿元倍成%,，。;；、)）\n]|个百分点|左右|以上|多|余|$))"
    r"(?![〇零][一二三四五六七八九]{1,3}(?:[万亿元倍成%]|个百分点))"
    rf"(?:{_D}{{1,2}}分|[一二三四五]?十[一二三四五六七八九]?分|半|许|整|钟|左右)?)"
)
# 2016年以来的三年间: a span that is counted from the year named.
SINCE_YEAR = re.compile(r"((?:19|20)[0-9]{2})年以?来的这?$")
SPAN_YEARS = re.compile(
    rf"(?<![0-9第{CHINESE_DIGITS}])(?:(?P<n>[二三四五六]?十[一二三四五六七八九]?|{_C}|两|[0-9]{{1,2}})(?P<more>余|多)?年(?:来|以来|间|期间|中|里(?!程))"
    r"|(?:近|这|过去[的这]?)(?P<n2>[一二三四五六七八九十两]|[0-9]{1,2})年(?:以?来)?(?!级|前|来)"
    r"|(?P<n3>(?<![近这每前后去几数满约超近逾达第之分])(?:[二三四五六七八九十]|两(?=年[累合加])))年(?=(?P<sums>累计|合计|加起来|加在一起)|[共累总合内计全新受执审办结移发向限纳司]|分别|依次|[,，]))"
    r"(?!的?(?:首次|首度|头一|最|新高|新低|第一|罕见|未|中|里|间))"
)
# The time that the report speaks of, told by its length alone: 三个月来, 28天里, 期间.
SPAN = re.compile(
    r"(?:(?<=[,，。;；:：(（\n、\s])|^)(?:"
    rf"(?:短短|近|这)?(?:(?P<days>[0-9]{{1,3}}|{_C}{{1,3}}|一?百|两)天|(?P<months>[0-9]{{1,3}}|{_C}{{1,3}}|两)个多?月"
    rf"|(?:[0-9]{{1,3}}|{_C}{{1,3}}|两)(?:个季度|周|个星期))"
    r"(?:下?来|里|间|中|时间里|内)"
    r"|(?:近|这)?(?:大?半年多?|一年|[一两二三四]年半|[一两二三四五]年多|一个季度)(?:下?来|里|间|时间里)|这一[季年]|期间(?![的无未不为内是]))"
)
SPAN_AT_MOST = 12
# What every match of it ends with.
SPAN_ENDS = re.compile("(?:[来里间中内季])(?<=[月天周年半度星期时这多下].)")
SPAN_SIGN = re.compile(
    rf"年(?<=[0-9{CHINESE_DIGITS}两余多]年)(?<![0-9]{{3}}年)(?:[来间中里共累总合加内计全新受执审办结移发向限纳司分依,，]|以来|期间"
    "|(?<=[近这去的][0-9一二三四五六七八九十两]年)|(?<=[近这去的][0-9]{2}年))"
)
# 近年来, 这些年来, 多年来; 挂牌头一年.
VAGUE = re.compile(
    "年(?:来(?<=近年来|多年来|些年来|几年来|历年来)(?<![0-9一二三四五六七八九十]多年来)"
    "|(?<=[此其之]后[两三四五六七八九十]年)|(?<=[此其之]后的[两三四五六七八九十]年)"
    "|(?<=[牌立业设施行][的后][头第]一年)|(?<=[牌立业设施行][头第]一年)|(?<=[牌立业设施行]首年)"
    "|(?<=[中,，。;；]最后一年))"
)
# 五一假期三天: days that only a calendar of feasts tells.
HOLIDAY = re.compile("[五国端中清双][一庆午秋明节][”」]?(?:小?长假|假期|节?假日)")
# Three patterns, not one: a search for one literal character is many times as fast as one for a class.
CLOCK_SIGNS = tuple(
    re.compile(f"{sign}(?<=[0-9一二三四五六七八九十两].){after}")
    for sign, after in (("时", ""), ("点", ""), (":", "[0-9]"))
)
# 5月16日该院打响“夏季雷霆”以来: the word that opens the span stands some way behind the day.
SINCE_LATER = re.compile(
    r"[^,，。;；:：0-9]{0,24}?(?:打响|启动|开展|部署|成立|运行|开通|实施|施行|推行|建立|上线|启用|设立|生效|会签|签订|签署)[^,，。;；:：0-9]{0,14}?(?:以来|至今(?!年))"
    # 4月会战开始到现在
    r"|[^,，。;；:：0-9]{0,8}(?:会战|行动|活动|攻坚)?(?:打响|启动|开展|开始|部署)?(?:到现在|到目前)"
    # 5月1日休渔以来
    r"|(?<=[日号])[一-鿿]{2,4}以来"
)

LATER = 44
"""At least as many characters as the longest match of it."""
# Every expression of time holds one of these characters; the rest of a text is never looked at.
_COUNTED = f"0123456789{CHINESE_DIGITS}元两廿卅今去本上当前明全半个每同 \xa0下首昨次翌)）"
# Each has a branch that begins with it, which the engine tells by that character from all others, and what it
# must follow, unless 间 stands behind it.
_BESIDE = "(?:(?<=[{}].)|(?<!..)|(?=间))"
_IN_DIGITS = "(?<=[0-9]{3}[-/.])(?=[0-9])"
SIGN = re.compile(
    "|".join(
        (
            f"来{_BESIDE.format('以年')}|在(?<=现在)|中[,，共]",
            *(char + _BESIDE.format(_COUNTED) for char in "年月日号"),
            f"期{_BESIDE.format('同动会攻战时星')}|季|天{_BESIDE.format('今昨当前一这那二')}",
            f"晚{_BESIDE.format('当那一')}|周(?<=[本上这个]周)(?=[一二三四五六日天])|拜(?<=礼拜)",
            r"稿(?<=发稿)|前(?<=截[至止]目前)|今(?<=[至迄]今)|\.(?<=[0-9]\.)(?=[0-9]{1,2}\.(?:19|20)[0-9]{2})",
            *(re.escape(char) + _IN_DIGITS for char in "./-"),
        )
    ),
    re.S,
)
BACK, AHEAD = 14, 14
