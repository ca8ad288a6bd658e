package org.quartermaster.catalog.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tools of an assessment: those that were meant, and the classes that its tasks are done with. */
final class ToolBox {
    private final List<AskedTool> asked;
    private final List<KnownTool> known;
    private final Map<String, SortedSet<String>> classes = new TreeMap<>();

    ToolBox(Subjects subjects, KnownSafety safety) {
        asked = subjects.tools();
        known = safety.tools();
        subjects.tasks().forEach(task -> task.toolClasses()
                .forEach(code ->
                        classes.computeIfAbsent(code, key -> new TreeSet<>()).add(task.taskId())));
    }

    /** Codes of all classes that articles are wanted of. */
    SortedSet<String> codes() {
        var codes = new TreeSet<>(classes.keySet());
        asked.stream().map(AskedTool::tool).forEach(tool -> {
            if (tool.etimClass() != null) {
                codes.add(tool.etimClass());
            }
            if (tool.unspscCode() != null) {
                codes.add(tool.unspscCode());
            }
        });
        return codes;
    }

    /** The tools that were meant, then the classes of the tasks that none of them is of. */
    List<ToolAdvice> advice(List<ToolProduct> products, Map<String, String> names) {
        var all = new ArrayList<ToolAdvice>();
        asked.forEach(each -> {
            var because = new TreeSet<>(each.because());
            because.addAll(classes.getOrDefault(String.valueOf(each.tool().etimClass()), new TreeSet<>()));
            all.add(ToolAdvice.of(each.tool(), because, products));
        });
        classes.forEach((code, tasks) -> {
            if (asked.stream().noneMatch(each -> code.equals(each.tool().etimClass()))) {
                all.add(known.stream()
                        .filter(tool -> code.equals(tool.etimClass()))
                        .findFirst()
                        .map(tool -> ToolAdvice.of(tool, tasks, products))
                        .orElseGet(() -> ToolAdvice.ofClass(code, names.get(code), tasks, products)));
            }
        });
        return all;
    }
}
