package org.quartermaster.catalog.product;

import io.smallrye.mutiny.Uni;
import org.quartermaster.platform.change.UnitOfWork;

/** Locks articles whose parts change. */
public final class ProductLocks {
    private static final String LOCK = """
            select 1 from catalog.product where tenant_id = $1 and id = any ($2) order by id for no key update
            """;

    private ProductLocks() {}

    /** Locks the articles until the transaction ends; in one order, so that nobody waits in a circle. */
    public static Uni<Void> lock(UnitOfWork unit, Long... ids) {
        return unit.run(LOCK, unit.caller().tenant(), ids).replaceWithVoid();
    }
}
