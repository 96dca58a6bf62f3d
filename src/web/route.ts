// A route is a line of a table: method, path, who may, handler. Nothing is reachable that is not in the table.
import type { Request, Response } from 'express'
import type { Config } from '../config.ts'
import type { Action } from '../desk/policy.ts'
import type { Keys } from '../secret.ts'
import type { Context } from '../store/index.ts'
import type { Assets } from './assets.ts'

/** What handlers are given beside request and response. */
export type Web = {
  context: Context
  config: Config
  keys: Keys
  assets: Assets
  /** Only `npm run dev` has the developer's pages. */
  dev: boolean
}

export type Handler = (request: Request, response: Response, web: Web) => Promise<void> | void

/** `anyone` needs no account, `signed-in` any account; every other word is an action of desk/policy.ts. */
export type Access = 'anyone' | 'signed-in' | Action

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export type Route = readonly [method: Method, path: string, access: Access, handler: Handler]
