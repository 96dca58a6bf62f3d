// From the mail server to the queue: bytes, submissions, the ledger, the counts.
import type { Store } from '../database.ts'
import { decompress, identityOf } from '../raw.ts'
import { countOf, type DataCheck, rowsThatShouldNotBe } from './check.ts'

type RawRow = { id: string; sha256: string; size: number; whole: number; bytes: Uint8Array }

export const messages: DataCheck = {
  name: 'messages',
  look(store) {
    const faults: string[] = []
    let count = 0
    for (const row of store.engine.prepare('select * from raw order by id').iterate() as IterableIterator<RawRow>) {
      count++
      const why = faultOf(row)
      if (why) faults.push(`message ${row.id}${numberOf(store, row.id)} ${why}`)
    }
    return { found: `${count} with the bytes that came`, faults }
  },
}

function faultOf({ bytes, sha256, size, whole }: RawRow): string | null {
  try {
    const raw = decompress(bytes)
    if (identityOf(raw, whole === 1, size) !== sha256) return 'has other bytes than those that came'
    return whole === 1 && raw.length !== size ? `has ${raw.length} bytes and not ${size}` : null
  } catch {
    return 'cannot be unpacked'
  }
}

function numberOf(store: Store, rawId: string): string {
  const row = store.engine.prepare('select number from submission where raw_id = ?').get(rawId) as
    | { number: number }
    | undefined
  return row ? ` (email ${row.number})` : ''
}

export const submissions: DataCheck = {
  name: 'emails',
  look(store) {
    const faults = (query: string, words: string) =>
      rowsThatShouldNotBe<{ number: number }>(store, query, row => `email ${row.number} ${words}`)
    return {
      found: `${countOf(store, 'select count(*) as n from submission')}`,
      faults: [
        ...faults(
          `select number from submission where stage != 'erased' and raw_id is null and cleared_at is null`,
          'has lost its message',
        ),
        ...faults(
          `select number from submission where stage = 'erased' and (raw_id is not null or state is not null
            or original != '' or text != '' or subject != '' or from_address != '' or name != '')`,
          'is erased and yet holds something of its reader',
        ),
        ...faults(
          `select number from submission where (stage = 'read') != (state is not null)`,
          'is in the queue unread, or read and not in the queue',
        ),
        ...faults(
          `select number from submission s where state in ('held', 'approved', 'rejected', 'spam') and not exists
            (select 1 from event e where e.submission_number = s.number and e.kind = s.state)`,
          'is in a state that no event tells of',
        ),
        ...rowsThatShouldNotBe<{ id: string }>(
          store,
          'select id from raw where id not in (select raw_id from submission where raw_id is not null)',
          row => `message ${row.id} belongs to no email`,
        ),
      ],
    }
  },
}

type LedgerRow = { mailbox: string; uidvalidity: number; uid: number; outcome: string }

export const ledger: DataCheck = {
  name: 'ledger',
  look(store) {
    const lines = (where: string, words: string) =>
      rowsThatShouldNotBe<LedgerRow>(
        store,
        `select mailbox.name as mailbox, l.uidvalidity, l.uid, l.outcome from ledger l
          join mailbox on mailbox.id = l.mailbox_id left join submission s on s.number = l.submission_number where ${where}`,
        row => `${row.mailbox}, UID ${row.uid} of ${row.uidvalidity} (${row.outcome}) ${words}`,
      )
    const sums = store.engine
      .prepare(
        `select name, seen, fetching, (select count(*) from ledger l where l.mailbox_id = mailbox.id
            and l.uidvalidity = mailbox.uidvalidity and l.listed = 1 and l.outcome != 'gone') as accounted
          from mailbox where seen is not null order by name`,
      )
      .all() as { name: string; seen: number; fetching: number; accounted: number }[]
    // A look that was broken off leaves its mail where it is: on the server, for the next one.
    const toCome = (sum: (typeof sums)[number]) =>
      sum.fetching && sum.seen > sum.accounted ? ', the rest to be fetched' : ''
    return {
      found:
        sums.map(sum => `${sum.name}: ${sum.accounted} of ${sum.seen}${toCome(sum)}`).join(', ') ||
        'no mailbox polled yet',
      faults: [
        ...sums
          .filter(sum => sum.seen > sum.accounted && !sum.fetching)
          .map(sum => `${sum.name}: ${sum.seen - sum.accounted} of ${sum.seen} messages are unaccounted for`),
        ...lines(
          `l.outcome in ('pending', 'ingested', 'duplicate', 'ignored') and (s.number is null or s.stage = 'erased')`,
          'leads to no email',
        ),
        ...lines(`l.outcome = 'pending' and s.stage not in ('received', 'erased')`, 'is pending and yet read'),
        ...lines(
          `l.outcome in ('ingested', 'ignored') and s.stage = 'received' and s.attempts = 0
          and not exists (select 1 from event e where e.submission_number = s.number and e.kind = 'retried')`,
          'is done and yet unread',
        ),
        ...lines(`l.outcome in ('erased', 'gone') and l.raw_id is not null`, 'still leads to a message'),
      ],
    }
  },
}

export const campaigns: DataCheck = {
  name: 'campaigns',
  look(store) {
    const faults = rowsThatShouldNotBe<{ number: number; size: number; n: number }>(
      store,
      `select number, size, (select count(*) from likeness where campaign = number) as n from campaign where size != n`,
      row => `campaign ${row.number} says ${row.size} letters and there are ${row.n}`,
    )
    return { found: `${countOf(store, 'select count(*) as n from campaign')}`, faults }
  },
}

const realCounts = `
  select ifnull(story_id, '') as story_id, ifnull(state, stage) as kind, count(*) as n from submission group by 1, 2
  union all select ifnull(story_id, ''), 'urgent', count(*) from submission where state = 'waiting' and urgent is not null group by 1
  union all select ifnull(story_id, ''), 'second-approval', count(*) from submission where state = 'held' and needs = 'editor' group by 1
  union all select ifnull(story_id, ''), 'flagged', count(*) from submission where state = 'waiting' and flagged group by 1
  union all select ifnull(story_id, ''), 'photos', count(*) from submission where state = 'waiting' and photos > 0 group by 1`

export const tallies: DataCheck = {
  name: 'counts',
  look(store) {
    const faults = rowsThatShouldNotBe<{ story: string; kind: string; kept: number; n: number }>(
      store,
      `with real as (${realCounts})
        select ifnull(story.slug, 'no story') as story, ifnull(t.kind, r.kind) as kind, ifnull(t.count, 0) as kept, ifnull(r.n, 0) as n
        from tally t full join real r on r.story_id = t.story_id and r.kind = t.kind
        left join story on story.id = ifnull(t.story_id, r.story_id) where ifnull(t.count, 0) != ifnull(r.n, 0)`,
      row => `${row.story}: “${row.kind}” says ${row.kept} and there are ${row.n}`,
    )
    return { found: `${countOf(store, 'select count(*) as n from tally')} kept`, faults }
  },
}
