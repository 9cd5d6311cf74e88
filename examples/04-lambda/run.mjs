/**
 * Builds the rules with `redress build`, bundles them and the handler with esbuild, runs it with an EventBridge event, and
 * measures bundle and cold start.
 *
 * A loopback server stands in for S3, STS and Security Hub, so the SDK clients, their protocols and their timeouts are the real
 * ones. What differs from run to run (sizes, times) goes to stderr; stdout is the same every time.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { startLoopbackAws } from './loopback-aws.mjs'

const command = fileURLToPath(new URL('bin.js', import.meta.resolve('@redress/cli')))
mkdirSync(join(import.meta.dirname, 'dist'), { recursive: true })
execFileSync(process.execPath, [command, 'build', '--out', 'dist/bundle.json'], {
  cwd: import.meta.dirname,
  stdio: ['ignore', 'ignore', 'inherit'],
})

const folder = mkdtempSync(join(tmpdir(), 'redress-lambda-'))
const outfile = join(folder, 'handler.mjs')
const { metafile } = await build({
  entryPoints: [join(import.meta.dirname, 'src/handler.mjs')],
  outfile,
  bundle: true,
  minify: true,
  metafile: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})
const services = new Set(
  Object.keys(metafile.inputs).flatMap((file) => /@aws-sdk\/(client-[a-z0-9-]+)\/dist/.exec(file)?.[1] ?? []),
)
console.log(`services in the bundle: ${[...services].sort().join(', ')}`)

const event = JSON.parse(readFileSync(join(import.meta.dirname, 'event.json'), 'utf8'))
const aws = await startLoopbackAws(event.detail.findings)
Object.assign(process.env, {
  AWS_ENDPOINT_URL: aws.url,
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'loopback',
})
const { handler } = await import(pathToFileURL(outfile))
const report = await handler(event)
for (const { change, outcome } of report.outcomes) console.log(`${outcome.kind}: ${change.summary}`)
console.log(`the bucket's settings now: ${JSON.stringify(aws.publicAccessBlock)}`)
aws.close()

const bare = join(folder, 'bare.mjs')
writeFileSync(bare, 'export const handler = async () => ({})\n')
const times = (file) => {
  const code = `import(${JSON.stringify(pathToFileURL(file).href)})`
  return Array.from({ length: 9 }, () => {
    const start = process.hrtime.bigint()
    execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      env: { ...process.env, AWS_ENDPOINT_URL: aws.url },
    })
    return Number(process.hrtime.bigint() - start) / 1e6
  }).sort((a, b) => a - b)[4]
}
const [withRedress, without] = [times(outfile), times(bare)]
console.error(
  `bundle ${(statSync(outfile).size / 1024).toFixed(0)} KiB; cold start ${withRedress.toFixed(0)} ms, a bare handler ${without.toFixed(0)} ms (medians of 9): ${(withRedress - without).toFixed(0)} ms more`,
)
