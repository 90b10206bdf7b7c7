"""Wait for several services at once, and for none of them after Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Condition, Thread
from time import monotonic
from typing import Generic, TypeVar

T = TypeVar("T")

_GLANCE = 0.1
"""Seconds after which the main thread looks up: a lock may keep Ctrl-C from it."""
_GRACE = 2.0
"""Seconds after Ctrl-C in which tasks may give what they have."""


class Abreast(Generic[T]):
    """Tasks that run side by side, each in a thread that nobody waits for at the end of the program."""

    def __init__(self, tasks: Sequence[Callable[[], T]]) -> None:
        """Start the tasks."""
        self.results: dict[int, T] = {}
        """Place of a task -> what it gave, as far as it has ended."""
        self._faults: dict[int, BaseException] = {}
        self._tasks, self._change = len(tasks), Condition()
        for place, task in enumerate(tasks):
            Thread(target=self._run, args=(place, task), daemon=True).start()

    def _run(self, place: int, task: Callable[[], T]) -> None:
        try:
            result = task()
        except BaseException as fault:  # noqa: BLE001 - the thread that waits raises it
            with self._change:
                self._faults[place] = fault
                self._change.notify_all()
        else:
            with self._change:
                self.results[place] = result
                self._change.notify_all()

    def wait(self, *, stop: Callable[[], object]) -> bool:
        """Wait until all have ended; True when Ctrl-C came first, and `stop` was called to hurry them.

        Raises:
            BaseException: what a task raised; the others are not waited for.
            KeyboardInterrupt: Ctrl-C was pressed again.
        """
        until: float | None = None
        while self._left() and not self._faults and (until is None or monotonic() < until):
            try:
                with self._change:
                    if self._left() and not self._faults:
                        self._change.wait(_GLANCE)
            except KeyboardInterrupt:
                if until is not None:
                    raise
                until = monotonic() + _GRACE
                stop()
        if self._faults:
            raise self._faults[min(self._faults)]
        return until is not None

    def _left(self) -> int:
        return self._tasks - len(self.results) - len(self._faults)
