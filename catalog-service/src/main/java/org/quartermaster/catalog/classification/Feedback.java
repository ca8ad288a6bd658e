package org.quartermaster.catalog.classification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** What a tenant's people said of names and codes; suggestions learn from it at once. */
@ApplicationScoped
public class Feedback {
    /** NB: held to the commit, so that no reader sees an id before a lower one of the same tenant. */
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('classificationfeedback/' || $1, 0))";

    private static final String INSERT = """
            insert into catalog.classificationfeedback
              (tenant_id, product_id, folded, system, code, verdict, actor)
            select $1, product_id, folded, system, code, verdict, $2
            from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])
              with ordinality as f (product_id, folded, system, code, verdict, n)
            order by n
            """;

    /** One word of a person: whether a code fits a name. */
    public record Said(long productId, String name, ClassSystem system, String code, boolean confirmed) {}

    /** Keeps what was said, in the transaction of the decision. */
    public Uni<Void> add(UnitOfWork unit, List<Said> said) {
        if (said.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = new Columns<>(said);
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(
                        Query.of(ONE_AT_A_TIME, tenant),
                        Query.of(
                                INSERT,
                                tenant,
                                unit.caller().subject(),
                                said.stream().map(Said::productId).toArray(Long[]::new),
                                columns.texts(one -> ComparedName.of(one.name())),
                                columns.texts(one -> one.system().word()),
                                columns.texts(Said::code),
                                columns.texts(one -> one.confirmed() ? "confirmed" : "rejected"))))
                .replaceWithVoid();
    }
}
