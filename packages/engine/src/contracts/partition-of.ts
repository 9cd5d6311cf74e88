/** The partition of a Region, where its name shows it. */

/** `aws`, `aws-cn`, `aws-us-gov` or `aws-eusc`; `null` for isolated partitions, whose names are not guessed. */
export function partitionOf(region: string | null): string | null {
  if (region === null || /^[a-z]+-iso/.test(region)) return null
  if (region.startsWith('cn-')) return 'aws-cn'
  if (region.startsWith('us-gov-')) return 'aws-us-gov'
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws'
}
