// Who looked at what: the page beside the audit log.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { listAccess } from '../desk/access.ts'
import { listStaff } from '../desk/staff.ts'
import { form } from './form.ts'
import { must } from './input.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'

const query = z.object({
  who: z.string().max(80).default(''),
  before: z
    .string()
    .regex(/^[0-9a-f-]{36}$/)
    .optional(),
})

/** `GET /admin/access?who=&before=` */
export async function showAccess(request: Request, response: Response, web: Web): Promise<void> {
  const { who, before } = must(query, request.query)
  const { lines, next } = await listAccess(web.context, { who: who || undefined, before })
  const people = (await listStaff(web.context)).map(each => [each.id, each.name])
  await page(
    response,
    web,
    'access/page',
    { title: 'Who looked', section: 'admin' },
    {
      tab: 'access',
      form: form({ who }),
      lines,
      people: [['', 'Anybody'], ...people],
      more: next === null ? null : `?${new URLSearchParams({ who, before: next })}`,
    },
  )
}
