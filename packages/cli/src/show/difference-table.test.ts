import { describe, expect, it } from 'vitest'
import { differenceTable } from './difference-table.js'
import { plain } from './style.js'

const before = { a: 1, open: [{ cidr: '0.0.0.0/0' }], same: true }
const after = { a: 2, open: [], same: true, added: 'x' }

describe('differenceTable', () => {
  it('sets before and after side by side', () => {
    expect(differenceTable(before, after, { width: 100, indent: 2, style: plain })).toBe(
      [
        '            before                 after',
        '  a         - 1                    + 2',
        '  open[0]   - { cidr: 0.0.0.0/0 }  (none)',
        '  added     (none)                 + x',
        '',
      ].join('\n'),
    )
  })

  it('sets after below before where it is narrow', () => {
    expect(differenceTable(before, after, { width: 50, indent: 2, style: plain })).toBe(
      ['  a', '  - 1', '  + 2', '  open[0]', '  - { cidr: 0.0.0.0/0 }', '  added', '  + x', ''].join('\n'),
    )
  })

  it('names a value that has no members, and shows nothing where nothing differs', () => {
    expect(differenceTable('NEW', 'NOTIFIED', { width: 50, indent: 0, style: plain })).toBe(
      'value\n- NEW\n+ NOTIFIED\n',
    )
    expect(differenceTable(before, before, { width: 100, indent: 0, style: plain })).toBe('')
  })
})
