"""Reads configuration files with the code of the tools themselves: names a tool, takes its files as JSON on stdin."""
import json
import os
import sys
import tempfile

import yaml


def pyyaml(directory, files):
    return yaml.safe_load(files["file"])


def openstacksdk(directory, files):
    from openstack.config import OpenStackConfig

    paths = write(directory, files)
    config = OpenStackConfig(config_files=[paths["clouds.yaml"]], secure_files=[paths.get("secure.yaml", "/nonexistent")])
    # with an authentication plugin, so that keystoneauth takes the options too
    cloud = config.get_one(cloud="cloud")
    assert cloud.get_auth() is not None
    return {**cloud.config["auth"], "region_name": cloud.config["region_name"]}


def botocore(directory, files):
    from botocore.configloader import load_config, raw_config_parse

    paths = write(directory, files)
    return {"credentials": raw_config_parse(paths["credentials"]), "config": load_config(paths["config"])["profiles"]}


def s3cmd(directory, files):
    sys.path.insert(0, "/usr/lib/python3/dist-packages")
    from S3.Config import Config

    names = ["access_key", "secret_key", "host_base", "host_bucket", "use_https", "bucket_location"]
    for name in names:
        setattr(Config, name, False if name == "use_https" else "")
    Config(write(directory, files)["s3cfg"])
    Config._instance = None
    return {name: getattr(Config, name) for name in names}


def write(directory, files):
    paths = {name: os.path.join(directory, name) for name in files}
    for name, path in paths.items():
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(files[name])
    return paths


def read_all(reader):
    with tempfile.TemporaryDirectory() as directory:
        for files in json.load(sys.stdin):
            try:
                yield reader(directory, files)
            except Exception as error:
                yield {"error": repr(error)}


json.dump(list(read_all({"pyyaml": pyyaml, "openstacksdk": openstacksdk, "botocore": botocore, "s3cmd": s3cmd}[sys.argv[1]])), sys.stdout)
