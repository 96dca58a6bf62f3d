// Who has which email open: kept in memory, gone when not renewed. It locks nothing; it lets people walk round each other.
import type { Now } from '../time.ts'

export type Mode = 'view' | 'edit'
type Place = { storyId: string; number: number; person: string; name: string; mode: Mode; until: number }
export type Here = { id: string; name: string; mode: Mode }

/** Pages renew every 10 s; one that has gone silent is forgotten after this (ms). */
const lapse = 25_000

export type Presence = ReturnType<typeof createPresence>

export function createPresence(now: Now) {
  const places = new Map<string, Place>()
  const listeners = new Set<() => void>()

  return {
    /** A page says which email it shows; null: none any more. */
    tell(page: string, place: Omit<Place, 'until'> | null): void {
      if (place) places.set(page, { ...place, until: now() + lapse })
      else places.delete(page)
      for (const listener of listeners) listener()
    },
    /** The people at each email of a story, by its number; who edits comes first. */
    at(storyId: string): Map<number, Here[]> {
      const found = new Map<number, Here[]>()
      for (const [page, { storyId: story, number, person, name, mode, until }] of places) {
        if (until < now()) places.delete(page)
        else if (story === storyId) {
          const here = (found.get(number) ?? []).filter(each => each.id !== person || mode === 'view')
          if (!here.some(each => each.id === person)) here.push({ id: person, name, mode })
          found.set(
            number,
            here.sort((one, other) => one.mode.localeCompare(other.mode)),
          )
        }
      }
      return found
    },
    onChange(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
