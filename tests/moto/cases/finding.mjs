/** Finding updates, on moto's Security Hub with the two calls that `server.py` adds. */
import { BatchImportFindingsCommand, GetFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub'
import { findingOf } from '../account.mjs'

function update(action, parameters, { value, good, undo = true }) {
  return {
    action,
    undo,
    async make({ account, client }) {
      const api = client(SecurityHubClient)
      const finding = findingOf(account, { control: 'S3.8', type: 'AwsS3Bucket', id: 'arn:aws:s3:::logs' })
      const sent = {
        ...finding,
        Note: { Text: 'reviewed by Ann', UpdatedBy: 'ann', UpdatedAt: '2026-11-02T00:00:00.000Z' },
        UserDefinedFields: { team: 'data' },
      }
      delete sent.WorkflowState
      await api.send(new BatchImportFindingsCommand({ Findings: [sent] }))
      const read = async () => {
        const { Findings } = await api.send(new GetFindingsCommand({}))
        return value(Findings[0])
      }
      const before = await read()
      return {
        finding: sent,
        with: parameters,
        isBad: async () => (await read()) === before,
        isGood: async () => good(await read()),
      }
    },
  }
}

export const finding = [
  update(
    'finding.suppress',
    { note: 'accepted' },
    {
      value: (f) => `${f.Workflow.Status} ${f.Note.Text}`,
      good: (v) => v.startsWith('SUPPRESSED reviewed by Ann') && v.includes('accepted'),
    },
  ),
  update(
    'finding.set-workflow',
    { workflow: 'NOTIFIED' },
    { value: (f) => f.Workflow.Status, good: (v) => v === 'NOTIFIED' },
  ),
  update('finding.set-severity', { label: 'LOW' }, { value: (f) => f.Severity.Label, good: (v) => v === 'LOW' }),
  update(
    'finding.note',
    { text: 'seen by the team' },
    { value: (f) => f.Note.Text, good: (v) => v.startsWith('reviewed by Ann') && v.includes('seen by the team') },
  ),
  update(
    'finding.set-fields',
    { fields: { ticket: 'SEC-1' } },
    {
      value: (f) => JSON.stringify(Object.entries(f.UserDefinedFields).sort()),
      good: (v) => v === '[["team","data"],["ticket","SEC-1"]]',
    },
  ),
]
