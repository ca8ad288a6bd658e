package org.quartermaster.catalog.storedfile;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Sha256;

/** Files of a tenant, each content once. */
@ApplicationScoped
public class StoredFiles {
    /** NB: whoever deletes a file as the last one to need it must not meet one who begins to need it. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended($1 || encode($2, 'hex'), 83)) is null";

    private static final String KEEP = """
            insert into catalog.storedfile (tenant_id, sha256, media_type, size_bytes, content) values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, sha256) do nothing
            """;
    private static final String FIND = "select id from catalog.storedfile where tenant_id = $1 and sha256 = $2";
    private static final String DROP = """
            delete from catalog.storedfile f where f.tenant_id = $1 and f.id = $2
              and not exists (select from catalog.rfpdocument r where r.tenant_id = f.tenant_id and r.file_id = f.id)
              and not exists (select from catalog.quotation q
                where q.tenant_id = f.tenant_id and q.pdf_sha256 = f.sha256)
              and not exists (select from catalog.catalogsetting s
                where s.tenant_id = f.tenant_id and s.company ->> 'logo_file_id' = cast(f.id as text))
            """;

    /** The hash that a content is known by. */
    public static byte[] hash(byte[] content) {
        return Sha256.digest().digest(content);
    }

    /**
     * Keeps a content unless it is there, and gives the id of its file. Until the transaction ends nobody else keeps the
     * same content, so that what is then found of it stays true.
     *
     * @param mediaType found from the content
     */
    public Uni<Long> keep(UnitOfWork unit, byte[] content, String mediaType) {
        var tenant = unit.caller().tenant();
        var hash = Buffer.buffer(hash(content));
        return unit.runAll(List.of(
                        Query.of(LOCK, tenant, hash),
                        Query.of(KEEP, tenant, hash, mediaType, (long) content.length, Buffer.buffer(content)),
                        Query.of(FIND, tenant, hash)))
                .map(results -> results.get(2).iterator().next().getLong("id"));
    }

    /** Drops a file that nothing refers to any more. */
    public Uni<Void> dropUnused(UnitOfWork unit, long id) {
        return unit.run(DROP, unit.caller().tenant(), id).replaceWithVoid();
    }
}
