import pytest

from refcheck.syntax.numbers import parse_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("9783161484100", ("9783161484100",)),
        ("978 3 16 148410 0", ("978 3 16 148410 0",)),
        ("9783161484100, 0-306-40615-2", ("9783161484100", "0-306-40615-2")),
        ("9783161484100 9780306406157", ("9783161484100", "9780306406157")),
        ("ISBN: 9783161484100 (print); e-ISBN 9780306406157", ("9783161484100", "9780306406157")),
        ("0028-0836 1476-4687", ("0028-0836", "1476-4687")),
        ("00280836 14764687", ("00280836", "14764687")),
        ("0028-0836 (Print) and 1476-4687 (Electronic)", ("0028-0836", "1476-4687")),
        ("not known", ("not known",)),
        (" ; ", ()),
    ],
)
def test_several_numbers_of_one_field_are_told_apart(text, numbers):
    assert parse_numbers(text) == numbers
