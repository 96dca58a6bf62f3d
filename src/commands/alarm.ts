// The alarm of the house that serves, and `alarm test`.
import type { Command } from 'commander'
import type { Config } from '../config.ts'
import type { AlarmAddress } from '../web/alarm.ts'
import type { House, Open } from './house.ts'
import { Fault, readSecret, say } from './say.ts'

type Settings = Pick<Config, 'alarmUrl' | 'alarmSecretFile'>

/** A secret shorter than this (bytes) is not one; Standard Webhooks asks for 24 at least. */
const leastSecret = 24

/** Where alarms go, or null when no address is set. Throws a sentence when the secret cannot be read or is none. */
export function alarmAddress({ alarmUrl, alarmSecretFile }: Settings): AlarmAddress | null {
  if (alarmUrl === null || alarmSecretFile === null) return null
  const secret = readSecret(alarmSecretFile)
  if (Buffer.from(secret.replace(/^whsec_/, ''), 'base64').length < leastSecret)
    throw new Fault(
      `The secret in ${alarmSecretFile} is too short. Make one: printf 'whsec_%s\\n' "$(head -c 32 /dev/urandom | base64)"`,
    )
  return { url: alarmUrl, secret }
}

/** Starts the looks of the process that serves; null when no address is set. */
export async function startHouseAlarm({ context, config }: House): Promise<{ stop: () => Promise<void> } | null> {
  const address = alarmAddress(config)
  if (address === null) return null
  const { startAlarm } = await import('../web/alarm.ts')
  return startAlarm({ watched: { context, config }, address })
}

export function alarmCommand(program: Command, open: Open): void {
  program
    .command('alarm')
    .description('whom Postbag tells when it is not well')
    .command('test')
    .description('send a message that says it is a test')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => open(house => test(house, json), 'existing'))
}

async function test({ context, config }: House, json?: boolean): Promise<void> {
  const address = alarmAddress(config)
  if (address === null) throw new Fault('No address is set. Set POSTBAG_ALARM_URL and POSTBAG_ALARM_SECRET_FILE.')
  const { testAlarm } = await import('../web/alarm.ts')
  const error = await testAlarm(context, address)
  if (error !== null) throw new Fault(`${new URL(address.url).host} did not take the test alarm. ${error}`)
  const { host } = new URL(address.url)
  say(json, { taken: true, host }, [`${host} took the test alarm.`])
}
