import { describe, expect, it } from 'vitest'
import { hintField } from './hint-field.js'

describe('the hint for an unknown field', () => {
  it.each([
    ['sevrity', 'did you mean `severity`?'],
    ['type', 'did you mean `resource.type`?'],
    ['tags.Owner', 'did you mean `resource.tags.Owner`?'],
    ['finding.severity', 'did you mean `severity`?'],
    ['resource.tag.Owner', 'did you mean `resource.tags.Owner`?'],
    ['resource.detials.a.b', 'did you mean `resource.details.a.b`?'],
    ['resource.typ', 'did you mean `resource.type`?'],
    ['asff:Resources[0].Id', 'did you mean `asff:Resources.Id`?'],
    ['resource.details.A[].b', 'did you mean `resource.details.A.b`?'],
    ['any_', 'did you mean `any`?'],
  ])('for `%s` is %s', (name, hint) => expect(hintField(name)).toBe(hint))

  it('is none for what resembles nothing', () => expect(hintField('xyzzy-plugh')).toBeNull())
})
