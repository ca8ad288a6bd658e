package org.quartermaster.catalog.customer;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Customers and their addresses in the database. */
@ApplicationScoped
class CustomerTable {
    static final ProblemType NOT_FOUND = new ProblemType(404, "customer_not_found");
    static final ProblemType DELETED = new ProblemType(410, "customer_deleted");

    private static final String ADDRESSES = """
            (select cast(coalesce(jsonb_agg(to_jsonb(a) order by a.id), '[]') as text) from catalog.customeraddress a
              where a.tenant_id = c.tenant_id and a.customer_id = c.id) as addresses""";
    private static final String REMOVE =
            "delete from catalog.customeraddress where tenant_id = $1 and customer_id = $2";

    /** NB: the trigger raises the version for what stands in the row alone. */
    private static final String TOUCH =
            "update catalog.customer set version = version + 1, updated_at = $3 where tenant_id = $1 and id = $2";

    private static final String ADD = """
            insert into catalog.customeraddress (tenant_id, customer_id, kind, lines, city, region, postal_code, country)
            select $1, $2, r.kind, r.lines, r.city, r.region, r.postal_code, r.country
            from jsonb_array_elements(cast($3::text as jsonb)) with ordinality e (item, place),
              jsonb_to_record(e.item) as r (kind text, lines text, city text, region text, postal_code text, country text)
            order by e.place
            """;
    private static final TypeReference<List<Map<String, String>>> STORED = new TypeReference<>() {};

    private final DatabaseJson json;
    private final RowTable<CustomerRow> rows;

    @Inject
    CustomerTable(DatabaseJson json) {
        this.json = json;
        this.rows = new RowTable<>(json, "catalog.customer", CustomerRow.class);
    }

    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw Problem.of(NOT_FOUND);
        }
    }

    /** What to select of the customer {@code c}. */
    String select() {
        return rows.select("c") + ", " + ADDRESSES;
    }

    CustomerRow read(Row row) {
        var customer = rows.read(row);
        customer.addresses = json.read(row.getString("addresses"), STORED).stream()
                .map(CustomerTable::address)
                .toList();
        return customer;
    }

    private static CustomerAddress address(Map<String, String> stored) {
        return new CustomerAddress(
                Words.find(AddressKind.class, stored.get("kind")).orElseThrow(),
                stored.get("lines"),
                stored.get("city"),
                stored.get("region"),
                stored.get("postal_code"),
                stored.get("country"));
    }

    /** The customer, whether deleted or not. */
    Uni<CustomerRow> find(UnitOfWork unit, long id) {
        return find(unit, id, "");
    }

    /** The same, locked. */
    Uni<CustomerRow> lock(UnitOfWork unit, long id) {
        return find(unit, id, " for no key update of c");
    }

    private Uni<CustomerRow> find(UnitOfWork unit, long id, String lock) {
        var sql = "select " + select() + " from catalog.customer c where c.tenant_id = $1 and c.id = $2" + lock;
        return unit.run(sql, unit.caller().tenant(), id).map(found -> read(NOT_FOUND.require(found)));
    }

    /** Locks the customers of these codes that are not deleted. */
    Uni<List<CustomerRow>> lockNamed(UnitOfWork unit, String... codes) {
        var sql = "select " + select() + """
                 from catalog.customer c
                where c.tenant_id = $1 and c.code = any ($2) and c.deleted_at is null
                order by c.id for no key update of c
                """;
        return unit.run(sql, unit.caller().tenant(), codes).map(found -> {
            var customers = new ArrayList<CustomerRow>();
            found.forEach(row -> customers.add(read(row)));
            return customers;
        });
    }

    /** Adds customers without addresses, and gives them as they were kept. */
    Uni<List<CustomerRow>> insertAll(UnitOfWork unit, List<CustomerRow> customers) {
        return customers.isEmpty() ? Uni.createFrom().item(List.of()) : rows.insert(unit, customers);
    }

    /** Changes customers but for their addresses, and gives them as they were kept. */
    Uni<List<CustomerRow>> updateAll(UnitOfWork unit, List<CustomerRow> customers) {
        return customers.isEmpty() ? Uni.createFrom().item(List.of()) : rows.update(unit, customers);
    }

    /** Adds a customer and gives it as it was kept. */
    Uni<CustomerRow> insert(UnitOfWork unit, CustomerRow customer) {
        return rows.insert(unit, customer)
                .call(saved -> add(unit, saved.id, customer.addresses))
                .chain(saved -> find(unit, saved.id));
    }

    /** Changes a customer and gives it as it was kept. */
    Uni<CustomerRow> update(UnitOfWork unit, CustomerRow customer, List<CustomerAddress> before) {
        return rows.update(unit, customer)
                .call(saved -> customer.addresses.equals(before)
                        ? Uni.createFrom().voidItem()
                        : replace(unit, saved.version == customer.version, customer))
                .chain(saved -> find(unit, saved.id));
    }

    private Uni<Void> replace(UnitOfWork unit, boolean isRowUnchanged, CustomerRow customer) {
        var tenant = unit.caller().tenant();
        return unit.run(REMOVE, tenant, customer.id)
                .chain(() -> add(unit, customer.id, customer.addresses))
                .chain(() -> isRowUnchanged
                        ? unit.run(TOUCH, tenant, customer.id, Columns.time(unit.now()))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> add(UnitOfWork unit, long customer, List<CustomerAddress> addresses) {
        return addresses.isEmpty()
                ? Uni.createFrom().voidItem()
                : unit.run(ADD, unit.caller().tenant(), customer, json.text(addresses))
                        .replaceWithVoid();
    }
}
