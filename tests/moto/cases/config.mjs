/** AWS Config: moto has no StartConfigRulesEvaluation, so nothing can be shown here. */
export const config = [
  { action: 'config.start-rule-evaluation', unsupported: 'moto has no StartConfigRulesEvaluation' },
]
