package org.quartermaster.catalog.enrichment;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.catalog.product.ProductView;
import org.quartermaster.catalog.product.UnenrichedProducts;
import org.quartermaster.catalog.productclassification.ArticleProposals;
import org.quartermaster.catalog.productclassification.ArticleProposals.Suggested;
import org.quartermaster.catalog.text.CleanText;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;

/**
 * Enriches new and changed articles: those of each tenant in turn, some at a time, each in a transaction of its own.
 * What a process that died had taken is taken again a minute later.
 */
@ApplicationScoped
class EnrichmentUpkeep {
    /** NB: from one tenant to the next along the index, however many articles of the first wait. */
    private static final String TENANTS = """
            with recursive tenant as (
              (select tenant_id as id from catalog.product
               where deleted_at is null and enrichment_status in ('pending', 'running') order by tenant_id limit 1)
              union all
              select (select p.tenant_id from catalog.product p
                where p.deleted_at is null and p.enrichment_status in ('pending', 'running') and p.tenant_id > tenant.id
                order by p.tenant_id limit 1)
              from tenant where tenant.id is not null
            )
            select id from tenant where id is not null
            """;

    private final OneReplica replica;
    private final Writes writes;
    private final UnenrichedProducts products;
    private final ArticleProposals proposals;
    private final Enrichment enrichment;
    private final EnrichmentConfig config;
    private volatile boolean isStopping;

    @Inject
    EnrichmentUpkeep(
            OneReplica replica,
            Writes writes,
            UnenrichedProducts products,
            ArticleProposals proposals,
            Enrichment enrichment,
            EnrichmentConfig config) {
        this.replica = replica;
        this.writes = writes;
        this.products = products;
        this.proposals = proposals;
        this.enrichment = enrichment;
        this.config = config;
    }

    /** NB: what is broken off by that has not failed, and is taken again by the next process. */
    void stop(@Observes ShutdownEvent event) {
        isStopping = true;
    }

    @Scheduled(
            every = "${qm.enrichment.every:PT5S}",
            delayed = "PT5S",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void enrich() throws SQLException {
        replica.run("enrichment", this::enrich);
    }

    private void enrich(Connection connection) throws SQLException {
        var isMore = true;
        while (isMore && !isStopping) {
            isMore = false;
            for (var tenant : Sql.query(connection, TENANTS, row -> row.getString(1))) {
                isMore |= enrich(Caller.system(tenant));
            }
        }
    }

    /** Some articles of a tenant; false where none waits. */
    private boolean enrich(Caller caller) {
        var taken = Awaiting.result(() -> writes.write(caller, unit -> products.take(unit, config.atATime())));
        taken.stream().takeWhile(product -> !isStopping).forEach(product -> enrich(caller, product));
        return !taken.isEmpty();
    }

    /** NB: codes are suggested before the row is locked, as that takes long. */
    private void enrich(Caller caller, ProductView product) {
        try {
            var name = CleanText.name(product.name(), product.sku());
            var codes = Awaiting.result(() -> proposals.suggest(caller, name, product.description()));
            Awaiting.result(() -> writes.write(caller, unit -> finish(unit, product.id(), codes)));
        } catch (RuntimeException failed) {
            if (isStopping) {
                return;
            }
            Log.errorf(failed, "article %d of %s was not enriched", product.id(), caller.tenant());
            fail(caller, product.id(), EnrichmentFailure.code(failed));
        }
    }

    private Uni<Void> finish(UnitOfWork unit, long product, Suggested codes) {
        return products.isTaken(unit, product)
                .chain(isTaken -> isTaken
                        ? proposals
                                .keep(unit, product, codes)
                                .chain(() -> enrichment.enrich(unit, product))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** NB: where the database is away this fails too, and the article is taken again later. */
    private void fail(Caller caller, long product, String reason) {
        try {
            Awaiting.result(() -> writes.write(caller, unit -> products.isTaken(unit, product)
                    .chain(isTaken -> isTaken
                            ? enrichment.fail(unit, product, reason).replaceWithVoid()
                            : Uni.createFrom().voidItem())));
        } catch (RuntimeException away) {
            Log.warnf(away, "the failure of article %d of %s could not be written", product, caller.tenant());
        }
    }
}
