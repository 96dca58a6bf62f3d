import { expect, test } from '@jest/globals'
import { type Routes, routeOf } from '../../src/intake/route.ts'

const routes: Routes = {
  addresses: new Map([
    ['haveyoursay@example.org', 'strike'],
    ['snow@example.org', 'snow'],
  ]),
  slugs: new Map([
    ['strike', 'strike'],
    ['nhs', 'hospital'],
  ]),
  subjects: [{ words: 'big freeze', storyId: 'snow' }],
  mailboxes: new Map([
    ['letters', { storyId: null, username: 'letters@example.org' }],
    ['weather', { storyId: 'snow', username: 'reader' }],
  ]),
  defaultStory: null,
  told: [],
}

const asked = (to: string[], mailbox = 'letters', given = routes) => {
  const { storyId, rule } = routeOf(given, { to, subject: '' }, [mailbox])
  return [storyId, rule]
}

test('an address of a story decides before anything else, in the order the addresses stand', () => {
  expect(asked(['someone@example.net', 'snow@example.org', 'haveyoursay@example.org'])).toEqual(['snow', 'address'])
  expect(asked(['haveyoursay@example.org'], 'weather')).toEqual(['strike', 'address'])
  expect(asked(['haveyoursay+nhs@example.org', 'snow@example.org'])).toEqual(['snow', 'address'])
})

test('a plus-tag leads to the story of that name, at an address of ours only', () => {
  expect(asked(['haveyoursay+nhs@example.org'])).toEqual(['hospital', 'plus-tag'])
  expect(asked(['letters+nhs@example.org'])).toEqual(['hospital', 'plus-tag'])
  expect(asked(['someone+nhs@example.net'])).toEqual([null, 'unrouted'])
})

test('a tag that is no story’s name falls back to the address without it', () => {
  expect(asked(['haveyoursay+typo@example.org'])).toEqual(['strike', 'plus-tag'])
  expect(asked(['letters+typo@example.org'])).toEqual([null, 'unrouted'])
})

test('then the mailbox’s own story, then the default story, then nobody’s', () => {
  expect(asked(['someone@example.net'], 'weather')).toEqual(['snow', 'mailbox'])
  expect(asked(['someone@example.net'], 'letters', { ...routes, defaultStory: 'strike' })).toEqual([
    'strike',
    'default',
  ])
  expect(asked([])).toEqual([null, 'unrouted'])
})

test('words of the subject lead to a story after addresses and tags, before the mailbox’s own story', () => {
  const by = (subject: string, to: string[] = []) => {
    const { storyId, rule, words } = routeOf({ ...routes, defaultStory: 'strike' }, { to, subject }, ['weather'])
    return [storyId, rule, words]
  }
  expect(by('Re: The BIG  freeze here')).toEqual(['snow', 'subject', 'big freeze'])
  expect(by('The big freeze', ['haveyoursay@example.org'])).toEqual(['strike', 'address', 'haveyoursay@example.org'])
  expect(by('A bigger freezer')).toEqual(['snow', 'mailbox', 'reader'])
})
