// Picture bombs and rubbish against the process that opens pictures.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { createPictureMaker } from '../../src/picture/pool.ts'
import { bombs } from './bombs.ts'

const maker = createPictureMaker()
afterAll(maker.close)

/** A bomb may take as long as so many photos of 24 megapixels: less than a second when the machine is idle. */
const mostPhotos = 6

const whole = (bytes: Uint8Array) => maker.make({ bytes, ratio: null, focal: 4 })
const photo = (width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#446622' } })
    .jpeg()
    .toBuffer()

/** Kilobytes of the process that opens pictures: as now, and at its highest. */
function memory(): { now: number; peak: number } {
  const own = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'picture/process.ts'], {
    encoding: 'utf8',
  }).trim()
  const status = readFileSync(`/proc/${own.split('\n')[0]}/status`, 'utf8')
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1])
  return { now: of('VmRSS'), peak: of('VmHWM') }
}

test('twenty picture bombs take no longer than a few photos of a camera each and 200 MB in all, and the next photo is made [T15]', async () => {
  const files = Object.entries(await bombs())
  expect(files).toHaveLength(20)
  const ordinary = await photo(6000, 4000)
  await whole(ordinary)
  const before = memory().now
  const here = process.memoryUsage().rss
  const slow: [string, number][] = []
  for (const [name, bytes] of files) {
    const began = performance.now()
    await whole(ordinary)
    const middle = performance.now()
    const made = await whole(bytes)
    const photos = (performance.now() - middle) / (middle - began)
    if (photos > mostPhotos) slow.push([name, photos])
    if ('parked' in made) expect([name, made.parked]).toEqual([name, expect.stringMatching(/^[A-Z].+\.$/)])
    else expect(made.large.width).toBeLessThanOrEqual(1280)
  }
  expect(slow).toEqual([])
  // The process was never killed, so that its highest mark counts every one of them.
  expect((memory().peak - before) / 1024).toBeLessThan(200)
  expect((process.memoryUsage().rss - here) / 1024 ** 2).toBeLessThan(200)
  expect(await whole(await photo())).toMatchObject({ large: { width: 800, height: 600 } })
})

test('what takes longer than its time is killed and said so, and the next photo is made by a new process', async () => {
  const hasty = createPictureMaker({ timeoutMs: 1 })
  const large = await sharp({ create: { width: 6000, height: 6000, channels: 3, background: '#444' } })
    .png()
    .toBuffer()
  expect(await hasty.make({ bytes: large, ratio: null, focal: 4 })).toEqual({
    parked: 'Opening it took longer than 0.001 seconds.',
  })
  await hasty.close()
  const steady = createPictureMaker()
  expect(await steady.make({ bytes: await photo(), ratio: 1, focal: 4 })).toMatchObject({ large: { width: 600 } })
  await steady.close()
})

test('only JPEG, PNG, WebP and GIF are opened, whatever else the library could open [T15]', async () => {
  const base = sharp({ create: { width: 40, height: 40, channels: 3, background: '#446622' } })
  const others: Record<string, Buffer> = {
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'),
    tiff: await base.clone().tiff().toBuffer(),
    avif: await base.clone().avif({ effort: 0 }).toBuffer(),
    pdf: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj'),
    nothing: Buffer.alloc(0),
    words: Buffer.from('hello'),
  }
  for (const [kind, bytes] of Object.entries(others))
    expect([kind, await whole(bytes)]).toEqual([kind, { parked: 'It could not be read as a picture.' }])
  for (const format of ['jpeg', 'png', 'webp', 'gif'] as const)
    expect([format, await whole(await base.clone().toFormat(format).toBuffer())]).toMatchObject([
      format,
      { large: { width: 40, height: 40 } },
    ])
})

test('a cut has its shape, keeps its point in sight, and never makes a picture larger', async () => {
  // Nine coloured fields: which one stands in the middle of the cut says where it was made.
  const fields = Array.from({ length: 9 }, (_, at) => ({
    input: { create: { width: 300, height: 300, channels: 3 as const, background: { r: at * 28, g: 100, b: 100 } } },
    ...{ left: (at % 3) * 300, top: Math.floor(at / 3) * 300 },
  }))
  const square = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#000' } })
    .composite(fields)
    .png()
    .toBuffer()
  const row = async (focal: number) => {
    const made = await maker.make({ bytes: square, ratio: 3, focal })
    if ('parked' in made) throw new Error(made.parked)
    expect([made.large.width, made.large.height, made.small.width]).toEqual([900, 300, 640])
    const middle = await sharp(made.large.bytes).extract({ left: 440, top: 140, width: 20, height: 20 }).stats()
    return Math.round(middle.channels[0]!.mean / 28)
  }
  expect([await row(1), await row(4), await row(7)]).toEqual([1, 4, 7])
})
