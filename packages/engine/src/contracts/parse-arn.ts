/** Takes an ARN apart. Many ARNs have no account or no Region (S3 has neither), which is `null` here. */

export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string | null
  readonly account: string | null
  readonly resource: string
}

/** `null` for what is no ARN; resource ids of findings may be any string. */
export function parseArn(text: string): Arn | null {
  const parts = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):([0-9]{12}|aws|):(\S.*)$/s.exec(text)
  if (parts === null || text.includes('\n')) return null
  const [, partition = '', service = '', region = '', account = '', resource = ''] = parts
  return { partition, service, region: region || null, account: account || null, resource }
}
