package org.quartermaster.equipment.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;

/** The rows of {@code demo/demo.sql}, and what is random. */
@ApplicationScoped
class DemoRows {
    private static final String SCRIPT = "demo/demo.sql";
    private static final int TOKEN_LENGTH = 22;
    private static final List<String> MACHINES = List.of("eq_001", "eq_002", "eq_003", "eq_004", "eq_005");

    /** Whether the tenant has no machine, not even a deleted one; of many replicas one at a time finds out. */
    Uni<Boolean> isFresh(UnitOfWork unit) {
        return unit.session()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('demo', 0)) as text)", String.class)
                .getSingleResult()
                .chain(() -> unit.session()
                        .createNativeQuery("select not exists (select from equipment)", Boolean.class)
                        .getSingleResult());
    }

    Uni<Void> write(UnitOfWork unit) {
        return InTurn.each(List.of(script().split("\n--;\n")), statement -> run(unit, statement))
                .chain(() -> InTurn.each(MACHINES, machine -> token(unit, machine)));
    }

    /** NB: its now() is that of the unit of work, so that plans and the alerts made from them agree. */
    private static Uni<Void> run(UnitOfWork unit, String statement) {
        var query = unit.session().createNativeQuery(statement.replace("now()", "cast(?1 as timestamptz)"));
        return (statement.contains("now()") ? query.setParameter(1, unit.now()) : query)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Void> token(UnitOfWork unit, String machine) {
        return unit.session()
                .createNativeQuery("""
                        with made as (
                          insert into scan_tokens (tenant_id, equipment_id, token)
                          values (current_setting('app.tenant_id'), ?1, ?2) returning *
                        )
                        insert into scan_directory (token_hash, tenant_id, equipment_id)
                        select sha256(convert_to(token, 'UTF8')), tenant_id, equipment_id from made
                        """)
                .setParameter(1, machine)
                .setParameter(2, Ids.random(TOKEN_LENGTH))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String script() {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
