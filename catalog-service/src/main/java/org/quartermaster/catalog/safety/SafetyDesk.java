package org.quartermaster.catalog.safety;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartermaster.catalog.safety.PpeProducts.PpeProduct;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.security.Caller;

/** Answers what a task asks for: from the lists as they are, and with the tenant's articles. */
@ApplicationScoped
class SafetyDesk {
    /** The tenant's own task goes before the shared one of the same id. */
    private static final String TASKS = """
            select distinct on (task_id) task_id, task_name, synonyms, hazards, tool_classes, controls
            from catalog.taskhazardmapping where tenant_id is null or tenant_id = $1
            order by task_id, tenant_id nulls last
            """;

    private static final String TOOLS = """
            select distinct on (tool_key) tool_name, aliases, category, etim_class, unspsc_code, risk_level, hazards,
              osha_standards, mandatory_ppe, recommended_ppe, training_required, certification_required
            from catalog.toolriskclassification where tenant_id is null or tenant_id = $1
            order by tool_key, tenant_id nulls last
            """;
    private static final String PPE = "select code, name, osha_sections from catalog.ppetype";

    /** Sections that are not law in {@code $2}, or where it is null, in the jurisdiction of the tenant's settings. */
    private static final String FOREIGN = """
            select s.cfr as code, s.jurisdiction as name from catalog.oshastandard s
            where s.jurisdiction <> coalesce(cast($2 as text),
              (select c.jurisdiction from catalog.catalogsetting c where c.tenant_id = $1), 'US')
            """;

    private final TenantDatabase database;
    private final SafetyLibrary library;

    @Inject
    SafetyDesk(TenantDatabase database, SafetyLibrary library) {
        this.database = database;
        this.library = library;
    }

    Uni<Assessment> assess(Caller caller, AssessmentInput question) {
        return known(caller, question).chain(known -> {
            requireAll(question.productIds(), known.products());
            return answer(caller, new SafetyAdvice(known, question));
        });
    }

    private Uni<KnownSafety> known(Caller caller, AssessmentInput question) {
        var tenant = caller.tenant();
        var products = question.productIds().toArray(Long[]::new);
        return database.readAll(
                        caller,
                        List.of(
                                SafetyLibrary.rows(TASKS, tenant),
                                SafetyLibrary.rows(TOOLS, tenant),
                                SafetyLibrary.rows(SafetyLibrary.HAZARDS),
                                SafetyLibrary.rows(PPE),
                                SafetyLibrary.rows(SafetyLibrary.SECTIONS),
                                SafetyLibrary.rows(SafetyLibrary.STANDARDS),
                                SafetyLibrary.rows(KnownProduct.SQL, tenant, products),
                                SafetyLibrary.rows(FOREIGN, tenant, question.jurisdiction())))
                .map(this::known);
    }

    private KnownSafety known(List<RowSet<Row>> rows) {
        return new KnownSafety(
                library.read(rows.get(0), KnownTask.class),
                library.read(rows.get(1), KnownTool.class),
                names(rows.get(2)),
                library.read(rows.get(3), KnownPpe.class).stream()
                        .collect(Collectors.toMap(KnownPpe::code, ppe -> ppe)),
                new CitationCheck(
                        library.read(rows.get(4), OshaSection.class),
                        library.read(rows.get(5), ConsensusStandard.class)),
                library.read(rows.get(6), KnownProduct.class),
                names(rows.get(7)).keySet());
    }

    private Map<String, String> names(RowSet<Row> rows) {
        return library.read(rows, NamedCode.class).stream().collect(Collectors.toMap(NamedCode::code, NamedCode::name));
    }

    /** 422 for products that the tenant does not have, whoever else may. */
    private static void requireAll(List<Long> asked, List<KnownProduct> found) {
        var ids = found.stream().map(KnownProduct::id).collect(Collectors.toSet());
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < asked.size(); i++) {
            if (!ids.contains(asked.get(i))) {
                errors.add(new FieldError("product_ids[" + i + "]", "reference.unknown"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private Uni<Assessment> answer(Caller caller, SafetyAdvice advice) {
        var tenant = caller.tenant();
        var classes = advice.toolClasses();
        return database.readAll(
                        caller,
                        List.of(
                                asked(PpeProducts.sql("$2"), tenant, advice.equipment()),
                                asked(ToolAdvice.PRODUCTS, tenant, classes),
                                SafetyLibrary.rows(ToolAdvice.CLASSES, (Object) classes.toArray(String[]::new))))
                .map(rows -> advice.assessment(
                        library.read(rows.get(0), PpeProduct.class),
                        library.read(rows.get(1), ToolProduct.class),
                        names(rows.get(2))));
    }

    private static Query asked(String sql, String tenant, Set<String> codes) {
        return SafetyLibrary.rows(sql, tenant, codes.toArray(String[]::new));
    }
}
