/** S3's Block Public Access of one bucket, STS's GetCallerIdentity and Security Hub's GetFindings, over HTTP on loopback. */
import { createServer } from 'node:http'

const names = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']
const none =
  '<Error><Code>NoSuchPublicAccessBlockConfiguration</Code><Message>The public access block configuration was not found</Message></Error>'
const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
  <Arn>arn:aws:sts::123456789012:assumed-role/redress/redress</Arn><UserId>AROA:redress</UserId><Account>123456789012</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`

/** `findings` are those that Security Hub has. */
export async function startLoopbackAws(findings) {
  const aws = { url: '', publicAccessBlock: null, close: () => server.close() }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const answer = (status, text) => response.writeHead(status, { 'content-type': 'application/xml' }).end(text)
    if (request.url === '/findings') {
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ Findings: findings }))
    }
    if (!request.url.includes('publicAccessBlock')) return answer(200, identity)
    if (request.method === 'PUT') {
      aws.publicAccessBlock = Object.fromEntries(names.map((name) => [name, body.includes(`<${name}>true</${name}>`)]))
      return answer(200, '')
    }
    if (aws.publicAccessBlock === null) return answer(404, none)
    const settings = names.map((name) => `<${name}>${aws.publicAccessBlock[name]}</${name}>`).join('')
    return answer(200, `<PublicAccessBlockConfiguration>${settings}</PublicAccessBlockConfiguration>`)
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  aws.url = `http://127.0.0.1:${server.address().port}`
  return aws
}
