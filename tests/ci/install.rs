//! Installing from a release that is a folder, and making such a release.

use std::fs;
use std::path::Path;

use crate::{Desk, Ran, repository, script};

const TAG: &str = concat!("v", env!("CARGO_PKG_VERSION"));

/// A desk whose machine is the one of `uname`, whose cargo only notes what it is asked for, with a release for
/// it; `None` where a tool is missing.
fn release(uname: &str, target: &str, tools: &[&str]) -> Option<Desk> {
    let desk = Desk::new(&[&["curl", "tar"], tools].concat())?;
    let (system, machine) = uname.split_once('-').expect("system and machine");
    desk.program("uname", &format!("case $1 in -s) echo '{system}' ;; *) echo '{machine}' ;; esac"));
    desk.program("cargo", r#"printf '%s\n' "$*" >>"$DESK/built""#);
    desk.program("7z", r#"zip -qr "${@: -2:1}" "${@: -1}""#);
    let name = if target.contains("windows") { "duizhao.exe" } else { "duizhao" };
    desk.program(name, "echo the program of the release");
    fs::create_dir(desk.path("program")).expect("made");
    fs::rename(desk.path("bin").join(name), desk.path("program").join(name)).expect("moved");
    let folder = desk.named(&format!("downloads/{TAG}"));
    let program = desk.named(&format!("program/{name}"));
    desk.run("", &script("package.sh"), &[TAG, target, &program, &folder], &[]).well();
    let sums = format!("cd '{folder}' && sha256sum duizhao-* >SHA256SUMS");
    desk.run("", Path::new("bash"), &["-c", &sums], &[]).well();
    Some(desk)
}

fn linux() -> Option<Desk> {
    release("Linux-x86_64", "x86_64-unknown-linux-musl", &["sha256sum"])
}

fn archive(desk: &Desk) -> String {
    desk.named(&format!("downloads/{TAG}/duizhao-{TAG}-x86_64-unknown-linux-musl.tar.gz"))
}

fn install(desk: &Desk, variables: &[(&str, &str)]) -> Ran {
    let (temp, path) = (desk.named("temp"), desk.named("path"));
    let downloads = format!("file://{}", desk.named("downloads"));
    let own = [("RUNNER_TEMP", &*temp), ("DUIZHAO_DOWNLOADS", &downloads), ("GITHUB_PATH", &path)];
    desk.script("", "install.sh", &[&own, variables].concat())
}

/// Holds nothing to be installed or built.
#[track_caller]
fn refused(desk: &Desk, ran: &Ran, part: &str) {
    ran.fails_with(part);
    assert!(!desk.path("temp/duizhao/bin").exists() && desk.read("built").is_empty() && desk.read("path").is_empty());
}

#[test]
fn a_release_is_downloaded_and_found() {
    let Some(desk) = linux() else { return };
    for variables in
        [[("DUIZHAO_REF", TAG)], [("DUIZHAO_REF", "v0")], [("DUIZHAO_VERSION", TAG)], [("DUIZHAO_VERSION", &TAG[1..])]]
    {
        install(&desk, &variables).well();
        let said = desk.run("", &desk.path("temp/duizhao/bin/duizhao"), &[], &[]).well();
        assert_eq!(said, "the program of the release\n");
        fs::remove_dir_all(desk.path("temp/duizhao/bin")).expect("removed");
    }
    assert_eq!(desk.read("built"), "");
    assert_eq!(desk.read("path").lines().next(), Some(&*desk.named("temp/duizhao/bin")));
    let left: Vec<_> = fs::read_dir(desk.path("temp/duizhao")).expect("a folder").collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_release_for_windows_is_a_zip() {
    let tools = ["sha256sum", "zip", "unzip"];
    let Some(desk) = release("MINGW64_NT-10.0-20348-x86_64", "x86_64-pc-windows-msvc", &tools) else { return };
    desk.program("uname", "case $1 in -s) echo MINGW64_NT-10.0-20348 ;; *) echo x86_64 ;; esac");
    install(&desk, &[("DUIZHAO_REF", TAG)]).well();
    assert!(desk.path("temp/duizhao/bin/duizhao.exe").exists() && desk.read("built").is_empty());
}

#[test]
fn an_archive_that_is_not_the_one_of_the_checksum_is_refused() {
    let Some(desk) = linux() else { return };
    let mut bytes = fs::read(archive(&desk)).expect("an archive");
    bytes.push(0);
    fs::write(archive(&desk), bytes).expect("written");
    refused(&desk, &install(&desk, &[("DUIZHAO_REF", TAG)]), "the checksum of");
}

#[test]
fn an_archive_without_a_checksum_is_refused() {
    let Some(desk) = linux() else { return };
    let sums = format!("downloads/{TAG}/SHA256SUMS");
    let text = desk.read(&sums);
    let (sum, _) = text.split_once(' ').expect("a checksum");
    for other in ["", "0000  other.tar.gz\n", &format!("{sum}  x-duizhao-{TAG}-x86_64-unknown-linux-musl.tar.gz\n")] {
        desk.write(&sums, other);
        refused(&desk, &install(&desk, &[("DUIZHAO_REF", TAG)]), "has no checksum of");
    }
    fs::remove_file(desk.path(&sums)).expect("removed");
    refused(&desk, &install(&desk, &[("DUIZHAO_REF", TAG)]), "has no SHA256SUMS");
}

#[test]
fn without_a_binary_the_revision_itself_is_built() {
    let Some(desk) = linux() else { return };
    let own = format!("install --locked --root {} --path {}\n", desk.named("temp/duizhao"), repository().display());
    // A branch and a commit are no release, even where one has the same number.
    for reference in ["main", "", "0123456789012345678901234567890123456789"] {
        install(&desk, &[("DUIZHAO_REF", reference)]).well();
    }
    assert_eq!(desk.read("built"), own.repeat(3));
    fs::remove_file(archive(&desk)).expect("removed");
    install(&desk, &[("DUIZHAO_REF", TAG)]).well();
    desk.program("uname", "echo Plan9");
    install(&desk, &[("DUIZHAO_REF", TAG)]).well();
    assert_eq!(desk.read("built"), own.repeat(5));
}

#[test]
fn another_version_without_a_binary_is_built_from_its_tag() {
    let Some(desk) = linux() else { return };
    install(&desk, &[("DUIZHAO_VERSION", "9.8.7")]).fails_with("no repository to build it from");
    let repository = ("DUIZHAO_REPOSITORY", "https://example.org/duizhao");
    install(&desk, &[("DUIZHAO_VERSION", "9.8.7"), repository]).well();
    let tagged = "--git https://example.org/duizhao --tag v9.8.7 duizhao\n";
    assert!(desk.read("built").ends_with(tagged), "{}", desk.read("built"));
}

#[test]
fn what_is_no_version_is_refused() {
    let Some(desk) = linux() else { return };
    for version in ["latest", "0.1", "0.1.0/../..", "0.1.0;ls", "--git", "0.1.0\n0.1.0"] {
        refused(&desk, &install(&desk, &[("DUIZHAO_VERSION", version)]), "is no version");
    }
}

#[test]
fn a_package_has_the_licences_and_a_tag_that_fits() {
    let Some(desk) = linux() else { return };
    let listed = desk.run("", Path::new("tar"), &["-tzf", &archive(&desk)], &[]).well();
    for file in ["duizhao", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "LICENSE-UNICODE", "CHANGELOG.md"] {
        let path = format!("duizhao-{TAG}-x86_64-unknown-linux-musl/{file}\n");
        assert!(listed.contains(&path), "{path}{listed}");
    }
    let arguments = ["v9.8.7", "x86_64-unknown-linux-musl", "program/duizhao", "downloads"];
    desk.run("", &script("package.sh"), &arguments, &[]).fails_with("the tag is v9.8.7, and Cargo.toml says");
}

#[test]
fn a_release_is_published_with_its_checksums_and_changes() {
    let Some(desk) = linux() else { return };
    desk.program("gh", r#"printf '%s\n' "$@" >"$DESK/asked"; cat >"$DESK/notes""#);
    fs::create_dir(desk.path("ci")).expect("made");
    fs::copy(script("publish.sh"), desk.path("ci/publish.sh")).expect("copied");
    let folder = format!("downloads/{TAG}");
    let publish = || desk.run("", &desk.path("ci/publish.sh"), &[TAG, &folder], &[("GITHUB_REPOSITORY", "o/r")]);
    desk.write("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- a\n");
    publish().fails_with("CHANGELOG.md says nothing of");
    assert_eq!(desk.read("asked"), "");
    desk.write(
        "CHANGELOG.md",
        &format!(
            "# Changelog\n\n## Unreleased\n\n- a\n\n## {} - today\n\n### Added\n\n- b\n\n## 0.0.1\n\n- c\n",
            &TAG[1..]
        ),
    );
    publish().well();
    assert_eq!(desk.read("notes").trim(), "### Added\n\n- b");
    let asked = desk.read("asked");
    assert!(asked.starts_with(&format!("release\ncreate\n{TAG}\n--repo\no/r\n--verify-tag\n")), "{asked}");
    assert!(asked.ends_with("linux-musl.tar.gz\nSHA256SUMS\n"), "{asked}");
    let verified = desk.run(&folder, Path::new("sha256sum"), &["--check", "SHA256SUMS"], &[]).well();
    assert!(verified.ends_with("tar.gz: OK\n"), "{verified}");
}
