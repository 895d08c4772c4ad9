"""The start script, run against a small tree with stand-ins for the system's commands."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "tests/requirements.lock", "tests/benchmarks/requirements.lock")
ALL_LIBRARIES = (
    "EGL.so.1 GL.so.1 xkbcommon.so.0 glib-2.0.so.0 dbus-1.so.3 fontconfig.so.1 xcb-cursor.so.0 xkbcommon-x11.so.0 xcb-icccm.so.4"
)
ALL_LIBRARIES += " xcb-keysyms.so.1 xcb-shape.so.0"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="run is for POSIX shells; Windows has run.bat")


class Checkout:
    """A folder with a space in its name that holds `run`, the locks and commands that only tell how they were called."""

    def __init__(self, folder: Path) -> None:
        self.here = folder / "own er"
        self.commands = folder / "commands"
        self.commands.mkdir()
        for lock in LOCKS:
            (self.here / lock).parent.mkdir(parents=True, exist_ok=True)
            (self.here / lock).write_bytes((ROOT / lock).read_bytes())
        (self.here / "run").write_bytes((ROOT / "run").read_bytes())
        self.command("ldconfig", "for name in " + ALL_LIBRARIES + '; do echo "lib$name (libc6) => /lib/lib$name"; done')
        self.command("ldd", "exit 0")
        self.command("id", "echo 1000")
        self.command("sudo", "echo sudo must not be called >&2; exit 9")
        self.command("apt-get", "echo apt-get must not be called >&2; exit 9")
        self.command("uname", "echo Linux")

    def command(self, name: str, body: str) -> None:
        """Put a stand-in of a command before the system's."""
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)

    def install(self, *locks: str) -> None:
        """Make .venv look set up, with a Python that prints its arguments one a line."""
        (self.here / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
        python = self.here / ".venv" / "bin" / "python"
        python.write_text('#!/bin/sh\nfor word in "$@"; do echo "$word"; done\n')
        python.chmod(0o755)
        for lock in locks:
            stamp = self.here / ".venv" / "installed" / lock
            stamp.parent.mkdir(parents=True, exist_ok=True)
            stamp.write_bytes((self.here / lock).read_bytes())
        for screen in ("offscreen", "window"):
            (self.here / ".venv" / f"libraries-{screen}").touch()

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Start `run` from another folder."""
        variables = {"PATH": f"{self.commands}:{os.environ['PATH']}", "HOME": "/nonexistent"} | environment
        return subprocess.run(
            ["/bin/sh", str(self.here / "run"), *words], cwd="/", env=variables, capture_output=True, text=True, check=False, timeout=60
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout that was never started."""
    return Checkout(tmp_path)


@pytest.mark.parametrize("shell", ["sh", "dash", "bash"])
def test_every_shell_can_read_it(shell: str) -> None:
    try:
        done = subprocess.run([shell, "-n", str(ROOT / "run")], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip(f"no {shell} here")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_later_start_prints_nothing_and_passes_words_whole(checkout: Checkout) -> None:
    checkout.install("requirements.lock")
    done = checkout.run("new", "a b.asaichi", "--json", "")
    assert done.stdout.splitlines() == [str(checkout.here / "main.py"), "new", "a b.asaichi", "--json", ""]
    assert (done.returncode, done.stderr) == (0, "")


def test_a_later_start_of_the_tests(checkout: Checkout) -> None:
    checkout.install("requirements.lock", "tests/requirements.lock")
    done = checkout.run("test", "-k", "one two")
    assert done.stdout.splitlines()[:2] == ["-m", "pytest"]
    assert done.stdout.splitlines()[-2:] == ["-k", "one two"]
    assert done.stderr == ""


def test_a_later_start_of_the_benchmarks(checkout: Checkout) -> None:
    checkout.install("requirements.lock", "tests/benchmarks/requirements.lock")
    assert checkout.run("bench", "start", "--json").stdout.splitlines() == ["-m", "tests.benchmarks", "start", "--json"]


def test_a_changed_lock_is_installed_and_the_set_up_speaks_on_stderr_only(checkout: Checkout) -> None:
    checkout.install("requirements.lock")
    lock = checkout.here / "requirements.lock"
    lock.write_text(lock.read_text() + "\n")
    done = checkout.run("check", "x")
    assert done.stdout.splitlines() == [str(checkout.here / "main.py"), "check", "x"]
    assert "Setting up Asaichi" in done.stderr
    assert "--require-hashes" in done.stderr and "--no-deps" in done.stderr
    assert (checkout.here / ".venv" / "installed" / "requirements.lock").read_bytes() == lock.read_bytes()
    assert checkout.run("check", "x").stderr == ""


def test_an_interrupted_set_up_starts_afresh(checkout: Checkout) -> None:
    checkout.install("requirements.lock")
    (checkout.here / ".venv" / "unfinished").touch()
    (checkout.here / ".venv" / "half").touch()
    (checkout.here / ".venv" / "installed" / "requirements.lock").unlink()
    python = 'case "$*" in *venv\\ /*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python";; *sys.version_info*) echo "$0";; *) exit 0;; esac'
    checkout.command("python3", python)
    done = checkout.run("check", "x")
    assert (done.returncode, "interrupted" in done.stderr) == (0, True), done.stderr
    assert not (checkout.here / ".venv" / "half").exists()
    assert not (checkout.here / ".venv" / "unfinished").exists()


def test_a_failed_download_stops_with_a_sentence_and_is_tried_again(checkout: Checkout) -> None:
    python = (
        'case "$*" in *venv\\ /*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python";; *sys.version_info*) echo "$0";; *-m\\ pip*) exit 1;; esac'
    )
    checkout.command("python3", python)
    for _ in range(2):
        done = checkout.run("check", "x")
        assert (done.returncode, done.stdout) == (1, "")
        assert "could not be installed" in done.stderr


def test_an_old_python_is_refused_in_one_sentence(checkout: Checkout) -> None:
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python"):
        checkout.command(name, 'case "$*" in --version) echo Python 3.9.2;; *) exit 1;; esac')
    done = checkout.run("check", "x")
    assert done.returncode == 1
    assert done.stderr.startswith("Asaichi needs Python 3.11 or newer; this is Python 3.9.2.")


def test_missing_libraries_are_one_line_to_type(checkout: Checkout) -> None:
    checkout.command("ldconfig", 'echo "libGL.so.1 (libc6) => /lib/libGL.so.1"')
    done = checkout.run("check", "x")
    assert done.returncode == 1
    packages = "libegl1 libxkbcommon0 libglib2.0-0 libdbus-1-3 libfontconfig1"
    assert done.stderr.splitlines()[-1] == f"sudo apt-get install -y --no-install-recommends {packages}"


def test_only_the_window_asks_for_the_libraries_of_a_window(checkout: Checkout) -> None:
    checkout.command("ldconfig", "for name in " + ALL_LIBRARIES.split(" xcb")[0] + '; do echo "lib$name (libc6)"; done')
    line = "libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
    assert checkout.run(DISPLAY=":9").stderr.splitlines()[-1].endswith(line)
    checkout.install("requirements.lock")
    (checkout.here / ".venv" / "libraries-window").unlink()
    assert checkout.run("tier", "x", DISPLAY=":9").returncode == 0
    assert checkout.run(DISPLAY=":9").returncode == 1
    assert checkout.run().returncode == 0, "without a display no window is opened"


def test_root_installs_the_libraries(checkout: Checkout, tmp_path: Path) -> None:
    checkout.install("requirements.lock")
    (checkout.here / ".venv" / "libraries-offscreen").unlink()
    checkout.command("ldconfig", "exit 0")
    checkout.command("id", "echo 0")
    checkout.command("apt-get", f'echo "$*" >>"{tmp_path}/apt"')
    done = checkout.run("check", "x")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1:] == ["check", "x"]
    assert "install -y --no-install-recommends libegl1 libgl1" in (tmp_path / "apt").read_text()


def test_what_qt_still_misses_is_named(checkout: Checkout) -> None:
    checkout.install("requirements.lock")
    (checkout.here / ".venv" / "libraries-offscreen").unlink()
    (checkout.here / ".venv" / "lib" / "python3.11" / "site-packages" / "PySide6").mkdir(parents=True)
    checkout.command("ldd", "printf '\\tlibodd.so.7 => not found\\n\\tlibc.so.6 => /lib/libc.so.6\\n'")
    done = checkout.run("check", "x")
    assert (done.returncode, "libodd.so.7" in done.stderr, "libc.so.6" in done.stderr) == (1, True, False)
