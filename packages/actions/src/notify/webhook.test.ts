import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { checks } from '../testing/checks.js'
import { inProcessAws } from '../testing/in-process-aws.js'
import { sendMessage } from '../testing/send-message.js'
import { webhook } from './webhook.js'

interface Post {
  readonly path: string
  readonly method: string
  readonly type: string
  readonly body: string
}

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

/** A receiver on the loopback interface that answers everything with one status. */
async function receiver(status: number, headers: { readonly [name: string]: string } = {}) {
  const posts: Post[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { url: path = '', method = '' } = request
      const type = request.headers['content-type'] ?? ''
      posts.push({ path, method, type, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(status, headers).end('secret answer')
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { posts, port, host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}/hook/T0KEN`, server }
}

const send = (params: { readonly url: string; readonly format?: string }) =>
  sendMessage(webhook, { format: 'generic', subject: 'closed', text: 'sg-0123', ...params }, inProcessAws())

describe('notify.webhook', () => {
  it('posts JSON once', async () => {
    const { posts, url, host } = await receiver(200)
    const { planned, applied } = await send({ url })
    expect(applied).toEqual({ kind: 'done', receipt: { status: 200 } })
    expect(posts).toEqual([
      {
        path: '/hook/T0KEN',
        method: 'POST',
        type: 'application/json; charset=utf-8',
        body: '{"source":"redress","version":1,"subject":"closed","text":"sg-0123"}',
      },
    ])
    expect(planned).toEqual({
      kind: 'change',
      before: null,
      after: { host, format: 'generic', subject: 'closed', text: 'sg-0123' },
    })
  })

  it.each(['slack', 'teams'])('posts in the form of %s', async (format) => {
    const { posts, url } = await receiver(202)
    expect((await send({ url, format })).applied).toEqual({ kind: 'done', receipt: { status: 202 } })
    expect(JSON.parse(posts[0]?.body ?? '')).toHaveProperty(format === 'slack' ? 'mrkdwn' : 'attachments')
  })

  it.each([400, 403, 404, 500])('fails on status %i, without a retry', async (status) => {
    const { posts, url, host } = await receiver(status)
    const { applied } = await send({ url })
    const message = `${host} answered with status ${status}`
    expect(applied).toEqual({ kind: 'outcome', outcome: { kind: 'failed', code: `HTTP_${status}`, message } })
    expect(posts).toHaveLength(1)
  })

  it('does not follow a redirect', async () => {
    const other = await receiver(200)
    const { url, host } = await receiver(307, { location: other.url })
    const { applied } = await send({ url })
    const message = `${host} answered with a redirect, which is not followed`
    expect(applied).toEqual({ kind: 'outcome', outcome: { kind: 'failed', code: 'REDIRECT', message } })
    expect(other.posts).toEqual([])
  })

  it('fails where nobody listens', async () => {
    const { url, host, server } = await receiver(200)
    await new Promise((resolve) => server.close(resolve))
    const message = `${host} cannot be reached`
    expect((await send({ url })).applied).toEqual({
      kind: 'outcome',
      outcome: { kind: 'failed', code: 'UNREACHABLE', message },
    })
  })

  it('does not know what came of a message whose answer was lost', async () => {
    const server = createServer((request) => request.socket.destroy())
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { applied } = await send({ url: `http://127.0.0.1:${port}/hook/T0KEN` })
    const message = `127.0.0.1:${port} did not answer, so the message may or may not have arrived`
    expect(applied).toEqual({ kind: 'outcome', outcome: { kind: 'unknown', code: 'NO_ANSWER', message } })
  })

  it('shows the host and never the rest of the URL', async () => {
    const { url } = await receiver(500)
    const secret = url.replace('http://', 'http://user:pass@')
    const shown = JSON.stringify([
      await send({ url }),
      await send({ url: secret }),
      webhook.describe({ url: secret, format: 'slack', text: 'x' }),
      webhook.describe({ url: 'https://[', format: 'slack', text: 'x' }),
    ])
    expect(shown).not.toMatch(/T0KEN|pass/)
  })

  it('is sent once, from home, and cannot be taken back', () => {
    expect(webhook).toMatchObject({ place: 'home', once: true, verify: 'response', reversible: 'none' })
    expect(webhook.permissions).toEqual({ read: [], write: [] })
    expect(webhook.describe({ url: 'https://hooks.example.com/T0KEN', format: 'slack', text: 'x' })).toBe(
      'post a message to hooks.example.com',
    )
  })

  it.each([
    [{ url: 'https://hooks.example.com/x', format: 'slack', text: 'x' }, true],
    [{ url: 'http://127.0.0.1:8080/x', format: 'generic', text: 'x' }, true],
    [{ url: 'http://hooks.example.com/x', format: 'slack', text: 'x' }, false],
    [{ url: 'http://localhost.example.com/x', format: 'slack', text: 'x' }, false],
    [{ url: 'file:///etc/passwd', format: 'slack', text: 'x' }, false],
    [{ url: 'https://hooks.example.com/x', format: 'irc', text: 'x' }, false],
  ])('takes %j: %s', (given, fine) => {
    expect(checks(webhook.params, given)).toBe(fine)
  })
})
