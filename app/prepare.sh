# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by app/run and tests/run: installs what is missing, and builds.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say ()
{
  printf '%s\n' "$*" >&2
}

fail ()
{
  say "$*"
  exit 1
}

# needed PURPOSE…: the lines of app/packages for these purposes, without the first column
needed ()
{
  local pattern
  pattern=$(IFS='|'; echo "$*")
  sed -nE "s/^($pattern) +//p" "$top/app/packages"
}

# missing_packages PURPOSE…: Debian packages that are not installed
missing_packages ()
{
  local packages
  packages=$(needed "$@" | cut -d ' ' -f 1)
  # shellcheck disable=SC2086  # one argument a package
  comm -23 <(sort <<< "$packages") \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $packages 2> /dev/null |
        sed -n 's/^installed //p' | sort -u)
}

# is_there PROBE: whether a system without Debian packages has it
is_there ()
{
  local name=${1#*:}
  case $1 in
    cmd:*) command -v "$name" ;;
    pc:*) pkg-config --exists "${name//,/ }" ;;
    font:*) fc-list "${name//_/ }" family | grep . ;;
    *) true ;;
  esac > /dev/null 2>&1
}

# install_missing PURPOSE…: names what is missing, then installs it
install_missing ()
{
  local missing as_root=() package probe role
  if ! { command -v apt-get && command -v dpkg-query; } > /dev/null; then
    missing=$(needed "$@" | while read -r package probe role; do
      is_there "$probe" || echo "  - $role (Debian calls it $package)"
    done)
    [ -z "$missing" ] || fail "This is not a Debian system. Please install these first:
$missing"
    return 0
  fi

  missing=$(missing_packages "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  say "These Debian packages are missing and will be installed: $missing"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || fail "There is no sudo here. As root, please run:
  apt-get install --no-install-recommends $missing"
    as_root=(sudo)
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  # A foreign source that does not answer is no reason to stop; a missing package below is.
  "${as_root[@]}" apt-get update -qq < /dev/null >&2 || true
  # shellcheck disable=SC2086  # one argument a package
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Use-Pty=0 $missing < /dev/null >&2 ||
    fail "The packages could not be installed; Jalon needs Debian 12 or newer."
}

# build DIR TARGET MESON-OPTION…: sets up, once, and builds; DIR/.ninja_log tells when it last did
build ()
{
  local dir=$1 target=$2 stamp=$1/.set-up-as log=$1/build.log
  shift 2
  # A folder set up with other options, or moved, would build something else: start afresh.
  if [ "$(cat "$stamp" 2> /dev/null)" != "$top $*" ]; then
    rm -rf "${dir:?}"
    mkdir -p "$dir"
    say "Building in ${dir#"$top/"}; the first time takes a minute or two"
    meson setup "$dir" "$top" "$@" > "$log" 2>&1 || show_and_fail "$log"
    echo "$top $*" > "$stamp"
  fi
  ninja -C "$dir" "$target" > "$log" 2>&1 || show_and_fail "$log"
}

show_and_fail ()
{
  grep -vE '^(\[[0-9]+/[0-9]+\]|cc) ' "$1" | tail -n 80 >&2
  fail "The build failed; the whole log is $1"
}
