/** Everything that Redress is compared with. */
import type { Engine } from '../engine.js'
import { ajv } from './ajv.js'
import { celJs } from './cel-js.js'
import { closures } from './closures.js'
import { eventRuler } from './event-ruler.js'
import { jsonLogicEngine } from './json-logic-engine.js'
import { jsonLogicJs } from './json-logic-js.js'
import { jsonRulesEngine } from './json-rules-engine.js'
import { marcbachmannCelJs } from './marcbachmann-cel-js.js'
import { mingo } from './mingo.js'
import { quamina } from './quamina.js'
import { sift } from './sift.js'

/** Peers in JavaScript. */
export const scriptPeers: readonly Engine[] = [
  closures,
  jsonLogicEngine,
  jsonLogicJs,
  celJs,
  marcbachmannCelJs,
  sift,
  mingo,
  ajv,
  jsonRulesEngine,
]

/** Peers in other languages; their processes answer in the same way. */
export const nativePeers: readonly Engine[] = [eventRuler, quamina]
