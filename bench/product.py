"""How a benchmark starts the operator and a proxy as a cluster would: two processes, a stream between them."""

import contextlib
import os
import pathlib
import re
import subprocess

import apiserver
import machine

NAMESPACE, ACCOUNT, AUDIENCE = "ingress-nginx", "ingress-nginx-proxy", "portafilter"
OPERATOR, PROXY = machine.ROOT / "operator" / "controller", machine.ROOT / "ingress-proxy"
CA_BUNDLE = "ingress-nginx-ca-bundle"


def java():
    return pathlib.Path(subprocess.run(
        [machine.ROOT / "bin" / "find-jdk"], check=True, capture_output=True, text=True).stdout.strip(), "bin", "java")


def build():
    """Class paths of both images; what is measured is what the tree holds."""
    subprocess.run(
        [machine.ROOT / "mvnw", "-f", machine.ROOT / "pom.xml", "-q", "-B", "-pl", "operator/controller,ingress-proxy",
         "-am", "-Dmaven.test.skip=true", "package", "dependency:copy-dependencies", "-DincludeScope=runtime",
         "-DoutputDirectory=${project.build.directory}/bench-lib"], check=True, stdout=subprocess.DEVNULL)


def class_path(module):
    return f"{module}/target/classes:{module}/target/bench-lib/*"


class Product:
    """A running operator and proxy."""

    def __init__(self, folder, address):
        self.folder = pathlib.Path(folder)
        self.address = address
        self.stream, self.admin, self.webhook = (machine.free_port() for _ in range(3))
        self.http, self.https, self.health = (machine.free_port() for _ in range(3))

    def operator(self, server, options=()):
        """One operator, as administrator: what it may do is not what is measured."""
        return machine.running(
            [str(java()), *flags(OPERATOR), *tried("OPERATOR"), "-cp", class_path(OPERATOR), "io.portafilter.controller.OperatorCommand",
             f"--kubeconfig={server.kubeconfig}", f"--stream-port={self.stream}", f"--healthz-port={self.admin}",
             f"--server-name={self.address}", "--update-status=false",
             "--election-id=ingress-nginx-leader", f"--validating-webhook=:{self.webhook}", *options],
            self.folder / "operator.log", env={"POD_NAMESPACE": NAMESPACE, "POD_NAME": "operator-1"})

    @contextlib.contextmanager
    def proxy(self, connection, operator):
        """One proxy; its token and the bundle lie in files as kubelet would put them there."""
        bundle = self.folder / "ca.crt"
        machine.wait_until(lambda: read_bundle(connection, bundle), operator, self.folder / "operator.log", pause=0.05)
        token = self.folder / "token"
        token.write_text(apiserver.service_account_token(connection, NAMESPACE, ACCOUNT, AUDIENCE))
        command = [str(java()), *flags(PROXY), *tried("PROXY"), "-cp", class_path(PROXY),
                   "io.portafilter.proxy.daemon.ProxyCommand",
                   f"--operator=https://{self.address}:{self.stream}", f"--token-file={token}", f"--ca-file={bundle}",
                   f"--state-dir={self.folder}/state", f"--bind={self.address}", f"--http-port={self.http}",
                   f"--https-port={self.https}", f"--healthz-port={self.health}", "--enable-metrics=true"]
        with machine.running(command, self.folder / "proxy.log") as process:
            yield process


def flags(module):
    """The JVM's options of the image."""
    pom = (module / "pom.xml").read_text()
    return re.findall(r"<jvmFlag>(.*?)</jvmFlag>", pom) + re.findall(r"<JAVA_TOOL_OPTIONS>(.*?)<", pom)[0].split()


def tried(program):
    """More options of the JVM, to see what they would do: OPERATOR_JAVA_OPTIONS, PROXY_JAVA_OPTIONS."""
    return os.environ.get(f"{program}_JAVA_OPTIONS", "").split()


def read_bundle(connection, target):
    with contextlib.suppress(RuntimeError):
        found = connection.request("GET", f"/api/v1/namespaces/{NAMESPACE}/configmaps/{CA_BUNDLE}")
        target.write_text(found["data"]["ca.crt"])
        return True
    return False
