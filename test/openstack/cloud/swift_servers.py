"""Swift's four servers (account, container, object and proxy) in one process: one replica on one device.

    swift_servers.py FOLDER
"""

import logging
import os
import sys

import eventlet
import eventlet.hubs
from swift.common import utils

utils.eventlet_monkey_patch()
configuration = os.path.join(sys.argv[1], "swift", "etc")
utils.set_swift_dir(configuration)  # Else it reads /etc/swift/swift.conf.

from swift.common import constraints, storage_policy, wsgi  # noqa: E402
from swift.common.ring import RingBuilder  # noqa: E402

constraints.reload_constraints()
storage_policy.reload_storage_policies()


def build_ring(kind):
    port = int(os.environ[f"{kind.upper()}_PORT"])
    builder = RingBuilder(4, 1, 0)
    device = {"id": 0, "region": 1, "zone": 1, "weight": 1.0, "device": "d1", "meta": ""}
    builder.add_dev({**device, "ip": "127.0.0.1", "port": port, "replication_ip": "127.0.0.1", "replication_port": port})
    builder.rebalance()
    builder.get_ring().save(os.path.join(configuration, f"{kind}.ring.gz"))


def log_to_stderr(conf, name, log_to_console, log_route, format, logger, adapted_logger):
    """Named in the configuration (log_custom_handlers), since there may be no syslog."""
    if any(getattr(handler, "is_ours", False) for handler in logger.handlers):
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.is_ours = True
    handler.setFormatter(logging.Formatter(f"%(asctime)s {name} %(levelname)s %(message)s"))
    logger.addHandler(handler)


sys.modules["swift_servers"] = sys.modules["__main__"]

# Each server calls use_hub(), which would throw away the hub on which the others wait. So only a thread that has none
# yet may choose one.
choose_hub = eventlet.hubs.use_hub


def use_hub(name=None):
    if not hasattr(eventlet.hubs._threadlocal, "Hub"):
        choose_hub(name)


eventlet.hubs.use_hub = use_hub
use_hub(utils.get_hub())

for kind in ("account", "container", "object"):
    build_ring(kind)

servers = []
for kind in ("object", "container", "account", "proxy"):
    path = os.path.join(configuration, f"{kind}-server.conf")
    conf, logger, log_name = wsgi._initrp(path, f"{kind}-server")
    listener = wsgi.get_socket(conf)
    servers.append(eventlet.spawn(wsgi.run_server, conf, logger, listener, global_conf={"log_name": log_name}))
for server in servers:
    server.wait()
