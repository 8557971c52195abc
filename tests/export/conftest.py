from __future__ import annotations

from decimal import Decimal

import pytest

from courtnews.records import Amount, CaseCount, Change, FigureBase, PersonCount, Rate, Report

# What a hostile page may hold where a court's words should be.
MARKUP = "[bold red]=SUM(A1)[/]"
TEXT = f"丹凤法院共执结2888件,同比下降2.1%,到位1.2亿元,{MARKUP}三至五人,=1+1件,约1.5倍\x1b[31m"


def _at(quotation: str, figure_class: type[FigureBase], **fields: object) -> FigureBase:
    start = TEXT.index(quotation)
    return figure_class(text=quotation, start=start, end=start + len(quotation), **fields)


@pytest.fixture
def report() -> Report:
    """A report with a figure for every column and every trap of the formats."""
    return Report(
        text=TEXT,
        source="报告/1.txt",
        title="丹凤法院",
        court="丹凤法院",
        published="2022-01-20",
        all_figures=(
            _at(
                "2888件",
                CaseCount,
                id="f1",
                metric="cases_enforced",
                value=Decimal(2888),
                unit="件",
                period="2021",
                court="丹凤法院",
                scope="涉民生案件",
                tags=("livelihood", "finance"),
            ),
            _at(
                "2.1%",
                Change,
                id="f2",
                metric="cases_enforced",
                value=Decimal("-2.1"),
                unit="%",
                basis="yoy",
                of="f1",
            ),
            _at(
                "1.2亿元",
                Amount,
                id="f3",
                metric="amount_recovered",
                value=Decimal("1.2E+8"),
                unit="元",
                bound="over",
            ),
            _at(
                "三至五人",
                PersonCount,
                id="f4",
                metric="other",
                label=MARKUP,
                value=Decimal(3),
                value_max=Decimal(5),
                unit="人",
            ),
            _at("=1+1件", CaseCount, id="f5", metric="cases_closed", damaged=True, damage="lost_bytes"),
            _at(
                "1.5倍\x1b[31m",
                Rate,
                id="f6",
                metric="other",
                value=Decimal("1.5"),
                unit="x",
                bound="about",
                role="case_detail",
            ),
        ),
    )
