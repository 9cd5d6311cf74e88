/** Turns decisions into parts of the output, in the form that was asked for. */
import { createJsonMaker } from '../output/decide.js'
import { createTextMaker } from './decide-text.js'
import type { DecideForm, PartMaker } from './decided-part.js'
import { colouredOrPlain } from './style.js'

export function createPartMaker(form: DecideForm): PartMaker {
  if (form.kind === 'json') return createJsonMaker()
  return createTextMaker({ width: form.width, style: colouredOrPlain(form.colours) })
}
