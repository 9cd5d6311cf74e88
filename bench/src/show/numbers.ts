/** Numbers with as many digits as a measurement is worth. */

export function rateText(rate: number): string {
  return rate >= 10 ? Math.round(roundTo(rate, 3)).toLocaleString('en-US') : rate.toPrecision(2)
}

export function ratioText(ratio: number): string {
  return `${ratio >= 10 ? Math.round(roundTo(ratio, 2)).toLocaleString('en-US') : ratio.toPrecision(2)} ×`
}

function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}
