#!/usr/bin/env bash
# Packs the program for a release: FOLDER/duizhao-TAG-TARGET.tar.gz, for Windows .zip.
#
#   ci/package.sh TAG TARGET PROGRAM FOLDER
set -euo pipefail

tag=$1
target=$2
program=$3
folder=$4
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

version=$(sed -n '/^version = "/{s/^version = "\(.*\)".*/\1/p;q;}' "$here/Cargo.toml")
if [[ $tag != "v$version" ]]; then
    printf 'the tag is %s, and Cargo.toml says %s\n' "$tag" "$version" >&2
    exit 1
fi
name=duizhao-$tag-$target
mkdir -p "$folder/$name"
cp "$program" "$folder/$name/"
for file in README.md README.zh-CN.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE LICENSE-UNICODE; do
    cp "$here/$file" "$folder/$name/"
done
cd "$folder"
case $target in
    # What the runners with Windows have.
    *windows*) 7z a -bso0 -tzip "$name.zip" "$name" ;;
    # macOS would add files of its own.
    *) COPYFILE_DISABLE=1 tar -czf "$name.tar.gz" "$name" ;;
esac
rm -r "$name"
