// Scripts and styles: bundled once at start-up, into memory, under names that carry their content's hash.
import { resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { NextFunction, Request, Response } from 'express'

type Asset = { type: string; bytes: Buffer; gzip: Buffer; br: Buffer }

export type Assets = {
  /** The address of a bundle: `url('desk.js')` → `/assets/desk-3FQ5K2.js`. Throws on a name that was not bundled. */
  url: (name: string) => string
  files: ReadonlyMap<string, Asset>
}

const folder = resolve(import.meta.dirname, 'browser')

/** Bundles every entry of web/browser. Takes some tens of milliseconds. */
export async function bundleAssets(): Promise<Assets> {
  const result = await build({
    absWorkingDir: folder,
    entryPoints: [
      'desk.ts',
      'queue-page.ts',
      'pick.ts',
      'beside.ts',
      'desk.css',
      'dev.css',
      'live-page.ts',
      'live-page.css',
      'embed.ts',
      'embed-host.ts',
    ],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome120', 'firefox121', 'safari17.4'],
    entryNames: '[name]-[hash]',
    outdir: '/assets',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const files = new Map<string, Asset>()
  const addresses = new Map<string, string>()
  for (const output of result.outputFiles) {
    const file = output.path.split(/[/\\]/).at(-1)!
    const bytes = Buffer.from(output.contents)
    const type = file.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'
    files.set(file, { type, bytes, gzip: gzipSync(bytes, { level: 9 }), br: brotliCompressSync(bytes) })
    addresses.set(file.replace(/-[A-Z0-9]+\./, '.'), `/assets/${file}`)
  }
  return {
    files,
    url(name) {
      const address = addresses.get(name)
      if (!address) throw new Error(`${name} is not one of the bundles: ${[...addresses.keys()].join(', ')}`)
      return address
    },
  }
}

/** Answers `/assets/NAME-HASH.EXT`: immutable, compressed as the asker likes. */
export function serveAsset(assets: Assets, request: Request, response: Response, next: NextFunction): void {
  const asset = assets.files.get(request.path.slice('/assets/'.length))
  if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) return next()
  const coding = request.acceptsEncodings(['br', 'gzip', 'identity'])
  response.set({
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Security-Policy': "default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    Vary: 'Accept-Encoding',
  })
  if (coding === 'br' || coding === 'gzip') response.set('Content-Encoding', coding)
  response.end(coding === 'br' ? asset.br : coding === 'gzip' ? asset.gzip : asset.bytes)
}
