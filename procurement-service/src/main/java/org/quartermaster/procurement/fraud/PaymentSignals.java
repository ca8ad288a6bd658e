package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.fraud.PaymentRules.Payer;

/** Finds what is known of somebody who wants to pay; needs a unit of the system role. */
@ApplicationScoped
class PaymentSignals {
    private static final Duration FAILURES = Duration.ofDays(7);
    private static final Duration CHANGES = Duration.ofDays(30);

    /** NB: the provider tells of a plan by its price, and more than once of the same. */
    private static final String FIND = """
            select u.email_norm, u.email_verified, u.created_at,
              (select count(*) from procurement.billing_events b
                where b.tenant_id = $1 and b.event_type = 'invoice.payment_failed' and b.created_at > $3) as failed,
              (select count(*) from (
                select b.metadata ->> 'price' as price,
                  lag(b.metadata ->> 'price') over (order by b.provider_created_at, b.created_at) as before
                from procurement.billing_events b
                where b.tenant_id = $1 and b.status = 'applied' and b.metadata ->> 'price' is not null
                  and b.created_at > $4) told where told.price <> told.before) as changes
            from procurement.users u where u.user_id = $2
            """;

    /** Somebody who pays, by the address that he has. */
    record Known(String email, Payer payer) {}

    /** @param checkouts that came from the same place within the hour */
    Uni<Known> find(UnitOfWork unit, String tenant, UUID user, int checkouts) {
        var now = unit.now();
        return unit.run(FIND, tenant, user, Columns.time(now.minus(FAILURES)), Columns.time(now.minus(CHANGES)))
                .map(ProblemType.FORBIDDEN::require)
                .map(row -> new Known(row.getString("email_norm"), payer(row, now, checkouts)));
    }

    private static Payer payer(Row row, Instant now, int checkouts) {
        return new Payer(
                row.getLong("failed"),
                Duration.between(Columns.instant(row.getOffsetDateTime("created_at")), now),
                row.getBoolean("email_verified"),
                checkouts,
                row.getLong("changes"));
    }
}
