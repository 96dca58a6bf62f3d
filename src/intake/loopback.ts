const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/i

/** Whether a host is this very computer, the only one a password may travel to in clear. */
export const isLoopback = (host: string) => loopback.test(host)
