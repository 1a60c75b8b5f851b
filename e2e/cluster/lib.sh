# shellcheck shell=bash disable=SC2034
# Shared by the scripts of this folder; sourced, not run.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${PORTAFILTER_CACHE:-$HOME/.cache/portafilter}  # built binaries and images: outlives the cluster
STATE=${PORTAFILTER_CLUSTER:-/var/lib/portafilter-e2e} # the running cluster: `down` removes it
BIN=$CACHE/bin
export PATH=$BIN:$PATH GOTOOLCHAIN=local KUBECONFIG=$STATE/kubeconfig E2E_AUDIT_LOG=$STATE/log/audit.log

# The cluster's network exists in namespaces made here and nowhere else; the machine has no address in it and no route to it.
LAN=10.89.0       # .1 router and upstream DNS, .2 another DNS (both pflan), .11 the node (pfnode), .100 a client (pfclient)
BALANCERS=10.89.1 # addresses for Services of type LoadBalancer, routed to the node
PODS=10.244.0.0/16
SERVICES=10.96.0.0/16
DNS=10.96.0.10
NODE=$LAN.11
API=https://$NODE:6443

say() { printf '%s %s\n' "$(date +%H:%M:%S)" "$*" >&2; }
die() {
  say "FAILED: $*"
  exit 1
}
ms() { echo $(($(date +%s%N) / 1000000)); }

# wait_for SECONDS WHAT COMMAND...: polls until the command succeeds.
wait_for() {
  local deadline=$(($(date +%s) + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [[ $(date +%s) -lt $deadline ]] || die "$what did not come up"
    sleep 0.2
  done
}

# in_node COMMAND...: runs inside the node's namespaces. Not `ip netns exec`: that puts a fresh /sys over the cgroups.
in_node() { nsenter -t "$(cat "$STATE/run/node.pid")" -m -n -p -u -- "$@"; }

# in_client COMMAND...: runs where the cluster's clients are, outside its node but in its network.
in_client() { nsenter --net=/run/netns/pfclient -- "$@"; }

# daemon NAME COMMAND...: starts a process; its output in log/NAME.log, its id in run/NAME.pid, and how to start it again in
# run/NAME.command.
daemon() {
  printf '%q ' "${@:2}" >"$STATE/run/$1.command"
  start "$1"
}
node_daemon() { daemon "$1" nsenter -t "$(cat "$STATE/run/node.pid")" -m -n -p -u -- "${@:2}"; }

start() {
  local -a command
  eval "command=($(cat "$STATE/run/$1.command"))"
  setsid "${command[@]}" >>"$STATE/log/$1.log" 2>&1 </dev/null &
  echo $! >"$STATE/run/$1.pid"
}

# stop NAME [SIGNAL]: ends the process group that was started under this name, if it still is that: ids are reused.
stop() {
  local pid
  pid=$(cat "$STATE/run/$1.pid" 2>/dev/null) || return 0
  if [[ $(ps -o pgid= -p "$pid" 2>/dev/null | tr -d ' ') == "$pid" ]]; then
    kill -"${2:-KILL}" -- "-$pid" 2>/dev/null || true
    while kill -0 "$pid" 2>/dev/null && [[ $(ps -o stat= -p "$pid") != Z* ]]; do sleep 0.05; done
  fi
  rm -f "$STATE/run/$1.pid"
}
