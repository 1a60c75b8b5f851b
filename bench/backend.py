"""A backend for benchmarks that do not measure throughput: answers every request with 200."""

import contextlib
import http.server
import threading


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def serving(address="127.0.0.1"):
    """Runs it on a free port of this machine; gives the port."""
    server = http.server.ThreadingHTTPServer((address, 0), Answer)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
