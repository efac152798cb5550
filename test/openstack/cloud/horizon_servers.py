"""Horizon, loaded once and then forked into one server for each variant of its login form.

    horizon_servers.py FOLDER
"""

import importlib
import io
import os
import signal
import sys

folder = os.path.join(sys.argv[1], "horizon")
keystone_port = os.environ["KEYSTONE_PORT"]
sys.path.insert(0, folder)  # local/local_settings.py in there wins over the package's.
os.environ["DJANGO_SETTINGS_MODULE"] = "openstack_dashboard.settings"

import django  # noqa: E402

django.setup()

import horizon.conf  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402

import serve  # noqa: E402

# The usual home, /project/, leads to an overview that needs Nova.
for conf in (settings.HORIZON_CONFIG, horizon.conf.HORIZON_CONFIG):
    conf["user_home"] = "/project/api_access/"
if not os.path.exists(os.path.join(folder, "static/dashboard/manifest.json")):
    call_command("compress", force=True, verbosity=1)

multi_domain = {"OPENSTACK_KEYSTONE_MULTIDOMAIN_SUPPORT": True}
variants = {
    "PLAIN": {},
    "DOMAIN": multi_domain,
    "REGION": {
        **multi_domain,
        "AVAILABLE_REGIONS": [
            (f"http://127.0.0.1:{keystone_port}/v3", "RegionOne"),
            (f"http://localhost:{keystone_port}/v3", "RegionTwo"),
        ],
    },
    "SSO": {
        **multi_domain,
        "OPENSTACK_KEYSTONE_DOMAIN_DROPDOWN": True,
        "OPENSTACK_KEYSTONE_DOMAIN_CHOICES": (("Default", "Default"), ("Labor Süd", "Labor Süd")),
        "WEBSSO_ENABLED": True,
        "WEBSSO_INITIAL_CHOICE": "credentials",
        "WEBSSO_CHOICES": (("credentials", "Keystone Credentials"), ("openid", "OpenID Connect")),
    },
}
servers = {name: serve.bind(int(os.environ[f"HORIZON_{name}_PORT"])) for name in variants}


def load():
    """The application, after a first page: what that loads is then there in every fork."""
    settings.WEBSSO_ENABLED = True  # The routes are loaded once, and shall include those of single sign-on.
    app = StaticFilesHandler(WSGIHandler())
    importlib.import_module(settings.ROOT_URLCONF)
    importlib.import_module("openstack_auth.views")
    settings.WEBSSO_ENABLED = False
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/auth/login/", "QUERY_STRING": "", "SCRIPT_NAME": "",
        "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "1", "HTTP_HOST": "127.0.0.1", "REMOTE_ADDR": "127.0.0.1",
        "SERVER_PROTOCOL": "HTTP/1.0", "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr,
    }  # fmt: skip
    status = []
    body = b"".join(app(environ, lambda line, headers, error=None: status.append(line)))
    assert status[0].startswith("200"), (status, body[:2000])
    return app


def serve_variant(name, app):
    for other in servers:
        if other != name:
            servers[other].socket.close()
    # Cookies do not know ports.
    settings.SESSION_COOKIE_NAME = f"sessionid_{name.lower()}"
    for key, value in variants[name].items():
        setattr(settings, key, value)
    servers[name].set_app(app)
    servers[name].serve_forever()


def stop(*_):
    for pid in children:
        try:
            os.kill(pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
    os._exit(0)


application = load()
children = []
for variant in variants:
    child = os.fork()
    if child == 0:
        serve_variant(variant, application)
        os._exit(0)
    children.append(child)
for server in servers.values():
    server.socket.close()
signal.signal(signal.SIGTERM, stop)
signal.signal(signal.SIGINT, stop)
while True:
    os.wait()
