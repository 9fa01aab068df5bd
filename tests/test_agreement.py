"""Agreement of two readers: examples worked out in the literature, and the page that prints it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import ROOT

from pipelines.agreement import ac1, alpha
from pipelines.project import Project

Run = Callable[..., tuple[int, str, str]]


def test_alpha_of_two_readers_is_krippendorffs() -> None:
    # Krippendorff 2011, "Binary or dichotomous data, two observers, no missing data": 0.095
    pairs = list(zip("0100000010", "1110010000", strict=True))
    assert alpha(pairs) == pytest.approx(0.095, abs=0.0005)


def test_an_ordered_column_forgives_a_near_miss_and_leaves_empty_cells_out() -> None:
    agreed = [("−2", "−2"), ("−1", "−1"), ("1", "1"), ("2", "2")] * 3
    near, far = [*agreed, ("1", "2")], [*agreed, ("−2", "2")]
    assert alpha(near, is_ordered=True) > alpha(far, is_ordered=True)  # type: ignore[operator]
    assert alpha(near) == pytest.approx(alpha(far), abs=0.01)
    assert alpha([*near, (None, "1")], is_ordered=True) == alpha(near, is_ordered=True)


def test_ac1_stands_where_one_value_dominates() -> None:
    # 118 of 125 agree on +, none on -: (0.944 - 0.0544) / (1 - 0.0544)
    pairs = [("+", "+")] * 118 + [("+", "-")] * 5 + [("-", "+")] * 2
    assert ac1(pairs) == pytest.approx(0.9408, abs=0.0001)
    assert alpha(pairs) == pytest.approx(-0.0245, abs=0.005)


def test_one_value_alone_has_no_coefficient_and_empty_is_a_value() -> None:
    assert (alpha([("a", "a")] * 3), ac1([("a", "a")] * 3)) == (None, None)
    assert ac1([("a", "a"), (None, None), ("a", None)]) is not None


@pytest.mark.skipif(not Project(ROOT).database.is_file(), reason="needs the published file: run make")
@pytest.mark.parametrize(("verb", "page"), [("agreement", "tables/second-reading.md"), ("sensitivity", "alignment.md")])
def test_the_page_has_what_the_verb_prints(verb: str, page: str, run: Run) -> None:
    code, out, _ = run(verb)
    assert code == 0
    assert f"<!-- make {verb} -->\n{out}" in (ROOT / "docs" / page).read_text(encoding="utf-8")


def test_nothing_published_is_exit_2(tiny: object, run: Run) -> None:
    code, _, said = run("agreement", "--root", str(tiny))
    assert (code, said) == (2, "global-ties: curated/global-ties.duckdb is not there yet: run make first\n")
