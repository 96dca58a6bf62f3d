// The folder that holds all of the demo: database, key, mailbox. Made, kept between runs, removed on request.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type DemoFolder = { path: string; database: string; key: string; mail: string }

const mark = 'postbag-demo.txt'
const ready = 'morning-is-over'
const running = 'running.pid'

/** A sentence for the person at the keyboard instead of a stack. */
export class DemoFault extends Error {}

export function demoFolder(path: string): DemoFolder {
  const at = resolve(path)
  return { path: at, database: join(at, 'postbag.db'), key: join(at, 'postbag.key'), mail: join(at, 'mailbox') }
}

/** Whether a whole demo is there from an earlier run, not one that was broken off while it was made. */
export const isSeeded = (folder: DemoFolder) => existsSync(join(folder.path, ready))

export const noteSeeded = (folder: DemoFolder) => writeFileSync(join(folder.path, ready), '')

/** Takes the folder for this process. Throws DemoFault when a running demo has it, or when it is not a demo's. */
export function takeFolder(folder: DemoFolder): void {
  refuseWhileRunning(folder)
  mkdirSync(folder.path, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder.path, mark), 'Made by `npm run demo`. `npm run demo -- --remove` deletes this folder.\n')
  writeFileSync(join(folder.path, running), `${process.pid}\n`)
}

export const leaveFolder = (folder: DemoFolder) => rmSync(join(folder.path, running), { force: true })

/** Deletes the folder; false when there was none. Refuses a folder that no demo made. */
export function removeFolder(folder: DemoFolder): boolean {
  if (!existsSync(folder.path)) return false
  refuseWhileRunning(folder)
  if (!existsSync(join(folder.path, mark)))
    throw new DemoFault(`${folder.path} was not made by the demo, so it is left alone.`)
  rmSync(folder.path, { recursive: true })
  return true
}

function refuseWhileRunning(folder: DemoFolder): void {
  const file = join(folder.path, running)
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN
  if (Number.isInteger(pid) && pid !== process.pid && isAlive(pid))
    throw new DemoFault(`The demo is already running (process ${pid}). Stop it with Ctrl-C in its own window first.`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
