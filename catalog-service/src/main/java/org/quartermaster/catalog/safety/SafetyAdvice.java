package org.quartermaster.catalog.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quartermaster.catalog.safety.Assessment.AskedPpe;
import org.quartermaster.catalog.safety.Assessment.CitedStandard;
import org.quartermaster.catalog.safety.Assessment.Matched;
import org.quartermaster.catalog.safety.Assessment.PpeAdvice;
import org.quartermaster.catalog.safety.Assessment.RatedHazard;
import org.quartermaster.catalog.safety.PpeProducts.PpeProduct;
import org.quartermaster.catalog.text.Words;

/** What the lists say to one question. */
final class SafetyAdvice {
    private final KnownSafety known;
    private final AssessmentInput question;
    private final Map<String, TaskMatch> matches = new LinkedHashMap<>();
    private final List<KnownTool> tools = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final TaskUnion union;

    SafetyAdvice(KnownSafety known, AssessmentInput question) {
        this.known = known;
        this.question = question;
        if (question.taskId() != null) {
            byId(question.taskId());
        }
        if (question.task() != null) {
            byText(question.task());
        }
        question.tools().forEach(this::tool);
        union = TaskUnion.of(matches.values().stream().map(TaskMatch::task).toList());
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

    private void tool(String name) {
        known.tools().stream()
                .filter(tool -> tool.isCalled(name))
                .findFirst()
                .ifPresentOrElse(tools::add, () -> unknown.add(name));
    }

    /** Codes of all equipment that is demanded or advised. */
    Set<String> equipment() {
        var codes = new TreeSet<>(mandatory().keySet());
        codes.addAll(recommended().keySet());
        return codes;
    }

    /** NB: what a tool demands is asked for by the hazards of the tool. */
    private SortedMap<String, SortedSet<String>> mandatory() {
        var asked = new TreeMap<>(union.mandatory());
        tools.forEach(
                tool -> tool.mandatoryPpe().forEach(code -> asked.merge(code, hazards(tool), SafetyAdvice::both)));
        return asked;
    }

    private SortedMap<String, SortedSet<String>> recommended() {
        var asked = new TreeMap<>(union.recommended());
        tools.forEach(
                tool -> tool.recommendedPpe().forEach(code -> asked.merge(code, hazards(tool), SafetyAdvice::both)));
        asked.keySet().removeAll(mandatory().keySet());
        return asked;
    }

    private static SortedSet<String> hazards(KnownTool tool) {
        return new TreeSet<>(tool.hazards());
    }

    private static SortedSet<String> both(SortedSet<String> one, SortedSet<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    Assessment assessment(List<PpeProduct> products) {
        var controls = known.tasks().stream()
                .filter(task -> matches.containsKey(task.taskId()))
                .flatMap(task -> task.controls().stream())
                .distinct()
                .toList();
        return new Assessment(
                matches.values().stream().map(SafetyAdvice::matched).toList(),
                unknown,
                risk(),
                union.hazards().stream().map(this::hazard).toList(),
                union.standards().entrySet().stream().map(this::standard).toList(),
                controls,
                new AskedPpe(advice(mandatory(), products), advice(recommended(), products)),
                tools,
                question.exposure().result(),
                true);
    }

    private static Matched matched(TaskMatch match) {
        return new Matched(match.task().taskId(), match.task().taskName(), match.confidence());
    }

    private RiskLevel risk() {
        var ofTasks = matches.isEmpty() ? Stream.<RiskLevel>empty() : Stream.of(union.risk());
        return Stream.concat(ofTasks, tools.stream().map(KnownTool::riskLevel))
                .max(RiskLevel::compareTo)
                .orElse(null);
    }

    private RatedHazard hazard(HazardRating rating) {
        var because = matches.values().stream()
                .map(TaskMatch::task)
                .filter(task ->
                        task.hazards().stream().anyMatch(each -> each.code().equals(rating.code())))
                .map(SafetyTask::taskId)
                .toList();
        return new RatedHazard(
                rating.code(), known.hazards().get(rating.code()), rating.severity(), rating.likelihood(), because);
    }

    private CitedStandard standard(Map.Entry<String, SortedSet<String>> cited) {
        var answer = known.citations().check(cited.getKey());
        return new CitedStandard(cited.getKey(), answer.title(), answer.url(), answer.status(), cited.getValue());
    }

    private List<PpeAdvice> advice(SortedMap<String, SortedSet<String>> asked, List<PpeProduct> products) {
        return asked.entrySet().stream()
                .map(each -> {
                    var ppe = known.ppe().get(each.getKey());
                    return new PpeAdvice(
                            ppe.code(),
                            ppe.name(),
                            each.getValue(),
                            ppe.oshaSections(),
                            PpeProducts.of(ppe.code(), products));
                })
                .toList();
    }
}
