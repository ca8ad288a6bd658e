package org.quartermaster.catalog.certification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.quartermaster.catalog.product.ProductParts;
import org.quartermaster.catalog.product.Products;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.row.RowTags;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The certificates of articles: only standards that are in the list, current or not, or of bodies without rows. */
@ApplicationScoped
class Certifications {
    private static final String NOT_IN_LIST = "citation.not_in_list";
    private static final int NAME = 300;
    private static final int CODE = 64;
    /** An edition by its whole name, or the current one by the name of the family. */
    private static final String STANDARD = """
            select a.id, a.standard from catalog.ansistandard a
            where a.id = $1 or $1::bigint is null and (catalog.key_of(a.standard) = catalog.key_of($2)
              or a.edition_status = 'current' and catalog.key_of(a.family) in (
                catalog.key_of($2), regexp_replace(catalog.key_of($2), '^ANSI(ISEA|ASSP|ASSE|NEMA|UL)?', '')))
            order by catalog.key_of(a.standard) = catalog.key_of($2) desc limit 1
            """;

    private final TenantDatabase database;
    private final RowTable<Certification> table;
    private final ProductParts<Certification, CertificationView> parts;

    @Inject
    Certifications(TenantDatabase database, DatabaseJson json, Products products) {
        this.database = database;
        this.table = new RowTable<>(json, "catalog.productcertification", Certification.class);
        this.parts = new ProductParts<>(
                products,
                table,
                "certifications",
                "catalog.productcertification x",
                new ProblemType(404, "certification_not_found"),
                CertificationView::of);
    }

    static void apply(Fields fields, Certification certification) {
        var saving = Saving.WHOLE;
        saving.take(Numbers.id(fields, "standard_id"), value -> certification.standardId = value);
        saving.take(Input.line(fields, "standard_text", 0, NAME), value -> certification.standardText = value);
        saving.take(Input.line(fields, "marking", 0, NAME), value -> certification.marking = value);
        saving.take(Input.line(fields, "level", 0, CODE), value -> certification.level = value);
        saving.take(Input.line(fields, "certificate_no", 0, CODE), value -> certification.certificateNo = value);
        saving.take(fields.date("valid_from"), value -> certification.validFrom = value);
        saving.take(fields.date("valid_to"), value -> certification.validTo = value);
        saving.take(Input.line(fields, "source", 0, CODE), "manual", value -> certification.source = value);
        if (certification.standardId == null && certification.standardText == null) {
            fields.error("standard_text", "missing");
        }
        if (certification.validFrom != null
                && certification.validTo != null
                && certification.validTo.isBefore(certification.validFrom)) {
            fields.error("valid_to", "greater_than_equal", certification.validFrom);
        }
        fields.checkStrictly();
    }

    Uni<Slice<CertificationView>> find(Caller caller, String product, Fields query) {
        return parts.find(database, caller, product, query);
    }

    /** NB: what is not in the list may exist all the same; but nobody could tell whether it is still in force. */
    private static Uni<Void> resolve(UnitOfWork unit, Certification certification) {
        return unit.run(STANDARD, certification.standardId, certification.standardText)
                .invoke(found -> {
                    if (found.size() > 0) {
                        var row = found.iterator().next();
                        certification.standardId = row.getLong("id");
                        certification.standardText = row.getString("standard");
                    } else if (certification.standardId != null || isListed(certification.standardText)) {
                        var field = certification.standardId == null ? "standard_text" : "standard_id";
                        throw Problem.invalid(field, NOT_IN_LIST);
                    }
                })
                .replaceWithVoid();
    }

    /** Whether it is of a body whose standards have rows. */
    private static boolean isListed(String standard) {
        return standard.toUpperCase(Locale.ROOT).startsWith("ANSI");
    }

    Uni<Answer> create(UnitOfWork unit, String product, Certification certification) {
        return parts.change(unit, product, (owner, rows) -> {
                    certification.productId = owner.id;
                    return resolve(unit, certification).chain(() -> table.insert(unit, certification));
                })
                .map(saved -> Answer.created(
                        CertificationView.of(saved),
                        "/api/v1/products/" + saved.productId + "/certifications/" + saved.id));
    }

    Uni<Answer> update(UnitOfWork unit, String product, String id, String ifMatch, Fields fields) {
        return parts.change(unit, product, (owner, rows) -> {
                    var certification = parts.pick(rows, id);
                    ETags.requireMatch(ifMatch, RowTags.version(certification));
                    apply(fields, certification);
                    return resolve(unit, certification).chain(() -> table.update(unit, certification));
                })
                .map(saved -> Answer.ok(CertificationView.of(saved)));
    }

    Uni<Answer> delete(UnitOfWork unit, String product, String id, String ifMatch) {
        return parts.change(unit, product, (owner, rows) -> {
                    var certification = parts.pick(rows, id);
                    ETags.requireMatch(ifMatch, RowTags.version(certification));
                    return table.delete(unit, certification.id);
                })
                .replaceWith(Answer.empty());
    }
}
