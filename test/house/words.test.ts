import { expect, test } from '@jest/globals'
import { filesBelow, sizeOf, textOf } from './files.ts'

const itself = 'test/house/words.test.ts'
const isText = (file: string) => !/\.(png|jpe?g|gif|ico|db|zst|woff2?)$/i.test(file) && sizeOf(file) < 2_000_000

const files = filesBelow('.').filter(file => file !== itself && !file.endsWith('.eml') && isText(file))

const naming = (pattern: RegExp, among = files) =>
  among.flatMap(file =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])),
  )

test('no file names a path of somebody’s machine', () => {
  expect(naming(/(?<![\w.])\/(home|root|work|Users)\/\w/)).toEqual([])
})

test('no file names the host of a package registry', () => {
  expect(naming(/\bregistry\.[a-z-]+\.[a-z]+/)).toEqual([])
})

test('nothing is left for later in a comment', () => {
  expect(
    naming(
      /\b(TODO|FIXME|XXX|HACK)\b/,
      files.filter(file => /\.(ts|mjs|ejs|css|sql|sh)$/.test(file)),
    ),
  ).toEqual([])
})

test('no view holds script or style of its own', () => {
  const views = files.filter(file => file.endsWith('.ejs'))
  expect(
    naming(/<script(?![^>]*\b(src|type="application\/ld\+json")=?)|<style|\sstyle="|\son[a-z]+="/i, views),
  ).toEqual([])
})

/** Letters and lists of words are data, however long. */
const isData = (file: string) => /^scripts\/(demo\/emails|corpus)\/|-words\.ts$|\/names\//.test(file)

test('files keep to a readable length', () => {
  const long = files
    .filter(file => /^(src|scripts|test)\/.*\.ts$/.test(file) && !isData(file))
    .map(file => ({ file, lines: textOf(file).split('\n').length }))
    .filter(({ file, lines }) => lines > (file.startsWith('src/') ? 300 : 400))
  expect(long).toEqual([])
})
