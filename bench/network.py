"""NetworkSetup on a large cluster: how long a change takes to stand in the status, and what is written when nothing changes."""

import argparse
import concurrent.futures
import contextlib
import http.client
import json
import re
import ssl
import statistics
import subprocess
import sys
import threading
import time

import apiserver
import live
import machine
import product

SETUPS = "/apis/portafilter.io/v1alpha1/networksetups"
COREDNS = "/api/v1/namespaces/kube-system/configmaps/coredns"
KUBE_PROXY = "/api/v1/namespaces/kube-system/configmaps/kube-proxy"
EXPORT = machine.ROOT / "operator/network/src/test/resources/io/portafilter/network/exports/kubeadm-flannel/export.yaml"
CRD = machine.ROOT / "crds/networksetups.portafilter.io.yaml"
PAUSE = 2.0  # the reconciler looks at most twice a second
SPEC = {"mode": "Plan", "pods": {"cidrs": ["10.128.0.0/11"]}, "services": {"cidrs": ["10.96.0.0/12"]},
        "dns": {"upstreams": {"servers": ["10.20.0.53"]}}}


def main():
    parser = argparse.ArgumentParser(prog="bench/run network --live")
    parser.add_argument("--nodes", type=int, default=5_000)
    parser.add_argument("--services", type=int, default=10_000)
    parser.add_argument("--changes", type=int, default=30, help="of each kind")
    parser.add_argument("--quiet", type=int, default=60, help="seconds without a change")
    options = parser.parse_args()
    live.prepare_network()
    product.build()
    print(f"load at start {machine.load():.1f}\n", flush=True)
    with live.cluster() as (server, connection, _, temp):
        began = time.monotonic()
        load(server, connection, options)
        print(f"{options.nodes} Nodes and {options.services} Services created in {time.monotonic() - began:.0f} s", flush=True)
        running = product.Product(temp, live.ADDRESS)
        with running.operator(server, ["--network-setup=observe"]) as operator:
            measure(server, server.connection(), running, operator, options)


def measure(server, connection, running, operator, options):
    began = time.monotonic()
    connection.post(SETUPS, {"apiVersion": "portafilter.io/v1alpha1", "kind": "NetworkSetup",
                             "metadata": {"name": "cluster"}, "spec": SPEC})
    status = Status(server)
    log = running.folder / "operator.log"
    machine.wait_until(lambda: status.nodes() == options.nodes, operator, log, seconds=300)
    print(f"first status {time.monotonic() - began:.1f} s after the operator's start; {told(status)}; "
          f"{live.memory('operator', operator)}", flush=True)
    for title, change in (("the Corefile is edited", edit_corefile), ("kube-proxy's configuration is edited", edit_proxy),
                          ("a Node with a range outside comes or goes", move_node)):
        delays = [change(connection, status, options, number) for number in range(options.changes)]
        report(title, delays)
    print(f"{told(status)}; {live.memory('operator', operator)}", flush=True)
    print(f"portafilter_network_reconcile: {reconciles(running)}", flush=True)
    quiet(connection, status, operator, options.quiet, "without a change", contextlib.nullcontext())
    quiet(connection, status, operator, options.quiet, "with each kubelet's status every 5 minutes",
          heartbeats(server, options.nodes))
    print(f"portafilter_network_reconcile: {reconciles(running)}; {live.memory('operator', operator)}", flush=True)


class Status:
    """The NetworkSetup's status as a watch tells it."""

    def __init__(self, server):
        self.server = server
        self.tree, self.version, self.bytes, self.at = {}, "", 0, 0.0
        self.changed = threading.Condition()
        threading.Thread(target=self.watch, daemon=True).start()

    def watch(self):
        host, port = self.server.url.removeprefix("https://").split(":")
        connection = http.client.HTTPSConnection(host, int(port), context=ssl.create_default_context(cafile=self.server.ca))
        connection.request("GET", f"{SETUPS}?watch=true", headers={"Authorization": f"Bearer {apiserver.TOKEN}"})
        for line in connection.getresponse():
            at, found = time.monotonic(), json.loads(line)["object"]
            with self.changed:
                self.tree, self.version, self.at = found.get("status", {}), found["metadata"]["resourceVersion"], at
                self.bytes = len(json.dumps(self.tree, separators=(",", ":")).encode())
                self.changed.notify_all()

    def wait(self, holds):
        """When the first status came of which this holds."""
        with self.changed:
            if not self.changed.wait_for(lambda: holds(self), 60):
                raise RuntimeError(f"the status did not tell of a change for 60 s: {json.dumps(self.tree)[:2000]}")
            return self.at

    def nodes(self):
        return self.tree.get("capacity", {}).get("nodes", {}).get("used")

    def blames(self, name):
        return any(name in conflict["objects"] for conflict in self.tree.get("conflicts", []))

    def plan(self):
        return self.tree.get("plan", {}).get("hash")


def timed(status, change, holds):
    """Milliseconds from the API server's answer to a change to the status that tells of it."""
    time.sleep(PAUSE)
    change()
    answered = time.monotonic()
    return max(0.0, status.wait(holds) - answered) * 1000


def edit_corefile(connection, status, options, number):
    before = status.plan()
    text = connection.request("GET", COREDNS)["data"]["Corefile"]
    text = re.sub(r"ttl \d+", f"ttl {31 + number % 60}", text)
    return timed(status, lambda: connection.patch(COREDNS, {"data": {"Corefile": text}}),
                 lambda now: now.plan() not in (None, before))


def edit_proxy(connection, status, options, number):
    before = status.plan()
    text = connection.request("GET", KUBE_PROXY)["data"]["config.conf"]
    text = re.sub(r"clusterCIDR: \S+", f"clusterCIDR: 10.{200 + number % 50}.0.0/16", text)
    return timed(status, lambda: connection.patch(KUBE_PROXY, {"data": {"config.conf": text}}),
                 lambda now: now.plan() not in (None, before))


def move_node(connection, status, options, number):
    """A node whose range lies outside comes and goes, and with it a conflict."""
    extra = node(options.nodes + number // 2)
    name, outside = extra["metadata"]["name"], f"10.64.{number // 2}.0/24"
    extra["spec"] = {"podCIDR": outside, "podCIDRs": [outside]}
    if number % 2:
        return timed(status, lambda: connection.delete(f"/api/v1/nodes/{name}"), lambda now: not now.blames(f"Node {name}"))
    return timed(status, lambda: connection.post("/api/v1/nodes", extra), lambda now: now.blames(f"Node {name}"))


def quiet(connection, status, operator, seconds, title, around):
    """What is written to the API server while nothing changes that the status tells of."""
    time.sleep(5)
    with around:
        before, version, cpu = writes(connection), status.version, machine.cpu_seconds(operator.pid)
        time.sleep(seconds)
        after = writes(connection)
        cpu = machine.cpu_seconds(operator.pid) - cpu
    written = {key: after[key] - before.get(key, 0) for key in after if after[key] > before.get(key, 0)}
    written = ", ".join(f"{key} {int(count)}" for key, count in sorted(written.items())) or "none"
    print(f"{seconds} s {title}: the status was {'not ' if version == status.version else ''}written, operator {cpu:.1f} CPU s; "
          f"requests that write: {written}", flush=True)


def writes(connection):
    """Requests that write, by verb and resource, since the API server's start."""
    found = {}
    for line in text(connection, "/metrics").splitlines():
        match = re.match(r"apiserver_request_total\{(.*)\} (\S+)$", line)
        if match:
            labels = dict(re.findall(r'(\w+)="([^"]*)"', match[1]))
            if labels["verb"] in ("POST", "PUT", "PATCH", "APPLY", "DELETE", "DELETECOLLECTION"):
                key = f"{labels['verb']} {labels['resource']}" + (f"/{labels['subresource']}" if labels["subresource"] else "")
                found[key] = found.get(key, 0) + float(match[2])
    return found


def text(connection, path):
    connection.connection.request("GET", path, headers={"Authorization": f"Bearer {apiserver.TOKEN}"})
    return connection.connection.getresponse().read().decode()


def reconciles(running):
    """What the operator's own metric says."""
    scrape = http.client.HTTPConnection("127.0.0.1", running.admin, timeout=60)
    scrape.request("GET", "/metrics")
    found = dict(re.findall(r"(?m)^portafilter_network_reconcile_seconds_(\w+?)(?:\{.*\})? (\S+)$",
                            scrape.getresponse().read().decode()))
    return (f"{float(found['count']):.0f} looks, mean {1000 * float(found['sum']) / float(found['count']):.0f} ms, "
            f"max of the last minutes {1000 * float(found['max']):.0f} ms")


@contextlib.contextmanager
def heartbeats(server, nodes):
    """What kubelets report when nothing happens: times and nothing else."""
    ended = threading.Event()

    def run():
        connection, number = server.connection(), 0
        names = [found["metadata"]["name"] for found in connection.request("GET", "/api/v1/nodes")["items"]]
        while not ended.wait(300 / nodes):
            connection.request(
                "PATCH", f"/api/v1/nodes/{names[number % nodes]}/status",
                {"status": {"conditions": conditions(time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))}},
                content_type="application/strategic-merge-patch+json")
            number += 1

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def told(status):
    return (f"status {status.bytes:,} bytes, {len(status.tree.get('conflicts', []))} conflicts, "
            f"{len(status.tree.get('plan', {}).get('changes', []))} changes planned")


def report(title, delays):
    delays = sorted(delays)
    print(f"{title}: {len(delays)} times, mean {statistics.mean(delays):.0f} ms, median {statistics.median(delays):.0f}, "
          f"p99 {delays[min(len(delays) - 1, int(len(delays) * 0.99))]:.0f}, max {delays[-1]:.0f}", flush=True)


def load(server, connection, options):
    """A cluster of kubeadm's and flannel's, with wider ranges, more nodes and more Services."""
    objects = EXPORT.read_text().replace("10.244.0.0/16", "10.128.0.0/11").replace("10.244.", "10.128.")
    for name in [*sorted(set(re.findall(r"namespace: (\S+)", objects))), *(f"team-{team}" for team in range(100))]:
        connection.request("POST", "/api/v1/namespaces", {"metadata": {"name": name}}, expected=(201, 409))
    kubectl(server, "create", "-f", str(CRD))
    kubectl(server, "apply", "--server-side", "--force-conflicts", "--validate=false", "-f", "-", stdin=objects)
    known = [found["metadata"]["name"] for found in connection.request("GET", "/api/v1/nodes")["items"]]
    create(server, [("/api/v1/nodes", node(number)) for number in range(len(known), options.nodes)])
    there = len(connection.request("GET", "/api/v1/services")["items"])
    create(server, [(f"/api/v1/namespaces/team-{number % 100}/services", service(number))
                    for number in range(there, options.services)])


def kubectl(server, *arguments, stdin=None):
    subprocess.run([apiserver.binary("kubectl"), f"--kubeconfig={server.kubeconfig}", *arguments], check=True, input=stdin,
                   text=True, stdout=subprocess.DEVNULL)


def create(server, objects):
    def some(part):
        connection = server.connection()
        for path, body in part:
            connection.post(path, body)

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        list(pool.map(some, [objects[start::4] for start in range(4)]))


def conditions(now):
    return [{"type": kind, "status": "True" if kind == "Ready" else "False", "lastHeartbeatTime": now,
             "lastTransitionTime": "2026-01-01T00:00:00Z", "reason": f"Kubelet{kind}", "message": f"kubelet reports {kind}"}
            for kind in ("MemoryPressure", "DiskPressure", "PIDPressure", "Ready")]


def node(number):
    """As a kubelet registers and reports itself."""
    name, pods = f"n{number}", f"10.{128 + number // 256}.{number % 256}.0/24"
    room = {"cpu": "8", "memory": "32Gi", "ephemeral-storage": "200Gi", "pods": "110"}
    return {
        "apiVersion": "v1", "kind": "Node",
        "metadata": {"name": name, "labels": {"kubernetes.io/hostname": name, "kubernetes.io/os": "linux",
                                              "kubernetes.io/arch": "amd64", "topology.kubernetes.io/zone": f"z{number % 3}"}},
        "spec": {"podCIDR": pods, "podCIDRs": [pods]},
        "status": {
            "addresses": [{"type": "InternalIP", "address": f"172.16.{number // 250}.{1 + number % 250}"},
                          {"type": "Hostname", "address": name}],
            "capacity": room, "allocatable": room, "conditions": conditions("2026-01-01T00:00:00Z"),
            "daemonEndpoints": {"kubeletEndpoint": {"Port": 10250}},
            "images": [{"names": [f"registry.example/app-{image}@sha256:{image:064x}"], "sizeBytes": 50_000_000 + image}
                       for image in range(10)],
            "nodeInfo": {"kubeletVersion": "v1.33.4", "containerRuntimeVersion": "containerd://2.1.4",
                         "machineID": f"{number + 16:032x}", "systemUUID": f"{number:032x}", "bootID": f"{number:032x}",
                         "kernelVersion": "6.12.0", "osImage": "Linux", "operatingSystem": "linux", "architecture": "amd64",
                         "kubeProxyVersion": ""}}}


def service(number):
    return {"apiVersion": "v1", "kind": "Service", "metadata": {"name": f"s{number}", "namespace": f"team-{number % 100}"},
            "spec": {"selector": {"app": f"s{number}"}, "ports": [{"name": "http", "port": 80, "targetPort": 8080}]}}


if __name__ == "__main__":
    sys.exit(main())
