import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '../contracts/action.js'
import { canonical } from '../contracts/json.js'
import { account, bench, decision, region } from '../testing/acting-bench.js'
import { answer, objectWorld } from '../testing/object-world.js'

const front = decision('finding-1', 'front', [{}])

describe('a plan', () => {
  it('says what would change, whole', async () => {
    const made = bench()
    const plan = await made.plan(front)
    expect(plan).toMatchObject({
      apiVersion: 'redress/v1',
      kind: 'Plan',
      rulesetHash: 'a'.repeat(64),
      createdAt: '2026-11-21T00:00:00.000Z',
      expiresAt: '2026-11-22T00:00:00.000Z',
      unplanned: [],
    })
    const [change] = plan.changes
    expect(change).toEqual({
      id: `1-${change?.key.slice(0, 6)}`,
      key: change?.key,
      finding: front.finding,
      findings: ['finding-1'],
      control: 'Door.1',
      rules: ['doors'],
      playbook: 'Door.1',
      sequence: '["doors","finding-1","front"]',
      account,
      region,
      partition: 'aws',
      target: 'front',
      use: 'door.close',
      with: { name: 'front' },
      summary: 'close door front',
      before: { open: true, colour: 'red' },
      after: { open: false, colour: 'red' },
      risk: 'disruptive',
      reversible: 'full',
      breaks: null,
      mode: 'apply',
      verdict: { kind: 'change' },
      permissions: ['door:Put'],
    })
    expect(change?.key).toMatch(/^[0-9a-f]{64}$/)
  })

  it('has the same bytes for the same inputs, whatever order reads come back in', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
    const decisions = names.map((name) => decision(`finding-${name}`, name, [{}]))
    const things = Object.fromEntries(names.map((name) => [`${account}/${region}/${name}`, { open: true }]))
    const plain = canonical(await bench({ world: objectWorld(things) }).plan(...decisions))
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = objectWorld(things)
        const { actions } = bench({ world })
        const slow = [...actions.values()].map(
          (action): Action => ({
            ...action,
            plan: scheduler.scheduleFunction((items, aws) => action.plan(items, aws)),
          }),
        )
        const made = bench({ world, actions: new Map(slow.map((action) => [action.name, action])) })
        const planning = made.plan(...decisions)
        await scheduler.waitFor(planning)
        expect(canonical(await planning)).toBe(plain)
      }),
      { numRuns: 20 },
    )
  })

  it('asks once for what two findings and two rules ask for, and credits all of them', async () => {
    const { plan } = bench()
    const made = await plan(
      decision('finding-1', 'front', [{ mode: 'plan' }]),
      decision('finding-2', 'front', [{ rule: 'others', breaks: 'the door shuts' }]),
    )
    expect(made.changes).toMatchObject([
      {
        findings: ['finding-1', 'finding-2'],
        rules: ['doors', 'others'],
        sequence: '["doors","finding-1","front"]',
        alsoIn: ['["others","finding-2","front"]'],
        mode: 'apply',
        breaks: 'the door shuts',
      },
    ])
  })

  it('gives the same key to the same wish of other findings, and another for another state', async () => {
    const made = bench()
    const keyOf = async (finding: string) => (await made.plan(decision(finding, 'front', [{}]))).changes[0]?.key
    const key = await keyOf('finding-1')
    expect(await keyOf('finding-2')).toBe(key)
    made.world.things.set(`${account}/${region}/front`, { open: true, colour: 'green' })
    expect(await keyOf('finding-1')).not.toBe(key)
  })

  it('sends one message per finding, also for two of its targets', async () => {
    const { plan } = bench()
    const say = [{ use: 'message.send', with: { text: 'hello' } }]
    const made = await plan(
      decision('finding-1', 'front', say),
      decision('finding-1', 'back', say),
      decision('finding-2', 'front', say),
    )
    expect(made.changes.map(({ findings }) => findings)).toEqual([['finding-1'], ['finding-2']])
    expect(new Set(made.changes.map(({ key }) => key)).size).toBe(2)
  })

  it.each<[string, string, (world: ReturnType<typeof objectWorld>) => unknown]>([
    [
      'as it should be',
      'noop:ALREADY_COMPLIANT',
      (world) => world.things.set(`${account}/${region}/front`, { open: false }),
    ],
    ['gone', 'noop:RESOURCE_GONE', (world) => world.things.clear()],
    [
      'in motion',
      'deferred:PENDING',
      (world) => world.things.set(`${account}/${region}/front`, { open: true, busy: true }),
    ],
    [
      'not to be read',
      'refused:ACCESS_DENIED',
      (world) => {
        world.before = () => {
          throw answer('AccessDenied', 403)
        }
      },
    ],
    ['no JSON', 'refused:UNREADABLE', (world) => world.things.set(`${account}/${region}/front`, { open: Number.NaN })],
  ])('says of a thing that is %s: %s', async (_name, code, disturb) => {
    const made = bench()
    disturb(made.world)
    const verdict = (await made.plan(front)).changes[0]?.verdict
    expect(verdict?.kind === 'change' ? 'change' : `${verdict?.kind}:${verdict?.code}`).toBe(code)
  })

  it('reads nothing for what is only observed or out of scope', async () => {
    const made = bench()
    const elsewhere = { ...decision('finding-2', 'back', [{}]), region: 'us-east-1' }
    const { changes } = await made.plan(decision('finding-1', 'front', [{ mode: 'observe' }]), elsewhere)
    expect(changes.map(({ verdict }) => verdict)).toMatchObject([{ code: 'OBSERVE' }, { code: 'OUT_OF_SCOPE' }])
    expect(made.world.calls).toEqual([])
  })

  it('refuses what cannot be read and goes on with the rest', async () => {
    const made = bench()
    made.world.before = ({ name }) => {
      if (name === 'front') throw answer('InternalError', 500, 'try later\nplease')
    }
    const { changes } = await made.plan(front, decision('finding-2', 'back', [{}]))
    expect(changes.map(({ verdict }) => verdict)).toEqual([
      { kind: 'refused', code: 'UNREADABLE', message: 'the state cannot be read: try later please (InternalError)' },
      { kind: 'noop', code: 'ALREADY_COMPLIANT', message: 'already as it should be' },
    ])
  })

  it('names what is not planned, and why', async () => {
    const { plan } = bench()
    const made = decision('finding-1', 'front', [
      { use: 'door.open' },
      { with: { name: 7 } },
      { overriddenBy: 'later' },
    ])
    const held = [{ rule: 'guided', code: 'guided', message: 'by hand', guide: ['look', 'close'] }]
    const nowhere = { ...decision('finding-2', 'back', [{}]), account: null }
    const excepted = { ...decision('finding-3', 'back', []), skipped: 'exception', exception: 'bastion' }
    const { unplanned, changes } = await plan({ ...made, held }, nowhere, excepted)
    expect(changes).toEqual([])
    expect(unplanned.map(({ rule, code, message }) => [rule, code, message])).toEqual([
      ['guided', 'guided', 'by hand'],
      ['doors', 'unknown-action', 'there is no action `door.open`'],
      ['doors', 'parameters', '`door.close` cannot run: `name`: expected string'],
      ['doors', 'overridden', '`door.close` gives way to the later rule `later`'],
      ['doors', 'no-place', 'the finding does not tell where to run `door.close`'],
      [null, 'exception', 'skipped (exception): exception `bastion`'],
    ])
    expect(unplanned[0]).toMatchObject({ guide: ['look', 'close'], target: 'front', control: 'Door.1' })
  })

  it('reads a hundred records at a time', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => `record-${index}`)
    const world = objectWorld(Object.fromEntries(ids.map((id) => [`${account}/${region}/${id}`, { mark: 'no' }])))
    const { actions } = bench({ world })
    const sizes: number[] = []
    const counted = [...actions.values()].map(
      (action): Action => ({
        ...action,
        plan(items, aws) {
          sizes.push(items.length)
          return action.plan(items, aws)
        },
      }),
    )
    const made = bench({ world, actions: new Map(counted.map((action) => [action.name, action])) })
    const { changes } = await made.plan(
      ...ids.map((id) => decision(id, 'front', [{ use: 'record.mark', with: { mark: 'yes' } }])),
    )
    expect(sizes).toEqual([100, 100, 50])
    expect(changes.map(({ target }) => target)).toEqual(ids)
  })
})
