/** Actions on CloudWatch and CloudWatch Logs. */
export { createMetricFilterAlarm } from './create-metric-filter-alarm.js'
