// Runs the command line as people do: a real child process in a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const main = resolve(import.meta.dirname, '../../src/main.ts')

type Ran = { code: number | null; out: string; err: string }
export type Running = { child: ChildProcess; out: () => string; err: () => string; ended: Promise<Ran> }

export type Folder = {
  path: string
  /** Runs one command to its end, with `input` on its standard input. */
  run: (args: string[], options?: { input?: string; settings?: Record<string, string> }) => Promise<Ran>
  /** Starts one that goes on. */
  start: (args: string[], settings?: Record<string, string>) => Running
  remove: () => void
}

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'postbag-commands-'))
  const start = (args: string[], settings: Record<string, string> = {}): Running => {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('POSTBAG_'))
    const env = { ...Object.fromEntries(inherited), POSTBAG_LOG_LEVEL: 'error', ...settings }
    const child = spawn(process.execPath, [main, ...args], { cwd: path, env, stdio: 'pipe' })
    const said = { out: '', err: '' }
    child.stdout.on('data', chunk => {
      said.out += chunk
    })
    child.stderr.on('data', chunk => {
      said.err += chunk
    })
    const ended = new Promise<Ran>(done => child.on('close', code => done({ code, ...said })))
    return { child, out: () => said.out, err: () => said.err, ended }
  }
  return {
    path,
    start,
    run: (args, { input = '', settings } = {}) => {
      const running = start(args, settings)
      running.child.stdin?.on('error', () => {}).end(input)
      return running.ended
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}
