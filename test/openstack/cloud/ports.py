"""Prints a free port for every service, as shell variables: the usual port, or another where that one is taken."""

import socket

USUAL = {
    "KEYSTONE_PORT": 5000,
    "SWIFT_PORT": 8080,
    "OBJECT_PORT": 6200,
    "CONTAINER_PORT": 6201,
    "ACCOUNT_PORT": 6202,
    "HORIZON_PLAIN_PORT": 8000,
    "HORIZON_DOMAIN_PORT": 8001,
    "HORIZON_REGION_PORT": 8002,
    "HORIZON_SSO_PORT": 8003,
}


def bound(port):
    """A socket on that port, or on any free one; kept open so that no port is given twice."""
    for wanted in (port, 0):
        candidate = socket.socket()
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind(("127.0.0.1", wanted))
            return candidate
        except OSError:
            candidate.close()
    raise SystemExit("There is no free port.")


sockets = {name: bound(port) for name, port in USUAL.items()}
for name, open_socket in sockets.items():
    print(f"{name}={open_socket.getsockname()[1]}")
