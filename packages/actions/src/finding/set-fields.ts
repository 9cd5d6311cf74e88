/**
 * Sets user-defined fields of a finding, and keeps those that are there already.
 *
 * The call replaces the whole map, so the plan holds the whole map. OCSF findings have no such fields.
 */
import { Type } from '@sinclair/typebox'
import { defineFindingUpdate } from './define-finding-update.js'
import { wantMember } from './want-member.js'

/** Most fields of a finding (user guide, “ASFF: UserDefinedFields”). */
const fieldLimit = 50

export const setFields = defineFindingUpdate({
  name: 'finding.set-fields',
  summary: 'Set user-defined fields of an ASFF finding.',
  reversible: 'partial',
  params: Type.Object(
    {
      fields: Type.Record(
        Type.String({ pattern: '^\\S(.{0,126}\\S)?$' }),
        Type.String({ minLength: 1, maxLength: 1024, pattern: '\\S' }),
        {
          minProperties: 1,
          maxProperties: fieldLimit,
          additionalProperties: false,
          description: 'Names and values to set.',
        },
      ),
    },
    { additionalProperties: false },
  ),

  describe: ({ fields }) => `set ${Object.keys(fields).sort().join(', ')} on the finding`,

  want({ fields }, current) {
    if (current.fields === null) {
      const message = 'an OCSF finding has no user-defined fields'
      return { kind: 'refused', code: 'NOT_SUPPORTED', message }
    }
    const all = { ...current.fields, ...fields }
    const count = Object.keys(all).length
    if (count <= fieldLimit) return wantMember('fields', current.fields, all)
    const message = `the finding would have ${count} user-defined fields, and ${fieldLimit} is the most`
    return { kind: 'refused', code: 'TOO_MANY_FIELDS', message }
  },
  note: () => null,
})
