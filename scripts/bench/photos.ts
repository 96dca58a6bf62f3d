// Twenty pictures of about 3 megapixels, 200 kB to 1 MB each, made once and kept below .bench.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { randomFrom } from './language.ts'
import { base64Lines } from './parts.ts'

const folder = resolve(import.meta.dirname, '../../.bench/photos')
const [width, height] = [2016, 1512]

/** The pictures as the base64 lines of an attachment. */
export async function photoPool(): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const files = Array.from({ length: 20 }, (_, number) => join(folder, `${number}.jpg`))
  for (const [number, file] of files.entries()) if (!existsSync(file)) await makePhoto(number, file)
  return files.map(file => base64Lines(readFileSync(file)))
}

async function makePhoto(number: number, file: string): Promise<void> {
  const { default: sharp } = await import('sharp')
  const raw = { width, height, channels: 3 as const }
  const jpeg = await sharp(pixels(number), { raw })
    .jpeg({ quality: 66 + number })
    .toBuffer()
  writeFileSync(`${file}.part`, jpeg)
  renameSync(`${file}.part`, file)
}

/** Soft waves with noise on them: as hard to compress as a photo. */
function pixels(number: number): Buffer {
  const random = randomFrom(number + 99)
  const bytes = Buffer.alloc(width * height * 3)
  const [wide, high] = [20 + random() * 60, 30 + random() * 90]
  const noise = 14 + number * 2.6
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const value = 128 + 60 * Math.sin(x / wide) * Math.cos(y / high) + 40 * Math.sin((x + y) / 300)
      const grain = (random() - 0.5) * noise
      bytes[at++] = value + grain
      bytes[at++] = value * 0.9 + grain
      bytes[at++] = 255 - value + grain
    }
  return bytes
}
