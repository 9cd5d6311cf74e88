/**
 * The life of an accepted risk: it suppresses, it blocks, it ends, and what it suppressed comes back.
 */
import { describe, expect, it } from 'vitest'
import { closing, story } from './story.js'

const exception = (expires: string) => ({
  'exceptions/site.yaml': `apiVersion: redress/v1
kind: Exceptions
exceptions:
  - id: public-logs
    match: { control: S3.8, resource.id: "arn:aws:s3:::logs" }
    reason: accepted-risk
    justification: A public log of certificates
    owner: web-team
    ticket: SEC-1
    expires: ${expires}
`,
})
const both = { ...closing(), ...exception('2026-11-30') }
const codes = ({ outcomes }: { readonly outcomes: readonly { readonly outcome: { kind: string; code: string } }[] }) =>
  outcomes.map(({ outcome: { kind, code } }) => `${kind}:${code}`)

describe('an exception', () => {
  it('suppresses, blocks remediation, ends loudly and gives back what it took', async () => {
    const told = story({ Workflow: { Status: 'NOTIFIED' } })
    const engine = await told.engine(both)
    const first = await engine.run([told.finding()])
    expect(first.outcomes.map(({ change: { use } }) => use)).toEqual(['finding.suppress'])
    expect(codes(first)).toEqual(['applied:OK'])
    expect(told.stored()).toMatchObject({ Workflow: { Status: 'SUPPRESSED' } })
    expect(JSON.stringify(told.stored()['Note'])).toContain(
      '[redress exception=public-logs was=NOTIFIED until=2026-11-30]',
    )
    expect(told.writes()).toEqual(['BatchUpdateFindings'])

    told.setClock('2026-11-30T23:59:59Z')
    expect((await engine.run([told.finding()])).outcomes).toEqual([])

    told.setClock('2026-12-01T00:00:00Z')
    const ended = await engine.plan([told.finding()])
    expect(ended.unplanned.map(({ code, message }) => [code, message])).toContainEqual([
      'exception-ended',
      'exception `public-logs` expired after 2026-11-30; the workflow goes back to NOTIFIED',
    ])
    expect(codes(await engine.apply(ended))).toEqual(['applied:OK'])
    expect(told.stored()).toMatchObject({ Workflow: { Status: 'NOTIFIED' } })

    const last = await engine.run([told.finding()])
    expect(last.outcomes.map(({ change: { use }, outcome }) => [use, outcome.kind])).toEqual([
      ['s3.block-public-access', 'applied'],
    ])
  })

  it('that ends while nobody looks leaves alone what a person suppressed', async () => {
    const told = story({ Workflow: { Status: 'SUPPRESSED' }, Note: { Text: 'ours, see SEC-9', UpdatedBy: 'alice' } })
    const engine = await told.engine(both)
    told.setClock('2026-12-01T00:00:00Z')
    await engine.run([told.finding()])
    expect(told.writes()).toEqual([])
  })

  it.each(['at hand', 'from a file'])('that was added after the plan stops it: a plan %s', async (where) => {
    const told = story()
    const plan = await (await told.engine(closing())).plan([told.finding()])
    const later = await told.engine(both)
    const given = where === 'at hand' ? plan : JSON.parse(JSON.stringify(plan))
    await expect(later.apply(given)).rejects.toMatchObject({
      code: 'plan.stale',
      message: 'the plan was made with other rules',
    })
    expect(told.writes()).toEqual([])
  })

  it('that comes into force only after the plan stops it in the same engine, and in another', async () => {
    const ageing = {
      ...closing(),
      'exceptions/old.yaml': String(exception('2027-01-01')['exceptions/site.yaml']).replace(
        'control: S3.8,',
        'control: S3.8, firstObserved: { older-than: 20d },',
      ),
    }
    const told = story()
    told.setClock('2026-11-20T23:59:00Z')
    const [one, two] = [await told.engine(ageing), await told.engine(ageing)]
    const plan = await one.plan([told.finding()])
    expect(plan.changes.map(({ use }) => use)).toEqual(['s3.block-public-access'])
    told.setClock('2026-11-21T12:00:00Z')
    expect(codes(await one.apply(plan))).toEqual(['refused:EXCEPTION'])
    expect(codes(await two.apply(JSON.parse(JSON.stringify(plan))))).toEqual(['refused:EXCEPTION'])
    expect(told.writes()).toEqual([])
  })
})
