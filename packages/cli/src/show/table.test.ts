import { describe, expect, it } from 'vitest'
import { table } from './table.js'

describe('table', () => {
  it('sets cells in columns as wide as they need', () => {
    expect(
      table(
        [
          ['EC2.2', 'closes'],
          ['S3.8', 'blocks'],
        ],
        { head: ['CONTROL', 'DOES'], width: 80, indent: 2 },
      ),
    ).toBe('  CONTROL   DOES\n  EC2.2     closes\n  S3.8      blocks\n')
  })

  it('wraps the widest column and cuts nothing off', () => {
    const shown = table([['EC2.2', 'arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123456789abcdef0']], {
      width: 40,
    })
    expect(shown.split('\n').every((line) => line.length <= 40)).toBe(true)
    expect(shown.replaceAll(/\s/g, '')).toBe(
      'EC2.2arn:aws:ec2:eu-west-1:123456789012:security-group/sg-0123456789abcdef0',
    )
  })

  it('paints each line of a cell by itself', () => {
    const paint = (line: string) => `<${line}>`
    expect(table([[{ text: 'one two three four', paint }]], { width: 12 })).toBe('<one two>\n<three four>\n')
  })

  it('sets the lines of one row side by side, also where one cell has fewer', () => {
    expect(
      table(
        [
          ['a', 'one two three four', 'b'],
          ['c', 'five', 'six seven eight'],
        ],
        { width: 34 },
      ),
    ).toBe(
      [
        'a         one two       b',
        '          three four',
        'c         five          six seven',
        '                        eight\n',
      ].join('\n'),
    )
  })

  it('is empty for no rows', () => {
    expect(table([], { head: ['A'], width: 80 })).toBe('')
  })
})
