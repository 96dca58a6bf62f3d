// Every feed passes the rules of feed validators: whole, empty, windowed, archived, with hubs, with hostile readers.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { addWebhook, amendEntry, publishDue, setPinned, withdrawEntry } from '../../src/feed/index.ts'
import { keysFrom } from '../../src/secret.ts'
import { publicSite } from '../web/public-site.ts'
import { addTestStory, approveLetter, editor, type Strike, strike } from './strike.ts'
import { atomFaults, jsonFeedFaults, ninjsFaults, rssFaults } from './validator.ts'

let context: Strike
let site: Awaited<ReturnType<typeof publicSite>>
beforeAll(async () => {
  context = await strike()
  site = await publicSite(context)
  await addTestStory(context, 'empty')
  const odd = ['Siân', '<b>Bob</b>', '', ']]> &amp;', '“Q” & co', 'Name withheld']
  const texts = [
    'Plain.',
    '[a](https://example.org/?a=1&b=2) *b*',
    '<script>alert(1)</script>',
    '<img src=x onerror=1>',
  ]
  const ids: string[] = []
  for (let at = 0; at < 110; at++) {
    context.clock.at += 1_000
    const words = {
      name: odd[at % odd.length]!,
      text: texts[at % texts.length]!,
      verb: at % 7 ? 'writes' : 'told us that',
    }
    ids.push((await approveLetter(context, words, 0)).id)
    await publishDue(context)
  }
  context.clock.at += 60_000
  for (const id of ids.slice(5, 9)) await withdrawEntry(context, editor, id, 'asked')
  await amendEntry(context, editor, ids[2]!, { revision: 1, text: 'Late change.' })
  await amendEntry(context, editor, ids[100]!, { revision: 1, text: 'Change.' })
  await setPinned(context, editor, ids[105]!, true)
  const hub = { name: 'Hub', url: 'https://hub.example.org/', storyId: context.storyId, kind: 'hub' as const }
  await addWebhook(context, keysFrom(new Uint8Array(32).fill(3)), editor, hub)
})
afterAll(async () => {
  await site.close()
  await context.close()
})

const formats = { '.atom': atomFaults, '.rss': rssFaults, '.json': jsonFeedFaults, '.ninjs.json': ninjsFaults }
const documents = (ending: string) => [
  `/feeds/junior-doctors${ending}`,
  `/feeds/junior-doctors${ending}?limit=7`,
  `/feeds/junior-doctors${ending}?limit=7&before=60`,
  `/feeds/junior-doctors/archive/1${ending}`,
  `/feeds/junior-doctors/archive/2${ending}`,
  `/feeds/empty${ending}`,
]

test.each(Object.entries(formats))('%s breaks no rule', async (ending, faults) => {
  for (const path of documents(ending)) {
    const answer = await site.get(path)
    expect(answer.status).toBe(200)
    expect([path, faults(await answer.text(), `https://live.example.org${path}`)]).toEqual([path, []])
  }
})

test('the rules find what is wrong', async () => {
  const [atom, rss, json] = await Promise.all(
    ['.atom', '.rss', '.json'].map(async ending => (await site.get(`/feeds/junior-doctors${ending}`)).text()),
  )
  const at = 'https://live.example.org/feeds/junior-doctors'
  expect(atomFaults(atom!, 'https://elsewhere.example/')).toEqual(['feed: self is not where it was found'])
  const broken: [string, string[]][] = [
    ['no id', atomFaults(atom!.replace(/(<entry>)<id>[^<]*<\/id>/, '$1'), `${at}.atom`)],
    ['date', atomFaults(atom!.replace(/<published>[^<]*/, '<published>yesterday'), `${at}.atom`)],
    ['script', atomFaults(atom!.replace(/(<content[^>]*>)/, '$1&lt;script&gt;'), `${at}.atom`)],
    ['guid', rssFaults(rss!.replace(/<guid[^>]*>[^<]*<\/guid>/, ''), `${at}.rss`)],
    ['weekday', rssFaults(rss!.replace(/<pubDate>\w+/, '<pubDate>Sun'), `${at}.rss`)],
    ['content', jsonFeedFaults(json!.replace('"content_html"', '"x"').replace('"content_text"', '"y"'), `${at}.json`)],
  ]
  for (const [what, faults] of broken) expect([what, faults.length > 0]).toEqual([what, true])
})
