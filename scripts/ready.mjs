// Makes a fresh clone ready and runs the file it is given: `node scripts/ready.mjs FILE [ARGS]`.
// Plain JavaScript that an old Node can read, because it runs before the right Node is there.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const [file, ...args] = process.argv.slice(2)
const node = join(root, 'node_modules', '.bin', 'node')
const written = name => (existsSync(join(root, name)) ? statSync(join(root, name)).mtimeMs : 0)

if (!existsSync(node) || written('node_modules/.package-lock.json') < written('package-lock.json')) {
  process.stderr.write('Installing packages (first run, or the lockfile changed) …\n')
  // Not `npm ci`: it refuses a lockfile without the packages of every other platform, and a registry that does not carry
  // them cannot have written one. This takes the locked versions, checked against their hashes, and writes no lockfile.
  const npm = spawnSync('npm', ['install', '--no-save', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (npm.status !== 0) {
    process.stderr.write('Packages could not be installed. Check the network and run `npm install` to see why.\n')
    process.exit(1)
  }
}

if (Number(process.versions.node.split('.')[0]) >= 24) {
  process.argv = [process.argv[0], resolve(root, file), ...args]
  await import(pathToFileURL(resolve(root, file)).href)
} else {
  const child = spawn(node, [resolve(root, file), ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
