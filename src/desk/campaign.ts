// Campaigns: near-identical letters from many senders, found as they arrive, so that they can be decided once.
import { type Context, checkFence, commit, type Db, type Lease, type Trx } from '../store/index.ts'
import type { Seen } from './bulk.ts'
import { alike, bandsOf, fromBytes, likeness, sharedPairs, signatureOf, toBytes } from './likeness.ts'

/** So many letters of a campaign stand in the index; the hundredth finds the same ones as the tenth. */
const examples = 8
/** Letters compared by signature, and of those by their words. */
const compared = 40
const readThrough = 6
/** Few, since nobody else may write meanwhile. */
export const batch = 5
/** Events looked through at a time for letters that were read. */
const stride = 400

/** Where the grouping has come to in the event log. */
const cursor = 'campaigns.seq'

/** Whether there is anything for `groupNew` to do; looks without writing. */
export async function isBehind({ db }: Pick<Context, 'db'>): Promise<boolean> {
  const events = await eventsToCome(db)
  return events.length === stride || events.some(tellsOfLetter)
}

/**
 * Groups letters read since the last call, a batch a commit; answers how many were looked at. Throws LeaseLost when
 * another process has taken over.
 */
export async function groupNew(context: Context, lease?: Pick<Lease, 'name' | 'fence'>): Promise<number> {
  return commit(context, async trx => {
    if (lease) await checkFence(trx, lease)
    const events = await eventsToCome(trx)
    const wanted = events.filter(tellsOfLetter).slice(0, batch)
    for (const { submission_number } of wanted) if (submission_number !== null) await group(trx, submission_number)
    const last = wanted.length === batch ? wanted.at(-1) : events.at(-1)
    if (last) await moveTo(trx, last.seq)
    return wanted.length
  })
}

async function eventsToCome(db: Db | Trx) {
  const row = await db.selectFrom('setting').select('value').where('name', '=', cursor).executeTakeFirst()
  return db
    .selectFrom('event')
    .select(['seq', 'kind', 'submission_number'])
    .where('seq', '>', Number(row?.value ?? 0))
    .orderBy('seq')
    .limit(stride)
    .execute()
}

const tellsOfLetter = ({ kind }: { kind: string }) => kind === 'read' || kind === 'queued'

const moveTo = (trx: Trx, seq: number) =>
  trx
    .insertInto('setting')
    .values({ name: cursor, value: String(seq) })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value: String(seq) }))
    .execute()

/** Finds a letter's campaign, or begins one with it. */
async function group(trx: Trx, number: number): Promise<void> {
  const letter = await trx
    .selectFrom('submission')
    .leftJoin('likeness', 'likeness.submission_number', 'submission.number')
    .select(['text', 'likeness.campaign'])
    .where('number', '=', number)
    .where('stage', '=', 'read')
    .executeTakeFirst()
  const signature = letter && letter.campaign === null ? signatureOf(letter.text) : null
  if (!letter || !signature) return
  const found = await nearest(trx, letter.text, signature)
  const campaign = Math.min(number, ...found.map(each => each.campaign))
  // Before anything moves into it: letters are not read in the order of their numbers, so this one may be the lowest.
  await trx
    .insertInto('campaign')
    .values({ number: campaign, size: 1 })
    .onConflict(conflict => conflict.column('number').doUpdateSet(eb => ({ size: eb('campaign.size', '+', 1) })))
    .execute()
  for (const other of new Set(found.map(each => each.campaign)))
    if (other !== campaign) await merge(trx, other, campaign)
  const { size } = await trx
    .selectFrom('campaign')
    .select('size')
    .where('number', '=', campaign)
    .executeTakeFirstOrThrow()
  const share = found.length === 0 ? 100 : Math.round(100 * Math.max(...found.map(each => each.share)))
  await trx
    .insertInto('likeness')
    .values({ submission_number: number, campaign, share, signature: toBytes(signature) })
    .execute()
  if (size > examples) return
  const bands = [...new Set(bandsOf(signature))].map(hash => ({ hash, submission_number: number }))
  await trx.insertInto('likeness_band').values(bands).execute()
}

/** A letter that is like two campaigns shows that they were one. */
async function merge(trx: Trx, from: number, into: number): Promise<void> {
  const moved = await trx
    .updateTable('likeness')
    .set({ campaign: into })
    .where('campaign', '=', from)
    .executeTakeFirst()
  await trx
    .updateTable('campaign')
    .set(eb => ({ size: eb('size', '+', Number(moved.numUpdatedRows)) }))
    .where('number', '=', into)
    .execute()
  await trx.deleteFrom('campaign').where('number', '=', from).execute()
}

/** The letters most like this one: found by bands, ranked by signature, decided by the words themselves. */
async function nearest(trx: Trx, text: string, signature: Uint32Array): Promise<{ campaign: number; share: number }[]> {
  const hits = await trx
    .selectFrom('likeness_band')
    .select(eb => ['submission_number', eb.fn.countAll<number>().as('bands')])
    .where('hash', 'in', bandsOf(signature))
    .groupBy('submission_number')
    .orderBy('bands', 'desc')
    .limit(compared)
    .execute()
  if (hits.length === 0) return []
  const numbers = hits.map(hit => hit.submission_number)
  const rows = await trx.selectFrom('likeness').selectAll().where('submission_number', 'in', numbers).execute()
  const ranked = rows
    .map(row => ({ ...row, guess: likeness(signature, fromBytes(row.signature)) }))
    .sort((one, other) => other.guess - one.guess)
    .slice(0, readThrough)
  const texts = await trx
    .selectFrom('submission')
    .select(['number', 'text'])
    .where(
      'number',
      'in',
      ranked.map(each => each.submission_number),
    )
    .execute()
  return ranked
    .map(({ submission_number, campaign }) => {
      const other = texts.find(each => each.number === submission_number)
      return { campaign, share: sharedPairs(text, other?.text ?? '') }
    })
    .filter(each => each.share >= alike)
}

export type Campaign = {
  /** Number of its first letter, by which it is known. */
  id: number
  /** Letters in all, decided ones too. */
  size: number
}

/** The campaigns of these emails, where they belong to one of more than one letter. */
export async function campaignsOf(db: Db | Trx, numbers: number[]): Promise<Map<number, Campaign>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('likeness')
    .innerJoin('campaign', 'campaign.number', 'likeness.campaign')
    .select(['submission_number', 'campaign.number as id', 'size'])
    .where('submission_number', 'in', numbers)
    .where('size', '>', 1)
    .execute()
  return new Map(rows.map(({ submission_number, id, size }) => [submission_number, { id, size }]))
}

/** The letters of a campaign that wait in a story, with their versions, for one decision over all of them. */
export const waitingInCampaign = ({ db }: Pick<Context, 'db'>, id: number, storyId: string): Promise<Seen[]> =>
  db
    .selectFrom('likeness')
    .innerJoin('submission', 'submission.number', 'likeness.submission_number')
    .select(['submission.number', 'submission.version'])
    .where('campaign', '=', id)
    .where('story_id', '=', storyId)
    .where('state', '=', 'waiting')
    .orderBy('submission.number')
    .limit(1000)
    .execute()

/** Erasure reaches here too: a signature is made of somebody's words. Answers how many were dropped. */
export async function forgetLikeness(trx: Trx, numbers: number[]): Promise<number> {
  const rows = await trx.selectFrom('likeness').selectAll().where('submission_number', 'in', numbers).execute()
  for (const { submission_number, campaign, signature } of rows) {
    await trx
      .deleteFrom('likeness_band')
      .where('submission_number', '=', submission_number)
      .where('hash', 'in', bandsOf(fromBytes(signature)))
      .execute()
    await trx.deleteFrom('likeness').where('submission_number', '=', submission_number).execute()
    await trx
      .updateTable('campaign')
      .set(eb => ({ size: eb('size', '-', 1) }))
      .where('number', '=', campaign)
      .execute()
  }
  return rows.length
}
