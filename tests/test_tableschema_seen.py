"""Keys that outgrow memory are remembered as a dictionary remembers them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.tableschema import seen
from pipelines.tableschema.seen import Seen

KEYS = st.sampled_from(
    ["a", "b", "", 1, 2, Decimal(1), Decimal("1.0"), Decimal("2.50"), date(2024, 6, 18), ("a", None), (1,)]
)


@pytest.mark.parametrize("kept", [1, 2, 1000])
def test_a_file_of_keys_is_like_a_dictionary(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "KEPT", kept)

    @given(st.lists(st.tuples(KEYS, st.booleans()), max_size=30), st.sets(KEYS))
    def holds(steps: list[tuple[Any, bool]], asked: set[Any]) -> None:
        ours, theirs = Seen(), {}
        for row, (key, is_batch) in enumerate(steps, start=1):
            assert ours.get(key) == theirs.get(key)
            theirs[key] = row
            if is_batch:
                ours.update([(key, row)])
            else:
                ours[key] = row
        assert {key: ours.get(key) for key in asked} == {key: theirs.get(key) for key in asked}
        assert ours.isdisjoint(asked) == theirs.keys().isdisjoint(asked)
        assert set(ours) == set(theirs)
        assert len(ours.recent) < kept

    holds()
