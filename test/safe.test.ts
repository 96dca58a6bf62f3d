import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanHtml, cleanLine, cleanText, safeUrl } from '../src/safe.ts'

test('control characters, bidi overrides and zero-width characters are dropped; line feeds and tabs stay', () => {
  expect(cleanText('a\r\nb\tc\u0000\u001b[31m\u202eevil\u2066\u200b\ufeff')).toBe('a\nb\tc[31mevil')
})

test('a joiner stays where a script or an emoji needs it and goes elsewhere', () => {
  expect(cleanText('👩\u200d⚕️')).toBe('👩\u200d⚕️')
  expect(cleanText('می\u200cخواهم')).toBe('می\u200cخواهم')
  expect(cleanText('pay\u200dpal')).toBe('paypal')
})

test('accents, apostrophes and other people’s scripts are kept', () => {
  for (const text of ['Siân O’Brien-Łukasz', 'Тверь', '東京', 'שלום', 'İstanbul']) expect(cleanText(text)).toBe(text)
})

test('a tower of combining marks is cut to four', () => {
  expect(cleanText(`z${'\u0335'.repeat(50)}`)).toBe(`z${'\u0335'.repeat(4)}`)
})

test('whatever goes in, what comes out holds nothing forbidden and is clean already [ASVS 1.1.1]', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), raw => {
      const clean = cleanText(raw)
      expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/)
      expect(clean.isWellFormed()).toBe(true)
      expect(cleanText(clean)).toBe(clean)
    }),
    { numRuns: 2000 },
  )
})

test('a one-line field never breaks the line nor the limit', () => {
  expect(cleanLine('a\r\nX-Injected: 1\u001b[31m')).toBe('a X-Injected: 1[31m')
  expect(cleanLine(`${'x'.repeat(499)}👍`)).toBe('x'.repeat(499))
})

test('only absolute http, https and mailto links without a user name are safe [ASVS 1.2.2]', () => {
  expect(safeUrl('https://example.org/a?b=c')).toBe('https://example.org/a?b=c')
  expect(safeUrl('mailto:a@example.org')).toBe('mailto:a@example.org')
  for (const bad of [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    '//evil.example',
    '/admin/delete?id=1',
    'http://user:pw@bank.example',
    'https://bank.example\\@evil.example',
    'https://e\u202evil.example',
    'data:text/html,x',
    'vbscript:x',
    'http:evil',
    '',
  ])
    expect([bad, safeUrl(bad)]).toEqual([bad, null])
})

test('HTML keeps ten tags and marked links, and nothing else', () => {
  const html = cleanHtml(
    '<p onclick="x()" style="color:red">Hi <script>alert(1)</script><b>you</b> <a href="https://example.org/" target="_top">link</a> <a href="javascript:x">no</a><svg><p>in</p></svg></p>',
  )
  expect(html).not.toMatch(/script|onclick|style|svg|javascript|_top/)
  expect(html).toContain('<b>you</b>')
  expect(html).toContain(
    '<a href="https://example.org/" rel="noopener noreferrer nofollow ugc" target="_blank">link</a>',
  )
})
