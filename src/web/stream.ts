// `GET /s/:story/events`: what happens, told to an open queue page as it is committed (server-sent events).
import type { Request, Response } from 'express'
import { z } from 'zod'
import { countAssigned } from '../desk/assignment.ts'
import { may } from '../desk/policy.ts'
import { findStaff } from '../desk/staff.ts'
import { countViews } from '../desk/view.ts'
import { mailboxHealth } from '../intake/health.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { mailWords } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'
import { eventsSince, lastSeq } from './stream-events.ts'

/** Another process's commits make no wake-up call here, so the stream looks for itself (ms). */
const lookEvery = 250
const pingEvery = 15_000
/** A person whose session or right has ended is cut off within this time (ms). */
const checkEvery = 5_000

export async function streamEvents(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const given = request.get('last-event-id') ?? request.query.since
  const asked = must(
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .optional(),
    given,
  )
  open(response)
  const stream = {
    storyId: story.id,
    upTo: asked ?? (await lastSeq(web.context)),
    busy: false,
    again: true,
    mail: '',
    here: new Map<number, string>(),
  }
  const pump = () => tell(response, web, stream)
  const stopWaking = web.context.signal.onWake(pump)
  const stopWatching = web.presence.onChange(() => tellPresence(response, web, stream))
  const timers = [
    setInterval(pump, lookEvery),
    setInterval(() => response.write(': ping\n\n'), pingEvery),
    setInterval(() => recheck(request, response, web, stream), checkEvery),
  ]
  for (const timer of timers) timer.unref()
  response.on('close', () => {
    stopWaking()
    stopWatching()
    timers.forEach(clearInterval)
  })
  await tellMail(response, web, stream)
  tellPresence(response, web, stream)
  await pump()
}

type Stream = {
  storyId: string
  upTo: number
  /** One reading at a time; a call that comes meanwhile asks for one more. */
  busy: boolean
  again: boolean
  mail: string
  /** Who was last told to be at each email. */
  here: Map<number, string>
}

function open(response: Response): void {
  response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' })
  response.flushHeaders()
  response.write('retry: 2000\n\n')
}

/** Sends what has been committed since the last look, then the counts as they are now. */
async function tell(response: Response, web: Web, stream: Stream): Promise<void> {
  stream.again = true
  if (stream.busy) return
  stream.busy = true
  try {
    while (stream.again && !response.closed && !response.writableEnded) {
      stream.again = false
      const { messages, upTo } = await eventsSince(web.context, stream.storyId, stream.upTo)
      if (upTo > stream.upTo) stream.again = true
      stream.upTo = upTo
      for (const { id, event, data } of messages) write(response, event, data, id)
      if (messages.length > 0) write(response, 'counts', await countsFor(response, web, stream.storyId))
    }
  } catch (error) {
    web.context.log.error({ error }, 'an event stream failed')
    response.end()
  } finally {
    stream.busy = false
  }
}

/** Of each view, and of what is this person’s own. */
async function countsFor(response: Response, web: Web, storyId: string) {
  const mine = await countAssigned(web.context, storyId, actor(response).id)
  return { ...(await countViews(web.context, storyId)), mine }
}

async function tellMail(response: Response, web: Web, stream: Stream): Promise<void> {
  const mail = mailWords(await mailboxHealth(web.context))
  const said = JSON.stringify(mail)
  if (said === stream.mail || response.writableEnded) return
  stream.mail = said
  write(response, 'mail', mail)
}

/** Tells of each email whose people have changed since the last time. */
function tellPresence(response: Response, web: Web, stream: Stream): void {
  if (response.writableEnded) return
  const now = web.presence.at(stream.storyId)
  for (const number of new Set([...stream.here.keys(), ...now.keys()])) {
    const users = now.get(number) ?? []
    const said = JSON.stringify(users)
    if (said === (stream.here.get(number) ?? '[]')) continue
    write(response, 'presence', { number, users })
    if (users.length === 0) stream.here.delete(number)
    else stream.here.set(number, said)
  }
}

const write = (response: Response, event: string, data: unknown, id?: number) =>
  response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

async function recheck(request: Request, response: Response, web: Web, stream: Stream): Promise<void> {
  try {
    if (!(await stillWelcome(request, response, web))) return void response.end()
    await tellMail(response, web, stream)
    tellPresence(response, web, stream)
  } catch {
    response.end()
  }
}

/** Whether the session still stands and its person still may. */
async function stillWelcome(request: Request, response: Response, web: Web): Promise<boolean> {
  const session = await new Promise(resolve =>
    request.sessionStore.get(request.sessionID, (_error, found) => resolve(found)),
  )
  const staff = session ? await findStaff(web.context, actor(response).id) : null
  return staff !== null && staff.disabledAt === null && may(staff.role, 'read-queue')
}
