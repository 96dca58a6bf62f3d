// A story inside another site's page: the newest entries in a frame, in that site's colours. No script is needed there;
// a small one makes the frame as high as what it holds.
import { type EmbedTheme, readEmbed, readFeed } from '../feed/index.ts'
import type { Document } from './document.ts'
import { feedPolicy, pagePolicy } from './headers.ts'
import type { Material } from './material.ts'
import { itemsOf, pageAnswer, pageWords, render, shownIn } from './public.ts'

/** A frame holds so many entries, and leads to the rest. */
const embedLength = 20

/** `/embed/:story` */
export async function embedDocument(material: Material): Promise<Document> {
  const { db } = material.context
  const { hosts, theme } = await readEmbed(db, material.story.id)
  const feed = await readFeed(db, material.story, material.config.baseUrl, embedLength)
  const show = shownIn(feed)
  const body = await render(material, 'embed', {
    ...pageWords(feed),
    pins: feed.pins.map(show),
    items: itemsOf(feed, show),
    themed: theme !== null,
  })
  return { ...pageAnswer(material, feed, body), policy: policyFor(hosts) }
}

/** `/embed/:story/theme.css`: nothing inline, so the colours are a file. */
export async function embedTheme(material: Material): Promise<Document> {
  const { theme } = await readEmbed(material.context.db, material.story.id)
  return {
    status: 200,
    type: 'text/css; charset=utf-8',
    body: theme ? themeCss(theme) : '',
    policy: feedPolicy,
    version: material.version,
    modifiedAt: material.modifiedAt,
  }
}

/** The desk itself may always frame it, to show what it looks like. */
const policyFor = (hosts: string[]) =>
  pagePolicy
    .replace("frame-ancestors 'none'", `frame-ancestors ${["'self'", ...hosts].join(' ')}`)
    .replace("form-action 'self'", "form-action 'none'")

/** Paler shades are mixed from the three; the least contrast of `ink` keeps them readable. */
const themeCss = ({ ground, ink, accent }: EmbedTheme) => `:root {
  color-scheme: ${Number.parseInt(ground.slice(3, 5), 16) < 0x80 ? 'dark' : 'light'};
  --paper: ${ground};
  --card: ${ground};
  --sunk: color-mix(in srgb, ${ink} 4%, ${ground});
  --ink: ${ink};
  --rule: ${ink};
  --soft: color-mix(in srgb, ${ink} 85%, ${ground});
  --line: color-mix(in srgb, ${ink} 22%, ${ground});
  --edge: color-mix(in srgb, ${ink} 60%, ${ground});
  --accent: ${accent};
  --tint: color-mix(in srgb, ${accent} 10%, ${ground});
  --focus: ${ink};
}
`
