// A story in other sites' pages: which sites may frame it, and in which colours.
import { domainToASCII } from 'node:url'
import { appendEvent, type Context, commit, type Db } from '../store/index.ts'
import { turnPage } from './entry.ts'

/** `#rrggbb` each; null: light or dark, as the reader's system is. */
export type EmbedTheme = { ground: string; ink: string; accent: string }

export type Embed = {
  /** `www.example.org`, `*.example.org`, `example.org:8443`; `*` is any site. */
  hosts: string[]
  theme: EmbedTheme | null
}

export type EmbedFaults = Partial<Record<'hosts' | 'ground' | 'ink' | 'accent', string>>

/** The least contrast of text on the ground (WCAG 1.4.6), so that its paler shades still pass 1.4.3. */
const leastInk = 7
/** Of links on the ground (WCAG 1.4.3). */
const leastAccent = 4.5
const mostHosts = 50

export async function readEmbed(db: Db, storyId: string): Promise<Embed> {
  const hosts = await db
    .selectFrom('embed_host')
    .select('host')
    .where('story_id', '=', storyId)
    .orderBy('host')
    .execute()
  const theme = await db
    .selectFrom('embed_theme')
    .select(['ground', 'ink', 'accent'])
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return { hosts: hosts.map(row => row.host), theme: theme ?? null }
}

/** Changes both. Refuses what is no host, and colours that cannot be read. Frames show it at their next look. */
export async function changeEmbed(
  context: Context,
  actor: string,
  storyId: string,
  wish: { hosts: string[]; theme: EmbedTheme | null },
): Promise<{ ok: true } | { ok: false; faults: EmbedFaults }> {
  const hosts = [...new Set(wish.hosts.map(tidyHost))]
  const theme = wish.theme && tidyTheme(wish.theme)
  const faults = { ...hostFaults(hosts, wish.hosts), ...(theme && themeFaults(theme)) }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return commit(context, async trx => {
    const at = context.now()
    await trx.deleteFrom('embed_host').where('story_id', '=', storyId).execute()
    await trx.deleteFrom('embed_theme').where('story_id', '=', storyId).execute()
    const rows = hosts.map(host => ({ story_id: storyId, host: host! }))
    if (rows.length > 0) await trx.insertInto('embed_host').values(rows).execute()
    if (theme)
      await trx
        .insertInto('embed_theme')
        .values({ story_id: storyId, ...theme })
        .execute()
    await turnPage(trx, storyId, at)
    await appendEvent(trx, { at, kind: 'story-changed', actor, storyId, data: { embedHosts: hosts.length } })
    return { ok: true }
  })
}

/** What was typed or pasted (`https://www.Example.org/page`) as a host source of CSP; null when it is none. */
function tidyHost(typed: string): string | null {
  if (typed === '*') return typed
  const [, wild = '', host = '', port = ''] =
    /^(?:https?:\/\/)?(\*\.)?([^/:*\s;,]+)(:\d{1,5})?(?:\/.*)?$/i.exec(typed.trim()) ?? []
  const ascii = domainToASCII(host)
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(ascii) ? `${wild}${ascii}${port}` : null
}

function hostFaults(hosts: (string | null)[], typed: string[]): EmbedFaults {
  const bad = typed.find(each => tidyHost(each) === null)
  if (bad !== undefined) return { hosts: `“${bad}” is no host. Write it like www.example.org, one a line.` }
  return hosts.length > mostHosts
    ? { hosts: `At most ${mostHosts} hosts. *.example.org stands for all of a site.` }
    : {}
}

const tidyTheme = ({ ground, ink, accent }: EmbedTheme): EmbedTheme => ({
  ground: ground.trim().toLowerCase(),
  ink: ink.trim().toLowerCase(),
  accent: accent.trim().toLowerCase(),
})

function themeFaults(theme: EmbedTheme): EmbedFaults {
  const wrong = (['ground', 'ink', 'accent'] as const).filter(name => !/^#[0-9a-f]{6}$/.test(theme[name]))
  if (wrong.length > 0)
    return Object.fromEntries(wrong.map(name => [name, 'A colour is written like #1a2b3c. Give all three, or none.']))
  const pale = (colour: string, least: number) => contrast(colour, theme.ground) < least
  const words = (least: number) => `This is hard to read on the ground: the contrast must be ${least}:1 or more.`
  return {
    ...(pale(theme.ink, leastInk) && { ink: words(leastInk) }),
    ...(pale(theme.accent, leastAccent) && { accent: words(leastAccent) }),
  }
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
