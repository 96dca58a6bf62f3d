// Attachments under a host name of their own (ASVS 3.5.4): whatever a browser made of a stranger's file, it would be on
// an origin that has no cookie and no page of ours. Switched on by POSTBAG_FILES_URL.
import type { IncomingMessage } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { attachmentPolicy } from './headers.ts'
import type { Web } from './route.ts'

/** A ticket is used at once, by a redirect. */
const ticketLife = 60_000

const ticketFacts = z.strictObject({ file: z.tuple([z.number(), z.number()]), until: z.number() })

/**
 * Whether a request names the host of the files. There nothing else is answered. Without such a host the request's
 * headers are not touched: Node makes their object when it is first asked for.
 */
export const isFilesHost = ({ filesUrl }: Config, request: IncomingMessage): boolean =>
  filesUrl !== null && request.headers.host?.toLowerCase() === new URL(filesUrl).host

/** On the host of the files: files. Everywhere else: everything else. */
export const keepHostsApart =
  (config: Config): RequestHandler =>
  (request, response, next) =>
    isFilesHost(config, request) === request.path.startsWith('/files/') ? next() : nothing(response)

/** Where an attachment is fetched from by who has just been let through to it; null: from the desk itself. */
export function ticketFor({ keys, config, context }: Web, number: number, position: number): string | null {
  if (config.filesUrl === null) return null
  const ticket = keys.seal(JSON.stringify({ file: [number, position], until: context.now() + ticketLife }))
  return `${config.filesUrl}/files/${ticket}`
}

/** `GET /files/:ticket`: the ticket is the right to one file, for a minute. */
export async function showFile(request: Request, response: Response, web: Web): Promise<void> {
  const facts = factsOf(web, String(request.params.ticket))
  if (!facts || facts.until < web.context.now()) return nothing(response)
  const file = await web.readMail.attachment(...facts.file)
  if (!file) return nothing(response)
  sendFile(response, file)
}

function factsOf({ keys }: Web, ticket: string): z.infer<typeof ticketFacts> | null {
  try {
    return ticketFacts.safeParse(JSON.parse(keys.unseal(ticket))).data ?? null
  } catch {
    return null
  }
}

const nothing = (response: Response): void =>
  void response
    .status(404)
    .set({ 'Content-Security-Policy': attachmentPolicy, 'Cache-Control': 'no-store' })
    .set({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin' })
    .type('text/plain')
    .send('There is nothing here, or the link to it has ended. Open the email again.\n')

/** A download, never shown, its type decided by us. */
export function sendFile(response: Response, file: { filename: string; bytes: Uint8Array }): void {
  response.set({
    'Content-Security-Policy': attachmentPolicy,
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': disposition(file.filename),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
  response.end(file.bytes)
}

/** The one writer of Content-Disposition (RFC 6266): a fixed ASCII name, and the real one in `filename*` (RFC 8187). */
export function disposition(filename: string): string {
  const encoded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="attachment"; filename*=UTF-8''${encoded || 'attachment'}`
}
