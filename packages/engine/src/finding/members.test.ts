import { describe, expect, it } from 'vitest'
import { idOf, orElse, readRegion, scoreOr, textsAt } from './members.js'
import { createReader } from './reader.js'

describe('members', () => {
  it.each([
    [{ Id: 'a b/c (d)' }, 'a b/c (d)'],
    [{}, { code: 'finding.invalid', message: '`Id` is missing' }],
    [{ Id: '' }, { code: 'finding.invalid', message: '`Id` is missing' }],
    [{ Id: ' ' }, { code: 'finding.invalid', message: '`Id` is not a string with an id' }],
    [{ Id: 7 }, { code: 'finding.invalid', message: '`Id` is not a string with an id' }],
  ])('the id of %j is %j', (raw, id) => expect(idOf(raw, ['Id'])).toEqual(id))

  it('a default stands in for what is absent and not for what is unreadable', () => {
    const reader = createReader({})
    reader.spoil('bad', 'why')
    expect(orElse(reader, 'absent', null, 'NEW')).toBe('NEW')
    expect(orElse(reader, 'bad', null, 'NEW')).toBeNull()
    expect(orElse(reader, 'there', 'X', 'NEW')).toBe('X')
  })

  it('a score is worked out from a label only where none is given', () => {
    const reader = createReader({})
    expect(scoreOr(reader, null, 'HIGH')).toBe(70)
    expect(scoreOr(reader, 40, 'LOW')).toBe(40)
    expect(scoreOr(reader, null, null)).toBeNull()
    reader.spoil('severityScore', 'why')
    expect(scoreOr(reader, null, 'HIGH')).toBeNull()
  })

  it.each([
    ['eu-west-1', 'eu-west-1', {}],
    [null, 'eu-central-1', {}],
    ['global', 'eu-central-1', {}],
    ['cn-north-1', null, { region: '`Region` is not a Region of the partition `aws`' }],
    ['Ireland', null, { region: '`Region` is not the name of a Region' }],
  ])('the Region %s of a product in eu-central-1 is read as %s', (declared, expected, unreadable) => {
    const reader = createReader({ Region: declared })
    const product = { name: 'aws/securityhub', partition: 'aws', region: 'eu-central-1' }
    expect(readRegion(reader, ['Region'], ['ProductArn'], product)).toBe(expected)
    expect(reader.unreadable()).toEqual(unreadable)
  })

  it('texts are one or several, and nothing else', () => {
    const raw = { one: 'a', many: ['a', 1, 'b'], none: {} }
    expect([textsAt(raw, ['one']), textsAt(raw, ['many']), textsAt(raw, ['none']), textsAt(raw, ['x'])]).toEqual([
      ['a'],
      ['a', 'b'],
      [],
      [],
    ])
  })
})
