"""Processes of a benchmark and what the kernel says about them. Linux only."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")
ROOT = pathlib.Path(__file__).resolve().parent.parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(command, output, cpu=None, env=None):
    """Runs a command in a process group of its own, its output in a file; ends that group afterwards."""
    if cpu is not None:
        command = ["taskset", "-c", str(cpu), *command]
    with open(output, "ab") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
            env={**os.environ, **(env or {})})
    try:
        yield process
    finally:
        end(process)


def end(process):
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def family(pid):
    """A process and all below it."""
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid] + [below for child in children for below in family(int(child))]


def cpu_seconds(pid):
    """CPU time, user and system, of all threads of a process and of those below it, ended threads included."""
    total = 0
    for member in family(pid):
        fields = pathlib.Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def java_below(pid):
    """The JVM that a launcher became or started."""
    for member in family(pid):
        if pathlib.Path(f"/proc/{member}/comm").read_text().strip() == "java":
            return member
    raise RuntimeError("no JVM below the launcher")


def memory_mb(pid):
    """Resident memory now and at its peak."""
    status = dict(
        line.split(":", 1) for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines() if ":" in line)
    return tuple(int(status[key].split()[0]) / 1024 for key in ("VmRSS", "VmHWM"))


def jdk_tool(pid, tool, *arguments):
    """Output of a tool of the very JDK that a process runs on."""
    home = pathlib.Path(os.readlink(f"/proc/{pid}/exe")).parent
    return subprocess.run([home / tool, *arguments], check=True, capture_output=True, text=True).stdout


def steal_seconds():
    """CPU time that other machines on this host took from us since boot."""
    return int(pathlib.Path("/proc/stat").read_text().split(None, 9)[8]) / TICK


def load():
    return os.getloadavg()[0]


def wait_until(condition, process, log, seconds=120, pause=0.005):
    """Time at which the condition holds; fails with the end of the log when the process ends or time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return time.monotonic()
        if process.poll() is not None:
            break
        time.sleep(pause)
    tail = pathlib.Path(log).read_text(errors="replace")[-2000:]
    raise RuntimeError(f"not ready (exit status {process.poll()}); its last words:\n{tail}")
