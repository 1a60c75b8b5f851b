"""Start-up, memory and the latency of one change with many hosts. See README.md."""

import argparse
import pathlib
import random
import statistics
import tempfile
import time

import backend
import machine
import manifests
import portafilter

READY_AIM, MEMORY_AIM, CHANGE_AIM = 3.0, 400, 20.0

QUIET = 0.5  # seconds before a change, in which what the last one left to do gets done


def main():
    parser = argparse.ArgumentParser(prog="bench/run hosts")
    parser.add_argument("--hosts", type=int, default=20_000)
    parser.add_argument("--changes", type=int, default=20)
    options = parser.parse_args()
    portafilter.build()
    print(f"{options.hosts} hosts; aims: ready {READY_AIM} s, {MEMORY_AIM} MB resident, change {CHANGE_AIM} ms; "
          f"load at start {machine.load():.1f}\n")
    print("| layout | ready s | CPU s | RSS MB | RSS peak MB | live heap MB | change median ms | change max ms |")
    print("|---|---|---|---|---|---|---|---|")
    for hosts_a_file in (1, 1000):
        print(measure(options, hosts_a_file), flush=True)


def measure(options, hosts_a_file):
    files = -(-options.hosts // hosts_a_file)
    with tempfile.TemporaryDirectory(prefix="portafilter-bench-") as temp, backend.serving() as backend_port:
        layout = manifests.Layout(pathlib.Path(temp, "manifests"), options.hosts, hosts_a_file, backend_port)
        layout.write()
        ports, log = portafilter.Ports(), pathlib.Path(temp, "log")
        began = time.monotonic()
        with portafilter.serve(layout.folder, ports, log) as process:
            client = portafilter.Client(ports.http)
            last = manifests.host(options.hosts - 1)
            ready = machine.wait_until(lambda: client.status(last, "/app") == 200, process, log) - began
            jvm = machine.java_below(process.pid)
            cpu = machine.cpu_seconds(jvm)
            resident, peak = machine.memory_mb(jvm)
            check_all_there(client, options.hosts)
            changes = [change(layout, client, number) for number in picked(options.hosts, options.changes)]
            heap = live_heap_mb(jvm)
    return (f"| {files} files of {hosts_a_file} | {ready:.2f} | {cpu:.2f} | {resident:.0f} | {peak:.0f} | {heap:.0f} "
            f"| {statistics.median(changes):.1f} | {max(changes):.1f} |")


def picked(hosts, count):
    """The same hosts in every run."""
    return random.Random(20).sample(range(hosts), min(hosts, count))


def check_all_there(client, hosts):
    """The first 200 must not be the only one."""
    missing = [number for number in picked(hosts, 200) if client.status(manifests.host(number), "/app") != 200]
    if missing:
        raise RuntimeError(f"ready, but {len(missing)} of 200 hosts do not answer 200, for example {missing[:3]}")


def change(layout, client, number):
    """Milliseconds from one file put in place to the first 200 on its new path."""
    name, path = manifests.host(number), f"/new-{number}"
    put_in_place = layout.change(number, path)
    time.sleep(QUIET)
    if client.status(name, path) != 404:
        raise RuntimeError(f"{name}{path} is already there")
    began = time.monotonic()
    put_in_place()
    while client.status(name, path) != 200:
        if time.monotonic() - began > 30:
            raise RuntimeError(f"{name}{path} was not there after 30 s")
    return (time.monotonic() - began) * 1000


def live_heap_mb(jvm):
    """Bytes of all live objects; taking the histogram runs a full collection first."""
    return int(machine.jdk_tool(jvm, "jcmd", str(jvm), "GC.class_histogram").split()[-1]) / 2**20


if __name__ == "__main__":
    main()
