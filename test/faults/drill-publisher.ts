// A publisher to be killed: due work, webhooks and `export --watch` over a database file, while an editor works at full
// speed. Arguments: database, key in hex, export folder. It writes one byte when the editor has begun.
import { readConfig } from '../../src/config.ts'
import {
  amendEntry,
  restoreEntry,
  scheduleEntry,
  startDeliveries,
  startDueWork,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { newId } from '../../src/id.ts'
import { silent } from '../../src/log.ts'
import { keysFrom } from '../../src/secret.ts'
import { type Context, commit, createSignal, openStore } from '../../src/store/index.ts'
import { type SiteState, writeSite } from '../../src/web/static-site.ts'

const [file = '', key = '', folder = ''] = process.argv.slice(2)
const context: Context = {
  db: openStore(file).db,
  now: () => Date.now(),
  log: silent,
  signal: createSignal(),
}
const config = readConfig({ POSTBAG_BASE_URL: 'https://live.example.org' })
const parts = { context, config, assets: { url: (name: string) => `/assets/${name}`, files: new Map() }, dev: false }

// One holder for all who follow each other, as a service that is started again under one name: the dead one's lease is ours.
startDueWork(context, 'drill')
startDeliveries(context, { keys: keysFrom(Buffer.from(key, 'hex')), baseUrl: config.baseUrl }, 'drill')
void Promise.all([watch(), edit()])

async function watch(): Promise<never> {
  let state: SiteState | null = null
  for (;;) {
    state = (await writeSite(parts, 'junior-doctors', folder, state))!.state
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

async function edit(): Promise<never> {
  const { id: storyId } = await context.db.selectFrom('story').select('id').executeTakeFirstOrThrow()
  for (let step = 0; ; step++) {
    const some = await context.db
      .selectFrom('entry')
      .select(['id', 'revision'])
      .where('published_at', 'is not', null)
      .orderBy('published_at', 'desc')
      .limit(20)
      .execute()
    const entry = some[Math.floor(Math.random() * some.length)]
    const draw = Math.random()
    if (!entry || draw < 0.4) await approve(storyId)
    else if (draw < 0.65) await amendEntry(context, 'editor', entry.id, { ...entry, text: `Amended ${newId(0)}.` })
    else if (draw < 0.85) await withdrawEntry(context, 'editor', entry.id, 'error')
    else await restoreEntry(context, 'editor', entry.id)
    if (step === 0) process.stdout.write('.')
    await new Promise(resolve => setTimeout(resolve, 2))
  }
}

const approve = (storyId: string) =>
  commit(context, async trx => {
    const at = context.now()
    const facts = { id: newId(at), story_id: storyId, received_at: at, kept_at: at }
    const { number } = await trx
      .insertInto('submission')
      .values({ ...facts, stage: 'read', state: 'approved' })
      .returning('number')
      .executeTakeFirstOrThrow()
    const words = { name: `Reader ${number}`, place: '', verb: 'emails', text: `Letter ${number}. `.repeat(200) }
    await scheduleEntry(trx, { submission: number, storyId, actor: 'editor', at, publishAt: at, words })
  })
