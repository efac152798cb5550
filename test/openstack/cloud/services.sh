# Starts, finds and ends the servers. Sourced by up.sh and down.sh, which have set $here, $folder and $horizon.
# shellcheck shell=bash disable=SC2154

# What runs is known by its command line, so that a process that got an old one's number is left alone.
# SCRIPT
pid_of() {
  local pid
  pid=$(cat "$folder/pid/$1" 2>/dev/null) || return 1
  [[ -n $pid ]] && tr '\0' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qxF "$folder/bin/$1" || return 1
  echo "$pid"
}

all_running() {
  [[ -e $folder/cloud.json ]] || return 1
  pid_of keystone_server.py >/dev/null && pid_of swift_servers.py >/dev/null || return 1
  [[ $horizon == 0 ]] || pid_of horizon_servers.py >/dev/null
}

# SCRIPT: in a group of its own, without our lock.
start() {
  setsid "$python" "$folder/bin/$1" "$folder" >"$folder/log/$1.out" 2>&1 </dev/null 9>&- &
  echo $! >"$folder/pid/$1"
}

# SCRIPT
stop() {
  local pid tries
  if pid=$(pid_of "$1"); then
    kill -TERM -- "-$pid" 2>/dev/null || true
    for ((tries = 0; tries < 100; tries++)); do
      pid_of "$1" >/dev/null || break
      sleep 0.05
    done
    kill -KILL -- "-$pid" 2>/dev/null || true
  fi
  rm -f "$folder/pid/$1"
}

stop_all() {
  stop horizon_servers.py
  stop swift_servers.py
  stop keystone_server.py
  rm -f "$folder/owner"
}

# SCRIPT PORT
wait_for() {
  local tries
  for ((tries = 0; tries < 1200; tries++)); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then return 0; fi
    if ! pid_of "$1" >/dev/null; then
      say "$1 has ended."
      return 1
    fi
    sleep 0.1
  done
  say "$1 does not listen at port $2."
  return 1
}

# PID: however that process ends, and if it is killed, the cloud ends too.
end_with() {
  echo "$1" >"$folder/owner"
  LLAVERO_CLOUD_DIR=$folder setsid bash -c 'tail --pid="$1" -f /dev/null; exec "$2" --owner "$1"' watch "$1" \
    "$here/down.sh" >/dev/null 2>&1 </dev/null 9>&- &
}

# The themes and the policies are in a package whose installation would set up a web server. So it is only unpacked.
unpack_dashboard() {
  [[ -d $folder/horizon/themes && -d $folder/horizon/policy ]] && return
  local work=$folder/horizon/package
  rm -rf "$work"
  mkdir -p "$work"
  (
    cd "$work"
    apt-get -q -o APT::Sandbox::User=root download openstack-dashboard >"$folder/log/dashboard.log" 2>&1
    dpkg-deb -x openstack-dashboard_*.deb .
  )
  rm -rf "$folder"/horizon/{themes,policy}
  mv "$work/usr/share/openstack-dashboard/themes" "$work/etc/openstack-dashboard/policy" "$folder/horizon/"
  rm -rf "$work"
}
