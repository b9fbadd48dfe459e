"""A process that forks others to train or resume, and lets them die where they are told to; not a test.

It loads torch once. On every line of its input, {"do": "train" or "resume", "job": …, "die": …}, it forks a child that
does the job; it answers with the child's number, and when that has ended, with its exit status. `die` names a moment at
which the child kills itself as the system would: ["file", n] before the n-th file is moved into place, or ["step", n]
after the n-th step. A child that dies so leaves what a killed process leaves.
"""

from __future__ import annotations

import json
import os
import runpy
import signal
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


def main() -> None:
    """Serve until the input closes."""
    import pyogrio  # noqa: F401  (children find it loaded)
    import tensorboard.summary.writer.event_file_writer  # noqa: F401
    import torch
    import torch._dynamo
    from outcrop.core.events import Events
    from outcrop.core.jobs.specs import job_from_json
    from outcrop.core.jobs.training import resume, train
    from outcrop.core.training import network_job

    del network_job
    torch.set_num_threads(1)
    jobs = {"train": train.train, "resume": resume.resume}
    for line in sys.stdin:
        request = json.loads(line)
        pid = os.fork()
        if not pid:
            if request["die"]:
                die(*request["die"])
            jobs[request["do"]](job_from_json(request["job"]), Events())
            os._exit(0)
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def die(when: str, number: int) -> None:
    """Arrange the child's end."""
    from outcrop.core.training.network.learner import Learner

    learn, move = Learner.learn, Path.replace
    seen: list[str] = []

    def count() -> None:
        seen.append(when)
        if len(seen) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def learn_and_die(learner: Learner, *arguments: Any) -> float:
        loss = learn(learner, *arguments)
        count()
        return loss

    def die_or_move(path: Path, target: Path) -> Path:
        count()
        return move(path, target)

    if when == "step":
        Learner.learn = learn_and_die  # type: ignore[method-assign]
    else:
        Path.replace = die_or_move  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    runpy.run_path(str(ROOT / "core" / "__main__.py"))["bind_package"]()
    main()
