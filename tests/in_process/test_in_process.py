"""AWS modules in the task's worker or a fork of it: the same results as in a Python of their own, in less time."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from ansible.module_utils.common import warnings
from ansible_collections.bidops.platform.plugins.plugin_utils import _forked, _watched

from tests.in_process.playbook import printed, start
from tests.local_cloud import LocalCloud

HERE = Path(__file__).parent


def play(cloud: LocalCloud, folder: Path, in_process: bool) -> tuple[dict[str, Any], str]:
    """The results of the playbook beside this file, and what was printed."""
    dest = folder / f"results-{in_process}.json"
    switches = f"dest={dest} platform_in_process={str(in_process).lower()}"
    arguments = ("-i", "localhost,", HERE / "results.yml", "-vvv", "-e", switches)
    output = printed(start(folder, *arguments, **cloud.environment()))
    return json.loads(dest.read_text()), output


@pytest.fixture(scope="module")
def both(local_cloud: LocalCloud, tmp_path_factory: pytest.TempPathFactory) -> dict[bool, tuple[dict[str, Any], str]]:
    folder = tmp_path_factory.mktemp("in-process")
    return {in_process: play(local_cloud, folder, in_process) for in_process in (True, False)}


# The one in-process run starts no module package of Ansible's, the other one for each module call.
def test_the_two_ways_are_really_two(both):
    assert not re.search(r"AnsiballZ_(aws_caller_info|agentcore_memory)", both[True][1])
    assert re.search(r"AnsiballZ_aws_caller_info", both[False][1])


def test_why_it_is_not_done_here_is_said_once(both):
    said = "AWS modules run in a Python of their own, which takes longer, where"
    assert both[False][1].count(said) == 1
    assert f"{said} platform_in_process is false." in both[False][1]
    assert said not in both[True][1]


@pytest.mark.parametrize(
    "task", ["stock", "elsewhere", "looped", "predicted", "illegal", "unsupported", "secret", "refused"]
)
def test_the_results_are_the_same(both, task):
    here, apart = (both[in_process][0][task] for in_process in (True, False))
    for result in (here, apart):
        result.get("response_metadata", {}).clear()  # a request id and a date, different each time
        result.pop("exception", None)  # a traceback names the files of either way
    assert here == apart


def test_what_is_secret_is_not_printed(both):
    assert "not to be seen" not in both[True][1]


@pytest.fixture(params=["fork", "worker"])
def module(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Writes a module of the given code and runs it in a fork, or in this process as a watched worker does."""

    def run(code: str, variables: dict[str, str] | None = None) -> tuple[int, bytes, bytes]:
        place = _forked if request.param == "fork" else _watched.Watch()
        return place.run(written(tmp_path, monkeypatch, code), {"name": "x"}, variables or {})

    return run


@pytest.fixture
def forked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The same in a fork alone, and which stays for the next call if wanted."""

    def run(code: str, variables: dict[str, str] | None = None, keep: bool = False) -> tuple[int, bytes, bytes]:
        return _forked.run(written(tmp_path, monkeypatch, code), {"name": "x"}, variables or {}, keep)

    yield run
    while _forked._kept:
        _forked._kept.pop().end()


def written(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> str:
    """The name of a module of this code, which can be imported from now on."""
    (folder / "some_module.py").write_text(code)
    monkeypatch.syspath_prepend(str(folder))
    return "some_module"


def test_an_exception_is_reported_as_ansible_reports_it(module):
    code, output, _errors = module("raise ValueError('that went wrong')\n")
    assert code == 1
    assert b"that went wrong" in output


@pytest.mark.parametrize(
    ("end", "code", "said"),
    [
        ("sys.exit(7)", 7, b""),
        ("sys.exit()", 0, b""),
        ("sys.exit('a reason')", 1, b"a reason\n"),
        ("raise SystemExit", 0, b""),
    ],
)
def test_the_exit_code_is_the_modules(module, end, code, said):
    assert module(f"import sys\n{end}\n") == (code, b"", said)


def test_output_of_programs_that_the_module_starts_is_caught(module):
    _code, output, errors = module("import os\nos.system('echo said; echo wrong >&2')\nraise SystemExit(0)\n")
    assert (output, errors) == (b"said\n", b"wrong\n")


def test_the_environment_is_set_for_the_module_and_not_for_the_worker(module):
    code = "import os\nprint(os.environ['SOME_VARIABLE'])\nraise SystemExit(0)\n"
    _code, output, _errors = module(code, {"SOME_VARIABLE": "some value"})
    assert output == b"some value\n"
    assert "SOME_VARIABLE" not in os.environ


MESS = """
import os, signal, sys, warnings
from ansible.module_utils.common.warnings import warn
warn("of the module")
os.environ["LEFT"] = "x"
del os.environ["KEPT"]
os.chdir("/")
os.close(0)
sys.stdout, sys.argv = None, ["other"]
sys.path.insert(0, "/nowhere")
signal.signal(signal.SIGTERM, signal.SIG_IGN)
raise SystemExit(0)
"""


def test_the_worker_has_its_own_back_after_a_module(module, monkeypatch):
    monkeypatch.setenv("KEPT", "of the worker")

    def surroundings() -> list[Any]:
        files = [os.fstat(number) for number in range(3)]
        places = [(file.st_dev, file.st_ino) for file in files]
        streams = [sys.stdin, sys.stdout, sys.stderr]
        handler = signal.getsignal(signal.SIGTERM)
        return [dict(os.environ), Path.cwd(), sys.argv, "/nowhere" in sys.path, handler, places, streams]

    before = surroundings()
    said = dict(warnings._global_warnings)
    module(MESS)
    assert surroundings() == before
    assert warnings._global_warnings == said


def test_a_crash_ends_the_fork_alone(forked):
    code, _output, _errors = forked("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    assert code == -9


WHERE = """
import json, os, sys
print(json.dumps([os.getpid(), "here" in globals(), "LEFT" in os.environ, os.getcwd()]))
here, os.environ["LEFT"] = 1, "x"
os.chdir("/")
sys.exit(3)
"""


def test_the_items_of_a_loop_share_a_fork_and_nothing_else(forked):
    answers = [forked(WHERE, keep=True) for _item in range(2)]
    assert [code for code, _output, _errors in answers] == [3, 3]
    (first, *state), (second, *left) = (json.loads(output) for _code, output, _errors in answers)
    assert first == second != os.getpid()
    assert state == left == [False, False, str(Path.cwd())]


def test_the_next_item_finds_only_its_own_variables(forked):
    forked("raise SystemExit(0)\n", {"SOME_VARIABLE": "of the first"}, keep=True)
    code = "import os\nprint(os.environ.get('SOME_VARIABLE'))\nraise SystemExit(0)\n"
    assert forked(code, {"OTHER": "of the second"}, keep=True)[1] == b"None\n"


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), 9)", "os._exit(4)", "raise ValueError('wrong')"])
def test_an_item_that_crashes_takes_no_other_with_it(forked, end):
    process = f"import os\nprint(os.getpid(), flush=True)\n{end}\n"
    first, second = (forked(process, keep=True) for _item in range(2))
    assert first[0] == second[0] != 0
    assert forked("print('fine')\nraise SystemExit(0)\n", keep=True) == (0, b"fine\n", b"")


def test_nothing_runs_on_after_the_last_item(forked):
    _code, output, _errors = forked("import os\nprint(os.getpid())\nraise SystemExit(0)\n", keep=True)
    _forked._kept.pop().end()
    with pytest.raises(ProcessLookupError):
        os.kill(int(output), 0)


def test_a_timeout_ends_the_module(forked, tmp_path):
    def time_is_up(*_signal: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, time_is_up)
    signal.alarm(2)
    try:
        with pytest.raises(TimeoutError):
            forked(f"import os, time\nopen({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)\n")
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
