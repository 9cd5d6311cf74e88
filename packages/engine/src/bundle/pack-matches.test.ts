import { describe, expect, it } from 'vitest'
import type { BundledMatches } from '../contracts/bundle.js'
import type { JsonObject } from '../contracts/json.js'
import { compileMatch } from '../match/compile-match.js'
import { packMatches } from './pack-matches.js'

const compile = (match: JsonObject) => compileMatch(match, '', { groups: { sandboxes: ['111122223333'] } }).matcher

function pack(match: JsonObject, unless: readonly JsonObject[] = []): BundledMatches | undefined {
  const excluded = { written: unless, compiled: unless.map(compile) }
  return packMatches({ match: { written: match, compiled: compile(match) }, unless: excluded }).compiled
}

describe('packMatches', () => {
  it('keeps nothing of plain values, also of those in alternatives and in `unless`', () => {
    const plain = { control: ['S3.8', 'S3.1'], region: 'eu-west-1' }
    expect(pack({ ...plain, any: [{ workflow: 'NEW' }, { criticality: 7 }] }, [plain])).toBeUndefined()
    expect(pack({})).toBeUndefined()
  })

  it('keeps what an operator became, by field', () => {
    expect(pack({ control: 'S3.8', account: { group: 'sandboxes' }, title: { prefix: 'S3' } })).toEqual({
      match: { account: { is: 'in', values: ['111122223333'] }, title: { is: 'prefix', text: 'S3' } },
    })
  })

  it('keeps a list with an operator whole', () => {
    expect(pack({ title: ['a', { suffix: 'b' }] })).toEqual({
      match: {
        title: {
          is: 'some',
          of: [
            { is: 'in', values: ['a'] },
            { is: 'suffix', text: 'b' },
          ],
        },
      },
    })
  })

  it('keeps alternatives and what is excluded in their places', () => {
    const starts = { title: { prefix: 'a' } }
    const prefix = { title: { is: 'prefix', text: 'a' } }
    expect(pack({ any: [{ control: 'S3.8' }, { all: [starts] }] })).toEqual({
      match: { any: [{}, { all: [prefix] }] },
    })
    expect(pack({ control: 'S3.8' }, [{ workflow: 'NEW' }, starts])).toEqual({ unless: [{}, prefix] })
  })

  it('refuses a match that did not compile', () => {
    expect(() => pack({ contrl: 'S3.8', region: 'eu-west-1' })).toThrow('a match that did not compile')
    expect(() => pack({ contrl: 'S3.8' })).toThrow('a match that did not compile')
  })
})
