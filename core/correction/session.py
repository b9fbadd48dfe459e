"""The session: the corrections of one prediction with one undo stack over all tools, on the disk at every step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Optional

from ..errors import BadInputError, DiskError, UnknownNameError
from ..files.process_lock import ProcessLock
from ..files.whole_file import check_writable
from ..message import Message
from .change import EDIT, REDO, REVERT, UNDO, Change, SessionTotals
from .correction import EVERY, TOOLS, Correction, CorrectionFilter
from .errors import BlockedRevertError, NothingToCorrectError, SessionInUseError
from .ground import UNTOUCHED, Ground
from .history import Step
from .journal import SessionJournal
from .pixels.runs import Runs
from .prediction import Prediction
from .survey import PixelSurvey, paint_overlay, survey


class Session:
    """An open session; used in one thread. What a method has returned from is on the disk, whatever happens next.

    Attributes:
        path: The GeoPackage.
        prediction: What is corrected.
        overlay_stale: Whether the overlay must be made anew before anything else is painted.
    """

    def __init__(self, journal: SessionJournal, user: str, lock: ProcessLock) -> None:
        """Keep an open journal; see `create` and `open`."""
        self.path, self.prediction = journal.path, journal.prediction
        self.overlay_stale = False
        self._journal, self._user, self._lock = journal, user, lock
        self._ground: Optional[Ground] = None

    @classmethod
    def create(cls, path: Path, prediction: Prediction, user: str) -> Session:
        """Begin a session.

        Raises:
            BadInputError: When there is such a file already, or the folder can't be written.
            DiskError: When the disk is full.
        """
        SessionJournal.create(path, prediction)
        return cls.open(path, prediction, user)

    @classmethod
    def open(cls, path: Path, prediction: Prediction, user: str) -> Session:
        """Go on with a session.

        Raises:
            SessionInUseError: When another window or process has it open.
            OtherPredictionError: When it belongs to another prediction, or to an earlier state of this one.
            BadInputError: When the file isn't a session, is damaged, or lies in a folder that can't be written.
            DiskError: When it can't be read or written now.
        """
        check_writable(path)
        lock = ProcessLock(path.with_name(f".{path.name}.lock"))
        if not lock.take(user, patience_s=0.2):
            raise SessionInUseError(
                "“{path}” is being corrected in another window. Close it there, or choose another session.", path=path
            )
        with ExitStack() as undo:
            undo.callback(lock.let_go)
            opened = cls(SessionJournal.open(path, prediction), user, lock)
            undo.pop_all()
            return opened

    def close(self) -> None:
        """End editing: the file is a plain one again, and others may open it. May be called twice."""
        self._ground = None  # its rasters go with it, and not when the interpreter ends
        self._journal.close()
        self._lock.let_go()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def attach(self, ground: Ground) -> None:
        """Say where the pixels are: the prediction, and the overlay, which must show this session as it is now."""
        self._ground = ground
        self.overlay_stale = False

    @property
    def state(self) -> str:
        """A text that is another after every change to the pixels, in any session."""
        return f"{self._journal.uuid}:{self._journal.change}"

    @property
    def undo_count(self) -> int:
        """How many steps can be undone."""
        return self._journal.undo_count

    @property
    def redo_count(self) -> int:
        """How many undone steps can be done again."""
        return self._journal.redo_count

    @property
    def progress(self) -> SessionTotals:
        """What the session has come to."""
        return self._journal.progress

    def paint(self, runs: Runs, value: int, tool: str, *, note: str = "", over_nodata: bool = False) -> Change:
        """Give pixels a class, give them back to the prediction (0), or make them nodata (255); one step.

        Args:
            runs: The pixels; what lies outside the prediction is cut off and told.
            value: A class id, `UNTOUCHED` or `BLANK`.
            tool: One of `TOOLS`.
            note: Remark.
            over_nodata: Whether pixels are painted too where the prediction has nothing.

        Raises:
            NothingToCorrectError: When none of the pixels can be corrected.
            BadInputError: For a class that isn't in the legend.
            DiskError: When it can't be written; session and overlay are as before.
        """
        return self.paint_several({value: runs}, tool, note=note, over_nodata=over_nodata)

    def paint_several(
        self, parts: Mapping[int, Runs], tool: str, *, note: str = "", over_nodata: bool = False
    ) -> Change:
        """Paint several values at once, as one step with a correction for each; no pixel may have two. See `paint`."""
        if tool not in TOOLS:
            raise UnknownNameError("tool", tool, TOOLS)
        return self._paint(parts, over_nodata, lambda surveys: self._journal.record(surveys, tool, note, self._user))

    def repeat(self, correction: Correction, runs: Runs, value: int) -> Change:
        """Make a correction of another session again, with its tool, note, user and time. See `paint`."""
        kept = correction
        return self._paint(
            {value: runs},
            False,
            lambda surveys: self._journal.record(surveys, kept.tool, kept.note, kept.user, kept.made),
        )

    def _paint(
        self, parts: Mapping[int, Runs], over_nodata: bool, record: Callable[[Mapping[int, PixelSurvey]], Step]
    ) -> Change:
        for value in parts:
            self.prediction.class_name(value)
        ground = self._ready()
        inside = {value: runs.clipped(ground.place.window) for value, runs in parts.items()}
        outside = sum(parts[value].pixels - inside[value].pixels for value in parts)
        surveys = {
            value: survey(ground, runs, over_nodata=over_nodata, corrected_only=value == UNTOUCHED)
            for value, runs in inside.items()
        }
        nodata = sum(one.nodata for one in surveys.values())
        changed = {value: one for value, one in surveys.items() if not one.runs.is_empty}
        if not changed:
            drawn = sum(runs.pixels for runs in parts.values())
            raise NothingToCorrectError(_nothing(self.prediction.name, drawn, outside, nodata))
        step = record(changed)
        stale = self._show([(one.runs, value) for value, one in changed.items()])
        window = Runs.joined(one.runs for one in changed.values()).window
        pixels = sum(one.runs.pixels for one in changed.values())
        return Change(EDIT, step.number, step.fids, window, pixels, outside, nodata, stale)

    def undo(self) -> Optional[Change]:
        """Take back the last step; None where there is none.

        Raises:
            DiskError: When it can't be written; session and overlay are as before.
        """
        self._ready()
        step = self._journal.undo()
        return None if step is None else self._turned(UNDO, step, undone=not step.reverts)

    def redo(self) -> Optional[Change]:
        """Do the step again that was undone last; None where there is none. See `undo`."""
        self._ready()
        step = self._journal.redo()
        return None if step is None else self._turned(REDO, step, undone=step.reverts)

    def revert(self, fid: int) -> Change:
        """Take back one correction, whichever it is; a step of its own, which can be undone.

        Raises:
            BlockedRevertError: When later corrections lie on its pixels.
            BadInputError: When there is no such correction, or it is undone already.
            DiskError: When it can't be written; session and overlay are as before.
        """
        self._ready()
        if self.correction(fid).undone:
            raise BadInputError("Correction {fid} is undone already.", fid=fid)
        blockers = self.blockers(fid)
        if blockers:
            raise BlockedRevertError(
                Message(
                    (
                        "Correction {fid} can't be taken back alone: {numbers} made later on the same pixels. Take "
                        "these back first."
                    ),
                    fid=fid,
                    numbers=_numbers(blockers),
                ),
                blockers,
            )
        return self._turned(REVERT, self._journal.revert(fid), undone=True)

    def blockers(self, fid: int) -> list[int]:
        """List the later corrections that lie on the pixels of one and keep it from being reverted.

        Raises:
            BadInputError: When there is no such correction.
        """
        return self._journal.blockers(fid)

    def corrections(
        self, wanted: CorrectionFilter = EVERY, *, newest_first: bool = True, most: Optional[int] = None
    ) -> list[Correction]:
        """List corrections, without their pixels."""
        return self._journal.corrections(wanted, newest_first=newest_first, most=most)

    def correction(self, fid: int) -> Correction:
        """Give one correction.

        Raises:
            BadInputError: When there is none of that number.
        """
        return self._journal.correction(fid)

    def runs_of(self, fid: int) -> Runs:
        """Give the pixels of a correction."""
        return self._journal.runs_of(fid)

    def users(self) -> list[str]:
        """List who has made corrections, by name."""
        return self._journal.users()

    def pixels(self) -> Iterator[tuple[int, int, Runs]]:
        """Give number, value and pixels of all corrections that count, in order: what an overlay is made of."""
        return self._journal.pixels(CorrectionFilter(undone=False))

    def set_note(self, fid: int, note: str) -> None:
        """Write the remark of a correction."""
        self._journal.set_note(fid, note)

    def _ready(self) -> Ground:
        if self._ground is None:
            raise BadInputError("The session knows no prediction to paint on yet.")
        if self.overlay_stale:
            raise DiskError(
                (
                    "The overlay of “{name}” couldn't be written; the corrections are saved. Free some space and make "
                    "it anew before going on."
                ),
                name=self.path.name,
            )
        return self._ground

    def _turned(self, kind: str, step: Step, *, undone: bool) -> Change:
        """Paint what the corrections of a step have become, and say so."""
        layers: list[tuple[Runs, int]] = []
        turned: list[Runs] = []
        for fid in step.fids:
            ((_, value, runs),) = self._journal.pixels(CorrectionFilter(fid=fid))
            turned.append(runs)
            layers.append((runs, UNTOUCHED if undone else value))
            if undone:
                layers += [(part, before) for before, part in self._journal.before(fid).items()]
        stale = self._show(layers)
        pixels = sum(runs.pixels for runs in turned)
        return Change(kind, step.number, step.fids, Runs.joined(turned).window, pixels, overlay_stale=stale)

    def _show(self, layers: list[tuple[Runs, int]]) -> bool:
        """Paint the overlay; say whether it couldn't be written and has become stale."""
        ground = self._ready()
        try:
            for runs, value in layers:
                paint_overlay(ground, runs, value)
            ground.overlay.flush()
        except (DiskError, OSError):
            self.overlay_stale = True
        return self.overlay_stale


def _nothing(name: str, drawn: int, outside: int, nodata: int) -> str:
    """Say why nothing is corrected."""
    if not drawn:
        return Message("Nothing was drawn.")
    if outside == drawn:
        return Message("What was drawn lies outside of “{name}”.", name=name)
    if nodata:
        return Message(
            "“{name}” has nothing where this was drawn. Allow painting over nodata to paint there.", name=name
        )
    return Message("Nothing was corrected here that could be given back.")


def _numbers(fids: list[int]) -> Message:
    shown = ", ".join(map(str, fids[:5]))
    if len(fids) == 1:
        return Message("correction {number} was", number=shown)
    return Message("corrections {numbers} were", numbers=f"{shown} …" if len(fids) > 5 else shown)
