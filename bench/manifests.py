"""Folders of manifests: N hosts, each with one Ingress, one Service and one EndpointSlice."""

import pathlib


def host(number):
    return f"h{number:05d}.bench.test"


def objects(number, backend, extra_path=None):
    """The three objects of one host, which serves /app and perhaps one path more."""
    name = f"h{number:05d}"
    paths = "".join(
        f"""
          - path: {path}
            pathType: Prefix
            backend: {{service: {{name: {name}, port: {{number: 80}}}}}}"""
        for path in ["/app"] + ([extra_path] if extra_path else []))
    return f"""apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {name}
  namespace: bench
spec:
  ingressClassName: nginx
  rules:
    - host: {host(number)}
      http:
        paths:{paths}
---
apiVersion: v1
kind: Service
metadata:
  name: {name}
  namespace: bench
spec:
  ports:
    - name: http
      port: 80
      targetPort: {backend}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: {name}-1
  namespace: bench
  labels: {{kubernetes.io/service-name: {name}}}
addressType: IPv4
ports:
  - name: http
    port: {backend}
    protocol: TCP
endpoints:
  - addresses: [127.0.0.1]
    conditions: {{ready: true}}
"""


CLASS = """apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: nginx
spec:
  controller: k8s.io/ingress-nginx
"""


class Layout:
    """A folder with a number of hosts a file."""

    def __init__(self, folder, hosts, hosts_a_file, backend):
        self.folder = pathlib.Path(folder)
        self.staging = self.folder.with_name(self.folder.name + ".staging")
        self.hosts = hosts
        self.hosts_a_file = hosts_a_file
        self.backend = backend
        self.extra = {}

    def write(self):
        self.folder.mkdir()
        self.staging.mkdir()
        (self.folder / "class.yaml").write_text(CLASS)
        for first in range(0, self.hosts, self.hosts_a_file):
            self._file(first).write_text(self._text(first))

    def change(self, number, path):
        """Gives a host one more path; returns the act of putting the changed file in place, which is atomic."""
        self.extra[number] = path
        target = self._file(number)
        staged = self.staging / target.name
        staged.write_text(self._text(number - number % self.hosts_a_file))
        return lambda: staged.replace(target)

    def _file(self, number):
        return self.folder / f"hosts-{number // self.hosts_a_file:05d}.yaml"

    def _text(self, first):
        numbers = range(first, min(first + self.hosts_a_file, self.hosts))
        return "---\n".join(objects(number, self.backend, self.extra.get(number)) for number in numbers)
