// Runs quamina for the benchmark: loads rules and findings from files, then does what it is told line by line.
//
// Rules are lines `id TAB pattern`, findings one line of JSON each. After `ready MILLISECONDS BYTES` it answers
// `match INDEX` with the ids of the matching rules, and `time START COUNT` with nanoseconds.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"quamina.net/go/quamina/v2"
)

var sum int

func main() {
	rules := readLines(os.Args[1])
	findings := readLines(os.Args[2])
	before := usedBytes()
	began := time.Now()
	matcher, err := quamina.New()
	check(err)
	for _, rule := range rules {
		id, pattern, _ := bytes.Cut(rule, []byte("\t"))
		check(matcher.AddPattern(string(id), string(pattern)))
	}
	spent := time.Since(began)
	fmt.Printf("ready %d %d\n", spent.Milliseconds(), usedBytes()-before)

	commands := bufio.NewScanner(os.Stdin)
	for commands.Scan() {
		var name string
		var first, count int
		fmt.Sscan(commands.Text(), &name, &first, &count)
		if name == "match" {
			matched, err := matcher.MatchesForEvent(findings[first])
			check(err)
			ids := make([]string, len(matched))
			for index, id := range matched {
				ids[index] = id.(string)
			}
			fmt.Println(strings.Join(ids, " "))
			continue
		}
		began := time.Now()
		index := first % len(findings)
		for left := count; left > 0; left-- {
			matched, _ := matcher.MatchesForEvent(findings[index])
			sum += len(matched)
			if index++; index == len(findings) {
				index = 0
			}
		}
		fmt.Println(time.Since(began).Nanoseconds())
	}
}

func readLines(file string) [][]byte {
	text, err := os.ReadFile(file)
	check(err)
	return bytes.Split(bytes.TrimSuffix(text, []byte("\n")), []byte("\n"))
}

func usedBytes() int64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
