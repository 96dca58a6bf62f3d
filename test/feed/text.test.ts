import { expect, test } from '@jest/globals'
import { letterHtml, letterParagraphs, textToHtml, textToParagraphs } from '../../src/feed/index.ts'

test('a blank line makes a paragraph; emphasis, strong words and links are all the Markdown there is [ASVS 1.3.5]', () => {
  expect(textToHtml('One *two* **three**.\n\n[Four](https://example.org/a?b=1&c=2) five.').trim()).toBe(
    '<p>One <em>two</em> <strong>three</strong>.</p>\n<p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer nofollow ugc" target="_blank">Four</a> five.</p>',
  )
})

test.each([
  ['# Not a heading', '<p># Not a heading</p>'],
  ['- not\n- a list', '<p>- not\n- a list</p>'],
  ['1. not a list', '<p>1. not a list</p>'],
  ['    not code', '<p>not code</p>'],
  ['`not code`', '<p>`not code`</p>'],
  ['> not a quotation', '<p>&gt; not a quotation</p>'],
  ['![x](https://example.org/x.png)', /^<p>!<a href="https:\/\/example\.org\/x\.png"[^>]*>x<\/a><\/p>$/],
  ['5 * 3 * 2 and snake_case_name and _under_', '<p>5 * 3 * 2 and snake_case_name and _under_</p>'],
  ['back\\slash \\*', '<p>back\\slash \\*</p>'],
  ['<script>alert(1)</script> & <b>', '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;</p>'],
  ['&lt;b&gt; &amp;', '<p>&amp;lt;b&amp;gt; &amp;amp;</p>'],
])('“%s” keeps its letters', (text, html) => {
  const made = textToHtml(text).trim()
  if (typeof html === 'string') expect(made).toBe(html)
  else expect(made).toMatch(html)
})

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  '//evil.example',
  '/admin',
  'http://user:pw@evil.example',
  'data:text/html,x',
  'mailto:reader@example.org',
  'https:\\\\evil',
])('a link to %s is not made', address => {
  expect(textToHtml(`[words](${address})`)).not.toContain('<a')
})

test('plain paragraphs lose the marks and keep the words', () => {
  expect(textToParagraphs('One *two* **three**\nfour.\n\n\n[Five](https://example.org) six.')).toEqual([
    'One two three four.',
    'Five six.',
  ])
})

test('an entry is its line and a quotation', () => {
  expect(letterHtml('Tom & Ann email:', 'Yes.')).toBe(
    '<p>Tom &amp; Ann email:</p>\n<blockquote>\n<p>Yes.</p>\n</blockquote>',
  )
  expect(letterParagraphs('Katherine emails:', 'Yes.\n\nNo.')).toEqual(['Katherine emails:', 'Yes.', 'No.'])
})

test('reported speech runs on as one sentence, dollar signs and all', () => {
  const line = 'Peter Wallace, from Liverpool, told us that'
  const text = 'despite $& and $1 he stands firm.\n\n“We must,” he said.'
  expect(letterHtml(line, text)).toBe(
    '<p>Peter Wallace, from Liverpool, told us that despite $&amp; and $1 he stands firm.</p>\n<blockquote>\n<p>“We must,” he said.</p>\n</blockquote>',
  )
  expect(letterParagraphs(line, text)[0]).toBe(
    'Peter Wallace, from Liverpool, told us that despite $& and $1 he stands firm.',
  )
})
