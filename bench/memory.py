"""The memory of a program and of the processes that it starts, from /proc."""

import threading
from pathlib import Path

PAUSE = 0.2
# Adding up the pages of all processes costs the machine far more than asking what each has reached.
LOOKS_A_SUM = 10
PROC = Path("/proc")


class Watch(threading.Thread):
    """Looks five times a second until it is told to end. What lives shorter than that may be missed."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.pid = pid
        self.controller_mb = self.worker_mb = self.together_mb = 0.0
        self.worker = ""
        """What the largest of the other processes was called."""
        self._ended = threading.Event()

    def run(self) -> None:
        looks = 0
        while not self._ended.wait(PAUSE):
            self._look(adds_up=looks % LOOKS_A_SUM == 0)
            looks += 1

    def end(self) -> None:
        self._ended.set()
        self.join()

    def _look(self, adds_up: bool) -> None:
        self.controller_mb = max(self.controller_mb, status_mb(self.pid, "VmHWM"))
        below = descendants(self.pid)
        for pid in below:
            peak = status_mb(pid, "VmHWM")
            if peak > self.worker_mb:
                self.worker_mb, self.worker = peak, name(pid)
        if adds_up:
            self.together_mb = max(self.together_mb, sum(shared_fairly_mb(pid) for pid in (self.pid, *below)))


def descendants(pid: int) -> list[int]:
    found = [int(child) for task in _entries(PROC / str(pid) / "task") for child in _read(task / "children").split()]
    return found + [below for child in found for below in descendants(child)]


def status_mb(pid: int, what: str) -> float:
    return _mb(_read(PROC / str(pid) / "status"), what)


def shared_fairly_mb(pid: int) -> float:
    """What a process uses, pages that it shares counted in parts."""
    return _mb(_read(PROC / str(pid) / "smaps_rollup"), "Pss")


def name(pid: int) -> str:
    """The program, by the last path on its command line that tells: a fork has its parent's."""
    words = [word for word in _read(PROC / str(pid) / "cmdline").split("\0") if "/" in word]
    return Path(words[-1] if "python" in words[0] else words[0]).name if words else ""


def _mb(text: str, what: str) -> float:
    lines = [line.split() for line in text.splitlines() if line.startswith(f"{what}:")]
    return int(lines[0][1]) / 1024 if lines else 0.0


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _read(file: Path) -> str:
    """Empty for a process that has just ended."""
    try:
        return file.read_text(errors="replace")
    except OSError:
        return ""
