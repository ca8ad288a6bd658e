package org.quartermaster.catalog.safety;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the tasks that a free text speaks of, by how much of a name or synonym stands in it. */
final class TaskMatcher {

    private static final Set<String> LITTLE_WORDS = Set.of(
            "a", "an", "the", "of", "or", "and", "in", "on", "at", "to", "with", "for", "by", "from", "per", "we",
            "is");
    private static final double CERTAIN = 1;
    private static final double PHRASE = 0.95;
    private static final double SINGLE_WORD = 0.7;
    private static final double WORDS_OF_SEVERAL_PHRASES = 0.75;
    private static final double LEAST = 0.55;
    private static final int STEM = 4;
    private static final int ENDING = 4;

    private final List<SafetyTask> tasks;
    private final Function<String, List<String>> words;
    private final Map<String, Integer> frequencies = new HashMap<>();

    /**
     * Begins with the tasks known.
     *
     * @param words the folded words of a text, the same for tasks and questions
     */
    TaskMatcher(List<SafetyTask> tasks, Function<String, List<String>> words) {
        this.tasks = tasks;
        this.words = words;
        tasks.forEach(task -> {
            Set<String> used = new HashSet<>();
            phrases(task).forEach(phrase -> used.addAll(telling(phrase)));
            used.forEach(word -> frequencies.merge(word, 1, Integer::sum));
        });
    }

    /** The tasks found, surest first; none when too little of every phrase is there. */
    List<TaskMatch> match(String text) {
        List<String> said = telling(text);
        return tasks.stream()
                .map(task -> best(task, said))
                .flatMap(Optional::stream)
                .filter(match -> match.confidence() >= LEAST)
                .sorted(Comparator.comparingDouble(TaskMatch::confidence)
                        .reversed()
                        .thenComparing(match -> match.task().taskId()))
                .toList();
    }

    private Optional<TaskMatch> best(SafetyTask task, List<String> said) {
        Stream<TaskMatch> byPhrase =
                phrases(task).map(phrase -> new TaskMatch(task, confidence(telling(phrase), said), phrase));
        return Stream.concat(byPhrase, scattered(task, said)).max(Comparator.comparingDouble(TaskMatch::confidence));
    }

    /** All that is said stands somewhere among the task's phrases: repair a bearing, of repair and bearing change. */
    private Stream<TaskMatch> scattered(SafetyTask task, List<String> said) {
        List<String> known =
                phrases(task).flatMap(phrase -> telling(phrase).stream()).toList();
        boolean all =
                said.size() > 1 && said.stream().allMatch(word -> known.stream().anyMatch(other -> alike(word, other)));
        return all ? Stream.of(new TaskMatch(task, WORDS_OF_SEVERAL_PHRASES, String.join(" ", said))) : Stream.empty();
    }

    private double confidence(List<String> phrase, List<String> said) {
        if (phrase.isEmpty()) {
            return 0;
        }
        if (phrase.equals(said)) {
            return CERTAIN;
        }
        double found = 0;
        double all = 0;
        for (String word : phrase) {
            double weight = StrictMath.log(1 + (double) tasks.size() / frequencies.getOrDefault(word, 1));
            all += weight;
            found += said.stream().anyMatch(other -> alike(word, other)) ? weight : 0;
        }
        return found / all * (phrase.size() == 1 ? SINGLE_WORD : PHRASE);
    }

    /** The same word in another form: drill and drilling, inspect and inspection, change and changing. */
    private static boolean alike(String word, String other) {
        if (word.equals(other)) {
            return true;
        }
        int common = 0;
        int shorter = Math.min(word.length(), other.length());
        while (common < shorter && word.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= Math.max(STEM, shorter - 1) && Math.max(word.length(), other.length()) - common <= ENDING;
    }

    private List<String> telling(String text) {
        return words.apply(text).stream()
                .filter(word -> !LITTLE_WORDS.contains(word))
                .toList();
    }

    private static Stream<String> phrases(SafetyTask task) {
        return Stream.concat(Stream.of(task.taskName()), task.synonyms().stream());
    }
}
