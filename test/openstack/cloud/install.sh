#!/usr/bin/env bash
# Installs those of the given Debian packages that are missing, as fast as apt can be made to. Needs root.
#
#   install.sh FOLDER PACKAGE…     FOLDER takes the log and what is only needed meanwhile
set -euo pipefail

readonly folder=$1
shift

is_installed() {
  [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null) == ii* ]]
}

missing=()
for package in "$@"; do
  is_installed "$package" || missing+=("$package")
done
((${#missing[@]} == 0)) && exit 0

if ! command -v apt-get >/dev/null || [[ $(id -u) != 0 ]]; then
  echo "These Debian packages are missing, and only root can install them: ${missing[*]}" >&2
  exit 1
fi

echo "Installing ${#missing[@]} of Debian's packages with what they need, which takes about a minute …" >&2

on_exit() {
  rm -rf "$folder/shim"
  [[ -z ${own_policy:-} ]] || rm -f /usr/sbin/policy-rc.d
}
trap on_exit EXIT
trap 'exit 143' TERM INT

# Nothing of what is installed may start a service of the system.
if [[ ! -e /usr/sbin/policy-rc.d ]]; then
  own_policy=yes
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
  chmod 755 /usr/sbin/policy-rc.d
fi

# 250 packages call py3compile one after the other, which takes more than half of dpkg's time. One that does nothing,
# earlier in their path, saves it: Python itself compiles what is really imported.
mkdir -p "$folder/shim"
printf '#!/bin/sh\nexit 0\n' >"$folder/shim/py3compile"
chmod 755 "$folder/shim/py3compile"

apt=(
  apt-get -q -y
  -o DPkg::Lock::Timeout=600
  -o APT::Install-Recommends=false
  -o "DPkg::Path=$folder/shim:/usr/sbin:/usr/bin:/sbin:/bin"
  -o Dpkg::Options::=--force-confdef
  -o Dpkg::Options::=--force-confold
  -o Dpkg::Options::=--force-unsafe-io
  -o Dpkg::Options::=--path-exclude=/usr/share/man/\*
  -o Dpkg::Options::=--path-exclude=/usr/share/doc/\*
  -o Dpkg::Options::=--path-include=/usr/share/doc/\*/copyright
  -o Dpkg::Options::=--path-exclude=/usr/share/locale/\*
  -o Dpkg::Use-Pty=0
)

install_missing() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q update
  # dpkg syncs its list to the disk after every package.
  local preload=""
  if "${apt[@]}" install libeatmydata1; then preload=libeatmydata.so; fi
  LD_PRELOAD=$preload "${apt[@]}" install "${missing[@]}"
}

log=$folder/install.log
if ! install_missing >"$log" 2>&1; then
  tail -15 "$log" >&2
  echo "apt-get could not install: ${missing[*]}" >&2
  exit 1
fi
