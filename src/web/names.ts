// A reader in a line of text.

/** “Katherine, Ruislip in Middlesex”. */
export const nameAndPlace = (name: string, place: string) => [name || 'no name', place].filter(Boolean).join(', ')
