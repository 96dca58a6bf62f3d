// The write-ahead log of the database, as several connections of one process share it.
import { type Db, engineUnder } from './database.ts'
import { isOfTheDisk, logLimit } from './engine.ts'

/** While somebody calls `checkpoint` again and again, a commit only does it when that one cannot keep up. Bytes. */
const burstLimit = 64 * 1024 * 1024

/** Whether commits of this connection leave the log to somebody who calls `checkpoint`. */
export function leaveLog(db: Db, toOthers: boolean): void {
  engineUnder(db).setLogLimit(toOthers ? burstLimit : logLimit)
}

/** When `error`, from another connection of this process, says that the disk failed, this connection checks the file too. */
export function distrustAfter(db: Db, error: unknown): void {
  if (isOfTheDisk(error)) engineUnder(db).distrust()
}
