package org.quartermaster.catalog.kit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.catalog.request.References;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Roles;

/** Changes of kits: managers change those of their tenant, data admins those of all. */
@ApplicationScoped
class KitService {
    private static final String ENTITY = "maintenance_kit";
    private static final String PATH = "/api/v1/maintenance-kits/";

    private final KitTable table;

    @Inject
    KitService(KitTable table) {
        this.table = table;
    }

    /** The role that may change a kit. */
    static String role(boolean isShared) {
        return isShared ? Roles.DATA_ADMIN : Roles.MANAGER;
    }

    Uni<Answer> create(UnitOfWork unit, boolean isShared, KitInput kit) {
        return check(unit, isShared, kit)
                .chain(() -> table.insert(unit, owner(unit, isShared), kit))
                .invoke(view -> note(unit, Change.created(ENTITY, Long.toString(view.id()), view), isShared))
                .map(view -> Answer.created(view, PATH + view.id()));
    }

    Uni<Answer> update(UnitOfWork unit, KitView known, String ifMatch, KitInput kit) {
        return lock(unit, known, ifMatch)
                .chain(before -> kit.isOf(before)
                        ? Uni.createFrom().item(Answer.ok(before))
                        : check(unit, before.shared(), kit)
                                .chain(() -> table.update(unit, owner(unit, before.shared()), before.id(), kit))
                                .invoke(view -> tell(unit, "updated", view, before))
                                .map(Answer::ok));
    }

    Uni<Answer> delete(UnitOfWork unit, KitView known, String ifMatch) {
        return lock(unit, known, ifMatch)
                .call(before -> table.delete(unit, owner(unit, before.shared()), before.id()))
                .invoke(before -> tell(unit, "deleted", before, before))
                .replaceWith(Answer.empty());
    }

    private Uni<KitView> lock(UnitOfWork unit, KitView known, String ifMatch) {
        return table.find(unit, known.id(), " for update of k")
                .invoke(kit -> ETags.requireMatch(ifMatch, kit.version()));
    }

    private static void tell(UnitOfWork unit, String verb, KitView view, KitView before) {
        note(unit, Change.of(ENTITY, Long.toString(view.id()), verb, view, before), view.shared());
    }

    private static void note(UnitOfWork unit, Change change, boolean isShared) {
        unit.changed(isShared ? change.forAll(unit.caller()) : change);
    }

    private static String owner(UnitOfWork unit, boolean isShared) {
        return isShared ? null : unit.caller().tenant();
    }

    /** A product belongs to a tenant, so a shared kit can name none. */
    private static Uni<Void> check(UnitOfWork unit, boolean isShared, KitInput kit) {
        var references = new References(unit);
        for (var i = 0; i < kit.items().size(); i++) {
            var field = "items[" + i + "].product_id";
            var product = kit.items().get(i).productId();
            if (isShared && product != null) {
                throw Problem.invalid(field, "product_in_shared_kit");
            }
            references.living(field, "product", product);
        }
        return references.require(unit);
    }
}
