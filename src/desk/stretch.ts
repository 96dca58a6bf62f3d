// A stretch of time, and what was decided in it: what the figures of a story are made of.
import type { SubmissionState } from '../store/index.ts'

/** A stretch of time, cut into `steps` of `step` milliseconds. `until` is not included. */
export type Stretch = { storyId: string; since: number; until: number; step: number }

/** So many emails that one person decided alike, in one step, after the same wait (ms). */
export type Decided = { step: number; by: string | null; state: SubmissionState; waited: number; count: number }
