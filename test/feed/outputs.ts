// What each format says of a story's entries, read back from its text: ids and words in order, and what is withdrawn.

/** `live` in the document's own order: entry id and the word that its text carries. `gone`: ids of tombstones. */
export type Said = { live: [id: string, word: string][]; gone: string[] }

const wordIn = (text: string) => /word\d+x/.exec(text)?.[0] ?? ''
const idIn = (text: string) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0] ?? ''
const blocks = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(found => found[0])
/** The word of the text, not that of the name. */
const pair = (text: string): [string, string] => [idIn(text), text.match(/word\d+x(?= text)/)?.[0] ?? '']

/** The entry's text without its attribution, which carries the word too. */
const fromJson = (items: { id: string; content_text: string }[]): Said['live'] =>
  items.map(item => [idIn(item.id), wordIn(item.content_text.split('\n\n')[1] ?? '')])

/** One reading per format; a new format without a reading here fails to compile. */
export const readings: Record<string, (text: string) => Said> = {
  atom: text => ({
    live: blocks(text, /<entry>[\s\S]*?<\/entry>/g).map(entry => pair(entry)),
    gone: blocks(text, /<at:deleted-entry [^>]*>/g).map(idIn),
  }),
  rss: text => {
    const items = blocks(text, /<item>[\s\S]*?<\/item>/g)
    const isGone = (item: string) => item.includes('<postbag:withdrawn>')
    return { live: items.filter(item => !isGone(item)).map(pair), gone: items.filter(isGone).map(idIn) }
  },
  json: text => {
    const feed = JSON.parse(text)
    return { live: fromJson(feed.items), gone: feed._postbag.withdrawn.map((each: { id: string }) => idIn(each.id)) }
  },
  ninjs: text => {
    type Item = { uri: string; pubstatus: string; bodies: { value: string }[] }
    const items: Item[] = JSON.parse(text).associations
    return {
      live: items
        .filter(item => item.pubstatus === 'usable')
        .map(item => [idIn(item.uri), wordIn(item.bodies[0]!.value.split('\n\n')[1] ?? '')]),
      gone: items.filter(item => item.pubstatus === 'canceled').map(item => idIn(item.uri)),
    }
  },
  txt: text => {
    const gone = blocks(text, /^Withdrawn at .*$/gm)
    const live = text.split('\n\n\n').filter(block => /\/entries\//.test(block) && !block.startsWith('Withdrawn at '))
    return {
      live: live.map(block => [idIn(block.trim().split('\n').at(-1)!), wordIn(block.split('\n\n')[1]!)]),
      gone: gone.map(idIn),
    }
  },
  csv: text => {
    const rows = text.trim().split('\r\n').slice(1)
    const isLive = (row: string) => row.split(',')[1] === 'live'
    return {
      live: rows.filter(isLive).reverse().map(pair),
      gone: rows.filter(row => !isLive(row)).map(idIn),
    }
  },
}
