import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.event.ruler.Machine;

/**
 * Runs event-ruler for the benchmark: loads rules and findings from files, then does what it is told line by line.
 *
 * Rules are lines `id TAB pattern`, findings one line of JSON each. After `ready MILLISECONDS BYTES` it answers
 * `match INDEX` with the ids of the matching rules, and `time START COUNT` with nanoseconds.
 */
public final class EventRuler {
  private static long sum = 0;

  public static void main(String[] given) throws Exception {
    List<String> rules = Files.readAllLines(Path.of(given[0]));
    String[] findings = Files.readAllLines(Path.of(given[1])).toArray(new String[0]);
    long before = usedBytes();
    long began = System.nanoTime();
    Machine machine = new Machine();
    for (String rule : rules) {
      int tab = rule.indexOf('\t');
      machine.addRule(rule.substring(0, tab), rule.substring(tab + 1));
    }
    long spent = System.nanoTime() - began;
    say("ready " + spent / 1_000_000 + " " + (usedBytes() - before));

    BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      String[] words = line.split(" ");
      int first = Integer.parseInt(words[1]);
      if (words[0].equals("match")) say(String.join(" ", machine.rulesForJSONEvent(findings[first])));
      else say(Long.toString(time(machine, findings, first, Integer.parseInt(words[2]))));
    }
  }

  private static long time(Machine machine, String[] findings, int start, int count) throws Exception {
    long began = System.nanoTime();
    int index = start % findings.length;
    for (int left = count; left > 0; left--) {
      sum += machine.rulesForJSONEvent(findings[index]).size();
      index = index + 1 == findings.length ? 0 : index + 1;
    }
    return System.nanoTime() - began;
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
