"""The pipeline: reading, computing and writing at the same time, a bounded number of batches apart."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Read = TypeVar("Read")
Result = TypeVar("Result")
_PENDING_WRITES = 2


def run_pipeline(
    items: Iterable[Item],
    read: Callable[[Item], Read],
    start: Callable[[Read], Callable[[], Result]],
    write: Callable[[Read, Result], None],
    done: Callable[[Item], None],
    *,
    readers: int = 2,
    in_flight: int = 1,
) -> None:
    """Take items through read → compute → write, in order, with the stages overlapping.

    Reading goes on in several threads, writing in one; computing is started and waited for in the calling thread. The
    first error of any stage ends all of them and is raised here; no thread outlives the call.

    Args:
        items: What is to be done, in order.
        read: Reads one item; called from several threads.
        start: Starts computing what was read and gives the call that waits for the result.
        write: Takes what was read and its result; called from one thread, in order.
        done: Called in the calling thread for every item that was handed to `write`.
        readers: How many threads read; as many items more are read ahead.
        in_flight: How many computations may be started before the first one is waited for.
    """
    reading: deque[tuple[Item, Future[Read]]] = deque()
    computing: deque[tuple[Item, Read, Callable[[], Result]]] = deque()
    writing: deque[Future[None]] = deque()
    todo = iter(items)
    with _Threads("read", readers) as read_pool, _Threads("write", 1) as write_pool:

        def ask() -> None:
            for item in todo:
                reading.append((item, read_pool.submit(read, item)))
                return

        def finish() -> None:
            item, got, wait = computing.popleft()
            result = wait()
            while len(writing) >= _PENDING_WRITES or (writing and writing[0].done()):
                writing.popleft().result()
            writing.append(write_pool.submit(write, got, result))
            done(item)

        for _ in range(2 * readers):
            ask()
        while reading:
            item, future = reading.popleft()
            got = future.result()
            ask()
            computing.append((item, got, start(got)))
            if len(computing) >= in_flight:
                finish()
        while computing:
            finish()
        while writing:
            writing.popleft().result()


class _Threads:
    """A pool whose waiting work is dropped when its block ends by an error."""

    def __init__(self, name: str, count: int) -> None:
        self._pool = ThreadPoolExecutor(count, thread_name_prefix=name)

    def __enter__(self) -> ThreadPoolExecutor:
        return self._pool

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
