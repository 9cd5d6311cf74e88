/**
 * The style sheet of the HTML plan: light and dark by the reader's setting, and on paper.
 *
 * It stands in the page itself, so that one file can be mailed or attached to a ticket.
 */

export const planStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --line: #dfe3e8; --text: #1c2430; --soft: #5d6b7c; --accent: #1f5fbf;
  --old: #fdeceb; --old-text: #97221b; --new: #e6f5ea; --new-text: #14632f; --warn: #fff3d9; --warn-text: #7a4b00;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --card: #1a2029; --line: #2d3643; --text: #e4e9f0; --soft: #94a2b4; --accent: #7fb0ff;
    --old: #3a2022; --old-text: #ffb1aa; --new: #17301f; --new-text: #95dfac; --warn: #3a2f16; --warn-text: #ffd68a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 40px 24px 64px; }
h1 { font-size: 26px; letter-spacing: -0.01em; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 44px 0 14px; padding-bottom: 8px; border-bottom: 1px solid var(--line); }
h3 { font-size: 15px; font-weight: 500; margin: 26px 0 10px; }
h3 b { margin-right: 8px; color: var(--accent); }
h4 { font-size: 15px; margin: 0; overflow-wrap: anywhere; }
p { margin: 0; }
a { color: var(--accent); }
code, .mono { font-family: var(--mono); font-size: 12.5px; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.tiles { display: flex; flex-wrap: wrap; gap: 12px; margin: 26px 0 0; padding: 0; list-style: none; }
.tiles li { flex: 1 1 118px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; }
.tiles b { display: block; font-size: 26px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tiles .main { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.tiles .bad b { color: var(--old-text); }
nav { margin-top: 20px; display: flex; flex-wrap: wrap; gap: 6px 16px; }
.notice { margin-top: 20px; padding: 10px 14px; border-radius: 8px; background: var(--warn); color: var(--warn-text); }
.change { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px 18px; margin: 0 0 14px; break-inside: avoid; }
.change header { display: flex; gap: 10px; align-items: baseline; justify-content: space-between; }
.badges { display: flex; gap: 6px; flex: none; }
.badge { font-size: 12px; padding: 1px 9px; border-radius: 99px; border: 1px solid var(--line); color: var(--soft); white-space: nowrap; }
.badge.warn { background: var(--warn); color: var(--warn-text); border-color: transparent; }
.badge.bad { background: var(--old); color: var(--old-text); border-color: transparent; }
.target { color: var(--soft); margin: 2px 0 12px; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th { text-align: left; font-weight: 500; font-size: 12px; color: var(--soft); padding: 0 10px 4px; }
td { vertical-align: top; padding: 5px 10px; border-top: 1px solid var(--line); font-family: var(--mono); font-size: 12.5px; overflow-wrap: anywhere; }
th:first-child, td:first-child { width: 26%; padding-left: 0; color: var(--soft); }
td.old { background: var(--old); color: var(--old-text); }
td.new { background: var(--new); color: var(--new-text); }
td.none { color: var(--soft); font-family: inherit; font-style: italic; }
blockquote { margin: 0; padding: 10px 14px; border-left: 3px solid var(--accent); background: var(--page); border-radius: 0 6px 6px 0; }
blockquote p + p { margin-top: 8px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.breaks { margin-top: 12px; padding: 8px 12px; border-left: 3px solid var(--warn-text); background: var(--warn); color: var(--warn-text); border-radius: 0 6px 6px 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 12px 0 0; font-size: 13px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
details { margin-top: 10px; font-size: 13px; }
summary { cursor: pointer; color: var(--soft); }
pre { margin: 8px 0 0; padding: 10px 12px; background: var(--page); border-radius: 6px; font: 12px/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
.settled { list-style: none; padding: 0; margin: 0 0 14px; }
.settled li { padding: 7px 0; border-top: 1px solid var(--line); display: flex; gap: 12px; justify-content: space-between; }
.settled li:last-child { border-bottom: 1px solid var(--line); }
.guide { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 18px; margin: 0 0 14px; break-inside: avoid; }
.guide ol { margin: 10px 0 0; padding-left: 22px; }
.guide ul { margin: 6px 0 0; padding-left: 18px; }
.reasons td, .reasons th { font-family: inherit; font-size: 14px; }
.reasons td:first-child, .reasons th:first-child { width: 64px; font-variant-numeric: tabular-nums; color: var(--text); }
.reasons td:nth-child(2), .reasons th:nth-child(2) { width: 190px; }
footer { margin-top: 44px; color: var(--soft); font-size: 12.5px; }
@media (max-width: 640px) { .change header, .settled li { flex-direction: column; gap: 4px; } main { padding: 24px 14px; } }
@media print {
  :root { --page: #fff; --card: #fff; --text: #000; }
  main { max-width: none; padding: 0; }
  nav, details { display: none; }
  td.old, td.new, .breaks, .badge { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`
