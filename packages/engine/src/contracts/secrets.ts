/**
 * Secrets among the parameters of steps, such as the URL of a webhook: those that an action's schema marks `writeOnly`.
 *
 * Plans, journals and reports never hold the value. They hold where it stands in the project, and what may be seen of
 * it: `https://hooks.example.com/…#channel:secops`. Only a value that stands in the project can be had back from that.
 */
import type { TObject } from '@sinclair/typebox'
import type { Action } from './action.js'
import type { Step } from './documents/step.js'
import { type Json, type JsonObject, own } from './json.js'
import type { LoadedProject } from './loaded.js'

/** Place → value: `channel:secops`, `rule:close-groups/0/url`, `playbook:S3.8/1/url`; steps count from 0. */
export type SecretPlaces = ReadonlyMap<string, string>

/** Names of the parameters that are secrets. */
export function secretParams(schema: TObject): readonly string[] {
  return Object.entries(schema.properties).flatMap(([name, property]) => (property['writeOnly'] === true ? [name] : []))
}

/** Every secret that stands in the project. */
export function secretPlaces(
  { project, rules, playbooks }: Pick<LoadedProject, 'project' | 'rules' | 'playbooks'>,
  actions: ReadonlyMap<string, Action>,
): SecretPlaces {
  const places = new Map<string, string>()
  const put = (place: string, value: Json | undefined) => void (typeof value === 'string' && places.set(place, value))
  const putSteps = (owner: string, steps: readonly Step[]) => {
    for (const [index, step] of steps.entries()) {
      const action = actions.get(step.use)
      const names = action === undefined ? [] : secretParams(action.params)
      for (const name of names) put(`${owner}/${index}/${name}`, own(step.with, name))
    }
  }
  for (const [name, channel] of Object.entries(project?.channels ?? {})) put(`channel:${name}`, own(channel, 'url'))
  for (const { rule } of rules) putSteps(`rule:${rule.id}`, rule.steps)
  for (const { playbook } of playbooks.values()) putSteps(`playbook:${playbook.id}`, playbook.steps)
  return places
}

/** The parameters with every secret sealed; the name of the first that stands nowhere in the project otherwise. */
export function sealSecrets(params: JsonObject, schema: TObject, places: SecretPlaces): JsonObject | string {
  return exchange(params, schema, (value) => {
    const [place] = [...places].find(([, known]) => known === value) ?? []
    return place === undefined ? null : sealed(value, place)
  })
}

/** The parameters with every secret as it is; the name of the first that is not sealed, or has gone, otherwise. */
export function openSecrets(params: JsonObject, schema: TObject, places: SecretPlaces): JsonObject | string {
  return exchange(params, schema, (text) => {
    const place = text.slice(text.indexOf(mark) + mark.length)
    const value = places.get(place)
    // What can be seen of it must be true as well: a person may have approved it.
    return value !== undefined && sealed(value, place) === text ? value : null
  })
}

const mark = '…#'

function exchange(params: JsonObject, schema: TObject, to: (text: string) => string | null): JsonObject | string {
  const exchanged = new Map<string, string>()
  for (const name of secretParams(schema)) {
    const given = own(params, name)
    if (given === undefined) continue
    const text = typeof given === 'string' ? to(given) : null
    if (text === null) return name
    exchanged.set(name, text)
  }
  return { ...params, ...Object.fromEntries(exchanged) }
}

function sealed(value: string, place: string): string {
  return `${visible(value)}${mark}${place}`
}

/** Of a URL its scheme and host, without user and password; of anything else nothing. */
function visible(value: string): string {
  const [origin] = /^https?:\/\//.test(value) && URL.canParse(value) ? [new URL(value).origin] : []
  return origin === undefined ? '' : `${origin}/`
}
