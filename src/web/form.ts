// Forms: the fields that may be posted, and what is shown again when something was wrong.
import { z } from 'zod'
import { type Faults, must } from './input.ts'

/** What a form shows: every value as it was typed, and what is wrong by field name. `''` is a fault of the whole. */
export type Form = { values: Record<string, string>; faults: Faults }

export const form = (values: Form['values'] = {}, faults: Faults = {}): Form => ({ values, faults })

/**
 * The text fields of a posted form, '' where one was left out (an unticked box). Throws BadInput for a field the form
 * does not have, for a value that is not text, and beyond 50,000 characters.
 */
export function fields<Name extends string>(body: unknown, names: readonly Name[]): Record<Name, string> {
  const shape = Object.fromEntries(names.map(name => [name, z.string().max(50_000).default('')]))
  return must(z.strictObject(shape), body ?? {}) as Record<Name, string>
}

/** A field's whole number, or NaN: the room that takes it says what is wrong. */
export const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** Addresses typed one a line, or separated by commas. */
export const listOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)
