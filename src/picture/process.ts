// What runs in the process of its own: a wish in, an answer out, and the end when nobody is there any more.
import { makePicture, type Wish } from './make.ts'

process.on('message', (wish: Wish) => void makePicture(wish).then(answer => process.send?.(answer)))
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
