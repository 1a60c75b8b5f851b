"""The proxies that are compared, each set up to do the same work: the headers of ingress-nginx upstream, kept upstream
connections, one worker, an access log into a file."""

import contextlib
import dataclasses
import pathlib
import subprocess

import machine
import manifests
import portafilter

BODY = "x" * 100


@dataclasses.dataclass(frozen=True)
class Proxy:
    name: str
    pid: int
    http: int
    https: int


def certificate(temp):
    """A self-signed P-256 certificate for localhost, in the forms that the three want."""
    key, chain = temp / "key.pem", temp / "chain.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", chain],
        check=True, capture_output=True)
    (temp / "both.pem").write_text(chain.read_text() + key.read_text())


NGINX_BASE = """
daemon off;
worker_processes 1;
pid {temp}/{name}.pid;
error_log {temp}/{name}.error.log;
events {{ worker_connections 8192; }}
http {{
    client_body_temp_path {temp}/{name}.body;
    proxy_temp_path {temp}/{name}.proxy;
    fastcgi_temp_path {temp}/{name}.fastcgi;
    uwsgi_temp_path {temp}/{name}.uwsgi;
    scgi_temp_path {temp}/{name}.scgi;
    {body}
}}
"""

BACKEND = """
    access_log off;
    keepalive_requests 100000000;
    server {{ listen 127.0.0.1:{port}; location / {{ return 200 "{text}"; }} }}
"""

PROXY = """
    log_format ingress '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" '
        '"$http_user_agent" $request_length $request_time [bench-bench-80] [] $upstream_addr $upstream_response_length '
        '$upstream_response_time $upstream_status $req_id';
    access_log {temp}/nginx.access.log ingress;
    server_tokens off;
    keepalive_requests 1000;
    map $http_x_request_id $req_id {{ default $http_x_request_id; "" $request_id; }}
    upstream backend {{ server 127.0.0.1:{backend}; keepalive 320; keepalive_requests 10000; }}
    server {{
        listen 127.0.0.1:{http};
        listen 127.0.0.1:{https} ssl;
        server_name localhost;
        ssl_certificate {temp}/chain.pem;
        ssl_certificate_key {temp}/key.pem;
        ssl_protocols TLSv1.2 TLSv1.3;
        ssl_session_tickets off;
        location / {{
            proxy_pass http://backend;
            proxy_http_version 1.1;
            proxy_buffering off;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Request-ID $req_id;
            proxy_set_header X-Real-IP $remote_addr;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Host $http_host;
            proxy_set_header X-Forwarded-Port $server_port;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_set_header X-Forwarded-Scheme $scheme;
            proxy_set_header X-Scheme $scheme;
        }}
    }}
"""

HAPROXY = """
global
    nbthread 1
    maxconn 8192
    log stdout format raw local0
    ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
defaults
    mode http
    log global
    option httplog
    option dontlognull
    timeout connect 5s
    timeout client 60s
    timeout server 60s
    http-reuse always
frontend entry
    bind 127.0.0.1:{http}
    bind 127.0.0.1:{https} ssl crt {temp}/both.pem
    unique-id-format %{{+X}}o%ci%cp%fi%fp%Ts%rt%pid
    unique-id-header X-Request-ID
    http-request set-header X-Real-IP %[src]
    http-request set-header X-Forwarded-For %[src]
    http-request set-header X-Forwarded-Host %[req.hdr(host)]
    http-request set-header X-Forwarded-Port %[dst_port]
    http-request set-header X-Forwarded-Proto https if {{ ssl_fc }}
    http-request set-header X-Forwarded-Proto http unless {{ ssl_fc }}
    http-request set-header X-Forwarded-Scheme https if {{ ssl_fc }}
    http-request set-header X-Forwarded-Scheme http unless {{ ssl_fc }}
    http-request set-header X-Scheme https if {{ ssl_fc }}
    http-request set-header X-Scheme http unless {{ ssl_fc }}
    default_backend backend
backend backend
    server one 127.0.0.1:{backend}
"""

INGRESS = """
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: bench
  namespace: bench
  annotations: {{nginx.ingress.kubernetes.io/ssl-redirect: "false"}}
spec:
  ingressClassName: nginx
  tls:
    - hosts: [localhost]
      secretName: bench
  rules:
    - host: localhost
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: {{service: {{name: bench, port: {{number: 80}}}}}}
---
apiVersion: v1
kind: Service
metadata: {{name: bench, namespace: bench}}
spec:
  ports: [{{name: http, port: 80, targetPort: {backend}}}]
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: bench-1
  namespace: bench
  labels: {{kubernetes.io/service-name: bench}}
addressType: IPv4
ports: [{{name: http, port: {backend}, protocol: TCP}}]
endpoints: [{{addresses: [127.0.0.1]}}]
---
apiVersion: v1
kind: Secret
metadata: {{name: bench, namespace: bench}}
type: kubernetes.io/tls
stringData:
  tls.crt: |
{chain}
  tls.key: |
{key}
"""


@contextlib.contextmanager
def backend(temp, cpu):
    """Answers 100 bytes; gives its port."""
    port = machine.free_port()
    with _nginx(temp, "backend", BACKEND.format(port=port, text=BODY), cpu, port):
        yield port


@contextlib.contextmanager
def nginx(temp, backend_port, cpu):
    http, https = machine.free_port(), machine.free_port()
    body = PROXY.format(temp=temp, backend=backend_port, http=http, https=https)
    with _nginx(temp, "nginx", body, cpu, http) as process:
        yield Proxy("nginx", process.pid, http, https)


@contextlib.contextmanager
def _nginx(temp, name, body, cpu, port):
    config, log = temp / f"{name}.conf", temp / f"{name}.log"
    config.write_text(NGINX_BASE.format(temp=temp, name=name, body=body))
    with machine.running(["nginx", "-c", str(config), "-e", str(log)], log, cpu) as process:
        _wait_for_200(port, process, log)
        yield process


@contextlib.contextmanager
def haproxy(temp, backend_port, cpu):
    http, https = machine.free_port(), machine.free_port()
    config, log = temp / "haproxy.cfg", temp / "haproxy.log"
    config.write_text(HAPROXY.format(temp=temp, backend=backend_port, http=http, https=https))
    with machine.running(["haproxy", "-db", "-f", str(config)], log, cpu) as process:
        _wait_for_200(http, process, log)
        yield Proxy("HAProxy", process.pid, http, https)


@contextlib.contextmanager
def portafilter_proxy(temp, backend_port, cpu):
    folder, log, ports = temp / "manifests", temp / "portafilter.log", portafilter.Ports()
    folder.mkdir()
    chain, key = (_indented(temp / name) for name in ("chain.pem", "key.pem"))
    manifest = manifests.CLASS + "---" + INGRESS.format(backend=backend_port, chain=chain, key=key)
    (folder / "bench.yaml").write_text(manifest)
    with portafilter.serve(folder, ports, log, cpu) as process:
        _wait_for_200(ports.http, process, log)
        yield Proxy("portafilter", machine.java_below(process.pid), ports.http, ports.https)


def _indented(file):
    return "\n".join("    " + line for line in pathlib.Path(file).read_text().splitlines())


def _wait_for_200(port, process, log):
    client = portafilter.Client(port)
    machine.wait_until(lambda: client.status("localhost", "/hello") == 200, process, log)
    client.close()
