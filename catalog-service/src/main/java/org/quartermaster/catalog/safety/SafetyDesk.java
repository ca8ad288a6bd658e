package org.quartermaster.catalog.safety;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quartermaster.catalog.safety.PpeProducts.PpeProduct;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/** Answers what a task asks for: from the lists as they are, and with the tenant's articles. */
@ApplicationScoped
class SafetyDesk {
    /** The tenant's own task goes before the shared one of the same id. */
    private static final String TASKS = """
            select distinct on (task_id) task_id, task_name, synonyms, hazards, controls from catalog.taskhazardmapping
            where tenant_id is null or tenant_id = $1 order by task_id, tenant_id nulls last
            """;

    private static final String TOOLS = """
            select distinct on (tool_key) tool_name, aliases, category, risk_level, hazards, mandatory_ppe,
              recommended_ppe, training_required
            from catalog.toolriskclassification where tenant_id is null or tenant_id = $1
            order by tool_key, tenant_id nulls last
            """;
    private static final String HAZARDS = "select code, name from catalog.hazard";
    private static final String PPE = "select code, name, osha_sections from catalog.ppetype";

    private final TenantDatabase database;
    private final SafetyLibrary library;

    @Inject
    SafetyDesk(TenantDatabase database, SafetyLibrary library) {
        this.database = database;
        this.library = library;
    }

    /** A name that a list gives a code. */
    record NamedCode(String code, String name) {}

    Uni<Assessment> assess(Caller caller, AssessmentInput question) {
        return known(caller).chain(known -> {
            var advice = new SafetyAdvice(known, question);
            return products(caller, advice.equipment()).map(advice::assessment);
        });
    }

    private Uni<KnownSafety> known(Caller caller) {
        var tenant = caller.tenant();
        return database.readAll(
                        caller,
                        List.of(
                                SafetyLibrary.rows(TASKS, tenant),
                                SafetyLibrary.rows(TOOLS, tenant),
                                SafetyLibrary.rows(HAZARDS),
                                SafetyLibrary.rows(PPE),
                                SafetyLibrary.rows(SafetyLibrary.SECTIONS),
                                SafetyLibrary.rows(SafetyLibrary.STANDARDS)))
                .map(rows -> new KnownSafety(
                        library.read(rows.get(0), KnownTask.class),
                        library.read(rows.get(1), KnownTool.class),
                        names(library.read(rows.get(2), NamedCode.class)),
                        library.read(rows.get(3), KnownPpe.class).stream()
                                .collect(Collectors.toMap(KnownPpe::code, ppe -> ppe)),
                        new CitationCheck(
                                library.read(rows.get(4), OshaSection.class),
                                library.read(rows.get(5), ConsensusStandard.class))));
    }

    private static Map<String, String> names(List<NamedCode> codes) {
        return codes.stream().collect(Collectors.toMap(NamedCode::code, NamedCode::name));
    }

    private Uni<List<PpeProduct>> products(Caller caller, Set<String> codes) {
        if (codes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var asked = new TreeSet<>(codes).toArray(String[]::new);
        var query = SafetyLibrary.rows(PpeProducts.sql(), caller.tenant(), asked);
        return database.readAll(caller, List.of(query)).map(rows -> library.read(rows.get(0), PpeProduct.class));
    }
}
