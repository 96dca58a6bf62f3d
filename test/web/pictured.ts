// An email with attachments, read by the real reader and put into the store as intake leaves it.
import { columnsOf, writeParts } from '../../src/intake/reading-rows.ts'
import { readMessage } from '../../src/mail/read.ts'
import { commit, compress } from '../../src/store/index.ts'
import { addEmail, type Desk, type Email } from '../desk/cast.ts'

export type File = { name: string; type: string; bytes: Uint8Array }

/** The message as a mail program sends it. */
export const messageWith = (
  files: File[],
  words = 'The line at eight this morning.\n\nIsobel Tranmer, Wirral',
): Buffer =>
  Buffer.from(
    [
      'From: Isobel Tranmer <isobel@example.org>\r\nSubject: Picket line\r\nMIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b\r\n',
      `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}`,
      ...files.map(
        ({ name, type, bytes }) =>
          `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')}`,
      ),
      '--b--\r\n',
    ].join('\r\n'),
  )

/** Answers the number of the email. */
export async function addPictured(
  desk: Pick<Desk, 'context' | 'story'>,
  files: File[],
  { words, ...email }: Email & { words?: string } = {},
): Promise<number> {
  const raw = messageWith(files, words)
  const reading = await readMessage(raw)
  const { context } = desk
  const id = `raw-${context.now()}-${Math.random()}`
  await context.db
    .insertInto('raw')
    .values({ id, sha256: id, size: raw.length, bytes: compress(raw), kept_at: context.now() })
    .execute()
  const number = await addEmail(desk as Desk, { ...columnsOf(reading), raw_id: id, ...email })
  await commit(context, trx => writeParts(trx, [{ number, storyId: desk.story.id, result: reading }]))
  return number
}
