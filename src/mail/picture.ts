// Which attachments are pictures: their first bytes decide, never a name or a declared type. Nothing is decoded here but
// the transfer encoding: opening a picture is dear and dangerous, and is done when somebody looks (src/picture).
import { sha256 } from '../id.ts'
import { decodeBody } from './decode.ts'
import type { AttachedPicture, PictureKind } from './reading.ts'
import type { Part } from './structure.ts'

/** The four kinds that are ever opened. SVG, PDF, TIFF, HEIC and all else are files. */
export function pictureKind(bytes: Buffer): PictureKind | null {
  const start = bytes.subarray(0, 12).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(start)) return 'gif'
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'webp' : null
}

/** The pictures among the parts; a fingerprint tells later whether the same file came before. */
export function picturesAmong(raw: Buffer, parts: Part[]): AttachedPicture[] {
  return parts.flatMap((part, position) => {
    const body = raw.subarray(part.start, part.end)
    // Enough for the first bytes in any transfer encoding, with blank lines before them.
    if (pictureKind(decodeBody(body.subarray(0, 200), part.encoding)) === null) return []
    const bytes = decodeBody(body, part.encoding)
    const kind = pictureKind(bytes)
    return kind === null ? [] : [{ position, kind, sha256: sha256(bytes), placed: tellsPlace(bytes) }]
  })
}

/** Whether the file says where it was taken: a GPS directory in its EXIF data (CIPA DC-008, 4.6.3), or XMP of it. */
export function tellsPlace(bytes: Buffer): boolean {
  if (bytes.includes('GPSLatitude')) return true
  for (const mark of ['Exif\0\0', 'eXIf', 'EXIF'])
    for (let at = bytes.indexOf(mark, 0, 'latin1'), tries = 0; at >= 0 && tries < 5; tries++) {
      // In WebP four bytes of length stand between the mark and the TIFF header.
      for (const skip of [mark.length, mark.length + 4]) if (hasGps(bytes.subarray(at + skip))) return true
      at = bytes.indexOf(mark, at + 1, 'latin1')
    }
  return false
}

const gpsDirectory = 0x8825

function hasGps(tiff: Buffer): boolean {
  const order = tiff.subarray(0, 4).toString('latin1')
  if (order !== 'II*\0' && order !== 'MM\0*') return false
  const little = order === 'II*\0'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = Math.min(short(start), 500)
  for (let entry = 0; entry < count; entry++) if (short(start + 2 + entry * 12) === gpsDirectory) return true
  return false
}
