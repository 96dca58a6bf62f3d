// A desk with its people, and emails put straight into the store as the intake room leaves them.
import type { Actor } from '../../src/desk/policy.ts'
import { addStory, type Story } from '../../src/desk/stories.ts'
import { newId } from '../../src/id.ts'
import { appendEvents, commit, indexSubmission, type Level, type NewRow, type Role } from '../../src/store/index.ts'
import { type TestContext, testContext } from '../context.ts'

export type Desk = {
  context: TestContext
  story: Story
  rob: Actor
  ann: Actor
  editor: Actor
  chief: Actor
  viewer: Actor
  /** A program with an editor's role. */
  program: Actor
}

/** A strike-day story, two moderators, two editors, a viewer and a program. */
export async function openDesk(): Promise<Desk> {
  const context = await testContext()
  const added = await addStory(context, 'system', { slug: 'strike', title: 'Junior doctors’ strike' })
  if (!added.ok) throw new Error(JSON.stringify(added.faults))
  const person = (name: string, role: Role) => addPerson(context, name, role)
  return {
    context,
    story: added.story,
    rob: await person('Rob', 'moderator'),
    ann: await person('Ann', 'moderator'),
    editor: await person('Edith', 'editor'),
    chief: await person('Charles', 'editor'),
    viewer: await person('Vera', 'viewer'),
    program: { kind: 'token', id: newId(context.now()), name: 'cms', role: 'editor' },
  }
}

async function addPerson(context: TestContext, name: string, role: Role): Promise<Actor> {
  const id = newId(context.now())
  const email = `${name.toLowerCase()}@example.org`
  await context.db
    .insertInto('staff')
    .values({ id, email, name, role, password: '', created_at: context.now() })
    .execute()
  return { kind: 'staff', id, name, role }
}

export type Email = Partial<NewRow<'submission'>> & { findings?: [check: string, level: Level, words?: string][] }

/** Puts an email into the waiting queue; answers its number. Katherine's, unless told otherwise. */
export async function addEmail({ context, story }: Desk, email: Email = {}): Promise<number> {
  const { findings = [], ...columns } = email
  return commit(context, async trx => {
    const at = context.now()
    const row = {
      id: newId(at),
      story_id: story.id,
      stage: 'read' as const,
      state: 'waiting' as const,
      received_at: at,
      kept_at: at,
      from_name: 'Katherine Ashby',
      from_address: 'katherine@example.org',
      subject: 'The strike',
      original: 'I support the doctors.\n\nKatherine\nRuislip',
      text: 'I support the doctors.',
      name: 'Katherine',
      name_confidence: 'sure' as const,
      place: 'Ruislip in Middlesex',
      urgent: findings.some(([check]) => check === 'self-harm' || check === 'threat') ? ('safety' as const) : null,
      flagged: Number(findings.some(([, level]) => level === 'warn' || level === 'bad')),
      ...columns,
    }
    const { number } = await trx.insertInto('submission').values(row).returning('number').executeTakeFirstOrThrow()
    for (const [position, [check, level, words = '']] of findings.entries())
      await trx.insertInto('finding').values({ submission_number: number, position, check, level, words }).execute()
    await indexSubmission(trx, number, {
      subject: row.subject,
      original: row.original,
      published: '',
      sender: `${row.from_name} ${row.from_address}`,
    })
    await appendEvents(trx, [
      { at, kind: 'received', actor: 'system', submission: number },
      { at, kind: 'read', actor: 'system', storyId: row.story_id, submission: number },
    ])
    return number
  })
}
