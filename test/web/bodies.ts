// What the form of each route sends, so that a refusal is never for a body that no form would send.

/** What the form of each route below a story sends. */
export const bodies: Record<string, string> = {
  search: 'q=doctors',
  presence: 'page=12345678&number=1&mode=view',
  deal: '',
  samples: '',
  views: 'name=Mine&query=',
  'views/:id/removal': '',
  bulk: 'decision=hold&pick=1:1&back=/',
  'bulk/undo': 'decision=hold&pick=1:1&back=/',
  live: 'headline=a&standfirst=&byline=&callOut=&callOutShown=yes&callOutEvery=&keyPoints=',
  group: 'pick=1:1&heading=Nurses',
  stop: 'how=frozen',
  'stop/undo': '',
  entries: 'kind=note&headline=a&text=b&at=&name=&role=&tags=&language=&programme=&service=',
  ...Object.fromEntries(
    ['approval', 'hold', 'rejection', 'spam', 'approval/undo', 'hold/undo', 'rejection/undo', 'spam/undo']
      .concat(['draft', 'preview', 'point-of-view', 'retry', 'to-queue'])
      .map(path => [
        `submissions/:number/${path}`,
        'version=1&key=k&name=Kate&place=Leeds&verb=says&text=Words&back=/',
      ]),
  ),
  'submissions/:number/move': 'version=1&story=strike&back=/',
  'submissions/:number/assignment': 'take=1&seen=&to=&back=/',
  'submissions/:number/assignment/undo': 'seen=&back=/',
  'submissions/:number/consent': 'what=name&answer=yes&evidence=She+said+so',
  'submissions/:number/verification': 'how=rang&who=Kate&note=',
  'submissions/:number/graphic': 'back=/s/strike/queue',
  'submissions/:number/graphic/undo': '',
  'submissions/:number/legal-hold': '',
  'submissions/:number/legal-hold/undo': '',
  'entries/:id/publication': '',
  'entries/:id/publication/undo': '',
  'entries/:id/schedule': 'at=2030-01-01T10:00&embargo=yes',
  'entries/:id/place': 'to=up',
  'entries/:id/key-point': '',
  'entries/:id/key-point/undo': '',
  'entries/:id/amendment': 'revision=1&name=Kate&place=Leeds&verb=says&text=Words&nameForm=&town=&role=&note=&tags=a,b',
  'entries/:id/withdrawal': 'why=error',
  'entries/:id/withdrawal/undo': '',
  'entries/:id/pin': '',
  'entries/:id/pin/undo': '',
}
