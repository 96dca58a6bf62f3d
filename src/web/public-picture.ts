// A published picture: bytes of our own making, as long as a live entry shows it.
import { pictureType, readPublicPicture } from '../feed/index.ts'
import { sha256 } from '../id.ts'
import type { Document } from './document.ts'
import { feedPolicy } from './headers.ts'
import type { Material } from './material.ts'

/** `/live/:story/pictures/:id.webp` and `:id-640.webp`; 410 once its entry is withdrawn or shows another. */
export function pictureDocument(id: string, size: 'large' | 'small') {
  return async ({ context, story }: Material): Promise<Document | null> => {
    const bytes = await readPublicPicture(context.db, story.id, id, size)
    if (bytes === null) return null
    const common = { policy: feedPolicy, modifiedAt: null }
    if (bytes === 'gone')
      return {
        ...common,
        status: 410,
        type: 'text/plain; charset=utf-8',
        body: 'This picture was removed.\n',
        version: null,
      }
    return { ...common, status: 200, type: pictureType, body: bytes, version: sha256(bytes).slice(0, 24) }
  }
}
