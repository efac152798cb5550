"""A small threaded WSGI server: a browser's idle connections would block the plain one of wsgiref."""

import socketserver
import sys
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer


class Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = True

    def server_bind(self):
        # Not wsgiref's own, which asks a name server for our name.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]
        self.setup_environ()

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(WSGIRequestHandler):
    timeout = 60  # seconds

    def address_string(self):
        return self.client_address[0]

    def log_message(self, format, *args):
        sys.stderr.write("%s %s\n" % (self.log_date_time_string(), format % args))
        sys.stderr.flush()


def bind(port):
    """A server on loopback that has its port, and no application yet."""
    return Server(("127.0.0.1", port), Handler)
