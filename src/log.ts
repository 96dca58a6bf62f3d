// One logger: JSON lines, fields by allow-list. No bodies, no addresses, no secrets.
import { pino } from 'pino'
import { createLogServer, type LogServer, type LogServerSettings } from './log-server.ts'

export type Log = {
  debug: (facts: Facts, message: string) => void
  info: (facts: Facts, message: string) => void
  warn: (facts: Facts, message: string) => void
  error: (facts: Facts, message: string) => void
}

/** What a log line may hold beside its sentence. A reader's words, name or address never fit. */
export type Facts = Partial<{
  mailbox: string
  story: string
  submission: number
  entry: string
  event: number
  /** Head of the event log. */
  hash: string
  uid: number
  count: number
  bytes: number
  ms: number
  port: number
  request: string
  method: string
  route: string
  status: number
  staff: string
  why: string
  error: unknown
}>

/** A logger that writes JSON lines to standard error, or nowhere at level `silent`; with `server`, there as well. `end` waits for it. */
export function createLog(level: string, server?: LogServerSettings | null): Log & { end: () => Promise<void> } {
  const here = pino.destination({ dest: 2, sync: true })
  const there: LogServer | null = server && level !== 'silent' ? createLogServer(server) : null
  const sink = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: plainError } },
    there === null ? here : { write: line => [here, there].forEach(each => void each.write(line)) },
  )
  return {
    debug: (facts, message) => sink.debug(facts, message),
    info: (facts, message) => sink.info(facts, message),
    warn: (facts, message) => sink.warn(facts, message),
    error: (facts, message) => sink.error(facts, message),
    end: async () => there?.end(),
  }
}

export const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }

function nothing() {}

/** Name, code and stack places of an error; the message only where a library cannot have put mail into it. */
function plainError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error).slice(0, 200) }
  const code = (error as { code?: unknown }).code
  return { name: error.name, code, message: error.message.slice(0, 300), stack: error.stack?.split('\n').slice(1, 8) }
}
