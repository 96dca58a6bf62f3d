// The event log, filterable by its address, and the state of its chain.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { type AuditFilter, checkChain, kindsInWords, listEvents } from '../desk/audit.ts'
import { listStaff } from '../desk/staff.ts'
import { listTokens } from '../desk/tokens.ts'
import { form } from './form.ts'
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

/** `GET /admin/audit?who=&what=&item=&from=&to=&before=&chain=check`. Days are UTC. */
export async function showAudit(request: Request, response: Response, web: Web): Promise<void> {
  const { before, chain, ...asked } = must(query, request.query)
  const item = asked.item.replace('#', '')
  const filter: AuditFilter = {
    who: asked.who || undefined,
    kind: asked.what || undefined,
    item: item ? Number(item) : undefined,
    since: asked.from ? Date.parse(`${asked.from}T00:00:00Z`) : undefined,
    until: asked.to ? Date.parse(`${asked.to}T00:00:00Z`) + dayLength : undefined,
    before: before ? Number(before) : undefined,
  }
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
      chain: chain ? await checkChain(web.context) : null,
    },
  )
}
