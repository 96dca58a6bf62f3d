// The thread that writes the log into the database file during a burst, while another goes on committing. It asks nothing
// else of the database, and loads nothing else.
import { workerData } from 'node:worker_threads'
import { checkpoint, openEngine } from '../store/engine.ts'
import { answerEach } from './thread.ts'

const engine = openEngine((workerData as { database: string }).database)

answerEach(() => checkpoint(engine))
