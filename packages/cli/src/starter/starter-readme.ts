/** The README of a starting folder: the path from a first look to a real change. */

export const starterReadme = `# Remediation rules

Rules for AWS Security Hub findings, run by \`redress\`. The folder works as it is; try it without AWS first:

\`\`\`
redress check                             # every file is right
redress test                              # the rules do what the tests say
redress plan findings --simulate          # what would change, on the AWS in process of world.yaml
\`\`\`

The plan is only shown: change \`mode: plan\` to \`mode: apply\` in redress.yaml. Then act, look, and take it back:

\`\`\`
redress apply findings --simulate --yes
redress history --simulate
redress undo last --simulate --yes
\`\`\`

For real, put your accounts and Regions into redress.yaml, export findings
(\`aws securityhub get-findings > findings/real.json\`) and leave \`--simulate\` away.
\`redress explain findings/ec2.2.json --rule close-default-groups\` tells why a rule matches or not.
`
