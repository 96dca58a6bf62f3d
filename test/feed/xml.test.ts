import { expect, test } from '@jest/globals'
import { toXml } from '../../src/feed/xml.ts'

test('text that looks like an entity stays text: a reader’s <script> never becomes one in somebody’s feed reader', () => {
  const made = toXml({ a: { '@b': '&lt;"&amp;"', '#': '&lt;script&gt; &amp; & &#60; &#x110000; ]]> <b>' } })
  expect(made).toContain('b="&amp;lt;&quot;&amp;amp;&quot;"')
  expect(made).toContain('&amp;lt;script&amp;gt; &amp;amp; &amp; &amp;#60; &amp;#x110000; ]]&gt; &lt;b&gt;')
})

test('what XML cannot hold is dropped, and what it can is kept', () => {
  const made = toXml({ a: { '#': 'x\u0000\u0008\u001b\ufffey\t\n\u{1F600}z' } })
  expect(made).toContain('<a>xy\t\n\u{1F600}z</a>')
})
