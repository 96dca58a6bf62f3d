// Times are epoch milliseconds, passed in. These functions only write them down.

/** The clock, as an argument: epoch milliseconds. */
export type Now = () => number

/** RFC 3339 in UTC with seconds: `2016-04-26T07:52:00Z`. */
export const rfc3339 = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')

/** RFC 822 with a four-figure year, as RSS 2.0 asks: `Tue, 26 Apr 2016 07:52:00 GMT`. */
export const rfc822 = (at: number) => new Date(at).toUTCString()

/** Making a formatter costs thirty times what it costs to use one. */
const formats = new Map<string, Intl.DateTimeFormat>()
/** Zones come from people's settings, and a form may be sent with any. */
const mostFormats = 200

function format(at: number, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatPart[] {
  const key = `${zone} ${JSON.stringify(options)}`
  let known = formats.get(key)
  if (!known) {
    if (formats.size >= mostFormats) formats.clear()
    known = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })
    formats.set(key, known)
  }
  return known.formatToParts(at)
}

const part = (parts: Intl.DateTimeFormatPart[], type: string) => parts.find(each => each.type === type)?.value ?? ''

/** `08:52` in the zone. */
export function hourMinute(at: number, zone: string): string {
  const parts = format(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${part(parts, 'hour')}:${part(parts, 'minute')}`
}

/** `08:52 BST`, the zone in letters. */
export const clock = (at: number, zone: string) =>
  `${hourMinute(at, zone)} ${part(format(at, zone, { timeZoneName: 'short' }), 'timeZoneName')}`

/** `08:45 British Summer Time`, the zone in words. */
export const clockInWords = (at: number, zone: string) =>
  `${hourMinute(at, zone)} ${part(format(at, zone, { timeZoneName: 'long' }), 'timeZoneName')}`

/** `26 April 2016` in the zone. */
export function day(at: number, zone: string): string {
  const parts = format(at, zone, { day: 'numeric', month: 'long', year: 'numeric' })
  return `${part(parts, 'day')} ${part(parts, 'month')} ${part(parts, 'year')}`
}

/** How long ago, as a list shows it: `now`, `9m`, `3h`, `2d`. */
export function age(at: number, now: number): string {
  const minutes = Math.floor(Math.max(0, now - at) / 60_000)
  if (minutes < 1) return 'now'
  if (minutes < 60) return `${minutes}m`
  if (minutes < 60 * 24) return `${Math.floor(minutes / 60)}h`
  return `${Math.floor(minutes / (60 * 24))}d`
}

/** Whether the platform knows the IANA zone name. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** A moment typed as `2016-04-26T18:00` in the zone; NaN when it is none. What the clocks skip is taken an hour later. */
export function fromZone(typed: string, zone: string): number {
  const [, year, month, dayOfMonth, hour, minute] =
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::\d\d)?$/.exec(typed.trim()) ?? []
  if (minute === undefined) return Number.NaN
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth), Number(hour), Number(minute))
  // The zone's distance from UTC at about that time; asked once more where the clocks change in between.
  const first = wall - distance(wall, zone)
  return wall - distance(first, zone)
}

/** A moment as a field for date and time takes it: `2016-04-26T18:00` in the zone. */
export const toZone = (at: number, zone: string) => new Date(at + distance(at, zone)).toISOString().slice(0, 16)

/** How far the zone's clocks are ahead of UTC (ms). */
function distance(at: number, zone: string): number {
  const numeric = { hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const parts = format(at, zone, { ...numeric, hour: 'numeric', minute: 'numeric', second: 'numeric' })
  const number = (type: string) => Number(part(parts, type))
  const wall = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  )
  return wall - Math.floor(at / 1000) * 1000
}
