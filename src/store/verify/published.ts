// The log and what readers were told: the event chain, each story's sequence, entries and their revisions.
import { brokenEvent } from '../events.ts'
import { countOf, type DataCheck, rowsThatShouldNotBe } from './check.ts'

export const events: DataCheck = {
  name: 'event chain',
  async look(store) {
    const broken = await brokenEvent(store.db)
    return {
      found: `${countOf(store, 'select count(*) as n from event')} events`,
      faults: broken === null ? [] : [`event ${broken} is missing, or not what was written`],
    }
  },
}

export const feedSequences: DataCheck = {
  name: 'feed sequences',
  look(store) {
    const faults = rowsThatShouldNotBe<{ slug: string; feed_seq: number; n: number; least: number; most: number }>(
      store,
      `select slug, feed_seq, count(seq) as n, ifnull(min(seq), 1) as least, ifnull(max(seq), 0) as most
        from story left join feed_change on story_id = story.id group by story.id
        having n != feed_seq or most != feed_seq or (n > 0 and least != 1)`,
      row => `${row.slug}: ${row.feed_seq} changes were numbered and ${row.n} are there`,
    )
    const times = rowsThatShouldNotBe<{ slug: string; seq: number }>(
      store,
      `select slug, b.seq from feed_change a join feed_change b on b.story_id = a.story_id and b.seq = a.seq + 1
        join story on story.id = a.story_id where b.at <= a.at`,
      row => `${row.slug}: change ${row.seq} is not later than the one before`,
    )
    return {
      found: `${countOf(store, 'select count(*) as n from feed_change')} changes`,
      faults: [...faults, ...times],
    }
  },
}

const lastChange = `(select type || ' ' || revision from feed_change c where c.entry_id = e.id order by at desc, seq desc limit 1)`

export const entries: DataCheck = {
  name: 'entries',
  look(store) {
    const faults = (query: string, words: string) =>
      rowsThatShouldNotBe<{ id: string }>(store, query, row => `entry ${row.id} ${words}`)
    return {
      found: `${countOf(store, 'select count(*) as n from entry')}`,
      faults: [
        ...faults(
          `select e.id from entry e left join revision r on r.entry_id = e.id group by e.id
            having count(r.revision) != e.revision or max(r.revision) != e.revision`,
          'has not all of its revisions',
        ),
        ...faults(
          `select id from entry e where state = 'live' and group_id is null and ifnull(${lastChange}, '') not in
            ('published ' || e.revision, 'amended ' || e.revision, 'restored ' || e.revision)`,
          'is live and its feed was told something else',
        ),
        ...faults(
          `select id from entry e where state = 'withdrawn' and published_at is not null and withdrawn_why is not 'moved'
            and ifnull(${lastChange}, '') not like 'withdrawn %'`,
          'is withdrawn and its feed was not told',
        ),
        ...faults(
          `select e.id from entry e join submission s on s.number = e.submission_number
            where e.state in ('live', 'scheduled') and ifnull(s.state, s.stage) not in ('approved', 'erased')`,
          'is published though its email is not approved',
        ),
        ...faults(
          `select e.id from entry e where state != 'withdrawn' and not exists
            (select 1 from revision r where r.entry_id = e.id and r.revision = e.revision and (r.text != '' or e.kind = 'group'))`,
          'is published without words',
        ),
        ...faults(
          `select e.id from entry e where state = 'live' and kind = 'group' and not exists
            (select 1 from entry m where m.group_id = e.id and m.state = 'live')`,
          'is a live group without a letter',
        ),
        ...faults(
          `select m.id from entry m join entry g on g.id = m.group_id where m.state = 'live' and g.state != 'live'`,
          'is a live letter of a group that is not',
        ),
      ],
    }
  },
}
