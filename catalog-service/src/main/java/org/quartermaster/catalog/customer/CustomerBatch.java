package org.quartermaster.catalog.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quartermaster.catalog.batch.CleanedCells;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.rest.Fields;

/** Writes rows of files as customers. */
@ApplicationScoped
public class CustomerBatch {
    private final CustomerTable table;
    private final ObjectMapper json;

    @Inject
    CustomerBatch(CustomerTable table, ObjectMapper json) {
        this.table = table;
        this.json = json;
    }

    /** A row and the customer that it makes. */
    private record Made(long line, CustomerView before, CustomerRow customer) {}

    /**
     * Writes the rows, of which no two have one code.
     *
     * @param isCleaned whether a text counts as the same when it is, but for what cleaning takes out
     */
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, boolean isCleaned) {
        var outcomes = new ArrayList<RowOutcome>();
        var codes = rows.stream().map(row -> row.text("code")).toArray(String[]::new);
        return table.lockNamed(unit, codes)
                .map(known -> made(rows, known, isCleaned, outcomes))
                .chain(made -> save(unit, made))
                .map(written -> {
                    outcomes.addAll(written);
                    return outcomes;
                });
    }

    private List<Made> made(List<FileRow> rows, List<CustomerRow> known, boolean isCleaned, List<RowOutcome> outcomes) {
        var byCode = new HashMap<String, CustomerRow>();
        known.forEach(customer -> byCode.put(customer.code, customer));
        var made = new ArrayList<Made>();
        for (var row : rows) {
            var customer = byCode.get(row.text("code"));
            var before = customer == null ? null : CustomerView.of(customer);
            if (before != null && isCleaned) {
                CleanedCells.keepSame(row.cells(), json.valueToTree(before));
            }
            try {
                var now = applied(row, customer);
                if (before != null && CustomerView.of(now).equals(before)) {
                    outcomes.add(RowOutcome.unchanged(row.line(), before));
                } else {
                    made.add(new Made(row.line(), before, now));
                }
            } catch (Problem wrong) {
                outcomes.add(RowOutcome.rejected(row.line(), wrong));
            }
        }
        return made;
    }

    private static CustomerRow applied(FileRow row, CustomerRow known) {
        var customer = known == null ? new CustomerRow() : known;
        if (known == null) {
            requireNames(row);
        }
        var fields = Fields.ofCells(row.cells());
        fields.require("code", "name", "email");
        CustomerInput.apply(fields, known == null ? Saving.WHOLE : Saving.PART, customer);
        fields.checkStrictly();
        return customer;
    }

    private static void requireNames(FileRow row) {
        var missing = Stream.of("code", "name", "email")
                .filter(field -> row.text(field).isEmpty())
                .map(field -> new FieldError(field, "missing"))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }

    private Uni<List<RowOutcome>> save(UnitOfWork unit, List<Made> made) {
        var saved = new HashMap<String, CustomerRow>();
        return table.insertAll(unit, customers(made, true))
                .invoke(rows -> rows.forEach(row -> saved.put(row.code, row)))
                .chain(() -> table.updateAll(unit, customers(made, false)))
                .invoke(rows -> rows.forEach(row -> saved.put(row.code, row)))
                .map(done -> made.stream().map(one -> outcome(one, saved)).toList());
    }

    private static List<CustomerRow> customers(List<Made> made, boolean isNew) {
        return made.stream()
                .filter(one -> (one.before() == null) == isNew)
                .map(Made::customer)
                .toList();
    }

    /** NB: the event shows less than the log keeps, so the two are told apart. */
    private static RowOutcome outcome(Made made, Map<String, CustomerRow> saved) {
        var row = saved.get(made.customer().code);
        row.addresses = made.customer().addresses;
        var before = made.before();
        var now = CustomerView.of(row);
        var id = Long.toString(now.id());
        var verb = before == null ? "created" : "updated";
        var former = before == null ? null : ToldCustomer.of(before);
        var isMaterial =
                before == null || !before.name().equals(now.name()) || before.customerType() != now.customerType();
        return RowOutcome.written(
                made.line(),
                before,
                now,
                isMaterial,
                Change.of("customer", id, verb, now, before).told(Change.Telling.NONE),
                Change.of("customer", id, verb, ToldCustomer.of(now), former).unaudited());
    }
}
