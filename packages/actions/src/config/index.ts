/** Actions on AWS Config. */
export { startRuleEvaluation } from './start-rule-evaluation.js'
