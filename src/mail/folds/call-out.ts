// Our own invitation (“Send us your views: haveyoursay@example.org”) that a reader copied or replied to.

const invites =
  /\b(?:send (?:us )?your|email us|e-mail us|write to us|have your say|get in touch|tell us|share your|let us know|contact us|text us|tweet us|what do you think)\b/i

/** Whether a whole line is the call-out: it invites, and names an address the mail was sent to or any address at all. */
export function isCallOut(text: string, to: string[]): boolean {
  if (text === '' || text.length > 240) return false
  const lower = text.toLowerCase()
  const ours = to.some(address => lower.includes(address))
  if (ours && text.split(/\s+/).length <= 3) return true
  return (
    invites.test(text) &&
    (ours ||
      (/[^\s@]@[^\s@]+\.[^\s@]/.test(text) && text.split(/\s+/).length <= 20 && !/\b(?:i|my|i've)\b/i.test(text)))
  )
}
