// Is it well? The few things that somebody must be told of, each in words, with what to do about it. The status page
// shows them all, and the alarm tells of those that are not well.
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { length, size } from '../amount.ts'
import type { Config } from '../config.ts'
import { nextDue } from '../feed/index.ts'
import { mailboxHealth } from '../intake/health.ts'
import { type Context, databaseSize, lossAtMost, readBackupState } from '../store/index.ts'

export type Condition = {
  name: 'mail' | 'reading' | 'publishing' | 'disk' | 'backup'
  ok: boolean
  /** How it stands; names of mailboxes may be in it, a reader's words or address never. */
  words: string
  /** What to do now; '' while it is well. */
  action: string
}

export type Watched = { context: Context; config: Pick<Config, 'database' | 'backupFolder'> }

const minute = 60_000

/** No contact with a mailbox for this long, whatever the reason, and somebody is told. */
const silentMail = 2 * minute
/** An email that was kept must have been read by then. */
const longestUnread = 5 * minute
/** An entry must be live this long after its time. */
const longestOverdue = 3 * minute
/** A copy is late after this, or after three times the step when copies take long. */
const oldBackup = 30 * minute
/** Below this share of the disk, or without room for the database once more, nothing may be writable soon. */
const leastFree = 0.1

/** Every condition as it is now, in the order of the page. `since`: when this process began to look. */
export async function conditionsOf(watched: Watched, since: number): Promise<Condition[]> {
  return await Promise.all([
    mail(watched),
    reading(watched),
    publishing(watched),
    disk(watched),
    backup(watched, since),
  ])
}

const well = (name: Condition['name'], words: string): Condition => ({ name, ok: true, words, action: '' })
const ill = (name: Condition['name'], words: string, action: string): Condition => ({ name, ok: false, words, action })

async function mail({ context }: Watched): Promise<Condition> {
  const boxes = await mailboxHealth(context)
  if (boxes.length === 0) return well('mail', 'There is no mailbox yet.')
  const silent = boxes.filter(
    ({ state, checkedAt, errorSince }) =>
      state !== 'paused' && context.now() - (checkedAt ?? errorSince ?? context.now()) > silentMail,
  )
  if (silent.length === 0) return well('mail', boxes.map(box => box.words).join(' '))
  return ill(
    'mail',
    silent.map(({ name, words }) => (words.includes(name) ? words : `“${name}”: ${words}`)).join(' '),
    'Open Mailboxes: each says what went wrong. It is tried again by itself.',
  )
}

async function reading({ context }: Watched): Promise<Condition> {
  const oldest = await context.db
    .selectFrom('submission')
    .select('kept_at')
    .where('stage', '=', 'received')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  if (!oldest) return well('reading', 'Every email that came in has been read.')
  const waited = context.now() - oldest.kept_at
  if (waited <= longestUnread) return well('reading', `Emails are being read; the oldest came ${length(waited)} ago.`)
  return ill(
    'reading',
    `The backlog grows: an email has waited ${length(waited)} for a machine to read it.`,
    'See what else the computer does; restart Postbag if nothing moves. More POSTBAG_WORKERS help when processors are idle.',
  )
}

async function publishing({ context }: Watched): Promise<Condition> {
  // What a stopped story holds back is not overdue.
  const due = await nextDue(context)
  const overdue = Number.isFinite(due) ? context.now() - due : 0
  if (overdue <= longestOverdue) return well('publishing', 'What was approved goes live when it is due.')
  return ill(
    'publishing',
    `An approved entry should have gone live ${length(overdue)} ago.`,
    'Restart Postbag, and look for “publishing failed” in its log.',
  )
}

async function disk({ context, config: { database } }: Watched): Promise<Condition> {
  if (database === ':memory:') return well('disk', 'The database is in memory.')
  const { free, share, held } = await roomFor(context, database)
  const words = `${Math.floor(share * 100)} % of the disk is free: ${size(free)}. The database has ${size(held)}.`
  if (share > leastFree && free > held)
    return well('disk', free < 3 * held ? `${words} Three times its size would be safe.` : words)
  return ill('disk', words, 'Make room now: when the disk is full no email is taken in and nothing can be decided.')
}

async function roomFor({ db }: Context, database: string) {
  const { bavail, blocks, bsize } = await statfs(dirname(database))
  return { free: bavail * bsize, share: blocks === 0 ? 1 : bavail / blocks, held: await databaseSize(db) }
}

async function backup({ context, config }: Watched, since: number): Promise<Condition> {
  const { at, ms, bytes, error } = await readBackupState(context.db)
  if (config.backupFolder === null) return well('backup', 'No backups are written: POSTBAG_BACKUP_FOLDER is not set.')
  const age = context.now() - Math.max(at ?? 0, since)
  const loss = lossAtMost(ms)
  if (age > Math.max(oldBackup, 3 * loss))
    return ill(
      'backup',
      `${at === null ? 'No backup has been written yet' : `The last good backup is ${length(context.now() - at)} old`}${error && `: ${error}`}`,
      'Make room in the backup folder; `postbag backup FILE` by hand says why it fails.',
    )
  const last = at === null ? 'The first backup is due' : `Last backup ${length(context.now() - at)} ago`
  const facts = at === null ? '' : `, ${size(bytes)} in ${length(ms)}`
  const failed = error === '' ? '' : ` The last try failed: ${error}`
  return well('backup', `${last}${facts}. With the disk at most ${length(loss)} of work would be lost.${failed}`)
}
