#!/usr/bin/env bash
# Starts a real Keystone, Swift (with its S3 API) and Horizon on loopback, from Debian's packages. A cloud that runs is
# left alone; otherwise a new one is made, without what was in the last one. down.sh ends it.
#
#   LLAVERO_CLOUD_DIR       where everything lies    (default: .output/openstack)
#   LLAVERO_CLOUD_HORIZON   0: without Horizon       (default: 1)
#   LLAVERO_CLOUD_OWNER     a process: the cloud ends with it
#
# Prints one JSON object with every address and credential, which is also in $LLAVERO_CLOUD_DIR/cloud.json. What it does
# goes to stderr.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${LLAVERO_CLOUD_DIR:-$here/../../../.output/openstack}
mkdir -p "$folder"/{bin,log,pid}
folder=$(cd "$folder" && pwd)
chmod 700 "$folder"
readonly here folder
readonly horizon=${LLAVERO_CLOUD_HORIZON:-1}
# Not the one of the PATH, which may be another than the packages belong to.
readonly python=/usr/bin/python3

# Nothing of the caller's clouds, proxies or Python may leak in.
unset PYTHONPATH PYTHONHOME http_proxy https_proxy HTTP_PROXY HTTPS_PROXY all_proxy ALL_PROXY
for name in $(compgen -e | grep -E '^(OS|ST|AWS|S3|RCLONE)_' || true); do unset "$name"; done
export no_proxy='*' NO_PROXY='*' LC_ALL=C.UTF-8 PYTHONWARNINGS=ignore

say() {
  printf '[%3d s] %s\n' "$SECONDS" "$*" >&2
}

# shellcheck source=services.sh
source "$here/services.sh"

# Two at once would both find nothing running.
exec 9>"$folder/lock"
flock 9

reused=false
if all_running; then
  reused=true
else
  stop_all
fi

on_exit() {
  local status=$?
  ((status == 0)) && return
  say "The cloud could not be started."
  tail -n 15 "$folder"/log/*.out >&2 2>/dev/null || true
  [[ $reused == true ]] || stop_all
}
trap on_exit EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

if [[ $reused == false ]]; then
  rm -f "$folder/cloud.json" "$folder"/log/*
  say "Starting …"
  bash "$here/install.sh" "$folder" $(bash "$here/packages.sh" "$horizon") 9>&-
  [[ $horizon == 0 ]] || unpack_dashboard
  # Copied, so that what Python compiles does not lie in the working tree.
  cp "$here"/*.py "$folder/bin/"
  "$python" "$folder/bin/ports.py" >"$folder/ports"
  set -a
  # shellcheck source=/dev/null
  source "$folder/ports"
  set +a
  # shellcheck source=configure.sh
  source "$here/configure.sh"
  configure_keystone
  configure_swift
  start keystone_server.py
  start swift_servers.py
  if [[ $horizon != 0 ]]; then
    configure_horizon
    start horizon_servers.py
  fi
  say "Waiting for the servers …"
  wait_for keystone_server.py "$KEYSTONE_PORT"
  "$python" "$folder/bin/provision.py" "$folder" "$horizon" 9>&-
  wait_for swift_servers.py "$SWIFT_PORT"
  [[ -z ${LLAVERO_CLOUD_OWNER:-} ]] || end_with "$LLAVERO_CLOUD_OWNER"
  say "The cloud runs."
fi
cat "$folder/cloud.json"
