// Security headers by kind of answer (the table stands in one place; tests walk every route against it).
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../config.ts'

const own = ["'self'"]

const pageDirectives = {
  defaultSrc: ["'none'"],
  scriptSrc: own,
  styleSrc: own,
  imgSrc: own,
  connectSrc: own,
  frameSrc: own,
  formAction: own,
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['postbag'],
}

const permissions =
  'accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()'

const common = (config: Config) => ({
  contentSecurityPolicy: { useDefaults: false, directives: pageDirectives },
  crossOriginOpenerPolicy: { policy: 'same-origin' as const },
  referrerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: config.baseUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  xFrameOptions: { action: 'deny' as const },
})

/** Dashboard pages, API and errors: nothing is cached, nothing inline, nothing from elsewhere. */
export function deskHeaders(config: Config): RequestHandler[] {
  return [
    helmet({ ...common(config), crossOriginResourcePolicy: { policy: 'same-origin' } }),
    (_request, response, next) => {
      response.set({ 'Cache-Control': 'no-store', 'Permissions-Policy': permissions })
      response.vary('Cookie')
      next()
    },
  ]
}

/** Public pages; feeds narrow it further with `feedPolicy`. Other sites may embed what is public. */
export function publicHeaders(config: Config): RequestHandler[] {
  return [
    helmet({ ...common(config), crossOriginResourcePolicy: { policy: 'cross-origin' } }),
    (_request, response, next) => {
      response.set('Permissions-Policy', permissions)
      next()
    },
  ]
}

/** The policy of pages as one header, for answers that are made without helmet. */
export const pagePolicy = Object.entries(pageDirectives)
  .map(([name, values]) => [name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`), ...values].join(' '))
  .join('; ')

/** Feeds run nothing and are framed by nobody. */
export const feedPolicy = "default-src 'none'; frame-ancestors 'none'"
export const attachmentPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"
export const mailFramePolicy = "sandbox; default-src 'none'; frame-ancestors 'self'"
