// OpenPGP around a letter, below it, and in place of it (RFC 9580).
import { expect, test } from '@jest/globals'
import { readMessage } from '../../src/mail/read.ts'

const packed = 'iQEzBAEBCAAdFiEE+abc/123=\nhQEMA1234/abc+\n=AbCd\n'
const block = (what: string, fields = '') =>
  `-----BEGIN PGP ${what}-----\n${fields}\n${packed}-----END PGP ${what}-----\n`
const read = (subject: string, body: string, type = 'text/plain; charset=utf-8') =>
  readMessage(
    Buffer.from(
      `From: Kate Jones <kate@example.com>\nSubject: ${subject}\nMIME-Version: 1.0\nContent-Type: ${type}\n\n${body}`,
    ),
  )
const encrypted = 'The email is encrypted; only its sender can send it again in clear.'

test('a letter signed in clear text is read without what the signature puts around it', async () => {
  const body = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nThe buses are late.\n\nKate Jones, Ruislip\n${block('SIGNATURE', 'Version: GnuPG v2\n')}`
  const { text, name, place, folded, defects } = await read('Buses', body)
  expect([text, name, place]).toEqual(['The buses are late.', 'Kate Jones', 'Ruislip in Middlesex'])
  expect(folded.map(({ kind }) => kind)).toEqual(['footer', 'sign-off', 'footer'])
  expect(defects).toEqual([])
})

test('a key below the letter is no part of it', async () => {
  expect((await read('Keys', `Hello, my key is below.\n\n${block('PUBLIC KEY BLOCK')}`)).text).toBe(
    'Hello, my key is below.',
  )
})

test('what is encrypted is said to be, and neither its letters nor its subject pass for the reader’s words', async () => {
  const inline = await read('My view on the strike', block('MESSAGE'))
  expect([inline.text, inline.name, inline.defects]).toEqual(['', 'Kate Jones', [encrypted]])
  const parts = `--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--b\nContent-Type: application/octet-stream\n\n${block('MESSAGE')}\n--b--\n`
  const whole = await read('My view on the strike', parts, 'multipart/encrypted; boundary=b')
  expect([whole.text, whole.defects]).toEqual(['', [encrypted]])
})

test('a block that does not end is cut as far as it is one, and a reader may write of such things', async () => {
  const { text } = await read('Cut', `-----BEGIN PGP SIGNATURE-----\n\n${packed}And then I went on.`)
  expect(text).toBe('And then I went on.')
  const spoken = 'They told me to write BEGIN PGP MESSAGE at the top of my letter, which I did not.'
  expect((await read('Cut', spoken)).text).toBe(spoken)
})
