// Stories: the list, a new one, its settings.
import type { Request, Response } from 'express'
import { entriesBarred } from '../desk/legal.ts'
import {
  addStory as addToDesk,
  changeStory as changeAtDesk,
  findStory,
  listStories,
  type Story,
} from '../desk/stories.ts'
import { countViews } from '../desk/view.ts'
import { readInstallation } from '../store/index.ts'
import { fromZone, isZone, toZone } from '../time.ts'
import { titleOf } from './account.ts'
import { notFoundPage } from './errors.ts'
import { type Form, fields, form, listOf, wholeNumber } from './form.ts'
import { actor } from './guard.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'

/** `GET /stories` */
export async function showStories(_request: Request, response: Response, web: Web): Promise<void> {
  const stories = await Promise.all(
    (await listStories(web.context)).map(async story => ({
      ...story,
      counts: await countViews(web.context, story.id),
    })),
  )
  await page(response, web, 'stories/list', { title: 'Stories', section: 'stories' }, { stories })
}

const names = [
  'title',
  'slug',
  'addresses',
  'status',
  'graceSeconds',
  'zone',
  'headline',
  'standfirst',
  'byline',
] as const
const allNames = [
  ...names,
  'wordsSoft',
  'wordsHard',
  'verbs',
  'legalNotice',
  'barred',
  'callOut',
  'showWithdrawn',
  'isDefault',
  'opensAt',
] as const

/** Zones that the platform knows, for a list to choose from. */
export const zones = (): [string, string][] => Intl.supportedValuesOf('timeZone').map(zone => [zone, zone])

async function showNew(response: Response, web: Web, filled: Form): Promise<void> {
  const model = { form: filled, zones: zones() }
  await page(response, web, 'stories/new', { title: titleOf('Add a story', filled), section: 'stories' }, model)
}

/** `GET /stories/new` */
export async function newStory(_request: Request, response: Response, web: Web): Promise<void> {
  const { zone } = await readInstallation(web.context.db)
  await showNew(response, web, form({ zone, graceSeconds: '10' }))
}

/** A short name for the address, made of the title: `Junior doctors’ strike` → `junior-doctors-strike`. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}’']/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '')

/** `POST /stories` */
export async function addStory(request: Request, response: Response, web: Web): Promise<void> {
  const typed = fields(request.body, ['title', 'slug', 'addresses', 'graceSeconds', 'zone', 'callOut'])
  const result = await addToDesk(web.context, actor(response).id, {
    title: typed.title,
    slug: typed.slug.trim() || slugOf(typed.title),
    addresses: listOf(typed.addresses),
    graceSeconds: wholeNumber(typed.graceSeconds),
    zone: typed.zone,
    callOut: typed.callOut,
  })
  if (!result.ok) {
    response.status(400)
    return showNew(response, web, form(typed, result.faults))
  }
  flash(request, { words: `“${result.story.title}” is open.`, tone: 'done' })
  response.redirect(303, `/s/${result.story.slug}/queue`)
}

/** The story whose settings are asked for; null when there is none, and then the answer is sent. */
export async function storyToChange(request: Request, response: Response, web: Web): Promise<Story | null> {
  const found = await findStory(web.context, String(request.params.slug))
  if (found?.story) return found.story
  if (found && request.method === 'GET') response.redirect(301, `/stories/${found.moved}`)
  else notFoundPage(request, response, 'There is no such story.')
  return null
}

async function showSettings(response: Response, web: Web, story: Story, filled: Form): Promise<void> {
  const facts = { title: titleOf('Settings', filled), section: 'stories' as const, story }
  await page(response, web, 'stories/settings', facts, { form: filled, story, zones: zones() })
}

/** `GET /stories/:slug` */
export async function editStory(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (!story) return
  const { title, slug, status, zone, headline, standfirst, byline, callOut } = story
  const ticks = { showWithdrawn: story.showWithdrawn ? 'yes' : '', isDefault: story.isDefault ? 'yes' : '' }
  const opensAt = story.opensAt === null ? '' : toZone(story.opensAt, zone)
  const lists = { addresses: story.addresses.join('\n'), graceSeconds: String(story.graceSeconds) }
  const legal = { legalNotice: story.legalNotice, barred: story.barred.join('\n') }
  const lengths = {
    wordsSoft: words(story.wordsSoft),
    wordsHard: words(story.wordsHard),
    verbs: story.verbs.join('\n'),
  }
  const values = {
    ...lengths,
    title,
    slug,
    status,
    zone,
    headline,
    standfirst,
    byline,
    callOut,
    opensAt,
    ...ticks,
    ...lists,
    ...legal,
  }
  await showSettings(response, web, story, form(values))
}

/** A limit of 0 is none, and shown as nothing. */
const words = (limit: number): string => (limit === 0 ? '' : String(limit))
const limitOf = (typed: string): number => (typed.trim() === '' ? 0 : wholeNumber(typed))

/** The moment typed; null for none, NaN for what is no time. */
const momentOf = (typed: string, zone: string): number | null => (typed.trim() === '' ? null : fromZone(typed, zone))

const statuses = ['open', 'scheduled', 'closing', 'closed'] as const

/** `POST /stories/:slug` */
export async function changeStory(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (!story) return
  const typed = fields(request.body, allNames)
  const result = await changeAtDesk(web.context, actor(response).id, story.id, {
    title: typed.title,
    slug: typed.slug.trim(),
    addresses: listOf(typed.addresses),
    status: statuses.find(each => each === typed.status) ?? story.status,
    graceSeconds: wholeNumber(typed.graceSeconds),
    zone: typed.zone,
    headline: typed.headline,
    standfirst: typed.standfirst,
    byline: typed.byline,
    callOut: typed.callOut,
    showWithdrawn: typed.showWithdrawn === 'yes',
    isDefault: typed.isDefault === 'yes',
    wordsSoft: limitOf(typed.wordsSoft),
    wordsHard: limitOf(typed.wordsHard),
    verbs: typed.verbs.split('\n'),
    legalNotice: typed.legalNotice,
    barred: typed.barred.split('\n'),
    opensAt: momentOf(typed.opensAt, isZone(typed.zone) ? typed.zone : story.zone),
  })
  if (!result) return notFoundPage(request, response, 'There is no such story.')
  if (!result.ok) {
    response.status(400)
    return showSettings(response, web, story, form(typed, result.faults))
  }
  const live = await entriesBarred(web.context, result.story.id)
  if (live.length === 0) flash(request, { words: 'Saved.', tone: 'done' })
  else {
    const which = [...new Set(live.flatMap(each => each.words))].map(each => `“${each}”`).join(', ')
    const many = live.length === 1 ? 'One entry holds' : `${live.length} entries hold`
    flash(request, { words: `Saved. ${many} ${which}: amend or withdraw on the live page.`, tone: 'warn' })
  }
  response.redirect(303, `/stories/${result.story.slug}`)
}
