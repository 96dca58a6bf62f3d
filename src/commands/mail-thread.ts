// The thread that takes mail in beside the desk, with a connection of its own. Every thread that it starts is as modest.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from '../config.ts'
import { withHouse } from './house.ts'
import { takeMail } from './mail.ts'
import { joinSignals } from './mail-beside.ts'

/** The desk gets the processor first. On Linux the number is a thread's own, and inherited; elsewhere the process's. */
const modest = 10

const port = parentPort!
await withHouse(workerData as Config, async house => {
  if (process.platform === 'linux') setPriority(0, modest)
  const taking = await takeMail(house)
  const apart = joinSignals(house.context.signal, port)
  await new Promise<void>(stopped => {
    port.on('message', word => word === 'stop' && stopped())
    port.postMessage('taking')
  })
  apart()
  await taking.stop()
})
port.close()
