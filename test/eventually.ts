// The only helper that waits, and it says what it waited for.

/** Asks `condition` again and again until it answers something truthy; fails with `what` after `within` milliseconds. */
export async function eventually<Result>(
  what: string,
  condition: () => Result | Promise<Result>,
  within = 25_000,
): Promise<NonNullable<Exclude<Awaited<Result>, false>>> {
  const until = Date.now() + within
  let last: unknown
  for (;;) {
    try {
      const result = await condition()
      if (result) return result as NonNullable<Exclude<Awaited<Result>, false>>
      last = result
    } catch (error) {
      last = error
    }
    if (Date.now() > until) throw new Error(`waited ${within} ms for ${what}; last: ${String(last)}`)
    await new Promise(resolve => setTimeout(resolve, 15))
  }
}
