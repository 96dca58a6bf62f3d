// An upgrade in the middle of a story: Postbag is stopped and started again and again while programs go on posting
// decisions, each under its own key, and nothing is lost or done twice. Three restarts here, twenty with DRILLS=full.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { newId } from '../../src/id.ts'
import { brokenEvent, openStore } from '../../src/store/index.ts'
import { eventually } from '../eventually.ts'
import { newFolder, type Running } from './postbag.ts'

const restarts = process.env.DRILLS === 'full' ? 20 : 3
/** One request every so many milliseconds: 50 a second. */
const pace = 20
const emails = 10_000

const folder = newFolder()
const database = join(folder.path, 'data/postbag.db')
let running: Running | null = null
afterAll(() => {
  running?.child.kill('SIGKILL')
  folder.remove()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function fill(): Promise<void> {
  const store = openStore(database)
  const story = store.engine.prepare('select id from story').pluck().get()
  const row = store.engine.prepare(
    "insert into submission (id, story_id, stage, state, received_at, kept_at) values (?, ?, 'read', 'waiting', ?, ?)",
  )
  store.engine.exec('begin')
  // Of today, or retention would erase them meanwhile.
  const now = Date.now()
  for (let at = 0; at < emails; at++) row.run(newId(now), story, now, now)
  store.engine.exec('commit')
  await store.close()
}

/** Posts decisions at their pace, each until it is answered; `stop` waits for those under way. */
function startPosting(at: string, token: string) {
  const answers = new Map<number, number>()
  const under = new Set<Promise<void>>()
  let number = 0
  let repeated = 0
  const send = async (which: number) => {
    for (;;) {
      try {
        const answer = await fetch(`${at}/api/v1/submissions/${which}/hold`, {
          method: 'POST',
          headers: {
            ...{ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
            'Idempotency-Key': `hold-${which}`,
          },
          body: '{"version":1}',
        })
        await answer.arrayBuffer()
        if (answer.status < 500) return void answers.set(which, answer.status)
      } catch {
        // Nobody answers: it is being restarted.
      }
      repeated++
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  const timer = setInterval(() => {
    const sending = send(++number).finally(() => under.delete(sending))
    under.add(sending)
  }, pace)
  return {
    answered: () => answers.size,
    stop: async () => {
      clearInterval(timer)
      await Promise.all(under)
      return { answers, sent: number, repeated }
    },
  }
}

test(
  `${restarts} restarts at 50 requests a second: every decision posted is made, and none twice`,
  async () => {
    await folder.run(['story', 'add', 'strike', '--title', 'Strike'])
    const token = (await folder.run(['token', 'add', 'CMS', '--role', 'moderator'])).out.trim()
    await fill()
    const port = await freePort()
    const start = async () => {
      running = folder.start(['serve'], { POSTBAG_PORT: String(port) })
      await eventually('the address', () => running!.out().includes('Postbag is at'), 30_000)
    }
    await start()
    const posting = startPosting(`http://127.0.0.1:${port}`, token)
    const stops: number[] = []
    for (let restart = 0; restart < restarts; restart++) {
      const upTo = posting.answered() + 25
      await eventually('twenty-five answers', () => posting.answered() >= upTo, 30_000)
      const began = performance.now()
      running!.child.kill('SIGTERM')
      expect((await running!.ended).code).toBe(0)
      stops.push(performance.now() - began)
      await start()
    }
    const { answers, sent, repeated } = await posting.stop()
    running!.child.kill('SIGTERM')
    await running!.ended
    expect([...answers.values()].filter(status => status !== 200)).toEqual([])
    expect(answers.size).toBe(sent)
    // The restarts were felt, or nothing would have been proved.
    expect(repeated).toBeGreaterThan(0)
    expect(Math.max(...stops)).toBeLessThan(5000)
    const store = openStore(database)
    const made = store.engine.prepare("select count(*) from event where kind = 'held'").pluck().get()
    const held = store.engine.prepare("select count(*) from submission where state = 'held' and version = 2")
    expect([made, held.pluck().get()]).toEqual([sent, sent])
    expect(await brokenEvent(store.db)).toBeNull()
    await store.close()
  },
  restarts * 30_000 + 60_000,
)
