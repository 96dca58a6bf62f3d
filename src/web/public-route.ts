// The public addresses inside the framework: for whatever was not answered from memory before it.
import type { Request, Response } from 'express'
import type { Web } from './route.ts'

/** Any feed, page or entry. Its document brings all its headers along, the same as from memory. */
export function showPublished(request: Request, response: Response, web: Web): Promise<void> {
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  return web.published.answer(request, response)
}

/** Scripts of other sites may ask conditionally and resume a stream (CORS preflight). */
export function allowCrossOrigin(_request: Request, response: Response): void {
  response
    .set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match, Last-Event-ID',
      'Access-Control-Max-Age': '86400',
    })
    .status(204)
    .end()
}

/** `GET /embed.js`: an address that never changes, for the sites that name it. */
export function showEmbedScript(_request: Request, response: Response, web: Web): void {
  response.set({ 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' })
  response.redirect(302, web.assets.url('embed-host.js'))
}
