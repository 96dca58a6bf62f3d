// Every body, query and parameter passes a zod schema at this door; what comes out is a plain typed value.
import type { Request } from 'express'
import { z } from 'zod'

/** Thrown for input that no form of ours sends; becomes 400. `plain`: the message is a sentence for whoever asked. */
export class BadInput extends Error {
  status = 400
  plain: boolean
  constructor(message: string, { plain = false } = {}) {
    super(message)
    this.plain = plain
  }
}

/** The value when it fits the schema; throws BadInput otherwise. For links, parameters and hidden fields. */
export function must<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
  throw new BadInput(faults.join('; '))
}

/** Faults by field name, for a form that is shown again with everything that was typed. */
export type Faults = Record<string, string>

/** Text from a form: browsers send CRLF, everything of ours has line feeds. */
export const formText = z
  .string()
  .max(60_000)
  .transform(text => text.replace(/\r\n?/g, '\n'))

const any = z.unknown().optional()

/**
 * All that the form of an entry sends to each of its buttons. A handler reads what it asks for and passes over the rest;
 * a field that stands in no form of ours is refused (ASVS 15.3.3).
 */
export const entryForm = z.strictObject({
  ...{ version: any, key: any, as: any, back: any, next: any, without: any },
  ...{ name: any, place: any, verb: any, text: any, named: any, pointOfView: any },
  ...{ photo: any, aspect: any, focal: any, alt: any, credit: any, permission: any },
  ...{ reason: any, needs: any, withdraw: any, fold: any, story: any, use: any },
})

/** For a button that sends nothing but itself. */
export const nothingMore = z.strictObject({})

/** A submission's number in a URL. */
export const numberParameter = (request: Request): number =>
  must(
    z
      .string()
      .regex(/^\d{1,15}$/, 'An email is asked for by its number.')
      .transform(Number),
    request.params.number,
  )

/** Where to go after signing in: a path of ours, nothing else (ASVS 3.7.2). */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(next)) return '/'
  const url = new URL(next, 'http://postbag.invalid')
  // `/..//host` is a plain path until it is resolved: then it begins with two slashes and leads elsewhere.
  const ours = url.host === 'postbag.invalid' && !url.pathname.startsWith('//')
  return ours ? url.pathname + url.search : '/'
}
