// A worker that fails on purpose: it loops for ever, ends its thread or fills its heap when a message says so.
import readBatch from '../../src/mail/worker.ts'

export default async function failOrRead(batch: Uint8Array[]) {
  const words = batch.map(raw => Buffer.from(raw).toString('latin1')).join('\n')
  if (words.includes('PLEASE LOOP')) for (;;);
  if (words.includes('PLEASE EXIT')) process.exit(7)
  const hoard: number[][] = []
  if (words.includes('PLEASE GROW')) for (;;) hoard.push(new Array(1_000_000).fill(0.5))
  return await readBatch(batch)
}
