package org.quartermaster.procurement.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.token.Revocations;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.billing.PlanChange;
import org.quartermaster.procurement.login.Lockout;
import org.quartermaster.procurement.operator.Operators;
import org.quartermaster.procurement.organization.Members;
import org.quartermaster.procurement.session.SessionEnd;
import org.quartermaster.procurement.user.Acting;
import org.quartermaster.procurement.user.UserChanges;

/** What who runs the installation does to users; each act is noted in his organization's log of administrators. */
@ApplicationScoped
class Supervision {
    private static final ProblemType ONESELF = new ProblemType(409, "not_oneself");
    private static final String LOCK =
            "select * from procurement.users where user_id = $1 and status <> 'deleted' for no key update";
    private static final String STATUS = "update procurement.users set status = $2 where user_id = $1";

    private final Writes writes;
    private final Operators operators;
    private final SupervisedUsers users;
    private final Members members;
    private final PlanChange plans;
    private final SessionEnd sessions;
    private final Revocations revocations;
    private final Lockout lockout;
    private final UserChanges changes;
    private final AuditLog audit;

    @Inject
    Supervision(
            Writes writes,
            Operators operators,
            SupervisedUsers users,
            Members members,
            PlanChange plans,
            SessionEnd sessions,
            Revocations revocations,
            Lockout lockout,
            UserChanges changes,
            AuditLog audit) {
        this.writes = writes;
        this.operators = operators;
        this.users = users;
        this.members = members;
        this.plans = plans;
        this.sessions = sessions;
        this.revocations = revocations;
        this.lockout = lockout;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * Why something is done, and from where.
     *
     * @param reason in words, or null
     */
    record Act(String reason, String address) {}

    /**
     * What is to be changed; null leaves it as it is.
     *
     * @param roles in his home organization
     */
    record Wish(List<String> roles, String plan) {}

    private Uni<Row> lock(UnitOfWork unit, UUID id) {
        return operators.require(unit).chain(() -> unit.run(LOCK, id)).map(ProblemType.NOT_FOUND::require);
    }

    Uni<Answer> change(UnitOfWork unit, UUID id, String ifMatch, Wish wish, Act act) {
        return lock(unit, id)
                .chain(() -> users.get(unit, id))
                .invoke(user -> ETags.requireMatch(ifMatch, user.version()))
                .chain(before -> roles(unit, before, wish)
                        .chain(() -> plan(unit, before, wish))
                        .chain(() -> users.get(unit, id))
                        .call(after -> note(unit, "user.changed", before, after, act)))
                .map(Answer::ok);
    }

    private Uni<Void> roles(UnitOfWork unit, SupervisedUserView user, Wish wish) {
        return wish.roles() == null
                ? Uni.createFrom().voidItem()
                : writes.within(unit, unit.caller().within(home(user)), there -> members.change(
                                there, user.userId(), wish.roles(), null)
                        .replaceWithVoid());
    }

    private Uni<Void> plan(UnitOfWork unit, SupervisedUserView user, Wish wish) {
        return wish.plan() == null
                ? Uni.createFrom().voidItem()
                : writes.within(unit, unit.caller().within(home(user)), there -> plans.grant(there, wish.plan()));
    }

    private static String home(SupervisedUserView user) {
        if (user.tenant() == null) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return user.tenant();
    }

    /** Ends his sessions here at once, and his tokens everywhere within a minute. */
    Uni<Answer> suspend(UnitOfWork unit, UUID id, Act act) {
        if (id.equals(Acting.id(unit.caller()))) {
            throw Problem.of(ONESELF);
        }
        return turn(unit, id, "suspended", act, () -> sessions.endAll(unit, id, null, SessionEnd.Reason.SUSPENDED)
                .chain(() -> revocations.refuse(unit.session(), id.toString(), unit.now()))
                .chain(() -> changes.tell(unit, id, "disabled")));
    }

    Uni<Answer> activate(UnitOfWork unit, UUID id, Act act) {
        return turn(unit, id, "active", act, () -> revocations
                .allow(unit.session(), id.toString(), unit.now())
                .chain(() -> changes.tell(unit, id, "enabled")));
    }

    /** NB: who is as wanted already stays so, and nothing is told again. */
    private Uni<Answer> turn(UnitOfWork unit, UUID id, String status, Act act, Supplier<Uni<Void>> effect) {
        return lock(unit, id)
                .chain(() -> users.get(unit, id))
                .chain(before -> before.status().equals(status)
                        ? Uni.createFrom().item(before)
                        : unit.run(STATUS, id, status)
                                .chain(() -> effect.get())
                                .chain(() -> users.get(unit, id))
                                .call(after -> note(
                                        unit,
                                        status.equals("active") ? "user.activated" : "user.suspended",
                                        before,
                                        after,
                                        act)))
                .map(Answer::ok);
    }

    /** Lets his address sign in again after too many failures. */
    Uni<Answer> unlock(UnitOfWork unit, UUID id, Act act) {
        return lock(unit, id)
                .chain(row -> lockout.lift(unit, row.getString("email_norm")))
                .chain(() -> users.get(unit, id))
                .call(user -> note(unit, "user.unlocked", user, user, act))
                .map(Answer::ok);
    }

    private Uni<Void> note(
            UnitOfWork unit, String action, SupervisedUserView before, SupervisedUserView after, Act act) {
        var noted = new HashMap<String, Object>();
        noted.put("before", shown(before));
        noted.put("after", shown(after));
        noted.put("reason", act.reason());
        var target = new AuditLog.Target("user", after.userId().toString());
        return audit.noteAdmin(unit, Acting.id(unit.caller()), action, target, noted, act.address());
    }

    private static Map<String, Object> shown(SupervisedUserView user) {
        var roles = user.memberships().stream()
                .filter(each -> each.tenant().equals(user.tenant()))
                .findFirst()
                .map(SupervisedUserView.Membership::roles)
                .orElse(List.of());
        return Map.of("status", user.status(), "subscription_tier", user.subscriptionTier(), "roles", roles);
    }
}
