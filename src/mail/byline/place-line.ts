// Whether a line is nothing but a place.
import { readPlace } from './places.ts'

/** “Ruislip”, “Ruislip, Middlesex”, “Leeds, UK”: a line that the gazetteer knows as a whole. */
export const isPlaceLine = (text: string): boolean =>
  text.length <= 60 && readPlace(text.replace(/(?<![.\s])[.\s]+$/, '')) !== null
