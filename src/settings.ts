// Every setting of the environment: name, default, meaning and form, a block each. The README's table is made of it.
import { z } from 'zod'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`))

/** `a, b` as its parts. */
const partsOf = (value: string): string[] =>
  value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)

/** An address that only TLS, or this very machine, keeps private. */
const safeUrl = z
  .string()
  .refine(value => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'must be an http or https address')
  .refine(
    value => !URL.canParse(value) || new URL(value).protocol === 'https:' || loopback.has(new URL(value).hostname),
    'must be https, unless the host is localhost',
  )

/** A setting whose default is empty may be left empty; it then reads as null. */
type Setting = { name: string; default: string; meaning: string; schema: z.ZodType }

/** Name, default, meaning and form of every setting, in the order the README shows them. */
export const settings = [
  {
    name: 'POSTBAG_DATABASE',
    default: 'data/postbag.db',
    meaning: 'the database file; its folder is made when missing',
    schema: z.string().min(1, 'must name a file'),
  },
  { name: 'POSTBAG_PORT', default: '3000', meaning: 'port of the desk and the feeds', schema: wholeNumber(0, 65535) },
  {
    name: 'POSTBAG_HOST',
    default: '127.0.0.1',
    meaning: 'address to listen on',
    schema: z.string().min(1, 'must name an address'),
  },
  {
    name: 'POSTBAG_BASE_URL',
    default: '',
    meaning: 'address people use, behind a proxy; empty: `http://localhost:PORT`',
    schema: safeUrl.transform(value => new URL(value).origin),
  },
  {
    name: 'POSTBAG_FILES_URL',
    default: '',
    meaning:
      'an address on a host name of its own that leads here too, under which attachments are downloaded and nothing else is answered; empty: they come from the desk’s own',
    schema: safeUrl.transform(value => new URL(value).origin),
  },
  {
    name: 'POSTBAG_SECOND_FACTOR',
    default: 'required',
    meaning:
      '`required` asks everyone who can publish or administer for a one-time code, `optional` leaves it to them; not set: `optional` as long as the address is a loopback one',
    schema: z.enum(['required', 'optional'], 'must be required or optional'),
  },
  {
    name: 'POSTBAG_METRICS_PORT',
    default: '',
    meaning: 'a port of its own for `/metrics`; empty: on the main port, with a bearer token',
    schema: wholeNumber(0, 65535),
  },
  {
    name: 'POSTBAG_KEY_FILE',
    default: '',
    meaning: 'the key that encrypts mailbox secrets, made on first start; empty: `postbag.key` beside the database',
    schema: z.string(),
  },
  {
    name: 'POSTBAG_TRUST_PROXY',
    default: '',
    meaning: 'addresses of proxies whose X-Forwarded-For is believed, separated by commas',
    schema: z.string().transform(partsOf),
  },
  {
    name: 'POSTBAG_AUTHSERV_ID',
    default: '',
    meaning:
      'name by which your own mail server signs its Authentication-Results (RFC 8601); empty: what headers say of SPF, DKIM and DMARC is not shown',
    schema: z.string().regex(/^[\w.-]{1,255}$/, 'must be a name such as mx.example.org'),
  },
  {
    name: 'POSTBAG_STOLEN_PASSWORDS',
    default: '',
    meaning:
      'a file of the SHA-1 hashes of stolen passwords in ascending order, `HASH:COUNT` a line, as Have I Been Pwned gives them out: none of them can be chosen; empty: only the fifty thousand commonest are refused',
    schema: z.string(),
  },
  {
    name: 'POSTBAG_OUTGOING',
    default: '',
    meaning:
      'hosts that Postbag may call, separated by commas, `*.example.org` for all below one: mail servers, token addresses, webhooks, hubs; empty: those that an administrator has named at the desk',
    schema: z
      .string()
      .transform(partsOf)
      .pipe(z.array(z.string().regex(/^(?:\*\.)?[\w.:-]+$|^\[[\da-f:.]+\]$/i, 'must be names of hosts'))),
  },
  {
    name: 'POSTBAG_SCANNER',
    default: '',
    meaning:
      'a virus scanner that looks at each attachment before it is downloaded: `host:port` or the socket file of a daemon that speaks clamd’s protocol; empty: none',
    schema: z.string().regex(/^(?:[^/:\s]+:\d{1,5}|\/\S+)$/, 'must be host:port or the path of a socket'),
  },
  {
    name: 'POSTBAG_WORKERS',
    default: '1',
    meaning: 'threads that read mail',
    schema: wholeNumber(1, 16),
  },
  {
    name: 'POSTBAG_BACKUP_FOLDER',
    default: '',
    meaning: 'where `serve` writes a backup every five minutes, thinned out to hours and days; empty: none are written',
    schema: z.string(),
  },
  {
    name: 'POSTBAG_BACKUP_PASSPHRASE_FILE',
    default: '',
    meaning: 'a file whose only line is the passphrase that seals those backups; empty: they are not sealed',
    schema: z.string(),
  },
  {
    name: 'POSTBAG_ALARM_URL',
    default: '',
    meaning:
      'address that is told, signed, when mail stops, the backlog grows, the disk fills or backups fail, and when it is well again; empty: nobody is told',
    schema: safeUrl,
  },
  {
    name: 'POSTBAG_ALARM_SECRET_FILE',
    default: '',
    meaning: 'a file whose only line is the secret that signs alarms (Standard Webhooks: `whsec_` and base64)',
    schema: z.string(),
  },
  {
    name: 'POSTBAG_LIVE_PACE',
    default: '0',
    meaning:
      'while mail comes or people decide (and for a quarter of an hour after), ask the mail server for news this often, in milliseconds, from 50 on; 0: wait for its own word (IDLE), which Dovecot holds back for half a second',
    schema: wholeNumber(0, 60_000).refine(pace => pace === 0 || pace >= 50, 'must be 0, or at least 50'),
  },
  {
    name: 'POSTBAG_LOG_SERVER',
    default: '',
    meaning:
      'where the log is sent as well, as lines of JSON over TLS: `host:port` of a log collector on another machine; empty: standard error only',
    schema: z.string().regex(/^(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}$/i, 'must be host:port'),
  },
  {
    name: 'POSTBAG_LOG_LEVEL',
    default: 'info',
    meaning: '`debug`, `info`, `warn`, `error` or `silent`',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
  },
] as const satisfies readonly Setting[]
