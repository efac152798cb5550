"""Makes the projects, users and credentials of a new cloud, and writes cloud.json.

    provision.py FOLDER HORIZON
"""

import json
import os
import sys

from keystone_api import Keystone, password_identity

folder, horizon = sys.argv[1:]
keystone_url = f"http://127.0.0.1:{os.environ['KEYSTONE_PORT']}/v3"
swift_url = f"http://127.0.0.1:{os.environ['SWIFT_PORT']}"

DEFAULT = {"id": "default", "name": "Default"}
# Keystone's limit is 72 bytes.
AWKWARD = "pä ss \"dq\" 'sq' $HOME `id` b\\s\\\\n #{x}!%&;"
DASHED = "-x \"d' $HOME $(id) `id` \\s\\n\\\\ #{x} %s !! ~ñ *?[a]<>|^@=+,.:/_&;ü\\"
OTHER = 'other "Paß" wörd'
S3_SECRET = "-s/+= \"dq\" 'sq' $HOME `id` \\n #h ;c !! %(x)s {y}\\"
# As awkward as every format can hold: no reference to another value, no space before a comment's sign.
S3_MILDER_SECRET = "-s/+= \"dq\" 'sq' $HOME `id` %s !! {y};#h,?*[z]~\\"
SECRET = "-s \"dq\" 'sq' $HOME `id` \\n #h !! %s ü\\"

admin = Keystone(keystone_url, password_identity("admin", "admin-password", {"id": "default"}), "admin", {"id": "default"})
roles = {role["name"]: role["id"] for role in admin.get("/roles")["roles"]}


def create_project(name, domain):
    project = admin.create("project", name=name, domain_id=domain["id"])
    return {"id": project["id"], "name": name}


def create_user(name, password, domain, projects, role="member"):
    user = admin.create("user", name=name, domain_id=domain["id"], password=password)
    for project in projects:
        admin.put(f"/projects/{project['id']}/users/{user['id']}/roles/{roles[role]}")
    return {
        "id": user["id"],
        "name": name,
        "password": password,
        "domain": {"id": domain["id"], "name": domain["name"]},
        "projects": projects,
        "s3": create_s3_key(user, projects[0]),
    }


def create_s3_key(user, project):
    path = f"/users/{user['id']}/credentials/OS-EC2"
    key = admin.post(path, {"tenant_id": project["id"]})["credential"]
    return {"accessKey": key["access"], "secretKey": key["secret"]}


def create_awkward_s3_key(user, access, secret):
    """One that the user chose, as Keystone allows."""
    pair = {"access": access, "secret": secret}
    owner = {"user_id": user["id"], "project_id": user["projects"][0]["id"]}
    admin.create("credential", type="ec2", blob=json.dumps(pair), **owner)
    return {"accessKey": pair["access"], "secretKey": pair["secret"]}


def create_application_credential(user, name, **more):
    identity = password_identity(user["name"], user["password"], {"id": user["domain"]["id"]})
    own = Keystone(keystone_url, identity, user["projects"][0]["name"], {"id": user["domain"]["id"]})
    path = f"/users/{user['id']}/application_credentials"
    made = own.post(path, {"application_credential": {"name": name, **more}})["application_credential"]
    return {"id": made["id"], "name": name, "secret": made["secret"]}


def create_object_storage():
    # Swift's own user; s3tokens wants the role service or admin.
    create_user("swift", "swift-password", DEFAULT, [create_project("service", DEFAULT)], "admin")
    service = admin.create("service", name="swift", type="object-store")
    of_project = f"{swift_url}/v1/AUTH_%(project_id)s"
    for interface, url in {"public": of_project, "internal": of_project, "admin": swift_url}.items():
        admin.create("endpoint", service_id=service["id"], interface=interface, region_id="RegionOne", url=url)


def create_users():
    projects = [create_project(name, DEFAULT) for name in ("system-ccontini", "system-ccontini-b")]
    lab = admin.create("domain", name="Labor Süd")
    main = create_user("system-ccontini-2925", AWKWARD, DEFAULT, projects)
    dashed = create_user("-dashed user's", DASHED, DEFAULT, projects[:1])
    other = create_user("system-ccontini-2925", OTHER, lab, [create_project("labor", lab)])
    return {
        "users": {
            "main": main,
            "dashed": {**dashed, "s3": create_awkward_s3_key(dashed, "awkward.S3-key", S3_SECRET)},
            # The same name with another password: a token for it proves that the domain was told.
            "secondDomain": {**other, "s3": create_awkward_s3_key(other, "milder.S3-key", S3_MILDER_SECRET)},
        },
        "applicationCredentials": {
            "plain": create_application_credential(main, "plain"),
            "awkward": create_application_credential(main, "it's \"awkward\" ü", secret=SECRET),
        },
    }


def horizon_origins():
    names = {"plain": "PLAIN", "domain": "DOMAIN", "region": "REGION", "singleSignOn": "SSO"}
    return {name: f"http://127.0.0.1:{os.environ[f'HORIZON_{port}_PORT']}" for name, port in names.items()}


def write(cloud):
    path = os.path.join(folder, "cloud.json")
    with open(os.open(path + ".new", os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(cloud, file, indent=1, ensure_ascii=False)
    os.rename(path + ".new", path)


create_object_storage()
write({
    "authUrl": keystone_url,
    "region": "RegionOne",
    "swift": swift_url,
    "s3": {"endpoint": swift_url, "region": "us-east-1"},
    **create_users(),
    "horizon": horizon_origins() if horizon != "0" else None,
})  # fmt: skip
