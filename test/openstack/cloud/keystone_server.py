"""Sets a new Keystone up by the commands of keystone-manage, then serves its public application.

    keystone_server.py FOLDER

The commands run in forks, so that Keystone's imports are paid for once.
"""

import os
import sqlite3
import sys
import traceback

import keystone.server.wsgi
from keystone.cmd import cli

import serve

folder = os.path.join(sys.argv[1], "keystone")
configuration = os.path.join(folder, "keystone.conf")
port = int(os.environ["KEYSTONE_PORT"])


def manage(*arguments):
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            cli.main(argv=["keystone-manage", "--config-file", configuration, *arguments])
            code = 0
        except SystemExit as error:
            code = error.code or 0
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    if os.waitpid(pid, 0)[1]:
        sys.exit(f"keystone-manage {arguments[0]} failed")


def set_up():
    owner = ("--keystone-user", "root", "--keystone-group", "root") if os.getuid() == 0 else ()
    manage("fernet_setup", *owner)
    manage("credential_setup", *owner)
    manage("db_sync")
    # Otherwise "database is locked": Keystone leaves a read cursor open while another connection commits.
    connection = sqlite3.connect(os.path.join(folder, "keystone.db"))
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    url = f"http://127.0.0.1:{port}/v3"
    urls = [word for kind in ("public", "internal", "admin") for word in (f"--bootstrap-{kind}-url", url)]
    manage("bootstrap", "--bootstrap-password", "admin-password", "--bootstrap-region-id", "RegionOne", *urls)


set_up()
os.environ["OS_KEYSTONE_CONFIG_FILES"] = configuration
sys.argv[1:] = []  # Keystone would read them as its own.
server = serve.bind(port)
server.set_app(keystone.server.wsgi.initialize_public_application())
server.serve_forever()
