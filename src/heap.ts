// How much memory a process lets garbage take before it is collected.
import { setFlagsFromString } from 'node:v8'

/**
 * For whoever reads mail; called before much else is loaded. What imapflow reads lies outside the heap and is let go of
 * when the young generation is collected: with V8's usual 16 MB of it a hundred megabytes of dead mail lie about, and asking
 * the system for more costs more than collecting oftener. So the main thread's stays as small as it begins. Threads started
 * later, which may not grow theirs any more either, begin with all they were given.
 */
export function keepYoungSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--min-semi-space-size=16')
}

/** For a process whose mail is read by another thread: what pages leave behind dies young, and is best collected rarely. */
export const letYoungGrow = (): void => setFlagsFromString('--semi-space-growth-factor=2')

/** For that thread: a young generation as small as the main thread's begins (three semi-spaces of 1 MB). */
export const smallYoung = { maxYoungGenerationSizeMb: 3 }
