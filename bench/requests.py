"""CPU time per request of Portafilter, nginx and HAProxy in one interleaved run. See README.md."""

import argparse
import contextlib
import pathlib
import random
import re
import statistics
import subprocess
import tempfile

import machine
import peers
import portafilter

PROXY_CPU, OTHER_CPU = 0, 1
WARM_UP_WINDOWS, WARM_UP_SPREAD, WARM_UP_LIMIT = 3, 0.02, 24

SCENARIOS = {
    "keep-alive 100 B": ("http", []),
    "new connections": ("http", ["-H", "Connection: close"]),
    "TLS keep-alive 100 B": ("https", []),
    "TLS new connections": ("https", ["-H", "Connection: close"]),
}


def main():
    parser = argparse.ArgumentParser(prog="bench/run requests")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--only", choices=SCENARIOS, action="append")
    options = parser.parse_args()
    portafilter.build()
    steal, load = machine.steal_seconds(), machine.load()
    print("| scenario | portafilter µs | nginx µs | HAProxy µs | ÷ nginx [95 %] | ÷ HAProxy [95 %] | req/s p, n, h | cold µs |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="portafilter-bench-") as temp, arms(pathlib.Path(temp)) as proxies:
        failures = []
        for name in options.only or SCENARIOS:
            print(row(name, proxies, options, failures), flush=True)
    print(f"\nload {load:.1f} before, {machine.load():.1f} after; stolen CPU time {machine.steal_seconds() - steal:.1f} s; "
          f"{len(failures)} windows with failed requests")
    print("".join(f"\n{failure}" for failure in failures))


@contextlib.contextmanager
def arms(temp):
    """The three proxies in front of one backend, all alive for the whole run."""
    with contextlib.ExitStack() as stack:
        peers.certificate(temp)
        backend = stack.enter_context(peers.backend(temp, OTHER_CPU))
        yield {
            "portafilter": stack.enter_context(peers.portafilter_proxy(temp, backend, PROXY_CPU)),
            "nginx": stack.enter_context(peers.nginx(temp, backend, PROXY_CPU)),
            "haproxy": stack.enter_context(peers.haproxy(temp, backend, PROXY_CPU)),
        }


def row(scenario, proxies, options, failures):
    scheme, arguments = SCENARIOS[scenario]

    def window(name):
        return window_that_counts(proxies[name], scheme, arguments, options.seconds, failures)

    cold, _ = window("portafilter")
    warm_up(lambda: window("portafilter")[0])
    cost, rate = {name: [] for name in proxies}, {name: [] for name in proxies}
    for turn in range(options.rounds):
        for name in list(proxies) if turn % 2 == 0 else reversed(list(proxies)):
            micros, per_second = window(name)
            cost[name].append(micros)
            rate[name].append(per_second)
    micros = " | ".join(f"{statistics.median(cost[name]):.1f}" for name in proxies)
    ratios = " | ".join(ratio(cost["portafilter"], cost[peer]) for peer in ("nginx", "haproxy"))
    rates = ", ".join(f"{statistics.median(rate[name]):.0f}" for name in proxies)
    return f"| {scenario} | {micros} | {ratios} | {rates} | {cold:.1f} |"


def warm_up(window):
    """Until a few windows in a row cost the same, or time is over."""
    seen = []
    for _ in range(WARM_UP_LIMIT):
        seen = (seen + [window()])[-WARM_UP_WINDOWS:]
        if len(seen) == WARM_UP_WINDOWS and max(seen) / min(seen) - 1 < WARM_UP_SPREAD:
            return


class FailedWindow(Exception):
    """A window in which requests failed; it says nothing about cost."""


def window_that_counts(proxy, scheme, arguments, seconds, failures):
    """A window again when requests of it failed, which is told; three failures in a row end the run."""
    for _ in range(3):
        try:
            return measure(proxy, scheme, arguments, seconds)
        except FailedWindow as failed:
            failures.append(str(failed))
    raise RuntimeError("\n".join(failures))


def measure(proxy, scheme, arguments, seconds):
    """CPU microseconds per request, and requests per second."""
    port = proxy.https if scheme == "https" else proxy.http
    before = machine.cpu_seconds(proxy.pid)
    out = subprocess.run(
        ["taskset", "-c", str(OTHER_CPU), "wrk", "-t1", "-c16", f"-d{seconds}s", *arguments,
         f"{scheme}://localhost:{port}/hello"],
        check=True, capture_output=True, text=True).stdout
    spent = machine.cpu_seconds(proxy.pid) - before
    if "Non-2xx" in out or "Socket errors" in out:
        raise FailedWindow(f"{proxy.name}, {scheme} {' '.join(arguments)}:\n{out}")
    count, duration = re.search(r"(\d+) requests in ([\d.]+)s", out).groups()
    if int(count) == 0:
        raise RuntimeError(f"{proxy.name} answered nothing:\n{out}")
    return spent / int(count) * 1e6, int(count) / float(duration)


def ratio(ours, theirs):
    """Median of the ratios of each round, with a bootstrap interval."""
    ratios = [a / b for a, b in zip(ours, theirs)]
    draw = random.Random(95)
    medians = sorted(statistics.median(draw.choices(ratios, k=len(ratios))) for _ in range(2000))
    return f"{statistics.median(ratios):.2f} [{medians[50]:.2f}, {medians[1949]:.2f}]"


if __name__ == "__main__":
    main()
