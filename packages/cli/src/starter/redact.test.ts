import { describe, expect, it } from 'vitest'
import { redact } from './redact.js'

describe('redact', () => {
  it.each([
    ['access keys', 'key AKIAABCDEFGHIJKLMNOP used', 'key AKIAIOSFODNN7EXAMPLE used'],
    ['addresses of mail', 'ask bob.smith@corp.example.org now', 'ask someone@example.com now'],
    ['addresses of machines', 'from 203.0.113.9, twice', 'from 192.0.2.1, twice'],
    ['nothing of a network range, which says what offends', '0.0.0.0/0', '0.0.0.0/0'],
    ['nothing of an ARN', 'arn:aws:iam::123456789012:user/alice', 'arn:aws:iam::123456789012:user/alice'],
    ['nothing of a version', '1.2.3', '1.2.3'],
  ])('takes out %s', (_name, text, kept) => {
    expect(redact([{ Title: text }])).toEqual([{ Title: kept }])
  })

  it('drops members that hold secrets or words of people', () => {
    const finding = {
      Note: { Text: 'x' },
      UserDefinedFields: { owner: 'bob' },
      Resources: [
        {
          Details: {
            AwsLambdaFunction: { Environment: { Variables: { A: 'b' } }, Handler: 'h' },
            MasterUserPassword: 'p',
          },
        },
      ],
      Workflow: { Status: 'NEW' },
    }
    expect(redact(finding)).toEqual({
      Resources: [{ Details: { AwsLambdaFunction: { Handler: 'h' } } }],
      Workflow: { Status: 'NEW' },
    })
  })
})
