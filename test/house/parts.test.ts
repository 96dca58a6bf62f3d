// Parts from elsewhere and the holes that were published of them. Whoever reads advisories for a release writes here what
// they found: from then on no older version comes back, by whatever way a package is brought in.
import { expect, test } from '@jest/globals'
import { textOf } from './files.ts'

/** The least version without the hole, and where the hole is told of. */
const mended: Record<string, [version: string, hole: string]> = {
  imapflow: ['1.6.6', 'commands injected 1.6.4, STARTTLS 1.3.6, untrusted answers 1.6.6 (its changelog)'],
  mailparser: ['3.9.3', 'script in links of text turned to HTML (its changelog)'],
  nodemailer: ['9.0.1', 'GHSA-p6gq-j5cr-w38f, GHSA-268h-hp4c-crq3'],
  'linkify-it': ['5.0.2', 'GHSA-22p9-wv53-3rq4, GHSA-v245-v573-v5vm'],
  'sanitize-html': ['2.17.5', 'markup let through by xmp 2.17.4, unsafe addresses 2.17.5 (its changelog)'],
  postcss: ['8.4.31', 'CVE-2023-44270'],
  nanoid: ['3.3.8', 'CVE-2024-55565'],
  express: ['5.0.0', 'CVE-2024-43796'],
  'body-parser': ['2.2.1', 'CVE-2025-13466'],
  'path-to-regexp': ['8.0.0', 'CVE-2024-45296'],
  qs: ['6.14.1', 'CVE-2025-15284'],
  send: ['0.19.0', 'CVE-2024-43799'],
  'serve-static': ['2.1.0', 'CVE-2024-43800'],
  cookie: ['0.7.0', 'CVE-2024-47764'],
  'on-headers': ['1.1.0', 'CVE-2025-7339'],
  debug: ['2.6.9', 'CVE-2017-16137'],
  passport: ['0.6.0', 'CVE-2022-25896'],
  ejs: ['3.1.10', 'CVE-2024-33883'],
  'markdown-it': ['12.3.2', 'CVE-2022-21670'],
  sharp: ['0.32.6', 'CVE-2023-4863'],
  esbuild: ['0.25.0', 'GHSA-67mh-4wv8-2f99'],
  'js-yaml': ['4.1.1', 'CVE-2025-64718'],
  semver: ['7.5.2', 'CVE-2022-25883'],
}

const { packages } = JSON.parse(textOf('package-lock.json')) as {
  packages: Record<string, { version: string; dev?: boolean }>
}
const compared = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true })

test('no locked part, however deep, is older than the mending of a hole that we know of [ASVS 15.2.1]', () => {
  const old: string[] = []
  const seen = new Set<string>()
  for (const [path, { version, dev }] of Object.entries(packages)) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const least = mended[name]
    if (!least || dev) continue
    seen.add(name)
    if (compared(version, least[0]) < 0) old.push(`${path} ${version}: ${least[1]}`)
  }
  expect(old).toEqual([])
  expect(Object.keys(mended).filter(name => !seen.has(name))).toEqual([])
  expect([compared('3.9.31', '3.9.4') > 0, compared('10.0.12', '9.0.1') > 0, compared('2.17.4', '2.17.5') < 0]).toEqual(
    [...[true, true, true]],
  )
})

test('the times in which holes are mended are written down, and the five riskiest parts are among those that are watched [ASVS 15.2.1]', () => {
  const document = textOf('src/SECURITY.md').replace(/\s+/g, ' ')
  expect(document).toMatch(/within 7 days, in any other part within 30/)
  for (const name of ['imapflow', 'mailparser', 'sanitize-html', 'express', 'sharp'])
    expect([document.includes(name), name in mended]).toEqual([true, true])
})
