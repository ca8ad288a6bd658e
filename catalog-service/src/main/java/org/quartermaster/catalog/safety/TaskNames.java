package org.quartermaster.catalog.safety;

import java.util.List;
import org.quartermaster.catalog.text.Words;

/** The known tasks by their names, for features that need to know which task a text speaks of. */
public final class TaskNames {
    private final TaskMatcher matcher;

    /** A task with the words by which people call it. */
    public record TaskName(String taskId, String taskName, List<String> synonyms) {}

    public TaskNames(List<TaskName> tasks) {
        matcher = new TaskMatcher(
                tasks.stream()
                        .map(task -> new SafetyTask(task.taskId(), task.taskName(), task.synonyms(), List.of()))
                        .toList(),
                Words::of);
    }

    /** Ids of the tasks that the text speaks of, the surest first. */
    public List<String> find(String text) {
        return matcher.match(text).stream().map(match -> match.task().taskId()).toList();
    }
}
