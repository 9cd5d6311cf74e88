import { describe, expect, it } from 'vitest'
import { junit } from './junit.js'

describe('junit', () => {
  it('groups cases by file and escapes what XML reserves or cannot carry', () => {
    const cases = [
      { file: 'a.test.yaml', line: 4, name: 'is "fine"', ok: true, differences: [] },
      { file: 'b.test.yaml', line: 9, name: 'fails\u0000', ok: false, differences: ['wanted <1>', 'found \ud800&2'] },
    ]
    expect(junit(cases)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="2" failures="1">
  <testsuite name="a.test.yaml" tests="1" failures="0">
    <testcase classname="a.test.yaml" name="is &#34;fine&#34;" file="a.test.yaml" line="4"/>
  </testsuite>
  <testsuite name="b.test.yaml" tests="1" failures="1">
    <testcase classname="b.test.yaml" name="fails" file="b.test.yaml" line="9"><failure message="wanted &#60;1&#62;">wanted &#60;1&#62;&#10;found &#38;2</failure></testcase>
  </testsuite>
</testsuites>
`)
  })
})
