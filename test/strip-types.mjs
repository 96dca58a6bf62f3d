// Jest runs the same TypeScript as Node does: types are stripped, nothing else changes.
import { stripTypeScriptTypes } from 'node:module'

const { emitWarning } = process
process.emitWarning = (warning, ...rest) => {
  if (!String(warning).includes('stripTypeScriptTypes')) emitWarning.call(process, warning, ...rest)
}

export default { process: source => ({ code: stripTypeScriptTypes(source) }) }
