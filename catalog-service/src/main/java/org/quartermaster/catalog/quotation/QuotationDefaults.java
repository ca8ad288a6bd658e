package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;

/** What a quotation takes from the settings and from its customer where the request does not say. */
@ApplicationScoped
class QuotationDefaults {
    private static final String QUERY = """
            select d.currency, cur.minor_units, d.valid_days, d.accepted_days, d.prefix, d.terms,
              c.id as customer_id, c.name, c.email
            from (select 1) one
            left join catalog.catalogsetting s on s.tenant_id = $1
            left join catalog.customer c on c.tenant_id = $1 and c.id = $2 and c.deleted_at is null
            cross join lateral (select coalesce($3, c.currency, s.default_currency, 'USD') as currency,
              coalesce(s.quotation_valid_days, 30) as valid_days, coalesce(s.accepted_days, 30) as accepted_days,
              coalesce(s.number_prefix, 'Q') as prefix, s.company ->> 'terms_conditions' as terms) d
            left join catalog.currency cur on cur.code = d.currency
            """;

    /** @param customerName null with the e-mail where there is no customer */
    record Found(
            String currency,
            int minorUnits,
            Duration valid,
            Duration accepted,
            String prefix,
            String terms,
            String customerName,
            String customerEmail) {

        /** Fills what the head leaves open; null stays what nobody knows. */
        void fill(Quotation head, Instant now) {
            head.currency = currency;
            head.minorUnits = minorUnits;
            head.validUntil = head.validUntil == null ? now.plus(valid) : head.validUntil;
            head.termsConditions = head.termsConditions == null ? terms : head.termsConditions;
            head.clientName = head.clientName == null ? customerName : head.clientName;
            head.clientEmail = head.clientEmail == null ? customerEmail : head.clientEmail;
        }
    }

    /** Those for a head; 422 where its customer or its currency is unknown. */
    Uni<Found> of(UnitOfWork unit, Quotation head) {
        return query(unit, head)
                .invoke(row -> {
                    if (head.customerId != null && row.getLong("customer_id") == null) {
                        throw Problem.invalid("customer_id", "reference.unknown");
                    }
                })
                .map(QuotationDefaults::found);
    }

    /** Those for a quotation that is there already, whose customer may be deleted by now. */
    Uni<Found> later(UnitOfWork unit, Quotation head) {
        return query(unit, head).map(QuotationDefaults::found);
    }

    private static Uni<Row> query(UnitOfWork unit, Quotation head) {
        return unit.run(QUERY, unit.caller().tenant(), head.customerId, head.currency)
                .map(rows -> rows.iterator().next());
    }

    private static Found found(Row row) {
        if (row.getValue("minor_units") == null) {
            throw Problem.invalid("currency", "reference.unknown");
        }
        return new Found(
                row.getString("currency"),
                row.getInteger("minor_units"),
                Duration.ofDays(row.getInteger("valid_days")),
                Duration.ofDays(row.getInteger("accepted_days")),
                row.getString("prefix"),
                row.getString("terms"),
                row.getString("name"),
                row.getString("email"));
    }
}
