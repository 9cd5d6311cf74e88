/**
 * Every code that a problem or an error can carry, with one sentence each.
 *
 * The reference page of errors is generated from this list; a code that is not here does not compile.
 */
export const codes = {
  // one document
  'yaml.too-large': 'A file or the whole set is larger than the limits (256 KiB a file, 4 MiB and 500 files a set).',
  'yaml.syntax': 'The text is not YAML 1.2.',
  'yaml.not-utf8': 'The file is not UTF-8.',
  'yaml.bad-character': 'A control, zero-width or bidirectional character stands in the file.',
  'yaml.empty': 'The file holds no document.',
  'yaml.several-documents': 'The file holds more than one YAML document.',
  'yaml.directive': 'YAML directives are not accepted.',
  'yaml.anchor': 'Anchors, aliases and merge keys are not accepted.',
  'yaml.tag': 'YAML tags are not accepted.',
  'yaml.duplicate-key': 'A mapping has the same key twice.',
  'yaml.forbidden-key': 'A key has the name of a prototype member.',
  'yaml.too-deep': 'Nesting is deeper than 32 levels.',
  'yaml.number': 'A number is not written canonically or is too large to be exact.',
  'yaml.scalar': 'A boolean or an empty value is not written `true`, `false` or `null`.',
  'yaml.unquoted': 'A value that must be a string is written without quotes and YAML reads it as something else.',
  'document.api-version': 'The document has no `apiVersion`, or one that this version does not know.',
  'document.kind': 'The document has no `kind`, or an unknown one.',
  'document.unknown-key': 'A key is not part of the format.',
  'document.missing-key': 'A required key is missing.',
  'document.type': 'A value has the wrong type.',
  'document.value': 'A value is not among those allowed.',
  'document.too-many': 'The set has more rules, or a list more items, than the limits.',
  'document.duplicate-id': 'Two rules, exceptions or playbooks have the same id.',
  'document.file-name': 'The file is not named after what it holds.',
  // what the documents say
  'rules.unknown-field': 'A match names a field that does not exist.',
  'rules.unknown-operator': 'A match uses an operator that does not exist, or not exactly one.',
  'rules.operator': 'An operator has an operand that it cannot judge by, or stands on a field of another type.',
  'rules.pattern': 'A regular expression does not compile, or is too long.',
  'rules.unknown-group': 'A named group is not defined in the project.',
  'rules.unknown-action': 'A step uses an action that does not exist.',
  'rules.unknown-playbook': 'A step or test names a playbook that does not exist.',
  'rules.unknown-channel': 'A notification names a channel that is not defined in the project.',
  'rules.unknown-control': 'A match or playbook names a control that Security Hub does not have.',
  'rules.parameter': 'A parameter of a step does not fit the action or playbook.',
  'rules.template': 'A `${…}` in a value names nothing that exists or is malformed.',
  'rules.matches-everything': 'A mutating rule matches every finding and does not say `matchAll: true`.',
  'rules.when': 'A `when` expression is not JSONLogic that can be judged safely.',
  'rules.expired': 'An exception has expired.',
  'rules.date': 'A date or an age is malformed.',
  // findings
  'finding.not-json': 'The text is not JSON.',
  'finding.not-a-finding': 'The value is neither ASFF nor OCSF nor an envelope of them.',
  'finding.invalid': 'A required member is missing or has the wrong type.',
  'finding.too-large':
    'The finding is larger than 240 KB, nested deeper than 64 levels, or has more than 32 resources.',
  'finding.unsupported-class': 'The OCSF class is not one that findings come in.',
  'finding.insight-results': 'Security Hub Insight Results carry counts, not findings.',
  'finding.future': 'The finding was updated in the future.',
  // bundles
  'bundle.not-a-bundle': 'The value is not a bundle, or its text is not JSON.',
  'bundle.version': 'The bundle was built by another version of the engine, or has another `apiVersion`.',
  'bundle.damaged': 'The bundle is not as it was built: its hash does not hold.',
  // acting
  'plan.stale': 'The plan was made with other rules, has expired, or was changed by hand.',
  'run.not-found': 'No run with this id is in the journal.',
  'journal.broken': 'The chain of hashes in the journal does not hold.',
  'journal.unwritable': 'The journal cannot be written, so nothing was changed.',
  'aws.identity': 'The credentials belong to another account or partition than the target.',
  'aws.denied': 'AWS denied a call; the message names the permission.',
  'aws.failed': 'AWS answered a call with an error.',
  'aws.read-only': 'A call that may change something was tried while only reading was allowed.',
  // usage
  'usage.input': 'An input file cannot be read.',
  'usage.option': 'An option or argument is wrong.',
} as const

/** A code of the list above. */
export type Code = keyof typeof codes
