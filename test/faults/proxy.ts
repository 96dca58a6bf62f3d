// A line to the mail server that can be cut, stalled or made to drip, from the start or when given bytes pass.
import { connect, createServer, type Socket } from 'node:net'

export type Fault = {
  /** Bytes that arm the fault, in either direction; without them it is armed from the start. */
  when?: string
  /** Bytes from the server that still pass once armed. */
  after?: number
  /** `cut` says goodbye (FIN), `reset` does not (RST), `stall` holds everything back, `drip` lets a byte through now and then. */
  act: 'cut' | 'reset' | 'stall' | 'drip'
  /** How many connections it befalls; more go through unharmed. */
  times?: number
}

export type FaultProxy = {
  port: number
  /** Connections made so far. */
  connections: () => number
  /** Replaces the fault for connections now and later; null: none. */
  set: (fault: Fault | null) => void
  /** Resets every connection at once. */
  drop: () => void
  stop: () => Promise<void>
}

export async function startProxy(target: number): Promise<FaultProxy> {
  const state = { fault: null as Fault | null, left: 0, count: 0, pairs: new Set<[Socket, Socket]>() }
  const server = createServer(client => {
    state.count++
    const upstream = connect(target, '127.0.0.1')
    const pair: [Socket, Socket] = [client, upstream]
    state.pairs.add(pair)
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.on('close', () => {
        state.pairs.delete(pair)
        for (const other of pair) other.destroy()
      })
    }
    passThrough(client, upstream, state)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const [client, upstream] of state.pairs) {
      client.resetAndDestroy()
      upstream.destroy()
    }
  }
  return {
    port: (server.address() as { port: number }).port,
    connections: () => state.count,
    set: fault => {
      state.fault = fault
      state.left = fault?.times ?? Number.POSITIVE_INFINITY
    },
    drop,
    stop: async () => {
      drop()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

type State = { fault: Fault | null; left: number }

function passThrough(client: Socket, upstream: Socket, state: State): void {
  let armed = false
  let passed = 0
  let broken: Fault | null = null
  const arm = (bytes: Buffer, fault: Fault) => {
    if (armed || state.left <= 0) return -1
    const at = fault.when === undefined ? 0 : bytes.indexOf(fault.when)
    if (at < 0) return -1
    armed = true
    state.left--
    return fault.when === undefined ? 0 : at + fault.when.length
  }
  client.on('data', bytes => {
    if (state.fault && !broken) arm(bytes, state.fault)
    if (broken?.act !== 'stall') upstream.write(bytes)
  })
  upstream.on('data', bytes => {
    if (broken) {
      if (broken.act === 'drip') drip(client, bytes)
      return
    }
    const fault = state.fault
    const start = fault ? arm(bytes, fault) : -1
    if (!fault || !armed) return void client.write(bytes)
    const room = (fault.after ?? 0) - passed + Math.max(0, start)
    if (bytes.length <= room) {
      passed += bytes.length - Math.max(0, start)
      client.write(bytes)
      return
    }
    broken = fault
    client.write(bytes.subarray(0, Math.max(0, room)), () => strike(fault, client, upstream))
    if (fault.act === 'drip') drip(client, bytes.subarray(Math.max(0, room)))
  })
}

function strike(fault: Fault, client: Socket, upstream: Socket): void {
  if (fault.act === 'cut') client.end()
  if (fault.act === 'reset') client.resetAndDestroy()
  if (fault.act === 'cut' || fault.act === 'reset') upstream.destroy()
}

/** One byte every 50 ms: never silent for long enough to look dead, never done either. */
function drip(client: Socket, bytes: Buffer): void {
  let at = 0
  const timer = setInterval(() => {
    if (at >= bytes.length || client.destroyed) return clearInterval(timer)
    client.write(bytes.subarray(at, at + 1))
    at++
  }, 50)
  timer.unref()
}
