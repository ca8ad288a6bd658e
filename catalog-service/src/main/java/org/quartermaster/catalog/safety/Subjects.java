package org.quartermaster.catalog.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quartermaster.catalog.text.Words;

/** What a question speaks of: tasks and tools of the lists, and what is in none of them. */
final class Subjects {
    private final KnownSafety known;
    private final Map<String, TaskMatch> matches = new LinkedHashMap<>();
    private final Map<KnownTool, SortedSet<String>> tools = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();

    Subjects(KnownSafety known, AssessmentInput question) {
        this.known = known;
        if (question.taskId() != null) {
            byId(question.taskId());
        }
        if (question.task() != null) {
            byText(question.task());
        }
        question.tools().forEach(this::named);
        known.products().forEach(this::product);
    }

    private void byId(String id) {
        var found =
                known.tasks().stream().filter(task -> task.taskId().equals(id)).findFirst();
        found.ifPresentOrElse(
                task -> matches.put(id, new TaskMatch(task.task(), 1, task.taskName())), () -> unknown.add(id));
    }

    private void byText(String text) {
        var tasks = known.tasks().stream().map(KnownTask::task).toList();
        var found = new TaskMatcher(tasks, Words::of).match(text);
        found.forEach(match -> matches.putIfAbsent(match.task().taskId(), match));
        if (found.isEmpty()) {
            unknown.add(text);
        }
    }

    private void named(String name) {
        known.tools().stream()
                .filter(tool -> tool.isCalled(name))
                .findFirst()
                .ifPresentOrElse(tool -> add(tool, name), () -> unknown.add(name));
    }

    private void product(KnownProduct product) {
        var found = known.tools().stream()
                .filter(tool -> tool.isOf(product.classes()))
                .toList();
        found.forEach(tool -> add(tool, product.sku()));
        if (found.isEmpty() && product.soundDba() == null && product.vibration() == null) {
            unknown.add(product.sku());
        }
    }

    private void add(KnownTool tool, String because) {
        tools.computeIfAbsent(tool, key -> new TreeSet<>()).add(because);
    }

    List<TaskMatch> matches() {
        return List.copyOf(matches.values());
    }

    /** The tasks as they are kept, in the order of their matches. */
    List<KnownTask> tasks() {
        return matches.keySet().stream()
                .flatMap(id ->
                        known.tasks().stream().filter(task -> task.taskId().equals(id)))
                .toList();
    }

    List<AskedTool> tools() {
        return tools.entrySet().stream()
                .map(tool -> new AskedTool(tool.getKey(), tool.getValue()))
                .toList();
    }

    List<String> unknown() {
        return List.copyOf(unknown);
    }
}
