import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { type ConfigError, readConfig } from '../src/config.ts'

const faultsOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as ConfigError).faults
  }
}

test('with nothing set, the defaults stand', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    database: resolve('data/postbag.db'),
    keyFile: resolve('data/postbag.key'),
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    secondFactor: 'optional',
    metricsPort: null,
  })
  expect(Object.isFrozen(config)).toBe(true)
})

test('every fault is listed at once, each with the value that was given', () => {
  const faults = faultsOf({ POSTBAG_PORT: 'abc', POSTBAG_SECOND_FACTOR: 'maybe', POSTBAG_WORKERS: '0' })
  expect(faults).toHaveLength(3)
  expect(faults[0]).toBe('POSTBAG_PORT must be a whole number (it is “abc”)')
  expect(faults.join()).toContain('“maybe”')
})

test('a setting that does not exist is a fault, since it is a misspelt one', () => {
  expect(faultsOf({ POSTBAG_DATABSE: 'x' })).toEqual(['POSTBAG_DATABSE is not a setting of Postbag'])
})

test('plain http is refused for any host but this machine [ASVS 12.2.1]', () => {
  expect(faultsOf({ POSTBAG_BASE_URL: 'http://desk.example.org' })[0]).toContain('must be https')
  expect(readConfig({ POSTBAG_BASE_URL: 'https://desk.example.org/' }).baseUrl).toBe('https://desk.example.org')
  expect(readConfig({ POSTBAG_BASE_URL: 'http://127.0.0.1:8080' }).baseUrl).toBe('http://127.0.0.1:8080')
})

test('a second factor is required wherever people use another machine, and where it was asked for', () => {
  expect(readConfig({ POSTBAG_BASE_URL: 'https://desk.example.org' }).secondFactor).toBe('required')
  expect(readConfig({ POSTBAG_SECOND_FACTOR: 'required' }).secondFactor).toBe('required')
  const asked = { POSTBAG_BASE_URL: 'https://desk.example.org', POSTBAG_SECOND_FACTOR: 'optional' }
  expect(readConfig(asked).secondFactor).toBe('optional')
})
