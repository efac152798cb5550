#!/usr/bin/env bash
# Ends what up.sh started.
#
#   down.sh                 keeps its data and logs
#   down.sh --purge         deletes them
#   down.sh --owner PID     only if the cloud was started for that process
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${LLAVERO_CLOUD_DIR:-$here/../../../.output/openstack}
[[ -d $folder ]] || exit 0
folder=$(cd "$folder" && pwd)
readonly here folder
# shellcheck source=services.sh
source "$here/services.sh"

if [[ ${1:-} == --owner && $(cat "$folder/owner" 2>/dev/null) != "${2:-}" ]]; then exit 0; fi
stop_all
# Only a folder that up.sh has made.
if [[ ${1:-} == --purge && -d $folder/pid ]]; then rm -rf "$folder"; fi
