"""The comparison itself sees what it is there to see."""
from __future__ import annotations

from collections import Counter

import pytest

from records import FILES, Records, merged


@pytest.mark.parametrize("name", FILES)
def test_a_lost_and_a_doubled_record_are_seen(local: Records, name: str) -> None:
    line = next(iter(local[name]))
    local.require(merged([local]))
    one = Records({other: Counter([line] if other == name else []) for other in FILES})
    with pytest.raises(AssertionError, match=f"{name}: too many 1"):
        local.require(merged([local, one]))
    lost = merged([local])
    lost[name] -= one[name]
    with pytest.raises(AssertionError, match=f"{name}: lost 1"):
        local.require(lost)
