# Writes the configuration of a new Keystone and Swift, and of Horizon. Sourced by up.sh, which has set $folder and the ports.
# shellcheck shell=bash disable=SC2154

readonly keystone_url=http://127.0.0.1:$KEYSTONE_PORT

configure_keystone() {
  rm -rf "$folder/keystone"
  mkdir -p "$folder"/keystone/{fernet,credential}
  chmod 700 "$folder"/keystone/{fernet,credential}
  cat >"$folder/keystone/keystone.conf" <<END
[DEFAULT]
log_file = $folder/log/keystone.log
[database]
connection = sqlite:///$folder/keystone/keystone.db
[token]
provider = fernet
expiration = 86400
[fernet_tokens]
key_repository = $folder/keystone/fernet
[fernet_receipts]
key_repository = $folder/keystone/fernet
[credential]
key_repository = $folder/keystone/credential
[cache]
# Without one, each request makes some 200 queries and takes 0.4 s in place of 7 ms.
enabled = true
backend = dogpile.cache.memory
proxies = oslo_cache.testing.CacheIsolatingProxy
[identity]
password_hash_rounds = 4
[cors]
# None, as in most clouds.
END
}

swift_service() {
  cat <<END
auth_type = password
auth_url = $keystone_url
project_domain_id = default
user_domain_id = default
project_name = service
username = swift
password = swift-password
END
}

# PORT
swift_defaults() {
  cat <<END
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $1
swift_dir = $folder/swift/etc
devices = $folder/swift/devices
mount_check = false
disable_fallocate = true
fallocate_reserve = 0
workers = 0
log_level = INFO
log_custom_handlers = swift_servers.log_to_stderr
log_address = /nonexistent
END
}

# KIND PORT
configure_swift_storage() {
  {
    swift_defaults "$2"
    cat <<END
[pipeline:main]
pipeline = $1-server
[app:$1-server]
use = egg:swift#$1
END
  } >"$folder/swift/etc/$1-server.conf"
}

configure_swift_proxy() {
  {
    swift_defaults "$SWIFT_PORT"
    cat <<END
cors_allow_origin = *
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck proxy_logging listing_formats bulk tempurl authtoken s3api s3token keystoneauth copy container_quotas account_quotas slo dlo versioned_writes symlink proxy_logging proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:authtoken]
paste.filter_factory = keystonemiddleware.auth_token:filter_factory
www_authenticate_uri = $keystone_url/v3
$(swift_service)
delay_auth_decision = True
service_token_roles_required = True
token_cache_time = 60
[filter:keystoneauth]
use = egg:swift#keystoneauth
operator_roles = admin, member
reseller_prefix = AUTH
[filter:s3token]
use = egg:swift#s3token
reseller_prefix = AUTH_
delay_auth_decision = False
auth_uri = $keystone_url/v3
$(swift_service)
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
END
    local filter
    for filter in catch_errors gatekeeper healthcheck proxy_logging listing_formats bulk tempurl copy container_quotas \
      account_quotas slo dlo versioned_writes symlink; do
      printf '[filter:%s]\nuse = egg:swift#%s\n' "$filter" "$filter"
    done
  } >"$folder/swift/etc/proxy-server.conf"
}

configure_swift() {
  rm -rf "$folder/swift"
  mkdir -p "$folder"/swift/{etc,devices/d1}
  cat >"$folder/swift/etc/swift.conf" <<END
[swift-hash]
swift_hash_path_prefix = prefix
swift_hash_path_suffix = suffix
[storage-policy:0]
name = default
default = yes
END
  configure_swift_storage account "$ACCOUNT_PORT"
  configure_swift_storage container "$CONTAINER_PORT"
  configure_swift_storage object "$OBJECT_PORT"
  configure_swift_proxy
}

configure_horizon() {
  mkdir -p "$folder"/horizon/{local,media}
  touch "$folder/horizon/local/__init__.py"
  cat >"$folder/horizon/local/local_settings.py" <<END
FOLDER = "$folder/horizon"
DEBUG = False
ALLOWED_HOSTS = ["*"]
SECRET_KEY = "for tests only"
LOCAL_PATH = FOLDER + "/local"
STATIC_ROOT = FOLDER + "/static"
MEDIA_ROOT = FOLDER + "/media"
POLICY_FILES_PATH = FOLDER + "/policy"
AVAILABLE_THEMES = [("default", "Default", FOLDER + "/themes/default")]
DEFAULT_THEME = "default"
COMPRESS_OFFLINE = True
OPENSTACK_KEYSTONE_URL = "$keystone_url/v3"
OPENSTACK_KEYSTONE_DEFAULT_DOMAIN = "Default"
# Kept by the server: a session that is a cookie comes back when an answer to the page before is late.
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
OPENSTACK_API_VERSIONS = {"identity": 3}
END
}
