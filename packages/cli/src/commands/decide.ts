/**
 * `redress decide`: which rules match which findings and what they ask for, without AWS.
 *
 * Each finding is decided as it is read and then let go, so that an export of any size goes through. Of several copies
 * of one finding each is decided by itself here; planning takes the newest.
 */
import type { Decision, RefusedFinding } from '@redress/engine'
import type { Context } from '../context.js'
import { type ExitCode, exitCode } from '../exit-code.js'
import { openDecider } from '../load/engine.js'
import { exitWith, readEach } from '../load/findings.js'
import { decisionOutput, refusedOutput } from '../output/decide.js'
import { decideText } from '../show/decide-text.js'

export async function decide(context: Context, paths: readonly string[]): Promise<ExitCode> {
  const { engine } = await openDecider(context)
  const report = context.json ? reportJson(context) : reportText(context)
  let length = 0
  const refused = await readEach(context, paths, (finding) => {
    length += 1
    for (const decision of engine.decide([finding], { request: true })) report.add(decision)
  })
  report.end(refused)
  return exitWith(exitCode.done, { findings: { length }, refused })
}

interface Reporting {
  add(decision: Decision): void
  end(refused: readonly RefusedFinding[]): void
}

/** One document, written as it comes: `{ decisions, refused }` as in `decideOutputSchema`. */
function reportJson(context: Context): Reporting {
  let opened = false
  const open = () => {
    context.print(opened ? ',\n' : '{\n  "decisions": [\n')
    opened = true
  }
  return {
    add(decision) {
      open()
      context.print(`    ${JSON.stringify(decisionOutput(decision))}`)
    },
    end(refused) {
      context.print(opened ? '\n  ],\n' : '{\n  "decisions": [],\n')
      context.print(`  "refused": ${JSON.stringify(refused.map(refusedOutput))}\n}\n`)
    },
  }
}

function reportText(context: Context): Reporting {
  const decisions: Decision[] = []
  return {
    add: (decision) => decisions.push(decision),
    end: () => context.print(decideText(decisions, context)),
  }
}
