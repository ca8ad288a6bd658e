package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Locale;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * Numbers documents by year without a gap: the counter is raised in the transaction of the document, and its row keeps
 * the next one waiting until this one is there, or is not.
 */
@ApplicationScoped
class DocumentNumbers {
    private static final String NEXT = """
            insert into catalog.documentcounter as c (tenant_id, kind, year, last_value) values ($1, $2, $3, 1)
            on conflict (tenant_id, kind, year) do update set last_value = c.last_value + 1
            returning last_value
            """;

    /** The next number, such as {@code Q-2026-000001}. NB: ask late, as others wait from here on. */
    Uni<String> next(UnitOfWork unit, String kind, String prefix) {
        var year = unit.now().atZone(ZoneOffset.UTC).getYear();
        return unit.run(NEXT, unit.caller().tenant(), kind, year)
                .map(rows -> String.format(
                        Locale.ROOT,
                        "%s-%d-%06d",
                        prefix,
                        year,
                        rows.iterator().next().getLong(0)));
    }
}
