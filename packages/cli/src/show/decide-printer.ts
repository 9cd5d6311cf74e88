/**
 * Prints decisions while they are made.
 *
 * In text, what is held comes after all that acts, so it has to wait. When more waits than fits into a few megabytes,
 * it is printed, and from there on everything comes in the order of the findings.
 */
import { refusedOutput } from '../output/decide.js'
import { leftText } from './decide-text.js'
import type { DecidePrinter, LeftAlone, Section } from './decided-part.js'
import { createLeftTally } from './left-tally.js'
import type { TextOptions } from './plan-text.js'
import { counted } from './words.js'

type Print = (text: string) => void

/** One document, written as it comes: `{ decisions, refused }` as in `decideOutputSchema`. */
export function createJsonPrinter(print: Print): DecidePrinter {
  let opened = false
  return {
    add({ sections }) {
      for (const { text } of sections) {
        print(`${opened ? ',\n' : '{\n  "decisions": [\n'}${text}`)
        opened = true
      }
    },
    end(refused) {
      print(opened ? '\n  ],\n' : '{\n  "decisions": [],\n')
      print(`  "refused": ${JSON.stringify(refused.map(refusedOutput))}\n}\n`)
    },
  }
}

export interface TextPrinterOptions extends TextOptions {
  /** Characters of what may wait. */
  readonly room?: number
}

const defaultRoom = 8 * 1024 * 1024

export function createTextPrinter(
  print: Print,
  { style, width, room = defaultRoom }: TextPrinterOptions,
): DecidePrinter {
  const counts = { acting: 0, guided: 0, held: 0 }
  const left = createLeftTally()
  let waiting: string[] | null = []
  let waitingSize = 0
  let first = true
  let shown = ''

  function show(text: string): void {
    shown += first ? text : `\n${text}`
    first = false
  }

  function flush(): void {
    if (shown !== '') print(shown)
    shown = ''
  }

  function release(): void {
    for (const text of waiting ?? []) show(text)
    waiting = null
  }

  function take({ kind, text }: Section): void {
    counts[kind] += 1
    if (kind === 'acting' || waiting === null) show(text)
    else {
      waiting.push(text)
      waitingSize += text.length
      if (waitingSize > room) release()
    }
  }

  return {
    add(part) {
      for (const section of part.sections) take(section)
      for (const one of part.left) left.add(one)
      flush()
    },
    end() {
      release()
      const alone = left.take()
      if (alone.length > 0) show(leftText(alone, { style, width }))
      show(`${style.bold(summary(counts, alone))}\n`)
      flush()
    },
  }
}

type Counts = { readonly [kind in Section['kind']]: number }

function summary({ acting, guided, held }: Counts, left: readonly LeftAlone[]): string {
  const alone = left.reduce((sum, { count }) => sum + count, 0)
  const parts = [
    `${acting} to act on`,
    ...(guided === 0 ? [] : [`${guided} for a person`]),
    ...(held === 0 ? [] : [`${held} held`]),
    ...(alone === 0 ? [] : [`${alone} left alone`]),
  ]
  return `${counted(acting + guided + held + alone, 'decision')}: ${parts.join(', ')}`
}
