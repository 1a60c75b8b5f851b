"""Where time goes with many hosts: Flight Recorder's samples of the start and of changes, by our own methods. See README.md."""

import argparse
import collections
import json
import pathlib
import tempfile

import backend
import hosts
import machine
import manifests
import portafilter

OURS = "io.portafilter."


def main():
    parser = argparse.ArgumentParser(prog="bench/run where")
    parser.add_argument("--hosts", type=int, default=20_000)
    parser.add_argument("--hosts-a-file", type=int, default=1)
    parser.add_argument("--changes", type=int, default=50)
    parser.add_argument("--lines", type=int, default=25)
    options = parser.parse_args()
    portafilter.build()
    start, changes = record(options)
    for title, (samples, view) in {"start": start, f"{options.changes} changes": changes}.items():
        print(f"## {title}: {len(samples)} samples\n")
        table("our method, with all that it calls", inclusive(samples), len(samples), options.lines)
        own = collections.Counter(frames[0] for _, frames in samples)
        table("any method, itself only", own, len(samples), options.lines)
        table("thread", collections.Counter(thread for thread, _ in samples), len(samples), options.lines)
        print(view)


def record(options):
    """Samples, as (thread, frames from the top), and the view of garbage collections, of the start and of the changes."""
    with tempfile.TemporaryDirectory(prefix="portafilter-bench-") as temp, backend.serving() as backend_port:
        layout = manifests.Layout(pathlib.Path(temp, "manifests"), options.hosts, options.hosts_a_file, backend_port)
        layout.write()
        ports, log = portafilter.Ports(), pathlib.Path(temp, "log")
        with portafilter.serve(
                layout.folder, ports, log, java_options="-XX:StartFlightRecording=settings=profile") as process:
            client = portafilter.Client(ports.http)
            last = manifests.host(options.hosts - 1)
            machine.wait_until(lambda: client.status(last, "/app") == 200, process, log)
            jvm = machine.java_below(process.pid)
            start = dump(jvm, pathlib.Path(temp, "start.jfr"))
            machine.jdk_tool(jvm, "jcmd", str(jvm), "JFR.stop", "name=1")
            machine.jdk_tool(jvm, "jcmd", str(jvm), "JFR.start", "name=changes", "settings=profile")
            for number in hosts.picked(options.hosts, options.changes):
                hosts.change(layout, client, number)
            return start, dump(jvm, pathlib.Path(temp, "changes.jfr"))


def dump(jvm, file):
    machine.jdk_tool(jvm, "jcmd", str(jvm), "JFR.dump", f"filename={file}")
    printed = machine.jdk_tool(
        jvm, "jfr", "print", "--json", "--stack-depth", "64", "--events", "jdk.ExecutionSample", str(file))
    values = [event["values"] for event in json.loads(printed)["recording"]["events"]]
    samples = [(value["sampledThread"]["javaName"], frames(value)) for value in values]
    return samples, machine.jdk_tool(jvm, "jfr", "view", "gc-pauses", str(file))


def frames(value):
    methods = [frame["method"] for frame in value["stackTrace"]["frames"]]
    return [method["type"]["name"].replace("/", ".") + "." + method["name"] for method in methods]


def inclusive(samples):
    return collections.Counter(name for _, frames in samples for name in set(frames) if name.startswith(OURS))


def table(title, counter, total, lines):
    print(f"| {title} | samples | share |\n|---|---|---|")
    for name, count in counter.most_common(lines):
        print(f"| `{name}` | {count} | {100 * count / max(total, 1):.0f} % |")
    print()


if __name__ == "__main__":
    main()
