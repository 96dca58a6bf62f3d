// What cameras and programs write into photos, and that nothing of it comes out again. exiftool is the judge.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import sharp from 'sharp'
import { tellsPlace } from '../../src/mail/picture.ts'
import { createPictureMaker } from '../../src/picture/pool.ts'
import { type Maker, makers, photoOf } from './tagged.ts'

const exiftool = '/usr/bin/exiftool'
const testWithExiftool = existsSync(exiftool) || process.env.CI === 'true' ? test : test.skip

type Tags = Record<string, unknown> & { SourceFile: string }
const tagsIn = (folder: string): Tags[] =>
  JSON.parse(execFileSync(exiftool, ['-q', '-j', '-G1', '-a', '-u', folder], { encoding: 'utf8', maxBuffer: 64e6 }))
const groupsOf = (tags: Tags) => [...new Set(Object.keys(tags).map(name => name.split(':')[0]!))]

/** What any WebP says of itself: the file as such, and its pixels. */
const itself =
  /^(?:SourceFile|ExifTool:|System:|File:|Composite:(?:ImageSize|Megapixels)$|RIFF:(?:ImageWidth|ImageHeight|VP8Version|HorizontalScale|VerticalScale|AlphaIsUsed|WebP_Flags)$)/

testWithExiftool(
  'twenty photos with the tags of five makers, XMP, IPTC, maker notes and thumbnails: no tag comes out [T16] [ASVS 5.2.2]',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'postbag-tags-'))
    const maker = createPictureMaker()
    try {
      const photos: string[] = []
      for (const [at, name] of makers.entries()) photos.push(...(await writePhotos(folder, name, at)))
      expect(photos).toHaveLength(20)
      addTags(folder)
      const before = tagsIn(folder)
      for (const tags of before) {
        const groups = groupsOf(tags)
        expect([tags.SourceFile, groups]).toEqual([
          tags.SourceFile,
          expect.arrayContaining(['GPS', 'ExifIFD', 'XMP-dc']),
        ])
        if (/\.jpg$/.test(tags.SourceFile))
          expect([tags.SourceFile, groups]).toEqual([tags.SourceFile, expect.arrayContaining(['IPTC', 'IFD1'])])
      }
      // A maker's note is told apart by its own group, or, where the judge knows no more, as a tag of EXIF.
      const noted = before.filter(tags =>
        Object.keys(tags).some(name => /MakerNote|^(?:Canon|Nikon|Apple|Samsung|Sony)/.test(name)),
      )
      expect(noted.length).toBeGreaterThanOrEqual(10)
      const out = mkdtempSync(join(tmpdir(), 'postbag-clean-'))
      for (const [at, photo] of photos.entries()) {
        const bytes = readFileSync(photo)
        expect([photo, tellsPlace(bytes)]).toEqual([photo, true])
        const made = await maker.make({ bytes, ratio: at % 2 ? 16 / 9 : null, focal: 4 })
        if ('parked' in made) throw new Error(`${photo}: ${made.parked}`)
        // Turned upright before its orientation is forgotten.
        if (/-turned\.jpg$/.test(photo) && at % 2 === 0) expect(made.large.height).toBeGreaterThan(made.large.width)
        writeFileSync(join(out, `${at}.webp`), made.large.bytes)
        writeFileSync(join(out, `${at}-small.webp`), made.small.bytes)
        expect(tellsPlace(Buffer.from(made.large.bytes))).toBe(false)
      }
      const after = tagsIn(out)
      expect(after).toHaveLength(40)
      expect(after.flatMap(tags => Object.keys(tags).filter(name => !itself.test(name)))).toEqual([])
      rmSync(out, { recursive: true })
    } finally {
      await maker.close()
      rmSync(folder, { recursive: true })
    }
  },
  90_000,
)

/** Four files of one camera: as it came, turned, as PNG and as WebP. */
async function writePhotos(folder: string, maker: Maker, at: number): Promise<string[]> {
  const pixels = sharp({ create: { width: 160 + at * 8, height: 96, channels: 3, background: '#a06040' } })
  const path = (ending: string) => join(folder, `${maker.make}${ending}`)
  for (const [ending, orientation] of [
    ['.jpg', 1],
    ['-turned.jpg', 6],
  ] as const)
    writeFileSync(path(ending), photoOf(await pixels.clone().jpeg().toBuffer(), maker, orientation))
  writeFileSync(path('.png'), await pixels.clone().png().toBuffer())
  writeFileSync(path('.webp'), await pixels.clone().webp().toBuffer())
  return ['.jpg', '-turned.jpg', '.png', '.webp'].map(path)
}

/** What programs add: to the JPEG files, and from there to the others, where their formats have room for it. */
function addTags(folder: string): void {
  const words = ['-XMP-dc:Creator=Isobel Tranmer', '-XMP-xmp:CreatorTool=Phone', '-XMP-exif:GPSLatitude=53.4']
  const iptc = ['-IPTC:By-line=Isobel Tranmer', '-IPTC:City=Wirral', '-IPTC:Caption-Abstract=The picket line']
  const quietly = ['-q', '-q', '-m', '-overwrite_original']
  execFileSync(exiftool, [...quietly, ...words, ...iptc, '-ext', 'jpg', folder], { stdio: 'ignore' })
  const copied = ['-TagsFromFile', '%d%f.jpg', '-all:all', '-unsafe', '-MakerNotes', '-ext', 'png', '-ext', 'webp']
  execFileSync(exiftool, [...quietly, ...copied, folder], { stdio: 'ignore' })
}
