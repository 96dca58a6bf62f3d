// What a test of the queue begins with: a desk with emails for each test, and pages of it that are closed when it is over.
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { program, startChromium } from './chromium.ts'
import { openQueue, type QueuePage } from './queue-page.ts'

/**
 * To be called once in a file; `opened` is told of the desk of each test. Answers what opens a page as `openQueue` does;
 * whatever such a page complains of fails the test.
 */
export function openQueues(emails: number, opened: (desk: QueueDesk) => unknown) {
  let browser: Browser
  let desk: QueueDesk
  const pages: QueuePage[] = []
  beforeAll(async () => {
    if (program) browser = await startChromium()
  })
  afterAll(async () => browser?.close())
  beforeEach(async () => {
    desk = await openQueueDesk({ emails })
    await opened(desk)
  })
  afterEach(async () => {
    const complaints = pages.flatMap(each => each.complaints)
    for (const each of pages.splice(0)) await each.close()
    await desk.close()
    expect(complaints).toEqual([])
  })
  return async (options: Parameters<typeof openQueue>[2] = {}): Promise<QueuePage> => {
    const page = await openQueue(browser, desk, options)
    pages.push(page)
    return page
  }
}
