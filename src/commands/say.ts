// How commands speak: facts as lines or, with --json, as JSON; faults as one line with an exit code.
import { readFileSync } from 'node:fs'

/** A command that cannot go on, in one sentence that says what to do. */
export class Fault extends Error {
  code: number
  constructor(sentence: string, code = 1) {
    super(sentence)
    this.code = code
  }
}

/** Prints `facts` as one line of JSON, or the `lines` for people. */
export function say(json: boolean | undefined, facts: unknown, lines: string[]): void {
  process.stdout.write(json ? `${JSON.stringify(facts)}\n` : lines.map(line => `${line}\n`).join(''))
}

/** Columns as wide as their widest cell, two blanks apart. */
export function columns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
}

/** Several faults of a form as one sentence. */
export const faultOf = (faults: Record<string, string>): Fault => new Fault(Object.values(faults).join(' '))

/** A secret from a file, or from standard input for `-`: never from an argument, which other users can see. */
export function readSecret(file: string): string {
  let secret: string
  try {
    secret = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (file === '-') throw new Fault('The password could not be read from standard input.')
    throw new Fault(
      code === 'ENOENT' ? `There is no file ${file}.` : `The file ${file} cannot be read (${code ?? 'unknown'}).`,
    )
  }
  const line = secret.replace(/\r?\n$/, '')
  if (line === '' || /[\r\n]/.test(line))
    throw new Fault(`${file === '-' ? 'Standard input' : `The file ${file}`} must hold the password as its only line.`)
  return line
}

/** For options that may be given several times. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value]
