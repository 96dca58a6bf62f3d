// A mailbox's ledger: what became of every message the server listed.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { readLedger } from '../desk/ledger.ts'
import { form } from './form.ts'
import { must } from './input.ts'
import { mailboxOf } from './mailboxes.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'

const outcomes = ['pending', 'ingested', 'duplicate', 'ignored', 'gone', 'parked', 'erased'] as const

const outcomeWords: Record<(typeof outcomes)[number], string> = {
  pending: 'Being read',
  ingested: 'Taken in',
  duplicate: 'Duplicate',
  ignored: 'Automatic',
  gone: 'Gone from the server',
  parked: 'Parked',
  erased: 'Erased',
}

const query = z.object({
  outcome: z.enum(outcomes).or(z.literal('')).default(''),
  q: z.string().max(200).default(''),
  after: z
    .string()
    .regex(/^\d{1,15}\.\d{1,15}$/)
    .optional(),
})

/** `GET /admin/mailboxes/:name/ledger?outcome=&q=&after=` */
export async function showLedger(request: Request, response: Response, web: Web): Promise<void> {
  const box = await mailboxOf(request, response, web)
  if (!box) return
  const { outcome, q, after } = must(query, request.query)
  const [uidvalidity, uid] = after?.split('.').map(Number) ?? []
  const from = uidvalidity === undefined || uid === undefined ? undefined : { uidvalidity, uid }
  const { lines, next } = await readLedger(web.context, box.id, {
    outcome: outcome || undefined,
    q: q.trim(),
    after: from,
  })
  const more = next && `?${new URLSearchParams({ outcome, q, after: next })}`
  const filter = form({ outcome, q })
  const model = {
    box,
    lines,
    more,
    form: filter,
    outcomes: Object.entries(outcomeWords),
    outcomeWords,
    tab: 'mailboxes',
  }
  await page(response, web, 'ledger/page', { title: `Ledger of “${box.name}”`, section: 'admin' }, model)
}
