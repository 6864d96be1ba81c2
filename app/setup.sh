# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What app/start and tests/run share: installing what is missing, configuring and building. Source it; it changes nothing
# by itself. Whoever sources it has set `me` (how it is called), `root` (the checkout) and `assume_yes` (1: ask nothing).
# shellcheck disable=SC2034,SC2154

# In an empty environment bash has a PATH of its own, which it does not pass on: CMake would not find itself.
[[ $(declare -p PATH) == 'declare -x'* ]] || export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export HOME=${HOME:-~}

# A name with '|' is any of these: the first is installed if none of them is.
boost='libboost1.81-dev|libboost1.83-dev|libboost1.88-dev|libboost1.90-dev'
core_packages=(g++ cmake ninja-build "$boost" nlohmann-json3-dev libtoml11-dev libcli11-dev libseccomp-dev)
window_packages=(qt6-base-dev qt6-svg-dev qt6-l10n-tools libqcustomplot-dev libqscintilla2-qt6-dev
                 qt6-translations-l10n fonts-inter fonts-jetbrains-mono)
test_packages=(libgtest-dev libbenchmark-dev)
linker_packages=(mold) # without it the tests' programs are linked more slowly
schema_test_packages=(libvalijson-dev) # one test wants it, which is shown as disabled without
runtime_test_packages=(rustc cargo librust-tokio-dev librust-futures-lite-dev nodejs python3) # a test without its runtime says that it was not run
window_test_packages=(xvfb openbox x11-utils x11-xserver-utils)
long_test_packages=(clang-19 libclang-rt-19-dev)

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "$me" "$*" >&2; exit 1; }

# Prints those of the packages that are not there, of alternatives the first that can be had.
missing_packages() {
    local package alternative installed
    installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | tr '\n' ' ') "
    for package in "$@"; do
        local alternatives=()
        IFS='|' read -ra alternatives <<< "$package"
        for alternative in "${alternatives[@]}"; do
            [[ $installed == *" $alternative "* ]] && continue 2
        done
        for alternative in "${alternatives[@]}"; do
            if [[ -n $(apt-cache madison "$alternative" 2>/dev/null) ]]; then
                printf '%s\n' "$alternative"
                continue 2
            fi
        done
        printf '%s\n' "${alternatives[0]}"
    done
}

# install_packages PACKAGE...: installs what is missing of them, where apt can; elsewhere names them if a tool is missing.
install_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        local tool
        for tool in cmake ninja; do
            command -v "$tool" >/dev/null ||
                fail "$tool is missing. This is no Debian or Ubuntu: install what your system calls these packages: ${*%%|*}"
        done
        return
    fi

    local missing=()
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "these packages are missing, and there is no sudo to install them with: ${missing[*]}"
        as_root=(sudo)
    fi
    say "Missing packages: ${missing[*]}"
    if ((!assume_yes)) && { ((EUID != 0)) || [[ -t 0 ]]; }; then
        [[ -t 0 ]] || fail "nobody is there to ask: run it again with --yes, or install the packages named above"
        local answer
        read -r -p "Install them with ${as_root[*]:+${as_root[*]} }apt-get? [Y/n] " answer
        [[ -z $answer || $answer == [Yy]* ]] || fail "not without these packages"
    fi

    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q)
    "${apt[@]}" update || fail "apt-get update failed; see above"
    mapfile -t missing < <(missing_packages "$@") # fresh lists can hold other alternatives
    local removals
    removals=$(apt-get -s --no-install-recommends install "${missing[@]}" 2>/dev/null | sed -n 's/^Remv \([^ ]*\).*/\1/p' | tr '\n' ' ')
    if [[ -n $removals ]]; then
        say "They replace: $removals"
        if ((!assume_yes)) && [[ -t 0 ]]; then
            read -r -p "Go on? [Y/n] " answer
            [[ -z $answer || $answer == [Yy]* ]] || fail "not without these packages"
        fi
    fi
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" < /dev/null ||
        fail "apt-get could not install ${missing[*]}; Debian 12 or Ubuntu 24.04 and later have them"
}

# build PRESET [TARGET...]: configures, if that has not been done, and builds into build/PRESET the targets, or all that the
# build preset names.
build() {
    local preset=$1
    shift
    local folder=$root/build/$preset
    local log=$folder/configure.log
    local configure=(cmake --preset "$preset")
    mkdir -p "$folder" || fail "cannot write to $folder"
    # A checkout that was moved, or copied with its build folder, starts over.
    if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        configure+=(--fresh)
    fi
    if ((${#configure[@]} > 3)) || [[ ! -f $folder/build.ninja || $root/CMakePresets.json -nt $folder/build.ninja ]]; then
        say "Configuring $preset"
        (cd "$root" && "${configure[@]}") > "$log" 2>&1 || {
            cat "$log" >&2
            fail "CMake could not configure the preset $preset; it says why above"
        }
    fi
    say "Building $preset${*:+: $*}"
    (cd "$root" && NINJA_STATUS='[%p, %u steps left] ' cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"}) || fail "the preset $preset does not build; see above"
}
