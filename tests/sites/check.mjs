// Compares the pages of a built site with the Markdown they were made of: every block's words, every anchor that a
// link of the page leads to, and every image must be there.
//
//     node check.mjs hugo|vitepress|mdbook MARKDOWN-FOLDER SITE-FOLDER

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse } from 'parse5'
import { toString } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

const [kind, markdown, site] = process.argv.slice(2)
const files = folder => readdirSync(folder).filter(name => !name.startsWith('.') && name !== 'node_modules').flatMap(name => {
  const path = join(folder, name)
  return statSync(path).isDirectory() ? files(path) : [path]
})
const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm)
// Typography of a generator, and the ids that it reads off a heading, are no words.
const plain = text => text.replace(/\{#[^}]*\}/gu, '').replace(/\{\{|\}\}/gu, '').replace(/[‘’]/gu, "'").replace(/[“”"]/gu, '"').replace(/…|\.\.\./gu, '').replace(/[–—-]/gu, '').replace(/\s+/gu, '')

function built(path) {
  const name = relative(markdown, path)
  const front = readFileSync(path, 'utf8')
  const slug = /^slug: *(\S+)$/mu.exec(front)?.[1]
  const stem = name.replace(/\.md$/u, '')
  if (kind === 'hugo') {
    const language = /\.([a-z-]+)$/u.exec(stem)?.[1]
    const bare = language ? stem.slice(0, -language.length - 1) : stem
    const last = slug ?? bare.split('/').pop()
    return join(site, language ?? '', dirname(bare), last, 'index.html')
  }
  return join(site, `${stem}.html`)
}

function seen(path) {
  const page = { text: '', ids: new Set(), images: [], links: [] }
  const walk = node => {
    if (['script', 'style', 'nav', 'head'].includes(node.tagName)) return
    if (node.nodeName === '#text') page.text += node.value
    for (const { name, value } of node.attrs ?? []) {
      if (name === 'id') page.ids.add(value)
      if (name === 'src' && node.tagName === 'img') page.images.push(value)
      if (name === 'href' && node.tagName === 'a') page.links.push(value)
    }
    node.childNodes?.forEach(walk)
  }
  walk(parse(readFileSync(path, 'utf8')))
  return page
}

let blocks = 0, anchors = 0, images = 0
const faults = []
for (const path of files(markdown).filter(path => path.endsWith('.md') && !path.endsWith('SUMMARY.md'))) {
  const html = built(path)
  if (!existsSync(html)) { faults.push(`${path}: ${html} was not built`); continue }
  const page = seen(html)
  const text = plain(page.text)
  const tree = remark.parse(readFileSync(path, 'utf8'))
  const wanted = []
  visit(tree, node => {
    if (['paragraph', 'heading', 'tableCell', 'code'].includes(node.type)) wanted.push(node)
  })
  for (const node of wanted) {
    // The words of an image stand in an attribute, and references to notes are numbers.
    const parts = []
    visit(node, part => { if (['text', 'inlineCode', 'code'].includes(part.type)) parts.push(part.value) })
    for (const part of parts.map(plain).filter(Boolean)) {
      blocks++
      if (!text.includes(part)) faults.push(`${path}: no ${part}`)
    }
  }
  visit(tree, 'link', link => {
    if (!link.url.startsWith('#')) return
    anchors++
    const id = decodeURIComponent(link.url.slice(1))
    if (!page.ids.has(id)) faults.push(`${path}: nothing has the anchor ${id}`)
  })
  for (const link of page.links) {
    const [target, anchor] = link.split('#')
    if (!anchor || /^[a-z]+:|^\//u.test(target) || !target.endsWith('.html')) continue
    anchors++
    const other = join(dirname(html), target)
    if (!existsSync(other) || !seen(other).ids.has(decodeURIComponent(anchor))) faults.push(`${html}: ${link} leads nowhere`)
  }
  let pictures = 0
  visit(tree, ['image', 'imageReference'], () => { pictures++ })
  images += pictures
  if (page.images.length < pictures) faults.push(`${path}: ${page.images.length} of ${pictures} images`)
  // VitePress puts small images into the page, Hugo leaves their paths alone: they are looked for beside the source.
  for (const source of page.images.filter(source => !/^(data|https?):/u.test(source))) {
    const places = [join(site, source), join(dirname(html), source), join(dirname(path), source)]
    if (!places.some(place => existsSync(decodeURI(place)))) faults.push(`${html}: no image ${source}`)
  }
}
console.log(`${kind} ${markdown}: ${blocks} texts, ${anchors} anchors, ${images} images, ${faults.length} faults`)
for (const fault of faults.slice(0, 40)) console.error(`  ${fault}`)
if (faults.length || blocks === 0) process.exit(1)
