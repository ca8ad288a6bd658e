package org.quartermaster.catalog.productclassification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.classification.Feedback.Said;
import org.quartermaster.catalog.productclassification.Articles.Article;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.ETags;

/** The rules of decisions: what each does to its classification and to the others of the article. */
final class DecisionRound {
    private static final ProblemType DECIDED = new ProblemType(409, "classification.decided");

    private final Map<Long, Article> articles;
    private final Map<Long, ClassificationView> rows = new LinkedHashMap<>();
    private final Map<Long, Status> moved = new LinkedHashMap<>();
    private final List<Said> said = new ArrayList<>();
    private final List<DecisionOutcome> outcomes = new ArrayList<>();

    DecisionRound(Map<Long, Article> articles, List<ClassificationView> rows) {
        this.articles = articles;
        rows.forEach(row -> this.rows.put(row.id(), row));
    }

    void decide(Decision decision) {
        var row = rows.get(decision.id());
        var problem = row == null ? ProblemType.NOT_FOUND : refusal(row, decision);
        outcomes.add(
                problem == null
                        ? DecisionOutcome.fine(outcomes.size(), decision.id())
                        : DecisionOutcome.refused(outcomes.size(), decision.id(), problem));
        if (problem == null && status(row) == Status.PROPOSED) {
            carryOut(row, decision);
        }
    }

    private ProblemType refusal(ClassificationView row, Decision decision) {
        ETags.requireMatch(decision.ifMatch(), row.version());
        if (articles.get(row.productId()).isDeleted()) {
            return Articles.GONE;
        }
        var isOpen = status(row) == Status.PROPOSED;
        return isOpen || status(row) == decision.verdict().status() ? null : DECIDED;
    }

    private void carryOut(ClassificationView row, Decision decision) {
        var isConfirmed = decision.verdict() == Decision.Verdict.CONFIRMED;
        if (isConfirmed) {
            retire(row);
        }
        moved.put(row.id(), decision.verdict().status());
        var article = articles.get(row.productId());
        said.add(new Said(article.id(), article.name(), row.system(), row.code(), isConfirmed));
    }

    /** A confirmed code takes the place of whatever stood for the article in its system. */
    private void retire(ClassificationView winner) {
        rows.values().stream()
                .filter(row -> row.id() != winner.id()
                        && row.productId() == winner.productId()
                        && row.system() == winner.system())
                .filter(row -> status(row) == Status.PROPOSED || status(row) == Status.CONFIRMED)
                .forEach(row -> moved.put(row.id(), Status.SUPERSEDED));
    }

    private Status status(ClassificationView row) {
        return moved.getOrDefault(row.id(), row.status());
    }

    /** The rows as they were. */
    Map<Long, ClassificationView> before() {
        return rows;
    }

    /** The rows that get another status. */
    Map<Long, Status> moved() {
        return moved;
    }

    /** The articles whose classes get another status. */
    Long[] movedProducts() {
        return moved.keySet().stream()
                .map(id -> rows.get(id).productId())
                .distinct()
                .toArray(Long[]::new);
    }

    List<Said> said() {
        return said;
    }

    List<DecisionOutcome> outcomes() {
        return outcomes;
    }
}
