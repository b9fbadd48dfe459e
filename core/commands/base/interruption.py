"""Interruption: Ctrl+C is handled by a thread of its own, also while the main one is deep in a library."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable


@contextmanager
def interruptions_heard(hear: Callable[[], object]) -> Iterator[None]:
    """Call `hear` in another thread at every Ctrl+C while the block lasts, in place of stopping the main thread.

    Python runs what handles a signal in the main thread, once it is back from a library: too late for one that
    computes for hours. The byte that the system's own handler sends is there at once.
    """
    near, far = socket.socketpair()
    far.setblocking(False)

    def listen() -> None:
        while numbers := near.recv(1):
            if numbers[0] == signal.SIGINT:
                hear()

    former = signal.signal(signal.SIGINT, lambda *_: None)
    former_place = signal.set_wakeup_fd(far.fileno(), warn_on_full_buffer=False)
    listener = threading.Thread(target=listen, daemon=True, name="interruptions")
    listener.start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(former_place)
        signal.signal(signal.SIGINT, former)
        far.close()
        listener.join()
        near.close()
