// The event log, filterable by its address, and the state of its chain.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { recordAccess } from '../desk/access.ts'
import { type AuditFilter, checkChain, kindsInWords, listEvents } from '../desk/audit.ts'
import { listStaff } from '../desk/staff.ts'
import { listTokens } from '../desk/tokens.ts'
import { csvTable, csvType } from '../feed/index.ts'
import { rfc3339 } from '../time.ts'
import { form } from './form.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .or(z.literal(''))
  .default('')

const query = z.object({
  who: z.string().max(80).default(''),
  what: z.string().max(40).default(''),
  item: z
    .string()
    .regex(/^#?\d{0,15}$/)
    .default(''),
  from: date,
  to: date,
  before: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  chain: z.literal('check').optional(),
})

const dayLength = 24 * 3_600_000

type Asked = z.infer<typeof query>

function filterOf({ who, what, item, from, to, before }: Asked): AuditFilter {
  const number = item.replace('#', '')
  return {
    who: who || undefined,
    kind: what || undefined,
    item: number ? Number(number) : undefined,
    since: from ? Date.parse(`${from}T00:00:00Z`) : undefined,
    until: to ? Date.parse(`${to}T00:00:00Z`) + dayLength : undefined,
    before: before ? Number(before) : undefined,
  }
}

/** `GET /admin/audit.csv` with the same filters: every event that matches, newest first. Written down as a look. */
export async function exportAudit(request: Request, response: Response, web: Web): Promise<void> {
  const filter = filterOf(must(query, request.query))
  await recordAccess(web.context, actor(response), 'exported the audit log', null)
  response.set({ 'Content-Type': csvType, 'Content-Disposition': 'attachment; filename="audit.csv"' })
  let first = true
  for (let before = filter.before; ; ) {
    const { lines, next } = await listEvents(web.context, { ...filter, before })
    const rows = lines.map(({ at, story, data, ...line }) => ({
      ...{ event: line.seq, at: rfc3339(at), who: line.by, actor: line.actor, what: line.words },
      ...{ story: story?.slug ?? '', email: line.submission, entry: line.entryId, data: JSON.stringify(data) },
    }))
    // The heading stands once, above the first page.
    response.write(first ? csvTable(rows, csvColumns) : csvTable(rows, csvColumns).replace(/^.*\r\n/, ''))
    first = false
    if (next === null || response.destroyed) break
    before = next
    // The desk has its turn between two pages.
    await new Promise(resolve => setImmediate(resolve))
  }
  response.end()
}

const csvColumns = ['event', 'at', 'who', 'actor', 'what', 'story', 'email', 'entry', 'data']

/** `GET /admin/audit?who=&what=&item=&from=&to=&before=&chain=check`. Days are UTC. */
export async function showAudit(request: Request, response: Response, web: Web): Promise<void> {
  const { before, chain, ...asked } = must(query, request.query)
  const filter = filterOf({ ...asked, before })
  const { lines, next } = await listEvents(web.context, filter)
  const [people, tokens] = await Promise.all([listStaff(web.context), listTokens(web.context)])
  const actors = [
    ['', 'Anybody'],
    ['system', 'Postbag'],
    ...people.map(each => [each.id, each.name]),
    ...tokens.map(each => [`token:${each.id}`, `${each.name} (token)`]),
  ]
  const linkTo = (more: Record<string, string>) => `?${new URLSearchParams({ ...asked, ...more })}`
  await page(
    response,
    web,
    'audit/page',
    { title: 'Audit log', section: 'admin' },
    {
      tab: 'audit',
      form: form(asked),
      lines,
      actors,
      kinds: [['', 'Anything'], ...kindsInWords()],
      more: next === null ? null : linkTo({ before: String(next) }),
      checkLink: linkTo({ chain: 'check' }),
      csvLink: `/admin/audit.csv${linkTo({})}`,
      chain: chain ? await checkChain(web.context) : null,
    },
  )
}
