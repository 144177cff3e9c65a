"""The cache."""

from threading import Barrier, Thread

import pytest

from argmap.serve.once import Once


def test_it_remembers_the_last_ones_only() -> None:
    asked = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    once = Once(double, size=2)
    assert [once(number) for number in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert asked == [1, 2, 3, 2]


def test_failures_are_told_and_forgotten() -> None:
    fail = [True, False]

    def work(_key: str) -> str:
        if fail.pop(0):
            message = "not yet"
            raise ValueError(message)
        return "done"

    once = Once(work, size=2)
    with pytest.raises(ValueError, match="not yet"):
        once("a")
    assert once("a") == "done"


def test_threads_share_one_computation() -> None:
    asked, answers, start = [], [], Barrier(6)

    def work(key: str) -> str:
        asked.append(key)
        return key.upper()

    once = Once(work, size=2)

    def ask() -> None:
        start.wait()
        answers.append(once("a"))

    threads = [Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (asked, answers) == (["a"], ["A"] * 6)
