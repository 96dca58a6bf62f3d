import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mailFiles, messagesIn } from '../../src/mail/mail-files.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postbag-files-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const letter = 'From: Katherine <katherine@example.net>\nSubject: Views\n\nI support them.\n'

async function namesUnder(path: string): Promise<string[]> {
  const names: string[] = []
  for await (const found of mailFiles(path)) {
    const kind = 'error' in found ? `${found.error.code}: ` : 'passedOver' in found ? 'not mail: ' : ''
    names.push(kind + found.file.slice(path.length + 1))
  }
  return names
}

test('in a folder every file is mail but those whose names say otherwise, and hidden ones', async () => {
  for (const name of ['10.eml', '2.txt', 'damaged', 'labels.json', '.hidden']) writeFileSync(join(folder, name), letter)
  expect(await namesUnder(folder)).toEqual(['10.eml', '2.txt', 'damaged', 'not mail: labels.json'])
  expect(await namesUnder(join(folder, 'labels.json'))).toEqual([''])
  expect(await namesUnder(join(folder, 'nowhere'))).toEqual(['ENOENT: '])
})

test('a Maildir has its mail in cur and new, whatever the names, and in its further folders', async () => {
  const maildir = join(folder, 'Maildir')
  for (const name of ['cur', 'new', 'tmp', '.Sent/cur', '.Sent/new'])
    mkdirSync(join(maildir, name), { recursive: true })
  for (const name of ['cur/1.host.js', 'new/2.host', 'tmp/3.host', '.Sent/cur/4.host:2,S', 'dovecot-uidlist'])
    writeFileSync(join(maildir, name), letter)
  expect(await namesUnder(maildir)).toEqual(['.Sent/cur/4.host:2,S', 'cur/1.host.js', 'new/2.host'])
})

test('of a message no more is read than was asked for, and its size is told', async () => {
  const found = []
  for await (const message of messagesIn(join(folder, '10.eml'), 10)) found.push(message)
  expect(found).toEqual([{ raw: Buffer.from('From: Kath'), size: letter.length }])
})

test('a pipe is read as a file is', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const writer = spawn('sh', ['-c', 'printf "%s" "$1" > "$2"', 'sh', letter, pipe])
  const found = []
  for await (const message of messagesIn(pipe, 1000)) found.push(message.raw.toString())
  expect(found).toEqual([letter])
  expect(writer.pid).toBeDefined()
})
