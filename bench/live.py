"""Latency, memory and start of operator and proxy on a real API server. See README.md."""

import argparse
import contextlib
import http.client
import json
import random
import ssl
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import apiserver
import backend
import machine
import portafilter
import product
import world

ADDRESS = "10.255.255.1"  # on the loopback device of a network namespace of our own: the API server takes no 127.0.0.0/8


def main():
    parser = argparse.ArgumentParser(prog="bench/run live")
    parser.add_argument("--only", choices=["propagation", "churn", "start", "admission"])
    parser.add_argument("--ingresses", type=int, default=3_000, help="one after another")
    parser.add_argument("--routes", type=int, default=5_000, help="that churn")
    parser.add_argument("--starts", type=int, nargs="*", default=[5_000, 20_000])
    parser.add_argument("--loaded", type=int, default=10_000, help="Ingresses, when admission is asked")
    options = parser.parse_args()
    prepare_network()
    product.build()
    print(f"load at start {machine.load():.1f}\n", flush=True)
    if options.only in (None, "propagation"):
        propagation("3,000 in a row", options.ingresses, 0)
    if options.only in (None, "churn"):
        propagation("while routes churn", options.ingresses, options.routes)
    if options.only in (None, "start"):
        for number in options.starts:
            start(number)
    if options.only in (None, "admission"):
        admission(options.loaded)


def prepare_network():
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    subprocess.run(["ip", "address", "add", f"{ADDRESS}/32", "dev", "lo"], check=True)


@contextlib.contextmanager
def cluster():
    """An API server with a namespace for the product, a class and a backend's port."""
    with tempfile.TemporaryDirectory(prefix="portafilter-bench-") as temp, \
            apiserver.running(temp, ADDRESS) as server, backend.serving(ADDRESS) as port:
        connection = server.connection()
        connection.post("/api/v1/namespaces", {"metadata": {"name": product.NAMESPACE}})
        connection.post(f"/api/v1/namespaces/{product.NAMESPACE}/serviceaccounts", {"metadata": {"name": product.ACCOUNT}})
        world.create_class(connection)
        yield server, connection, port, temp


def propagation(title, count, routes):
    """From the API server's answer to the first 200, one Ingress after another."""
    with cluster() as (server, connection, port, temp):
        world.create_hosts(server, range(count), ADDRESS, port, ingresses=False)
        churning = range(count, count + routes)
        world.create_hosts(server, churning, ADDRESS, port)
        running = product.Product(temp, ADDRESS)
        with running.operator(server) as operator, running.proxy(connection, operator) as proxy:
            client = portafilter.Client(running.http, ADDRESS)
            wait_ready(client, churning[-1] if routes else None, running, proxy)
            with churn(server, churning, port) if routes else contextlib.nullcontext():
                delays, errors = [], 0
                for number in range(count):
                    delay, wrong = one(connection, client, number)
                    delays.append(delay)
                    errors += wrong
            report(title, delays, errors, operator, proxy)


def one(connection, client, number):
    """Milliseconds to the first 200, and how many answers were neither that nor 404."""
    connection.post(world.ingress_path(number), world.ingress(number))
    answered = time.monotonic()
    errors = 0
    while (status := client.status(world.host(number), "/")) != 200:
        errors += status != 404
        if time.monotonic() - answered > 60:
            raise RuntimeError(f"{world.host(number)} was not there after 60 s, last answer {status}")
        time.sleep(0.0005)
    return (time.monotonic() - answered) * 1000, errors


@contextlib.contextmanager
def churn(server, numbers, port):
    """One workload change every 2 s, one configuration change every second."""
    ended = threading.Event()
    rng = random.Random(5)

    def run():
        connection, turn = server.connection(), 0
        while not ended.wait(1):
            turn += 1
            number = rng.choice(numbers)
            connection.patch(world.ingress_path(number, f"/h{number:05d}"), {"metadata": {"annotations": {
                "nginx.ingress.kubernetes.io/proxy-read-timeout": str(60 + turn)}}})
            if turn % 2 == 0:
                number = rng.choice(numbers)
                slice_ = world.endpoint_slice(number, f"10.99.{turn % 250}.{number % 250 + 1}", port)
                connection.patch(world.slice_path(number, f"/h{number:05d}"), {"endpoints": slice_["endpoints"]})

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def start(count):
    """Everything is there before the operator starts."""
    with cluster() as (server, connection, port, temp):
        world.create_hosts(server, range(count + 2), ADDRESS, port, ingresses=False)
        create_ingresses(server, range(count))
        running = product.Product(temp, ADDRESS)
        began = time.monotonic()
        with running.operator(server) as operator, running.proxy(connection, operator) as proxy:
            client = portafilter.Client(running.http, ADDRESS)
            ready = wait_ready(client, count - 1, running, proxy) - began
            missing = [n for n in random.Random(20).sample(range(count), 200) if client.status(world.host(n), "/") != 200]
            if missing:
                raise RuntimeError(f"ready, but {len(missing)} of 200 hosts do not answer 200")
            delay, errors = one(connection, client, count)
            print(f"start with {count} Ingresses: {ready:.1f} s to the last host's first 200; one new host {delay:.1f} ms, "
                  f"{errors} errors; {memory('operator', operator)}; {memory('proxy', proxy)}", flush=True)
            use(client, running, count)
            print(f"    after 20,000 requests and two scrapes: {memory('proxy', proxy)}", flush=True)
            delay, errors = one(connection, client, count + 1)
            print(f"    another new host, of programs that are no longer busy with their start: {delay:.1f} ms, {errors} errors", flush=True)


def use(client, running, count, requests=20_000):
    """What users and Prometheus do with a proxy: memory counts when it has worked."""
    for number in range(requests):
        if client.status(world.host(number % count), "/") != 200:
            raise RuntimeError(f"{world.host(number % count)} does not answer 200")
    for _ in range(2):
        scrape = http.client.HTTPConnection(ADDRESS, running.health, timeout=60)
        scrape.request("GET", "/metrics")
        if f'host="{world.host(0)}"' not in scrape.getresponse().read().decode():
            raise RuntimeError("the metrics do not name a host that was asked")
        scrape.close()


def create_ingresses(server, numbers):
    connection = server.connection()
    for number in numbers:
        connection.post(world.ingress_path(number), world.ingress(number))


def admission(count, questions=1_000):
    """What the webhook takes for an answer, asked as the API server would."""
    with cluster() as (server, connection, port, temp):
        world.create_hosts(server, range(count), ADDRESS, port)
        running = product.Product(temp, ADDRESS)
        with running.operator(server) as operator, running.proxy(connection, operator) as proxy:
            wait_ready(portafilter.Client(running.http, ADDRESS), count - 1, running, proxy)
            context = ssl.create_default_context(cafile=f"{temp}/ca.crt")
            webhook = http.client.HTTPSConnection(ADDRESS, running.webhook, context=context, timeout=60)
            for number in range(200):
                review(webhook, count + number)
            delays, wrong = [], 0
            for number in range(questions):
                taken = number % 4 == 3  # a host that another Ingress has: to be rejected
                delay, allowed = review(webhook, number if taken else count + number, name=f"new-{number}")
                delays.append(delay)
                wrong += allowed == taken
            report(f"admission, {count} Ingresses loaded, wrong answers as errors", delays, wrong, operator, proxy)


def review(webhook, number, name="new"):
    candidate = world.ingress(number)
    candidate["metadata"] = {"name": name, "namespace": "bench-new", "uid": f"00000000-0000-4000-8000-{number:012d}"}
    question = {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
        "uid": f"00000000-0000-4000-9000-{number:012d}", "operation": "CREATE", "name": name, "namespace": "bench-new",
        "kind": {"group": "networking.k8s.io", "version": "v1", "kind": "Ingress"},
        "resource": {"group": "networking.k8s.io", "version": "v1", "resource": "ingresses"},
        "userInfo": {"username": "bench"}, "object": candidate}}
    began = time.monotonic()
    webhook.request("POST", "/networking/v1/ingresses", json.dumps(question), {"Content-Type": "application/json"})
    answer = json.loads(webhook.getresponse().read())
    return (time.monotonic() - began) * 1000, answer["response"]["allowed"]


def wait_ready(client, number, running, proxy):
    wanted = (lambda: client.status(world.host(number), "/") == 200) if number is not None else (
        lambda: client.status("nobody.bench.test", "/") == 404)
    return machine.wait_until(wanted, proxy, running.folder / "proxy.log", seconds=300)


def report(title, delays, errors, operator, proxy):
    worst = sorted(((delay, number) for number, delay in enumerate(delays)), reverse=True)[:5]
    worst = ", ".join(f"{delay:.0f} at number {number}" for delay, number in worst)
    delays = sorted(delays)
    p99 = delays[int(len(delays) * 0.99)]
    print(f"{title}: {len(delays)} times, mean {statistics.mean(delays):.1f} ms, median {statistics.median(delays):.1f}, "
          f"p99 {p99:.1f}, max {delays[-1]:.1f}, {errors} errors; worst: {worst}; "
          f"{memory('operator', operator)}; {memory('proxy', proxy)}", flush=True)


def memory(name, process):
    resident, peak = machine.memory_mb(process.pid)
    return f"{name} {resident:.0f} MB resident (peak {peak:.0f}), {machine.cpu_seconds(process.pid):.0f} CPU s"


if __name__ == "__main__":
    sys.exit(main())
