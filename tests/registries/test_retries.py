from __future__ import annotations

import pytest

from refcheck.registries.retries import back_off, retry_after

WALL = 1_700_000_000.0  # Tue, 14 Nov 2023 22:13:20 GMT


def test_waits_grow_up_to_a_cap_and_are_spread_by_chance():
    assert [back_off(attempt, lambda: 1.0) for attempt in range(7)] == [0.5, 1, 2, 4, 8, 8, 8]
    assert [back_off(attempt, lambda: 0.0) for attempt in range(3)] == [0.25, 0.5, 1]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 0 ", 0.0),
        ("Tue, 14 Nov 2023 22:13:50 GMT", 30.0),
        ("Tue, 14 Nov 2023 22:13:50", 30.0),
        ("Tue, 14 Nov 2023 22:00:00 GMT", 0.0),
        ("Tuesday, 14-Nov-23 22:13:50 GMT", 30.0),
        ("Tue, 14 Nov 2023 22:13:50 +99999999999999999999", None),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("1e9", None),
        (None, None),
    ],
)
def test_retry_after_is_read_as_seconds_or_date(value, seconds):
    assert retry_after(value, WALL) == seconds
