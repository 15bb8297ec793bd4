#!/usr/bin/env bash
# Builds the trees that duizhao writes of tests/sites/workspace with Hugo, VitePress and mdBook, and looks into the
# pages they make.
#
#     run.sh DUIZHAO FOLDER       with hugo and mdbook in PATH and the packages of package.json in FOLDER/node_modules
set -euo pipefail
duizhao=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$2" && cd "$2"
rm -rf work && cp -R "$here/workspace" work
cp "$here/check.mjs" "$here/package.json" .
(cd work && "$duizhao" --lang en build -q)
test -z "$(cd work && "$duizhao" --lang en build --check | grep would || true)"

hugo_site() { # FOLDER SETTINGS...
  local site=$1; shift
  mkdir -p "$site/layouts/_default"
  printf '%s\n' 'baseURL = "http://localhost/"' 'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]' "$@" > "$site/hugo.toml"
  printf '%s\n' '<!doctype html><html lang="{{ .Site.Language.Lang }}"><title>{{ .Title }}</title>{{ .Content }}' \
    '{{ range .Translations }}<link rel="alternate" href="{{ .RelPermalink }}">{{ end }}</html>' \
    | tee "$site/layouts/_default/single.html" > "$site/layouts/_default/list.html"
  hugo --quiet --source "$site"
}

mdbook_site() { # FOLDER LANGUAGE
  printf '[book]\ntitle = "Test"\nlanguage = "%s"\n' "$2" > "$1/book.toml"
  printf '# Summary\n\n- [Hall](hall.md)\n- [Programme](talks/programme.md)\n' > "$1/src/SUMMARY.md"
  mdbook build "$1" > /dev/null 2>&1
}

vitepress_site() { # FOLDER
  mkdir -p "$1/.vitepress"
  printf '%s\n' 'export default { locales: { root: { label: "English", lang: "en" }, zh: { label: "中文", lang: "zh-CN" } } }' \
    > "$1/.vitepress/config.mjs"
  ./node_modules/.bin/vitepress build "$1" > vitepress.log 2>&1 || { cat vitepress.log; exit 1; }
}

hugo_site work/out/hugo-dir 'defaultContentLanguage = "en"' '[languages.en]' 'contentDir = "content/en"' '[languages.zh]' 'contentDir = "content/zh"'
hugo_site work/out/hugo-file 'defaultContentLanguage = "en"' '[languages.en]' '[languages.zh]'
hugo_site work/out/both/hugo 'defaultContentLanguage = "en"'
mdbook_site work/out/mdbook/en en
mdbook_site work/out/mdbook/zh zh-CN
mdbook_site work/out/both/mdbook en
vitepress_site work/out/vitepress
vitepress_site work/out/both/vitepress

node check.mjs hugo work/out/hugo-dir/content/en work/out/hugo-dir/public
node check.mjs hugo work/out/hugo-dir/content/zh work/out/hugo-dir/public/zh
node check.mjs hugo work/out/hugo-file/content work/out/hugo-file/public
node check.mjs hugo work/out/both/hugo/content work/out/both/hugo/public
node check.mjs mdbook work/out/mdbook/en/src work/out/mdbook/en/book
node check.mjs mdbook work/out/mdbook/zh/src work/out/mdbook/zh/book
node check.mjs mdbook work/out/both/mdbook/src work/out/both/mdbook/book
node check.mjs vitepress work/out/vitepress work/out/vitepress/.vitepress/dist
node check.mjs vitepress work/out/both/vitepress work/out/both/vitepress/.vitepress/dist
grep -q 'rel="alternate"' work/out/hugo-dir/public/hall/index.html work/out/hugo-dir/public/getting-to-the-hall/index.html 2>/dev/null \
  || grep -rq 'rel="alternate"' work/out/hugo-dir/public || { echo "Hugo does not pair the languages"; exit 1; }
echo "Hugo, VitePress and mdBook show every block, anchor and image"
