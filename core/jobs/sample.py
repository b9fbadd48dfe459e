"""The sample job: a scene to try everything on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..events import Events
from ..files.disk import make_folder
from ..files.unfinished import temporary_folder
from ..files.whole_file import whole_files
from ..sample.jobs import SampleJob


def sample(job: SampleJob, events: Events) -> dict[str, Any]:
    """Make a sample scene, and give the paths of its files by name; all of them appear, or none.

    Raises:
        UnknownNameError: For a kind of scene that there isn't.
        BadInputError: The scene would be too small or too large, or the folder can't be written.
    """
    from ..sample.scenes import make_scene

    events.progress(0.0, "Making the sample scene")
    folder = Path(job.folder)
    make_folder(folder.parent)
    with temporary_folder(folder) as work:
        files = make_scene(job.scene, work, job.seed, job.size_px)
        events.check_cancelled()
        make_folder(folder)
        with whole_files([folder / path.name for path in files.values()]) as partials:
            for path, partial in zip(files.values(), partials):
                path.replace(partial)
    return {name: str(folder / path.name) for name, path in files.items()}
