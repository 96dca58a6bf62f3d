// Letters as the intake leaves them, any number of them and fast: nine of ten waiting, a thousand different texts.
import { newId, sha256 } from '../../src/id.ts'
import { compress, type openStore } from '../../src/store/index.ts'
import { benchMessage } from './corpus.ts'
import { letterText, randomFrom } from './language.ts'

type Store = ReturnType<typeof openStore>

const insert = {
  contributor: 'insert into contributor (id, address, name, created_at) values (?, ?, ?, 0)',
  submission: `insert into submission (id, story_id, contributor_id, stage, state, received_at, kept_at, from_name, from_address, subject, original, text, name, place, flagged, photos, raw_id)
    values (?, ?, ?, 'read', ?, ?, ?, 'Reader', ?, 'The strike', ?, ?, 'Reader', 'Leeds', ?, ?, ?)`,
  index: 'insert into search (rowid, subject, original, published, sender) values (?, ?, ?, ?, ?)',
  raw: 'insert into raw (id, sha256, size, bytes, kept_at) values (?, ?, ?, ?, ?)',
  likeness: 'insert into likeness (submission_number, campaign, share, signature) values (?, ?, 100, ?)',
  campaign: 'insert into campaign (number, size) values (?, 1)',
  band: 'insert or ignore into likeness_band (hash, submission_number) values (?, ?)',
}

type Wish = {
  storyId: string
  count: number
  /** With the messages themselves, a thousand different ones. */
  raws?: boolean
  /** One letter in ten is like no other, and stands in the index of campaigns. */
  likeness?: boolean
}

export function fill({ engine }: Store, { storyId, count, raws, likeness }: Wish): void {
  const random = randomFrom(11)
  const texts = Array.from({ length: 1000 }, () => letterText(random))
  const packed = raws ? texts.map((_, number) => compress(benchMessage(number, []))) : []
  const put = Object.fromEntries(
    Object.entries(insert).map(([name, text]) => [name, engine.prepare(text)]),
  ) as unknown as Put
  const start = Date.now() - count * 1000
  const one = (number: number) => {
    const at = start + number * 1000
    const text = texts[number % texts.length]!
    const [who, id, address] = [newId(at), newId(at), `reader${number}@example.net`]
    put.contributor.run(who, address, 'Reader')
    const bytes = packed[number % 1000]
    if (bytes) put.raw.run(id, sha256(`message ${number}`), 3000, bytes, at)
    const state = random() < 0.9 ? 'waiting' : 'rejected'
    const [flagged, photos] = [Number(random() < 0.1), Number(random() < 0.05)]
    put.submission.run(id, storyId, who, state, at, at, address, text, text, flagged, photos, bytes ? id : null)
    put.index.run(number, 'The strike', text, '', address)
    if (likeness && number % 10 === 0) apart(put, number, random)
  }
  for (let done = 0; done < count; ) {
    engine.exec('begin immediate')
    for (let row = 0; row < 5000 && done < count; row++) one(++done)
    engine.exec('commit')
  }
  engine.pragma('wal_checkpoint(truncate)')
}

type Put = Record<keyof typeof insert, { run: (...values: unknown[]) => unknown }>

/** A letter that is like no other: 64 values in 32 bands, as `desk/likeness.ts` cuts them. */
function apart(put: Put, number: number, random: () => number): void {
  const signature = Uint32Array.from({ length: 64 }, () => random() * 2 ** 32)
  put.campaign.run(number)
  put.likeness.run(number, number, new Uint8Array(signature.buffer))
  for (let band = 0; band < 32; band++) put.band.run(Math.floor(random() * 2 ** 32), number)
}
