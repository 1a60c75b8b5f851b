"""A kube-apiserver with its etcd, for benchmarks: no nodes, no controllers, so that nothing but the product is measured."""

import base64
import contextlib
import http.client
import json
import os
import pathlib
import ssl
import subprocess

import machine

CACHE = pathlib.Path(os.environ.get("PORTAFILTER_CACHE", pathlib.Path.home() / ".cache" / "portafilter"))
TOKEN = "bench-admin"


class ApiServer:
    """What a client needs of a running API server."""

    def __init__(self, url, folder):
        self.url = url
        self.folder = folder
        self.kubeconfig = folder / "kubeconfig"
        self.ca = folder / "apiserver.crt"

    def connection(self):
        return Connection(self)


class Connection:
    """One keep-alive connection as administrator; for one thread."""

    def __init__(self, server):
        host, port = server.url.removeprefix("https://").split(":")
        context = ssl.create_default_context(cafile=server.ca)
        self.connection = http.client.HTTPSConnection(host, int(port), context=context, timeout=60)

    def request(self, method, path, body=None, expected=(200, 201), content_type="application/json"):
        data = None if body is None else json.dumps(body)
        self.connection.request(method, path, data, {
            "Authorization": f"Bearer {TOKEN}", "Content-Type": content_type, "Accept": "application/json"})
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status not in expected:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:500]}")
        return json.loads(text)

    def post(self, path, body):
        return self.request("POST", path, body)

    def patch(self, path, body):
        return self.request("PATCH", path, body, content_type="application/merge-patch+json")

    def delete(self, path):
        return self.request("DELETE", path)


def binary(name):
    found = CACHE / "bin" / name
    if not found.exists():
        raise SystemExit(f"bench: {found} is missing; e2e/cluster/build makes it (PORTAFILTER_CACHE names another place)")
    return str(found)


@contextlib.contextmanager
def running(folder, address):
    """Starts both on an address of this machine, everything of theirs in a folder."""
    folder = pathlib.Path(folder)
    make_keys(folder, address)
    (folder / "tokens.csv").write_text(f'{TOKEN},admin,admin,"system:masters"\n')
    client, peer = (f"http://127.0.0.1:{machine.free_port()}" for _ in range(2))
    etcd = [binary("etcd"), "--data-dir", f"{folder}/etcd", "--unsafe-no-fsync", "--listen-client-urls", client,
            "--advertise-client-urls", client, "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
            "--initial-cluster", f"default={peer}", "--quota-backend-bytes", "8000000000"]
    port = machine.free_port()
    server = ApiServer(f"https://{address}:{port}", folder)
    apiserver = [binary("kube-apiserver"), f"--etcd-servers={client}", f"--bind-address={address}",
                 f"--secure-port={port}", f"--tls-cert-file={folder}/apiserver.crt",
                 f"--tls-private-key-file={folder}/apiserver.key", f"--token-auth-file={folder}/tokens.csv",
                 "--authorization-mode=RBAC", "--service-cluster-ip-range=10.96.0.0/12",
                 "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
                 f"--service-account-key-file={folder}/apiserver.crt",
                 f"--service-account-signing-key-file={folder}/apiserver.key",
                 "--disable-admission-plugins=ServiceAccount", "--endpoint-reconciler-type=none"]
    with machine.running(etcd, folder / "etcd.log"), machine.running(apiserver, folder / "apiserver.log") as process:
        machine.wait_until(lambda: is_ready(server), process, folder / "apiserver.log", pause=0.2)
        write_kubeconfig(server)
        yield server


def make_keys(folder, address):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=kube-apiserver", "-addext", f"subjectAltName=IP:{address}", "-keyout", folder / "apiserver.key",
         "-out", folder / "apiserver.crt"], check=True, capture_output=True)


def is_ready(server):
    try:
        server.connection().request("GET", "/api/v1/namespaces/default")
        return True
    except (OSError, RuntimeError, http.client.HTTPException, ValueError):
        return False


def write_kubeconfig(server):
    authority = base64.b64encode(server.ca.read_bytes()).decode()
    server.kubeconfig.write_text(json.dumps({
        "apiVersion": "v1", "kind": "Config", "current-context": "bench",
        "clusters": [{"name": "bench", "cluster": {"server": server.url, "certificate-authority-data": authority}}],
        "users": [{"name": "bench", "user": {"token": TOKEN}}],
        "contexts": [{"name": "bench", "context": {"cluster": "bench", "user": "bench"}}]}))


def service_account_token(connection, namespace, name, audience):
    """A token as kubelet would project it into a pod."""
    answer = connection.post(
        f"/api/v1/namespaces/{namespace}/serviceaccounts/{name}/token",
        {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest",
         "spec": {"audiences": [audience], "expirationSeconds": 7200}})
    return answer["status"]["token"]

