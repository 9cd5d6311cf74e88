/**
 * Hands actions their secrets at the moment of the call, so that nothing which is kept ever holds one.
 *
 * Everything else works on sealed parameters. A sealed one that the project does not know, or a value that is not
 * sealed because someone wrote it into a plan, is refused.
 */
import type { Action, ActionItem, Planned } from './contracts/action.js'
import { openSecrets, type SecretPlaces, secretParams } from './contracts/secrets.js'

/** The action with its secrets opened before each call; one without secrets is left as it is. */
export function openingSecrets(action: Action, places: SecretPlaces): Action {
  if (secretParams(action.params).length === 0) return action
  const { undo } = action
  const openAll = <Item extends ActionItem>(items: readonly Item[]) => items.map((item) => opened(item, action, places))
  return {
    ...action,
    async plan(items, aws) {
      const ready = items.filter((item) => typeof openSecrets(item.params, action.params, places) !== 'string')
      const found = ready.length === 0 ? [] : await action.plan(openAll(ready), aws)
      const results = new Map(ready.map((item, index) => [item, found[index]]))
      return items.map((item) => results.get(item) ?? unknownSecret(action))
    },
    apply: async (items, aws) => action.apply(openAll(items), aws),
    ...(undo === undefined ? {} : { undo: async (items, aws) => undo.call(action, openAll(items), aws) }),
  }
}

/** Planning comes before every write and refuses what cannot be opened, so that none gets here. */
function opened<Item extends ActionItem>(item: Item, action: Action, places: SecretPlaces): Item {
  const params = openSecrets(item.params, action.params, places)
  if (typeof params === 'string') throw new TypeError(unknownSecret(action).message)
  return { ...item, params }
}

function unknownSecret({ name }: Action): Extract<Planned, { readonly kind: 'refused' }> {
  const message = `a secret that \`${name}\` needs stands nowhere in the project`
  return { kind: 'refused', code: 'SECRET_UNKNOWN', message }
}
