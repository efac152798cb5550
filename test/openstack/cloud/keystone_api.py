"""What provision.py needs of Keystone's API, with nothing but Python's own modules."""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request

opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def password_identity(user, password, domain):
    return {"methods": ["password"], "password": {"user": {"name": user, "password": password, "domain": domain}}}


class Keystone:
    """Keystone, seen by one user in one project."""

    def __init__(self, url, identity, project, project_domain):
        self.url = url
        self.token = None
        scope = {"project": {"name": project, "domain": project_domain}}
        _, headers = self._send("POST", "/auth/tokens", {"auth": {"identity": identity, "scope": scope}})
        self.token = headers["X-Subject-Token"]

    def get(self, path, **query):
        return self._send("GET", path + ("?" + urllib.parse.urlencode(query) if query else ""))[0]

    def post(self, path, body):
        return self._send("POST", path, body)[0]

    def put(self, path):
        self._send("PUT", path)

    def create(self, kind, **attributes):
        return self.post(f"/{kind}s", {kind: attributes})[kind]

    def _send(self, method, path, body=None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["X-Auth-Token"] = self.token
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, method=method, headers=headers, data=data)
        try:
            with opener.open(request, timeout=60) as answer:
                content = answer.read()
                return (json.loads(content) if content else None), answer.headers
        except urllib.error.HTTPError as error:
            sys.exit(f"{method} {path}: {error.code} {error.read().decode()[:500]}")
