// The door of the command line. It looks at the runtime before anything else is loaded, since an older Node cannot
// even read the rooms.
const wanted = 24

if (Number(process.versions.node.split('.')[0]) < wanted) {
  process.stderr.write(
    `Postbag needs Node ${wanted} or newer and this is ${process.versions.node}: run it with npm, which brings the right one (npm start).\n`,
  )
  process.exit(1)
}

const { run } = await import('./commands/program.ts')
process.exitCode = await run(process.argv, process.env)

export {}
