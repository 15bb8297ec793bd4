// Reads pages of duizhao with markdown-it and remark-gfm and compares what they show with what was meant.
//
//     node read.mjs PAGES.jsonl...
//
// A line holds `name`, `layout`, `dialect`, `body`, and what must be seen: `words`, `strong` and `links`, the last two
// with the least number of times. Ends with 1 and the first faults where something is not seen.

import { readFileSync } from 'node:fs'
import MarkdownIt from 'markdown-it'
import footnote from 'markdown-it-footnote'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

const squeezed = text => text.replace(/\s+/gu, '')
const add = (counts, key) => { counts[key] = (counts[key] ?? 0) + 1 }

// As deep as any: by itself it gives up at 100.
const markdownIt = new MarkdownIt({ html: true, linkify: false, maxNesting: 1000 }).use(footnote)

function byMarkdownIt(body) {
  const seen = { words: '', strong: {}, links: {} }
  const read = tokens => {
    let strong = null
    for (const token of tokens) {
      if (token.children && token.type !== 'image') read(token.children)
      // The words of an image have no markup.
      const alt = () => token.children.map(child => child.content).join('')
      const words = token.type === 'image' ? alt() : ['text', 'code_inline', 'code_block', 'fence'].includes(token.type) ? token.content : ''
      seen.words += squeezed(words)
      if (strong !== null) strong += squeezed(words)
      if (token.type === 'strong_open' || isTag(token, '<strong>')) strong = ''
      if (token.type === 'strong_close' || isTag(token, '</strong>')) { add(seen.strong, strong ?? ''); strong = null }
      if (token.type === 'link_open') add(seen.links, decodeURI(token.attrGet('href') ?? ''))
    }
  }
  read(markdownIt.parse(body, {}))
  return seen
}

const isTag = (token, tag) => token.type === 'html_inline' && token.content === tag

const remark = unified().use(remarkParse).use(remarkGfm)

function byRemark(body) {
  const tree = remark.parse(body)
  const seen = { words: '', strong: {}, links: {} }
  visit(tree, node => {
    if (['text', 'inlineCode', 'code'].includes(node.type)) seen.words += squeezed(node.value)
    if (node.type === 'image' || node.type === 'imageReference') seen.words += squeezed(node.alt ?? '')
    if (node.type === 'strong') add(seen.strong, squeezed(toString(node)))
    if (node.type === 'link') add(seen.links, node.url)
  })
  // Raw tags stand for emphasis that marks cannot say.
  for (const found of body.matchAll(/<strong>(.*?)<\/strong>/gu)) add(seen.strong, squeezed(found[1]))
  return seen
}

function faults(seen, wanted) {
  const found = wanted.words.filter(words => !seen.words.includes(words)).map(words => `no ${words}`)
  for (const what of ['strong', 'links']) {
    for (const [key, least] of Object.entries(wanted[what])) {
      const count = seen[what][key] ?? 0
      if (count < least) found.push(`${count} of ${least} ${what} ${key}`)
    }
  }
  return found
}

const rows = process.argv.slice(2).map(path => readFileSync(path, 'utf8')).join('').split('\n').filter(Boolean).map(line => JSON.parse(line))
let failed = 0
for (const row of rows) {
  for (const [reader, read] of [['markdown-it', byMarkdownIt], ['remark-gfm', byRemark]]) {
    for (const fault of faults(read(row.body), row)) {
      if (failed++ < 60) console.error(`${row.name}, ${row.layout}, ${row.dialect}, ${reader}: ${fault}`)
    }
  }
}
console.log(`${rows.length} pages read by markdown-it and remark-gfm, ${failed} faults`)
process.exit(failed || rows.length < 1000 ? 1 : 0)
