package org.quartermaster.catalog.safetyreference;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.safety.SafetyLibrary;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Versioned;

/** Adds, changes and deletes the rows of the lists of safety, and tells of it. */
@ApplicationScoped
class SafetyRows {
    private static final String LOCK = " for update of r";

    private final DatabaseJson json;
    private final SafetyLibrary library;

    @Inject
    SafetyRows(DatabaseJson json, SafetyLibrary library) {
        this.json = json;
        this.library = library;
    }

    /** A row as clients write it and as they see it. */
    private record Found<I, V>(I input, V view) {}

    /** @param owner the tenant, or null for a row of all */
    <I extends SafetyInput<I>, V extends Versioned> Uni<Answer> create(
            UnitOfWork unit, SafetyList<I, V> list, String owner, I given) {
        return checked(unit, given)
                .chain(row -> unit.run(list.insert(), json.text(row), owner))
                .onFailure(RowTable::isKeyBroken)
                .transform(SafetyRows::unknown)
                .map(rows -> read(list, rows.iterator().next()).view())
                .invoke(view -> note(
                        unit, owner, Change.created(list.entity(), list.id().apply(view), view)))
                .map(view -> Answer.created(view, SafetyList.PATH + list.path().apply(view)));
    }

    <I extends SafetyInput<I>, V extends Versioned> Uni<Answer> update(
            UnitOfWork unit, SafetyList<I, V> list, Place place, I given) {
        return lock(unit, list, place)
                .chain(before -> checked(unit, given)
                        .chain(row -> row.equals(before.input())
                                ? Uni.createFrom().item(before.view())
                                : save(unit, list, place, row)
                                        .invoke(view -> tell(unit, list, place, "updated", view, before.view()))))
                .map(Answer::ok);
    }

    <I extends SafetyInput<I>, V extends Versioned> Uni<Answer> delete(
            UnitOfWork unit, SafetyList<I, V> list, Place place) {
        return lock(unit, list, place)
                .call(before -> unit.run(list.delete(), place.key())
                        .onFailure(RowTable::isKeyBroken)
                        .transform(failure -> Problem.of(RowTable.IN_USE)))
                .invoke(before -> tell(unit, list, place, "deleted", before.view(), before.view()))
                .replaceWith(Answer.empty());
    }

    private <I extends SafetyInput<I>, V extends Versioned> Uni<V> save(
            UnitOfWork unit, SafetyList<I, V> list, Place place, I row) {
        return unit.run(list.update(), json.text(row), place.owner(), place.key())
                .onFailure(RowTable::isKeyBroken)
                .transform(SafetyRows::unknown)
                .map(rows -> read(list, rows.iterator().next()).view());
    }

    private <I extends SafetyInput<I>> Uni<I> checked(UnitOfWork unit, I given) {
        return library.codes(unit).map(codes -> {
            var check = codes.check();
            var row = given.checked(check);
            check.require();
            return row;
        });
    }

    private <I extends SafetyInput<I>, V extends Versioned> Uni<Found<I, V>> lock(
            UnitOfWork unit, SafetyList<I, V> list, Place place) {
        return unit.run(list.find() + LOCK, place.key(), unit.caller().tenant())
                .map(rows -> read(list, SafetyList.NOT_FOUND.require(rows)))
                .invoke(found ->
                        ETags.requireMatch(place.ifMatch(), found.view().version()));
    }

    private <I extends SafetyInput<I>, V extends Versioned> Found<I, V> read(SafetyList<I, V> list, Row row) {
        var text = row.getString("row");
        return new Found<>(json.read(text, list.input()), json.read(text, list.view()));
    }

    /** NB: the standard of an equipment specification is the one key among these tables that a client names. */
    private static Throwable unknown(Throwable failure) {
        return Problem.invalid("ansi_standard_id", "reference.unknown");
    }

    private static <V extends Versioned> void tell(
            UnitOfWork unit, SafetyList<?, V> list, Place place, String verb, V view, V before) {
        note(unit, place.owner(), Change.of(list.entity(), list.id().apply(before), verb, view, before));
    }

    private static void note(UnitOfWork unit, String owner, Change change) {
        unit.changed(owner == null ? change.forAll(unit.caller()) : change);
    }
}
