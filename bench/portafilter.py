"""How a benchmark starts Portafilter, and asks it something."""

import http.client
import subprocess

import machine

LAUNCHER = machine.ROOT / "portafilter"


class Ports:
    def __init__(self):
        self.http = machine.free_port()
        self.https = machine.free_port()
        self.admin = machine.free_port()

    def arguments(self):
        return ["--http-port", str(self.http), "--https-port", str(self.https), "--healthz-port", str(self.admin)]


def build():
    """Lets the launcher build what it has to, so that no measurement contains it."""
    subprocess.run([LAUNCHER, "--version"], check=True, stdout=subprocess.DEVNULL)


def serve(folder, ports, log, cpu=None, java_options=""):
    env = {"JAVA_TOOL_OPTIONS": java_options} if java_options else None
    return machine.running([str(LAUNCHER), "serve", str(folder), "--bind=127.0.0.1", *ports.arguments()], log, cpu, env)


class Client:
    """One keep-alive connection; opened again when it breaks."""

    def __init__(self, port, address="127.0.0.1"):
        self.port = port
        self.address = address
        self.connection = None

    def status(self, host, path):
        """Status of a GET, or None when nobody answers."""
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection(self.address, self.port, timeout=10)
            self.connection.request("GET", path, headers={"Host": host})
            answer = self.connection.getresponse()
            answer.read()
            return answer.status
        except (OSError, http.client.HTTPException):
            self.close()
            return None

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None
