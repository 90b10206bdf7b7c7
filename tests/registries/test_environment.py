"""Proxies and certificates that the environment names."""

from __future__ import annotations

import contextlib
import selectors
import socket
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from refcheck.registries.http import Http
from refcheck.registries.replies import Reply, Trouble

OK = {"json": {"answer": 42}}
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


def ask(http, service):
    return http.get(f"{service.url}/works/1", service=service.url, kind="single")


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """An environment that names no proxy."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


class Proxy(BaseHTTPRequestHandler):
    """Passes bytes on to any host, whatever name it is asked for by: always to loopback."""

    def do_CONNECT(self):
        self.server.tunnels.append(self.path)
        with socket.create_connection(("127.0.0.1", int(self.path.rpartition(":")[2]))) as there:
            self.send_response(200)
            self.end_headers()
            self.pass_on(there)
        self.close_connection = True

    def pass_on(self, there):
        ways = {self.connection: there, there: self.connection}
        with selectors.DefaultSelector() as ready, contextlib.suppress(OSError):
            for end in ways:
                ready.register(end, selectors.EVENT_READ)
            while True:
                for key, _ in ready.select(5):
                    if not (part := key.fileobj.recv(65536)):
                        return
                    ways[key.fileobj].sendall(part)

    def log_message(self, *_):
        pass


@pytest.fixture
def proxy():
    """A proxy on loopback that opens tunnels."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    server.daemon_threads, server.tunnels = True, []
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_proxy_of_the_environment_is_used(http, service, monkeypatch):
    service.answers(OK)
    monkeypatch.setenv("http_proxy", service.url)
    reply = http.get("http://registry.invalid/works/1", service="x", kind="single")
    assert isinstance(reply, Reply)
    assert service.targets == ["http://registry.invalid/works/1"]


def test_a_proxy_that_is_not_there_is_named(http, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    trouble = http.get("http://registry.invalid/works/1", service="x", kind="single")
    assert isinstance(trouble, Trouble)
    assert "proxy" in trouble.detail


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """A certificate for loopback that no system trusts."""
    folder = tmp_path_factory.mktemp("authority")
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=loopback",
        "-addext",
        "subjectAltName=IP:127.0.0.1",
    ]
    try:
        subprocess.run([*command, "-keyout", folder / "key.pem", "-out", folder / "cert.pem"], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("the openssl program is not here")
    return folder


@pytest.fixture
def secure(service, authority, monkeypatch):
    """The server behind that certificate."""
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "cert.pem", authority / "key.pem")
    service._server.socket = context.wrap_socket(service._server.socket, server_side=True)
    service.url = service.url.replace("http:", "https:")
    service.answers(OK)
    return service


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"])
def test_certificates_named_in_the_environment_are_trusted(http, secure, authority, monkeypatch, name):
    monkeypatch.setenv(name, str(authority / "cert.pem"))
    assert isinstance(ask(http, secure), Reply)


def test_an_untrusted_certificate_is_said_and_not_asked_again(http, secure):
    first, second = ask(http, secure), ask(http, secure)
    assert "is not trusted" in first.detail
    assert second.detail.endswith("not asked again in this run")
    assert http.requests == 1


def test_a_file_of_certificates_that_is_not_there_is_a_failure(http, secure, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/ca.pem")
    trouble = ask(http, secure)
    assert isinstance(trouble, Trouble)
    assert "/nowhere/ca.pem" in trouble.detail


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy"])
def test_a_secure_service_is_reached_through_the_tunnel_of_a_proxy(http, secure, authority, proxy, monkeypatch, name):
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "cert.pem"))
    monkeypatch.setenv(name, proxy.url)
    assert isinstance(ask(http, secure), Reply)
    assert proxy.tunnels == [secure.url.removeprefix("https://")]


@pytest.mark.parametrize("name", ["NO_PROXY", "no_proxy"])
def test_a_host_that_is_named_as_not_behind_the_proxy_is_asked_directly(http, service, monkeypatch, name):
    service.answers(OK)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv(name, "127.0.0.1")
    assert isinstance(ask(http, service), Reply)


def test_connections_that_open_slowly_bring_no_requests_together(secure, authority, monkeypatch):
    """What counts for the service is when a request arrives: after the hands were shaken, which takes its time."""
    opened, plain = [], secure._server.get_request

    def slowly():
        opened.append(True)
        time.sleep(0.1 if len(opened) == 1 else 0.6)
        return plain()

    arrived = []

    def route(_):
        arrived.append(time.monotonic())
        limits = {"x-rate-limit-limit": "2", "x-rate-limit-interval": "1s", "x-concurrency-limit": "3"}
        return {**OK, "headers": limits, "silence": 0.7}

    secure.route(route)
    monkeypatch.setattr(secure._server, "get_request", slowly)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "cert.pem"))
    with Http() as http:
        replies = http.get_all([f"{secure.url}/{number}" for number in range(8)], service=secure.url, kind="list")
    assert all(isinstance(reply, Reply) for reply in replies)
    assert len(opened) > 1
    assert min(last - first for first, last in zip(arrived, arrived[2:], strict=False)) >= 1.0
