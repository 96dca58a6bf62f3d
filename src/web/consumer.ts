// changes.json asked with a token: the same answer as for anyone, and a receipt for what the consumer has taken.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { inScope } from '../desk/policy.ts'
import { findToken } from '../desk/tokens.ts'
import { findPublicStory, noteReceipt } from '../feed/index.ts'
import { feedPolicy } from './headers.ts'
import type { DocumentPlan, PublicParts } from './material.ts'

/** Answers for this consumer alone: no cache between us may answer in our place, or the receipt would be lost. */
export async function answerConsumer(
  parts: PublicParts,
  plan: DocumentPlan & { since: number },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { context, config } = parts
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': feedPolicy,
    'X-Content-Type-Options': 'nosniff',
  }
  const given = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1]
  const token = given === undefined ? null : await findToken(context, given)
  if (!token || !inScope(token, 'receipts')) {
    const refusal = {
      ...headers,
      'Content-Type': 'text/plain; charset=utf-8',
      'WWW-Authenticate': 'Bearer realm="Postbag"',
    }
    return void response.writeHead(401, refusal).end('Send a valid token, or none: changes.json is public.\n')
  }
  const found = await findPublicStory(context.db, plan.slug)
  if (!found || 'moved' in found) {
    const to = found ? { Location: plan.key.replace(plan.slug, found.moved) } : {}
    return void response.writeHead(found ? 301 : 404, { ...headers, ...to }).end()
  }
  if (found.story.stopped === 'down')
    return void response
      .writeHead(503, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '60' })
      .end(`${found.story.stopped_words}\n`)
  await noteReceipt(context, token.id, found.story.id, plan.since)
  const document = await plan.build({
    ...parts,
    config,
    story: found.story,
    version: '',
    modifiedAt: found.story.updated_at,
  })
  response.writeHead(200, { ...headers, 'Content-Type': document!.type })
  response.end(request.method === 'HEAD' ? undefined : document!.body)
}
