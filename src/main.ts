// The door of the command line. It looks at the runtime before anything else is loaded, since an older Node cannot
// even read the rooms.
const wanted = 24

if (Number(process.versions.node.split('.')[0]) < wanted) {
  process.stderr.write(
    `Postbag needs Node ${wanted} or newer and this is ${process.versions.node}: run it with npm, which brings the right one (npm start).\n`,
  )
  process.exit(1)
}

// Compiled code is kept beside the packages, which makes every start a third shorter; where that folder may not be
// written, nothing is kept.
const { enableCompileCache } = await import('node:module')
enableCompileCache(`${import.meta.dirname}/../node_modules/.cache/compiled`)

await import('./heap.ts')

const { run } = await import('./commands/program.ts')
process.exitCode = await run(process.argv, process.env)

export {}
