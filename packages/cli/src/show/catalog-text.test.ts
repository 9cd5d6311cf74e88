import { describe, expect, it } from 'vitest'
import { playbookText } from './catalog-text.js'
import { plain } from './style.js'

describe('playbookText', () => {
  it('shows parameters with their defaults, and leaves out sections without content', () => {
    const text = playbookText(
      {
        id: 'IAM.7',
        title: 'Password policies',
        version: '1.0.0',
        status: 'stable',
        automation: 'automatic',
        actions: ['iam.set-password-policy'],
        impact: 'possible',
        why: 'Long passwords hold.',
        breaks: 'Nothing at once.',
        parameters: [
          { name: 'minimumLength', type: 'integer', description: 'Least length.', default: '14' },
          { name: 'topicArn', type: 'string', description: 'Where to tell.', default: null },
        ],
        guide: ['Open IAM.'],
        falsePositives: [],
        references: [],
        standards: [],
      },
      { width: 100, style: plain },
    )
    expect(text).toBe(`IAM.7  Password policies

Long passwords hold.

how            automatic: iam.set-password-policy
impact         possible
breaks         Nothing at once.
version        1.0.0, stable
minimumLength  integer, default 14: Least length.
topicArn       string, must be given: Where to tell.

By hand
  1.  Open IAM.
`)
  })
})
