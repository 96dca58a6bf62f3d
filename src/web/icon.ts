// The product's mark, for browser tabs.
import type { Request, Response } from 'express'

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect x="2" y="5" width="20" height="15" rx="2.5" fill="#12586f"/><path d="m3.5 8 8.5 6 8.5-6" fill="none" stroke="#fff" stroke-width="2"/></svg>`

export function showIcon(_request: Request, response: Response): void {
  response.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').send(svg)
}
