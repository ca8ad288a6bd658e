package org.quartermaster.catalog.safety;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quartermaster.catalog.safety.Assessment.AskedPpe;
import org.quartermaster.catalog.safety.Assessment.CitedStandard;
import org.quartermaster.catalog.safety.Assessment.Matched;
import org.quartermaster.catalog.safety.Assessment.PpeAdvice;
import org.quartermaster.catalog.safety.Assessment.RatedHazard;
import org.quartermaster.catalog.safety.PpeProducts.PpeProduct;

/** What the lists say to one question. */
final class SafetyAdvice {
    /** From the best to the weakest. */
    private static final List<String> CONTROLS = List.of("eliminate", "substitute", "engineer", "organise");

    private final KnownSafety known;
    private final AssessmentInput question;
    private final Subjects subjects;
    private final TaskUnion union;
    private final Grounds grounds;
    private final ToolBox tools;

    SafetyAdvice(KnownSafety known, AssessmentInput question) {
        this.known = known;
        this.question = question;
        subjects = new Subjects(known, question);
        union = TaskUnion.of(subjects.matches().stream().map(TaskMatch::task).toList());
        grounds = Grounds.of(union, subjects.tools());
        tools = new ToolBox(subjects, known);
    }

    /** Codes of all equipment that is demanded or advised. */
    Set<String> equipment() {
        return grounds.equipment();
    }

    /** Codes of the classes of all tools. */
    Set<String> toolClasses() {
        return tools.codes();
    }

    /** @param classes names of classes by their codes */
    Assessment assessment(List<PpeProduct> equipment, List<ToolProduct> articles, Map<String, String> classes) {
        return new Assessment(
                subjects.matches().stream().map(SafetyAdvice::matched).toList(),
                Stream.concat(subjects.unknown().stream(), question.untold(known.products()).stream())
                        .toList(),
                risk(),
                hazards(),
                grounds.standards().entrySet().stream()
                        .map(this::standard)
                        .filter(Objects::nonNull)
                        .toList(),
                controls(),
                new AskedPpe(advice(grounds.mandatory(), equipment), advice(grounds.recommended(), equipment)),
                tools.advice(articles, classes),
                question.exposure(known.products()).result(),
                true);
    }

    private static Matched matched(TaskMatch match) {
        return new Matched(match.task().taskId(), match.task().taskName(), match.confidence());
    }

    private RiskLevel risk() {
        var ofTasks = subjects.matches().isEmpty() ? Stream.<RiskLevel>empty() : Stream.of(union.risk());
        return Stream.concat(ofTasks, subjects.tools().stream().map(tool -> tool.tool()
                        .riskLevel()))
                .max(RiskLevel::compareTo)
                .orElse(null);
    }

    private List<RatedHazard> hazards() {
        var ofTools = Grounds.hazards(subjects.tools());
        var all = new ArrayList<RatedHazard>();
        for (var rating : union.hazards()) {
            var because = new ArrayList<>(tasks(rating));
            because.addAll(Objects.requireNonNullElse(ofTools.remove(rating.code()), new TreeSet<>()));
            all.add(hazard(rating.code(), rating.severity(), rating.likelihood(), because));
        }
        ofTools.forEach((code, names) -> all.add(hazard(code, null, null, List.copyOf(names))));
        return all;
    }

    private RatedHazard hazard(String code, Integer severity, Integer likelihood, List<String> because) {
        return new RatedHazard(code, known.hazards().get(code), severity, likelihood, because);
    }

    private List<String> tasks(HazardRating rating) {
        return subjects.matches().stream()
                .map(TaskMatch::task)
                .filter(task ->
                        task.hazards().stream().anyMatch(each -> each.code().equals(rating.code())))
                .map(SafetyTask::taskId)
                .toList();
    }

    private List<JsonNode> controls() {
        return subjects.tasks().stream()
                .flatMap(task -> task.controls().stream())
                .distinct()
                .sorted(Comparator.comparingInt(
                        control -> CONTROLS.indexOf(control.path("kind").asText())))
                .toList();
    }

    private CitedStandard standard(Map.Entry<String, SortedSet<String>> cited) {
        var answer = known.cited(cited.getKey());
        return answer == null
                ? null
                : new CitedStandard(cited.getKey(), answer.title(), answer.url(), answer.status(), cited.getValue());
    }

    private List<PpeAdvice> advice(SortedMap<String, SortedSet<String>> asked, List<PpeProduct> products) {
        return asked.entrySet().stream()
                .map(each -> {
                    var ppe = known.ppe().get(each.getKey());
                    return new PpeAdvice(
                            ppe.code(),
                            ppe.name(),
                            each.getValue(),
                            ppe.oshaSections().stream()
                                    .filter(section -> known.cited(section) != null)
                                    .toList(),
                            PpeProducts.of(ppe.code(), products));
                })
                .toList();
    }
}
