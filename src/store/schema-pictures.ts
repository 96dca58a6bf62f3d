// The tables of attachments and pictures as types.
import type { Generated } from 'kysely'

/** How a picture is cut: width to height, or whole. */
export type Aspect = '16:9' | '4:3' | '1:1' | 'original'

/** Our own re-encoding in two sizes. */
export type Sizes = {
  width: number
  height: number
  large: Uint8Array
  small_width: number
  small_height: number
  small: Uint8Array
}

export type PictureTables = {
  picture: Sizes & {
    id: string
    entry_id: string
    position: number
    aspect: Aspect
    focal: number
    made_at: number
  }
  attachment: {
    submission_number: number
    position: number
    filename: string
    content_type: string
    size: number
    kind: 'jpeg' | 'png' | 'webp' | 'gif' | null
    sha256: string | null
    placed: Generated<number>
  }
  rendition: {
    submission_number: number
    position: number
    aspect: Aspect
    /** 0 to 8: a grid of three by three, row by row. */
    focal: number
    parked: string | null
    made_at: number
  } & { [Column in keyof Sizes]: Sizes[Column] | null }
}
