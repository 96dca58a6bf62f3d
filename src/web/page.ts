// Renders staff pages: the frame (header, navigation, mail health, flash) around a view with its own typed model.
import type { Request, Response } from 'express'
import { type Actor, may } from '../desk/policy.ts'
import type { Staff } from '../desk/staff.ts'
import { listStories } from '../desk/stories.ts'
import { mailboxHealth } from '../intake/health.ts'
import type { SafeHtml } from '../safe.ts'
import { readInstallation } from '../store/index.ts'
import { age, clock, day, rfc3339 } from '../time.ts'
import { actorOf } from './guard.ts'
import type { Web } from './route.ts'
import type { Flash } from './session.ts'
import { sessionEnd } from './session-store.ts'

export type Section = 'queue' | 'live' | 'stories' | 'people' | 'stats' | 'admin' | 'account' | ''

/** What a page says of itself. `story` is the slug's story, where the page belongs to one. */
export type PageFacts = {
  /** `Waiting (24)`: the frame adds the story's title and the product's name. */
  title: string
  section: Section
  story?: { slug: string; title: string; zone: string }
  /** `queue` fills the window with panes of its own; `page` is one column. */
  layout?: 'queue' | 'page'
  /** On a phone the queue shows its list or the open email. */
  showing?: 'list' | 'item'
}

/** Locals that every view has; also what `views/frame` reads. */
export type Frame = PageFacts & {
  actor: Actor | undefined
  /** The key under which unsent words are kept in this person's browser; it is stored nowhere. */
  seal: string
  /** When this session ends if nobody does anything, in milliseconds from now. */
  endsIn: number
  keys: 'on' | 'off' | 'alt'
  theme: 'auto' | 'light' | 'dark'
  /** How arrivals are told, beside being shown. */
  spoken: boolean
  sound: boolean
  /** Has not seen the first steps yet. */
  learner: boolean
  stories: { slug: string; title: string; status: string }[]
  mail: { state: 'ok' | 'amber' | 'red' | 'none'; words: string }
  flash: Flash | null
  path: string
  /** Of the page's story, or of the newsroom. */
  zone: string
  /** Slug of the story that Queue and Live page lead to: the page's own, else the default one. */
  home: string | undefined
}

/** Answers a staff page: `views/NAME.ejs` between the frame's top and bottom, with `model` as its locals. */
export async function page(
  response: Response,
  web: Web,
  view: string,
  facts: PageFacts,
  model: Record<string, unknown> = {},
): Promise<void> {
  response.render(view, { ...viewWords(web), ...model, frame: await frameOf(response.req, response, web, facts) })
}

/** A view without the frame: what our own script puts into the page. */
export function fragment(response: Response, web: Web, view: string, model: Record<string, unknown>): void {
  response.render(view, { ...viewWords(web), ...model })
}

/** One sentence on the next page (after a 303), kept in the session. */
export function flash(request: Request, said: Flash): void {
  request.session.flash = said
}

async function frameOf(request: Request, response: Response, web: Web, facts: PageFacts): Promise<Frame> {
  const actor = actorOf(response)
  const said = request.session?.flash ?? null
  if (said) delete request.session.flash
  const stories = actor ? await listStories(web.context) : []
  const open = stories.filter(story => story.status !== 'closed')
  const home = facts.story ?? open.find(story => story.isDefault) ?? open[0]
  const user = request.user as Partial<Staff> | undefined
  return {
    layout: 'page',
    ...facts,
    actor,
    seal: actor ? sealFor(web, actor) : '',
    endsIn: actor ? endsIn(await sessionEnd(web.context, request.sessionID)) : 0,
    keys: user?.keys ?? 'on',
    theme: user?.theme ?? 'auto',
    spoken: user?.spoken ?? true,
    sound: user?.sound ?? false,
    learner: user?.coached === false,
    stories,
    home: home?.slug,
    mail: actor ? mailWords(await mailboxHealth(web.context)) : { state: 'none', words: '' },
    flash: said,
    path: request.originalUrl,
    zone: facts.story?.zone ?? (await readInstallation(web.context.db)).zone,
  }
}

const endsIn = ({ idle, whole }: { idle: number; whole: number }): number => Math.min(idle, whole)

const sealFor = ({ keys }: Web, { id }: Actor): string =>
  Buffer.from(keys.fingerprint(`kept in the browser of ${id}`), 'hex').toString('base64')

type Health = Awaited<ReturnType<typeof mailboxHealth>>

/** The worst mailbox speaks for all. */
export function mailWords(boxes: Health): Frame['mail'] {
  const order = ['red', 'amber', 'ok'] as const
  const worst = order.map(state => boxes.find(box => box.state === state)).find(Boolean)
  return worst ? { state: worst.state as 'ok' | 'amber' | 'red', words: worst.words } : { state: 'none', words: '' }
}

/** The few functions that views may call. */
function viewWords(web: Web) {
  return {
    asset: web.assets.url,
    now: web.context.now(),
    clock,
    rfc3339,
    age,
    /** `26 April 2016, 08:52 BST`. */
    moment: (at: number, zone: string) => `${day(at, zone)}, ${clock(at, zone)}`,
    may,
    /** The only door for HTML: what `cleanHtml` or `textToHtml` made. */
    safeHtml: (html: SafeHtml): string => html,
    dev: web.dev,
  }
}
