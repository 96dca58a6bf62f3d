// The items of OWASP ASVS 5.0.0, levels 1 and 2, each in a few words of ours; and why some do not apply to this house.

/** `number level words`, by chapter. */
export const items = `
1.1.1 2 Input is decoded once, before it is judged
1.1.2 2 Text is escaped last, by whom it goes to
1.2.1 1 Escaping fits HTML, XML, CSS, headers
1.2.2 1 URLs are built of encoded parts, and only safe schemes are let through
1.2.3 1 JSON and script contexts are escaped as such
1.2.4 1 Queries have bound parameters
1.2.5 1 No text becomes a command of the operating system
1.2.6 2 LDAP
1.2.7 2 XPath
1.2.8 2 LaTeX
1.2.9 2 Text in a regular expression is escaped
1.3.1 1 HTML from strangers goes through a known sanitiser
1.3.2 1 Nothing evaluates text as code
1.3.3 2 What enters a dangerous place is reduced to safe signs and length
1.3.4 2 SVG from strangers is sanitised or refused
1.3.5 2 Markdown and the like are sanitised
1.3.6 2 No request is made to where a stranger says
1.3.7 2 No template is built of input
1.3.8 2 JNDI
1.3.9 2 memcache
1.3.10 2 Format strings
1.3.11 2 Nothing is injected into a mail system
1.4.1 2 Memory-safe strings
1.4.2 2 Overflow of numbers
1.4.3 2 Memory is released
1.5.1 1 XML parsers are restrictive
1.5.2 2 Deserialising is safe
2.1.1 1 It is written down what input may be
2.1.2 2 It is written down which inputs must agree
2.1.3 2 It is written down what the limits of each person and of all are
2.2.1 1 Input is checked against what is expected
2.2.2 1 The server checks, whatever the browser did
2.2.3 2 What belongs together is judged together
2.3.1 1 Steps are taken in their order
2.3.2 2 Limits of the work are kept
2.3.3 2 What belongs together is one transaction
2.3.4 2 Nothing is given twice
2.4.1 2 Floods of requests are held off
3.2.1 1 No answer is rendered as what it is not
3.2.2 1 Text is put into a page as text
3.3.1 1 Cookies are Secure, with a prefix
3.3.2 2 Cookies are SameSite
3.3.3 2 Cookies begin with __Host-
3.3.4 2 Session cookies are HttpOnly
3.4.1 1 HSTS for a year
3.4.2 1 CORS names origins, or gives away what is public only
3.4.3 2 A policy with object-src and base-uri
3.4.4 2 nosniff
3.4.5 2 A referrer policy
3.4.6 2 frame-ancestors
3.5.1 1 Requests come from our own pages
3.5.2 1 Nothing relies on a preflight that could be gone round
3.5.3 1 What changes something is no GET
3.5.4 2 Other applications have other host names
3.5.5 2 Messages between windows are checked for their origin
3.7.1 2 No plug-ins
3.7.2 2 Redirects stay on our site
4.1.1 1 Every answer with a body says its type and charset
4.1.2 2 Programs are not redirected to https
4.1.3 2 Headers that a proxy sets cannot be set by anybody else
4.2.1 2 Where a request ends is told one way
4.3.1 2 GraphQL: dear queries
4.3.2 2 GraphQL: introspection
4.4.1 1 WebSocket over TLS
4.4.2 2 WebSocket: origin
4.4.3 2 WebSocket: tokens of its own
4.4.4 2 WebSocket: tokens from the session
5.1.1 2 Kinds and sizes of files are written down
5.2.1 1 Files have a largest size
5.2.2 1 Kinds of files are told by their contents
5.2.3 2 Archives are measured before they are opened
5.3.1 1 A file that came in is not run
5.3.2 1 No path is made of a file's name
5.4.1 2 Names of files that are sent are ours
5.4.2 2 Names of files are encoded in headers
5.4.3 2 Files can be scanned
6.1.1 1 Throttling is written down, and locks nobody out
6.1.2 2 Words of the house that no password may hold are written down
6.1.3 2 All ways in are written down
6.2.1 1 Passwords have at least eight characters
6.2.2 1 One can change one's password
6.2.3 1 Changing asks for the old one
6.2.4 1 The commonest passwords are refused
6.2.5 1 Any characters
6.2.6 1 The field hides what is typed
6.2.7 1 Pasting and password managers work
6.2.8 1 Passwords are checked as typed
6.2.9 2 At least 64 characters are allowed
6.2.10 2 Passwords do not end by themselves
6.2.11 2 Words of the house are refused
6.2.12 2 Passwords known to be stolen are refused
6.3.1 1 Guessing is held off
6.3.2 1 No accounts exist by default
6.3.3 2 A second factor
6.3.4 2 Every way in is as strong
6.4.1 1 First passwords and links are random and end
6.4.2 1 No hints and secret questions
6.4.3 2 A reset keeps the second factor
6.4.4 2 Who lost a factor proves who they are
6.5.1 2 Codes work once
6.5.2 2 Recovery codes are kept hashed
6.5.3 2 Codes come from a secure source
6.5.4 2 Recovery codes have 20 bits and more
6.5.5 2 Codes live shortly
6.6.1 2 Codes by telephone
6.6.2 2 Codes by another channel: bound
6.6.3 2 Codes by another channel: guessing
6.8.1 2 Identity providers: accounts apart
6.8.2 2 Identity providers: signatures
6.8.3 2 Identity providers: SAML once
6.8.4 2 Identity providers: strength
7.1.1 2 Life of sessions is written down
7.1.2 2 Sessions at the same time are written down
7.1.3 2 Federated sessions are written down
7.2.1 1 Sessions are checked on the server
7.2.2 1 Session tokens are made for each session
7.2.3 1 Session ids have 128 bits and more
7.2.4 1 A new id at sign-in
7.3.1 2 Idle sessions end
7.3.2 2 Sessions end whatever happens
7.4.1 1 A session that was ended opens nothing
7.4.2 1 Closed accounts lose their sessions
7.4.3 2 Changing a factor can end the other sessions
7.4.4 2 Every page has a way out
7.4.5 2 Administrators end sessions
7.5.1 2 What matters asks who one is again
7.5.2 2 One sees and ends one's own sessions
7.6.1 2 Federated sessions
7.6.2 2 No session without a person's act
8.1.1 1 It is written down who may do what
8.1.2 2 It is written down who may change which field
8.2.1 1 Functions are for whom they are for
8.2.2 1 Things are for whom they are for
8.2.3 2 Fields are for whom they are for
8.3.1 1 The server decides
8.4.1 2 Tenants are apart
9.1.1 1 Signed tokens: signature
9.1.2 1 Signed tokens: algorithm
9.1.3 1 Signed tokens: keys
9.2.1 1 Signed tokens: time
9.2.2 2 Signed tokens: kind
9.2.3 2 Signed tokens: audience
9.2.4 2 Signed tokens: one audience each
10.1.1 2 Tokens go only to who needs them
10.1.2 2 Codes and tokens belong to the session that asked
10.2.1 2 OAuth client: forged answers
10.2.2 2 OAuth client: mixed-up servers
10.3.1 2 Resource server: audience
10.3.2 2 Resource server: scopes
10.3.3 2 Resource server: who it is
10.3.4 2 Resource server: strength
10.4.1 1 Authorization server: redirects
10.4.2 1 Authorization server: codes once
10.4.3 1 Authorization server: codes end
10.4.4 1 Authorization server: grants
10.4.5 1 Authorization server: refresh tokens
10.4.6 2 Authorization server: PKCE
10.4.7 2 Authorization server: registration
10.4.8 2 Authorization server: refresh tokens end
10.4.9 2 Authorization server: revoking
10.4.10 2 Authorization server: clients prove themselves
10.4.11 2 Authorization server: scopes
10.5.1 2 OIDC client: replay
10.5.2 2 OIDC client: subject
10.5.3 2 OIDC client: issuer
10.5.4 2 OIDC client: audience
10.5.5 2 OIDC client: logout
10.6.1 2 OpenID provider: modes
10.6.2 2 OpenID provider: logout
10.7.1 2 Consent to clients
10.7.2 2 Consent says what for
10.7.3 2 Consent can be taken back
11.1.1 2 Keys and their life are written down
11.1.2 2 What is encrypted, and how, is listed
11.2.1 2 Ciphers are those of a known library
11.2.2 2 Ciphers can be changed
11.2.3 2 128 bits of security and more
11.3.1 1 No ECB, no weak padding
11.3.2 1 Approved ciphers and modes
11.3.3 2 What is encrypted cannot be changed unnoticed
11.4.1 1 Approved hashes
11.4.2 2 Passwords are stored by a slow function
11.4.3 2 Hashes for signatures are long enough
11.4.4 2 Keys from passphrases are stretched
11.5.1 2 Secrets come from a secure source, with 128 bits
11.6.1 2 Approved algorithms make and check signatures
12.1.1 1 TLS 1.2 and 1.3 only
12.1.2 2 Strong cipher suites
12.1.3 2 Client certificates are checked
12.2.1 1 People reach us over TLS only
12.2.2 1 Our certificate is publicly trusted
12.3.1 2 All that goes out is encrypted
12.3.2 2 Certificates of servers are checked
12.3.3 2 TLS between our own services
12.3.4 2 Internal certificates
13.1.1 2 It is written down with whom we talk
13.2.1 2 Back ends are asked with credentials of ours
13.2.2 2 Back ends are asked with the least right
13.2.3 2 No default credentials
13.2.4 2 Whom we may call is a list
13.2.5 2 Where the server may load from is a list
13.3.1 2 Secrets are kept apart and sealed
13.3.2 2 Secrets are for whom they are for
13.4.1 1 No source control in what is served
13.4.2 2 Nothing for debugging in production
13.4.3 2 No listings of folders
13.4.4 2 No TRACE
13.4.5 2 Figures and documents for insiders are not public
14.1.1 2 Sensitive data are listed
14.1.2 2 How they are protected is written down
14.2.1 1 Nothing sensitive in URLs
14.2.2 2 Nothing sensitive in caches of the server
14.2.3 2 Nothing sensitive to third parties
14.2.4 2 The protection that is written down is there
14.3.1 1 Signing out clears the browser
14.3.2 2 no-store
14.3.3 2 Nothing sensitive in the browser's storage
15.1.1 1 When parts are mended is written down
15.1.2 2 Parts are listed with where they come from
15.1.3 2 What is dear is written down
15.2.1 1 Parts are not past their time
15.2.2 2 What is dear is limited
15.2.3 2 Nothing for tests in production
15.3.1 1 Only the fields that are needed go out
15.3.2 2 Redirects of others are not followed
15.3.3 2 No field comes in that is not asked for
15.3.4 2 The address of the caller is the real one
15.3.5 2 Types are strict
15.3.6 2 No pollution of prototypes
15.3.7 2 No pollution of parameters
16.1.1 2 What is logged is listed
16.2.1 2 Who, what, when
16.2.2 2 Times are UTC
16.2.3 2 Logs go only where it is written
16.2.4 2 Logs can be read by programs
16.2.5 2 Logs hold no secret
16.3.1 2 Sign-ins are logged, good and bad
16.3.2 2 Refusals are logged
16.3.3 2 Attempts to get round are logged
16.3.4 2 Faults are logged
16.4.1 2 Nothing is injected into a log
16.4.2 2 Logs cannot be changed unnoticed
16.4.3 2 Logs go to another place
16.5.1 2 Faults tell nothing
16.5.2 2 What others fail at does not stop us
16.5.3 2 A fault fails closed
17.1.1 2 WebRTC: TURN
17.2.1 2 WebRTC: keys
17.2.2 2 WebRTC: ciphers
17.2.3 2 WebRTC: SRTP
17.2.4 2 WebRTC: broken SRTP
17.3.1 2 WebRTC: signalling floods
17.3.2 2 WebRTC: broken signals
`
  .trim()
  .split('\n')
  .map(line => {
    const [number, level, ...words] = line.split(' ')
    return { number: number!, level: Number(level), words: words.join(' ') }
  })

const because: [why: string, numbers: string][] = [
  ['no LDAP, XPath, LaTeX, JNDI, memcache or format strings anywhere', '1.2.6 1.2.7 1.2.8 1.3.8 1.3.9 1.3.10'],
  ['TypeScript on Node: strings, numbers and memory are the engine’s', '1.4.1 1.4.2 1.4.3'],
  ['XML is only written, never read', '1.5.1'],
  ['only JSON is read back, through a schema, and it makes no objects of a class', '1.5.2'],
  ['no GraphQL', '4.3.1 4.3.2'],
  ['no WebSocket: live updates are server-sent events over the same requests', '4.4.1 4.4.2 4.4.3 4.4.4'],
  ['archives are never opened', '5.2.3'],
  ['nothing makes a password end: there is no code that could', '6.2.10'],
  ['no codes by telephone or by a second channel', '6.6.1 6.6.2 6.6.3'],
  [
    'no identity provider is connected in this release',
    '6.8.1 6.8.2 6.8.3 6.8.4 7.1.3 7.6.1 10.5.1 10.5.2 10.5.3 10.5.4 10.5.5',
  ],
  ['one newsroom an installation: there are no tenants', '8.4.1'],
  [
    'no signed tokens that carry their own facts: sessions and API tokens are random and looked up',
    '9.1.1 9.1.2 9.1.3 9.2.1 9.2.2 9.2.3 9.2.4',
  ],
  [
    'as an OAuth client the house renews a token that was given elsewhere: no browser is ever sent to a server and back',
    '10.1.2 10.2.1 10.2.2',
  ],
  ['the API takes tokens of its own, of no authorization server', '10.3.1 10.3.2 10.3.3 10.3.4'],
  [
    'no authorization server and no OpenID provider',
    '10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 10.4.6 10.4.7 10.4.8 10.4.9 10.4.10 10.4.11 10.6.1 10.6.2 10.7.1 10.7.2 10.7.3',
  ],
  ['TLS towards people ends at the proxy in front, whose files are examples in ops/', '12.1.1 12.1.2 12.2.2'],
  ['no client certificates', '12.1.3'],
  ['one service and a database in a file: there is no inside over HTTP', '12.3.3 12.3.4'],
  ['no WebRTC', '17.1.1 17.2.1 17.2.2 17.2.3 17.2.4 17.3.1 17.3.2'],
]

/** Why an item does not apply, by its number. */
export const notApplicable: Record<string, string> = Object.fromEntries(
  because.flatMap(([why, numbers]) => numbers.split(' ').map(number => [number, why])),
)

/** Applicable, and carried by no test: told, not hidden. None is. */
export const open: Record<string, string> = {}
