"""What the cache holds on to and what it lets go."""

from __future__ import annotations

import threading

from app.engine.cache import Cache


def held(cache: Cache) -> str:
    return "".join(name for name in "abcdefgh" if name in cache)


def test_what_is_cheap_to_make_for_its_size_leaves_first() -> None:
    cache = Cache(100)
    cache.keep("a", "dear", 50, seconds=10.0)
    cache.keep("b", "cheap", 40, seconds=0.1)
    cache.keep("c", "new", 50, seconds=5.0)
    assert held(cache) == "ac"
    assert cache.size == 100


def test_among_equals_the_one_unused_for_longest_leaves() -> None:
    cache = Cache(3)
    for name in "abc":
        cache.keep(name, name, 1, seconds=1.0)
    cache.find("a")
    cache.keep("d", "d", 1, seconds=1.0)
    assert held(cache) == "acd"


def test_a_dear_value_that_nobody_uses_does_not_stay_for_ever() -> None:
    cache = Cache(2)
    cache.keep("a", "dear", 1, seconds=3.0)
    for turn in range(8):
        cache.keep(f"x{turn}", turn, 1, seconds=1.0)
    assert "a" not in cache


def test_spare_values_leave_before_all_others() -> None:
    cache = Cache(2)
    cache.keep("a", "state", 1, seconds=100.0, spare=True)
    cache.keep("b", "result", 1, seconds=0.1)
    cache.keep("c", "result", 1, seconds=0.1)
    assert held(cache) == "bc"


def test_equal_values_are_held_once_at_the_higher_price() -> None:
    cache = Cache(2)
    cache.keep("a", "same", 1, seconds=1.0)
    cache.keep("a", "same", 1, seconds=9.0)
    cache.keep("b", "other", 1, seconds=5.0)
    cache.keep("c", "third", 1, seconds=6.0)
    assert (cache.size, held(cache)) == (2, "ac")


def test_a_value_above_the_budget_is_not_held_and_drives_nothing_out() -> None:
    cache = Cache(10)
    cache.keep("a", "small", 1, seconds=0.0)
    cache.keep("b", "huge", 11, seconds=100.0)
    assert held(cache) == "a"


def test_the_index_outlives_the_values() -> None:
    cache = Cache(1)
    cache.remember("key", {"out": "a"})
    cache.keep("a", "value", 1, seconds=0.0)
    cache.keep("b", "value", 1, seconds=1.0)
    assert cache.find("a") is None
    assert cache.outputs("key") == {"out": "a"}


def test_none_is_a_value_like_any_other() -> None:
    cache = Cache(10)
    cache.keep("a", None, 1, seconds=0.0)
    kept = cache.find("a")
    assert kept is not None
    assert kept.value is None


def test_many_values_within_a_small_budget_keep_the_books_right() -> None:
    cache = Cache(1000)
    for turn in range(5000):
        number = turn % 700
        cache.keep(f"v{number}", number, number % 13, seconds=(turn * 7 % 11) / 10)
        cache.find(f"v{turn * 3 % 700}")
    assert cache.size == sum(n % 13 for n in range(700) if f"v{n}" in cache) <= 1000
    assert len(cache) == sum(f"v{n}" in cache for n in range(700))


def test_two_threads_may_use_it_at_once() -> None:
    cache = Cache(50)

    def use(start: int) -> None:
        for turn in range(2000):
            number = (start + turn) % 90
            cache.keep(f"v{number}", number, 1 + number % 3, seconds=turn % 5)
            cache.find(f"v{turn % 90}")

    threads = [threading.Thread(target=use, args=(start,)) for start in (0, 45)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.size == sum(1 + n % 3 for n in range(90) if f"v{n}" in cache) <= 50
