package org.quartermaster.catalog.safetyreference;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.quartermaster.catalog.row.RowChanges;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Lists where managers write the rows of their tenant, and data admins those of all. */
@ApplicationScoped
class OwnedRows {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final SafetyLists lists;
    private final SafetyRows rows;

    @Inject
    OwnedRows(Call call, Endpoints endpoints, Idempotency idempotency, SafetyLists lists, SafetyRows rows) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.lists = lists;
        this.rows = rows;
    }

    <I extends SafetyInput<I>, V extends SharedView> Uni<Response> create(
            SafetyList<I, V> list, byte[] body, boolean isShared, I row) {
        require(isShared);
        return isShared
                ? idempotency.onceGlobal(call, body, unit -> rows.create(unit, list, null, row))
                : idempotency.once(
                        call,
                        body,
                        unit -> rows.create(unit, list, unit.caller().tenant(), row));
    }

    <I extends SafetyInput<I>, V extends SharedView> Uni<Response> put(
            SafetyList<I, V> list, String id, byte[] body, Function<Fields, I> read) {
        return known(list, id).chain(known -> {
            Endpoints.Save save = (unit, ifMatch, fields) ->
                    rows.update(unit, list, new Place(known.id(), owner(known), ifMatch), read.apply(fields));
            return known.shared() ? endpoints.putGlobal(body, save) : endpoints.put(body, save);
        });
    }

    <I extends SafetyInput<I>, V extends SharedView> Uni<Response> delete(SafetyList<I, V> list, String id) {
        return known(list, id)
                .chain(known -> known.shared()
                        ? endpoints.deleteGlobal((unit, ifMatch) ->
                                rows.delete(unit, list, new Place(known.id(), owner(known), ifMatch)))
                        : endpoints.delete((unit, ifMatch) ->
                                rows.delete(unit, list, new Place(known.id(), owner(known), ifMatch))));
    }

    /** The row, of which it is known whose it is; 403 for a caller who may not change it. */
    private <V extends SharedView> Uni<V> known(SafetyList<?, V> list, String id) {
        return lists.one(call.caller(), list, RowChanges.id(id, SafetyList.NOT_FOUND))
                .invoke(row -> require(row.shared()));
    }

    private void require(boolean isShared) {
        if (!call.caller().is(isShared ? Roles.DATA_ADMIN : Roles.MANAGER)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }

    private String owner(SharedView row) {
        return row.shared() ? null : call.caller().tenant();
    }
}
