import { expect, it } from 'vitest'
import { bench, decision, sampleProject } from '../testing/acting-bench.js'
import { collectWishes } from './collect-wishes.js'
import { readWishes } from './read-wishes.js'

async function read(names: readonly string[], atOnce: { now: number; most: number }) {
  const { actions, world } = bench()
  const door = actions.get('door.close')
  if (door === undefined) throw new Error('no such action')
  const slow = {
    ...door,
    async plan(...args: Parameters<typeof door.plan>) {
      atOnce.now += 1
      atOnce.most = Math.max(atOnce.most, atOnce.now)
      await new Promise((resolve) => setImmediate(resolve))
      atOnce.now -= 1
      return door.plan(...args)
    },
  }
  const decisions = names.map((name) => decision(`finding-${name}`, name, [{}]))
  const deps = { actions: new Map([[slow.name, slow]]), aws: world.aws, project: sampleProject }
  const { wishes } = await collectWishes(decisions, deps)
  const told: (readonly [number, number])[] = []
  const readings = await readWishes(wishes, { aws: world.aws, now: 0, progress: (...args) => told.push(args) })
  return { wishes, readings, told }
}

it('reads at most eight at once and says how far it is', async () => {
  const atOnce = { now: 0, most: 0 }
  const names = Array.from({ length: 20 }, (_, index) => `door-${index}`)
  const { wishes, readings, told } = await read(names, atOnce)
  expect(atOnce.most).toBe(8)
  expect(wishes.every((wish) => readings.get(wish)?.verdict.kind === 'noop')).toBe(true)
  expect(told.at(-1)).toEqual([20, 20])
  expect(told).toHaveLength(20)
})

it('reads nothing for nothing', async () => {
  expect((await readWishes([], { aws: bench().world.aws, now: 0 })).size).toBe(0)
})
