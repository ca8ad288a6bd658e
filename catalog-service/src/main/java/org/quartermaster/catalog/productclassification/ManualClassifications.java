package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.classification.EtimCode;
import org.quartermaster.catalog.classification.Feedback;
import org.quartermaster.catalog.classification.Feedback.Said;
import org.quartermaster.catalog.classification.UnspscCode;
import org.quartermaster.catalog.product.ProductWords;
import org.quartermaster.catalog.productclassification.ClassificationTable.Given;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;

/** Codes that a person gives an article by hand; they are confirmed with that. */
@ApplicationScoped
class ManualClassifications {
    private static final int MAX_CODE = 64;
    private static final int MAX_NOTES = 20_000;
    private static final String LISTED = """
            select cast(null as int) from catalog.unspsccode where code = $1 and state <> 'deleted'
            """;
    private static final String CURRENT = """
            select version from catalog.etimclass where class_code = $1 and is_current
            """;

    private final Feedback feedback;

    @Inject
    ManualClassifications(Feedback feedback) {
        this.feedback = feedback;
    }

    /** A code of a system, as a request gives it. */
    record Input(ClassSystem system, String code, String notes) {
        static Input read(Fields fields) {
            fields.require("system", "code");
            var system = fields.word("system", ClassSystem.class).value();
            var code = fields.text("code", 1, MAX_CODE).value();
            if (system != null && code != null && !hasForm(system, code)) {
                fields.error("code", system.word() + ".form");
            }
            return new Input(system, code, fields.text("notes", 0, MAX_NOTES).value());
        }

        private static boolean hasForm(ClassSystem system, String code) {
            return system == ClassSystem.ETIM
                    ? EtimCode.isClass(code)
                    : UnspscCode.read(code).isPresent();
        }
    }

    Uni<Answer> create(UnitOfWork unit, long product, Input input) {
        return Articles.lock(unit, List.of(product))
                .map(articles -> Articles.require(articles.get(product)))
                .chain(article -> given(unit, input)
                        .chain(given -> retire(unit, product, input.system())
                                .chain(() -> ClassificationTable.confirm(unit, product, given)))
                        .invoke(row -> Decisions.note(unit, row, null))
                        .call(() -> ProductWords.refresh(unit, product))
                        .call(() -> feedback.add(
                                unit, List.of(new Said(product, article.name(), input.system(), input.code(), true)))))
                .map(row -> Answer.created(row, "/api/v1/products/" + product + "/classifications"));
    }

    private static Uni<Given> given(UnitOfWork unit, Input input) {
        var isEtim = input.system() == ClassSystem.ETIM;
        return unit.run(isEtim ? CURRENT : LISTED, input.code()).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.invalid("code", input.system().word() + ".unknown");
            }
            return isEtim
                    ? new Given(null, input.code(), rows.iterator().next().getInteger(0), input.notes())
                    : new Given(input.code(), null, null, input.notes());
        });
    }

    private static Uni<Void> retire(UnitOfWork unit, long product, ClassSystem system) {
        return ClassificationTable.standing(unit, List.of(product), List.of())
                .map(rows -> {
                    var retired = new LinkedHashMap<Long, Status>();
                    rows.stream()
                            .filter(row -> row.system() == system)
                            .forEach(row -> retired.put(row.id(), Status.SUPERSEDED));
                    return retired;
                })
                .chain(retired -> ClassificationTable.move(unit, retired))
                .replaceWithVoid();
    }
}
