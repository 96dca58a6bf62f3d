import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'

const folder = resolve(import.meta.dirname, '../../views')
const views = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ejs'))
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')

/** What a rule finds, as `file: the place`, so that a failure says where. */
const found = (rule: RegExp, of: (text: string) => string = text => text) =>
  views.flatMap(name => [...of(textOf(name)).matchAll(rule)].map(([place]) => `${name}: ${place.slice(0, 80)}`))

/** A template's own markup, without what stands between <% and %>. */
const markup = (text: string) => text.replace(/<%[\s\S]*?%>/g, '¤')

/** The same with the words in quotes taken out, since they may hold brackets. */
const withoutStrings = (text: string) =>
  text.replace(/<%-[\s\S]*?%>/g, code => code.replace(/'(?:[^'\\]|\\.)*'|`[^`]*`/g, '0'))

test('there are views to look at', () => expect(views.length).toBeGreaterThan(30))

test('nothing is printed raw but other views and what the sanitiser made [T1]', () => {
  expect(found(/<%-(?!\s*(?:include|safeHtml)\()[^%]*/g)).toEqual([])
  // Nothing may follow the call either: `include(…) + words` would print the words raw.
  const calls = /<%-\s*(?:include|safeHtml)(?!(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))\s*%>)[^%]*/g
  expect(found(calls, withoutStrings)).toEqual([])
})

test('no view has a style, a script of its own or an event attribute: the policy forbids them [T1]', () => {
  expect(found(/\sstyle\s*=|<style\b/gi, markup)).toEqual([])
  expect(found(/\son[a-z]+\s*=/gi, markup)).toEqual([])
  expect(found(/javascript:/gi)).toEqual([])
  const inline = found(/<script\b[^>]*>(?!<\/script>)/gi, markup)
  expect(inline.filter(place => !place.includes('application/ld+json'))).toEqual([])
})

test('attribute values stand in double quotes, so that escaping is enough', () => {
  expect(found(/\s[a-z-]+=(?!")[^\s>]*¤/gi, markup)).toEqual([])
  expect(found(/\s[a-z-]+='[^']*¤/gi, markup)).toEqual([])
})

test('every form that changes something is posted to our own site', () => {
  const elsewhere = found(/<form\b[^>]*action="(?!\/|¤)[^"]*"/gi, markup)
  expect(elsewhere).toEqual([])
})
