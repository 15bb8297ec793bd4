#!/usr/bin/env bash
# Installs the program into RUNNER_TEMP/duizhao/bin: the binary of a release where there is one for this machine,
# otherwise built from source.
#
#   RUNNER_TEMP         a folder of this job
#   DUIZHAO_VERSION     the release, such as 0.1.0; empty: the one these files are
#   DUIZHAO_REF         what these files were taken by; only a tag such as v0.1.0 or v0 is a release
#   DUIZHAO_DOWNLOADS   where the releases lie, as DOWNLOADS/v0.1.0/ARCHIVE; empty: nowhere
#   DUIZHAO_REPOSITORY  the git repository to build a release from that has no binary
#   GITHUB_PATH         where set, a file that the folder of the program is added to
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${RUNNER_TEMP:?}/duizhao
asked=${DUIZHAO_VERSION-}

fail() {
    printf 'duizhao: %s\n' "$1" >&2
    exit 1
}

# What Rust calls this machine; nothing where there are no binaries for it.
target() {
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) echo x86_64-unknown-linux-musl ;;
        Linux-aarch64 | Linux-arm64) echo aarch64-unknown-linux-musl ;;
        Darwin-x86_64) echo x86_64-apple-darwin ;;
        Darwin-arm64) echo aarch64-apple-darwin ;;
        MINGW*-x86_64 | MSYS*-x86_64) echo x86_64-pc-windows-msvc ;;
        *) ;;
    esac
}

# Fetches the file at $1 into $2. There may be none; that is the only failure one can go on from.
fetch() {
    local status=0
    curl --fail --silent --location --retry 3 --proto '=https,file' --proto-redir '=https' --output "$2" "$1" ||
        status=$?
    case $status in
        0) ;;
        22 | 37) return 1 ;; # the server has no such file, the disk has none
        *) fail "cannot download $1 (curl ends with $status)" ;;
    esac
}

sha256() {
    if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | awk '{ print $1 }'
}

# Ends everything unless the file $1 in $scratch is the one that SHA256SUMS names.
verify() {
    local expected actual
    fetch "$release/SHA256SUMS" "$scratch/SHA256SUMS" || fail "$release has no SHA256SUMS: nothing is installed"
    expected=$(awk -v name="$1" '$2 == name || $2 == "*" name { print $1 }' "$scratch/SHA256SUMS")
    [[ $expected =~ ^[0-9a-f]{64}$ ]] || fail "SHA256SUMS has no checksum of $1: nothing is installed"
    actual=$(sha256 "$scratch/$1")
    [[ $actual == "$expected" ]] ||
        fail "the checksum of $1 is $actual and should be $expected: nothing is installed"
}

# Installs the binary of the release; fails where there is none for this machine.
download() {
    local target name archive program=duizhao
    target=$(target)
    [[ -n $target && -n ${DUIZHAO_DOWNLOADS-} ]] || return 1
    name=duizhao-v$version-$target
    archive=$name.tar.gz
    if [[ $target == *windows* ]]; then
        archive=$name.zip
        program=duizhao.exe
    fi
    fetch "$release/$archive" "$scratch/$archive" || return 1
    verify "$archive"
    # The one file that is wanted, by its name: an archive cannot write beside it.
    case $archive in
        *.zip) unzip -q "$scratch/$archive" "$name/$program" -d "$scratch" ;;
        *) tar -xzf "$scratch/$archive" -C "$scratch" "$name/$program" ;;
    esac
    mkdir -p "$folder/bin"
    mv -f "$scratch/$name/$program" "$folder/bin/$program"
}

build() {
    local from=(--path "$here")
    if [[ -n $asked ]]; then
        [[ -n ${DUIZHAO_REPOSITORY-} ]] || fail "there is no binary of $version, and no repository to build it from"
        from=(--git "$DUIZHAO_REPOSITORY" --tag "v$version" duizhao)
    fi
    command -v cargo >/dev/null || fail "there is no binary for this machine, and no cargo to build one"
    CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$folder/target} cargo install --locked --root "$folder" "${from[@]}"
}

version=${asked#v}
is_release=true
if [[ -z $version ]]; then
    version=$(sed -n '/^version = "/{s/^version = "\(.*\)".*/\1/p;q;}' "$here/Cargo.toml")
    [[ ${DUIZHAO_REF-} =~ ^v[0-9] ]] || is_release=false
fi
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "\`$asked\` is no version; one looks like 0.1.0"
release=${DUIZHAO_DOWNLOADS-}/v$version

mkdir -p "$folder"
scratch=$(mktemp -d "$folder/download.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
if ! { $is_release && download; }; then
    printf 'duizhao: no binary of this revision for this machine: building it, which takes some minutes\n' >&2
    build
fi
if [[ -n ${GITHUB_PATH-} ]]; then
    printf '%s\n' "$folder/bin" >>"$GITHUB_PATH"
fi
