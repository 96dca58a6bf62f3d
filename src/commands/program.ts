// Every command of the command line, one file each. A command registers itself on the program and is handed the
// function that opens the house; what it needs beyond that it imports when it runs, so that `--help` stays quick.
import { existsSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import type { ConfigError } from '../config.ts'
import { alarmCommand } from './alarm.ts'
import { backupCommand } from './backup.ts'
import { eraseCommand } from './erase.ts'
import { exportCommand } from './export.ts'
import { createOpen } from './house.ts'
import { importCommand } from './import.ts'
import { mailboxCommand } from './mailbox.ts'
import { parseCommand } from './parse.ts'
import { pollCommand } from './poll.ts'
import { rereadCommand } from './reread.ts'
import { restoreCommand } from './restore.ts'
import { Fault } from './say.ts'
import { serveCommand } from './serve.ts'
import { storyCommand } from './story.ts'
import { tokenCommand } from './token.ts'
import { userCommand } from './user.ts'
import { verifyCommand } from './verify.ts'
import { webhookCommand } from './webhook.ts'

/** Runs one command; answers the exit code. Errors are one clear line on standard error. */
export async function run(argv: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const program = createProgram(environment)
  // Whoever reads our output may stop early (`| head`): that is no fault, and no stack trace.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  })
  try {
    await program.parseAsync(argv)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return report(error)
  }
}

function createProgram(environment: NodeJS.ProcessEnv): Command {
  const program = new Command('postbag')
    .description('From a newsroom’s mailbox to its live feed.')
    .configureOutput({ outputError: (words, write) => write(words.replace(/^error: /, 'postbag: ')) })
    .exitOverride()
  const open = createOpen(environment)
  serveCommand(program, open)
  pollCommand(program, open)
  importCommand(program, open)
  parseCommand(program)
  mailboxCommand(program, open)
  storyCommand(program, open)
  userCommand(program, open)
  tokenCommand(program, open)
  webhookCommand(program, open)
  rereadCommand(program, open)
  backupCommand(program, open)
  restoreCommand(program, environment)
  verifyCommand(program, open)
  alarmCommand(program, open)
  eraseCommand(program, open)
  exportCommand(program, open)
  return program
}

/** By its shape: the settings' own module is loaded only by the commands that read them. */
const isConfigError = (error: unknown): error is ConfigError => error instanceof Error && 'faults' in error

function report(error: unknown): number {
  // Commander has printed its own line, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode
  if (isConfigError(error)) {
    process.stderr.write(`These settings are wrong:\n${error.faults.map(fault => `  ${fault}\n`).join('')}`)
    return 1
  }
  const line = error instanceof Error ? error.message : String(error)
  process.stderr.write(`postbag: ${line.replace(/\s*\n\s*/g, ' ')}\n`)
  if (process.env.POSTBAG_LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return error instanceof Fault ? error.code : 1
}
