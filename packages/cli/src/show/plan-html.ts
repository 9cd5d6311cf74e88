/**
 * A plan as one HTML file: no script, nothing fetched, light and dark, fit for print or a ticket.
 *
 * It shows what the terminal shows, in the same order; parameters and whole states can be unfolded.
 */
import type { Change, Plan, Unplanned } from '@redress/engine'
import { clean } from './clean.js'
import { differences } from './difference.js'
import { sides } from './difference-table.js'
import { type Html, html } from './html.js'
import { type Message, messageOf } from './message.js'
import { planStyle } from './plan-style.js'
import {
  type AccountView,
  type ControlView,
  groupBy,
  type PlanView,
  type ReasonView,
  type Settled,
  viewPlan,
} from './plan-view.js'
import { counted, modeWords, riskWords, titleWords, totalsText, undoWords, whenText } from './words.js'

/** The page, ready to be written to a file. */
export function planHtml(plan: Plan): string {
  const view = viewPlan(plan)
  const { accounts, guided, reasons, totals } = view
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Redress plan: ${totalsText(totals)}</title>
<style>${{ markup: planStyle }}</style>
</head>
<body>
<main>
<h1>Remediation plan</h1>
<p class="soft">Made ${whenText(plan.createdAt)}, valid until ${whenText(plan.expiresAt)}. Nothing has been changed yet.</p>
${tiles(view)}
${totals.held === 0 ? null : html`<p class="notice">${counted(totals.held, 'change is', 'changes are')} only shown: the rules are not in mode <code>apply</code>.</p>`}
${accounts.length < 2 ? null : html`<nav aria-label="Accounts">${accounts.map(({ account }) => html`<a href="#account-${account}">${account}</a>`)}</nav>`}
${accounts.map(accountSection)}
${guided.length === 0 ? null : guidedSection(guided)}
${reasons.length === 0 ? null : reasonsSection(reasons)}
<footer>Plan <code>${plan.hash}</code><br>Rules <code>${plan.rulesetHash}</code>, Redress ${plan.engineVersion}</footer>
</main>
</body>
</html>
`
  return page.markup
}

function tiles({ totals }: PlanView): Html {
  const all: readonly (readonly [number, string, string])[] = [
    [totals.change, 'to change', 'main'],
    [totals.fine, 'already fine', ''],
    [totals.refused, 'refused', 'bad'],
    [totals.deferred, 'waiting', ''],
    [totals.skipped, 'skipped', ''],
    [totals.guided, 'for a person', ''],
    [totals.unplanned, 'left alone', ''],
  ]
  const shown = all.filter(([count], index) => index === 0 || count > 0)
  return html`<ul class="tiles">${shown.map(([count, words, kind]) => html`<li class="${kind}"><b>${count}</b>${words}</li>`)}</ul>`
}

function accountSection({ account, controls }: AccountView): Html {
  return html`<section id="account-${account}">
<h2>Account <span class="mono">${clean(account)}</span></h2>
${controls.map(controlSection)}
</section>
`
}

function controlSection({ control, title, changes, settled }: ControlView): Html {
  return html`<h3>${control === null ? null : html`<b>${control}</b>`}${clean(title)}</h3>
${changes.map(changeCard)}
${settled.length === 0 ? null : html`<ul class="settled">${settled.map(settledLine)}</ul>`}
`
}

function changeCard(change: Change): Html {
  const mode = modeWords(change.mode)
  const message = messageOf(change.use, change.after)
  return html`<article class="change" id="change-${change.id}">
<header><h4>${clean(change.summary)}</h4><div class="badges">${riskBadge(change)}${mode === null ? null : html`<span class="badge">mode ${change.mode}</span>`}</div></header>
<p class="target mono">${message === null ? null : 'about '}${clean(change.target)}${message === null ? ` in ${clean(change.region)}` : null}</p>
${message === null ? comparison(change) : quoted(message)}
${change.breaks === null ? null : html`<p class="breaks"><b>What breaks:</b> ${clean(change.breaks)}</p>`}
<dl>
<dt>Undo</dt><dd>${undoWords[change.reversible]}</dd>
<dt>Why</dt><dd>${counted(change.rules.length, 'rule')} <code>${change.rules.join(', ')}</code>${change.playbook === null ? null : html`, playbook <code>${change.playbook}</code>`}${change.findings.length > 1 ? `, ${change.findings.length} findings` : ''}</dd>
<dt>Change</dt><dd><code>${change.id}</code></dd>
</dl>
<details><summary>Action, permissions and whole states</summary><pre>${details(change)}</pre></details>
</article>
`
}

function quoted({ to, subject, lines }: Message): Html {
  return html`<blockquote>
<p class="soft mono">to ${to}</p>
${subject === null ? null : html`<p><b>${subject}</b></p>`}
<p class="text">${lines.join('\n')}</p>
</blockquote>`
}

function riskBadge({ risk }: Change): Html {
  const kind = { safe: '', disruptive: 'warn', irreversible: 'bad' }[risk]
  return html`<span class="badge ${kind}">${riskWords[risk]}</span>`
}

function comparison({ before, after }: Change): Html | null {
  const found = differences(before, after)
  if (found.length === 0) return null
  const side = (text: string | null, kind: string) =>
    text === null ? html`<td class="none">none</td>` : html`<td class="${kind}">${text}</td>`
  return html`<table>
<thead><tr><th scope="col">Member</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>${found.map((difference) => {
    const { before: old, after: next } = sides(difference)
    return html`<tr><td>${clean(difference.path === '' ? 'value' : difference.path)}</td>${side(old, 'old')}${side(next, 'new')}</tr>
`
  })}</tbody>
</table>`
}

function details({ use, with: parameters, permissions, before, after }: Change): string {
  return JSON.stringify({ use, with: parameters, permissions, before, after }, null, 2)
}

function settledLine({ change, outcome }: Settled): Html {
  const bad = outcome.kind === 'refused' || outcome.kind === 'failed' || outcome.kind === 'unknown'
  return html`<li><span>${clean(change.summary)}<br><span class="soft">${clean(outcome.message)}</span></span><span><span class="badge ${bad ? 'bad' : ''}">${outcome.kind}: ${outcome.code}</span></span></li>
`
}

function guidedSection(items: readonly Unplanned[]): Html {
  const groups = groupBy(items, (item) => `${item.control ?? ''}\n${item.guide.join('\n')}`)
  return html`<section>
<h2>For a person</h2>
${groups.flatMap(([, group]) => (group[0] === undefined ? [] : [guideCard(group[0], group)]))}
</section>
`
}

function guideCard(item: Unplanned, group: readonly Unplanned[]): Html {
  return html`<div class="guide">
<h4>${item.control === null ? null : `${item.control} `}${clean(titleWords(item.finding.title, item.control))}</h4>
<ul>${group.map(({ target, finding }) => html`<li class="mono">${clean(target ?? finding.id)}</li>`)}</ul>
<ol>${item.guide.map((step) => html`<li>${clean(step)}</li>`)}</ol>
</div>
`
}

function reasonsSection(reasons: readonly ReasonView[]): Html {
  return html`<section>
<h2>Left alone</h2>
<table class="reasons">
<thead><tr><th scope="col">Count</th><th scope="col">Reason</th><th scope="col">What it means</th></tr></thead>
<tbody>${reasons.map(reasonRow)}</tbody>
</table>
</section>
`
}

function reasonRow({ code, message, others, items }: ReasonView): Html {
  const said = `${clean(message)}${others === 0 ? '' : `, and ${counted(others, 'other reason')}`}`
  return html`<tr><td>${items.length}</td><td><code>${code}</code></td><td>${said}</td></tr>
`
}
