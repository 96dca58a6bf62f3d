// How much memory the main thread lets garbage take before it is collected. Imported before much else is loaded.
import { setFlagsFromString } from 'node:v8'

// What imapflow reads lies outside the heap and is let go of when the young generation is collected: with V8's usual 16 MB
// of it a hundred megabytes of dead mail lie about, and asking the system for more costs more than collecting oftener. So
// the main thread's stays as small as it begins. Threads started later, which may not grow theirs any more either, begin
// with all they were given.
setFlagsFromString('--semi-space-growth-factor=1')
setFlagsFromString('--min-semi-space-size=16')
