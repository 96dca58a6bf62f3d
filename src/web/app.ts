// Puts the front door together: headers, then what anyone may read, then the API, then the desk.
import type { RequestListener } from 'node:http'
import { resolve } from 'node:path'
import express, { type Express, type RequestHandler, Router } from 'express'
import { type Assets, serveAsset } from './assets.ts'
import { errorPage, notFound } from './errors.ts'
import { isFilesHost, keepHostsApart } from './files-host.ts'
import { guard, requireBearer, sameOrigin } from './guard.ts'
import { deskHeaders, publicHeaders } from './headers.ts'
import { watchLoop } from './health.ts'
import { inItsStory } from './in-its-story.ts'
import { createPresence } from './presence.ts'
import { createPublished } from './published.ts'
import type { Route, Web, WebParts } from './route.ts'
import { apiRoutes, deskRoutes, devRoutes, publicRoutes } from './routes.ts'
import { sessions } from './session.ts'

const views = resolve(import.meta.dirname, '../../views')

/** The whole web side. What readers of the feeds ask for most is answered from memory, before the framework. */
export function createFrontDoor(parts: WebParts): RequestListener {
  const web = { ...parts, published: createPublished(parts), presence: createPresence(parts.context.now) }
  const app = appOf(web)
  return (request, response) => {
    if (isFilesHost(web.config, request) || !web.published.answerFromMemory(request, response)) app(request, response)
  }
}

/** The web side as one Express application, for tests that walk its router. It listens nowhere; the caller does. */
export const createApp = (parts: WebParts): Express =>
  appOf({ ...parts, published: createPublished(parts), presence: createPresence(parts.context.now) })

function appOf(web: Web): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.set('query parser', 'simple').set('trust proxy', [...web.config.trustProxy])
  app.set('views', views).set('view engine', 'ejs').set('view cache', !web.dev)
  app.locals.asset = web.assets.url
  app.locals.loop = watchLoop()
  app.locals.log = web.context.log

  app.use(keepHostsApart(web.config), serveAssets(web.assets))
  app.use(publicHeaders(web.config), tableOf(publicRoutes, web))
  app.use(deskHeaders(web.config))
  app.use('/api/v1', requireBearer(web), express.json({ limit: '100kb' }), tableOf(apiRoutes, web), notFound(web))
  app.use(sameOrigin(web.config), ...sessions(web))
  app.use(express.urlencoded({ extended: false, limit: '100kb' }), express.json({ limit: '100kb' }))
  app.use(tableOf(deskRoutes, web))
  if (web.dev) app.use(tableOf(devRoutes, web))
  app.use(notFound(web), errorPage(web))
  return app
}

function tableOf(routes: Route[], web: Web): Router {
  const router = Router({ caseSensitive: true, strict: false })
  for (const [method, path, access, handler] of routes) {
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete' | 'options'
    const judges = [guard(access), ...inItsStory(method, path, web)]
    router[verb](path, ...judges, (request, response) => handler(request, response, web))
  }
  return router
}

const serveAssets =
  (assets: Assets): RequestHandler =>
  (request, response, next) =>
    request.path.startsWith('/assets/') ? serveAsset(assets, request, response, next) : next()
