package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;

/**
 * Registers and changes many machines with few statements. Rules, history and events are those of one machine; only
 * rows with new due points, or a new name, cost statements of their own.
 */
@ApplicationScoped
public class MachineBatch {
    private static final int STATEMENT_BATCH = 100;

    private final MachineRepository machines;
    private final MachineService service;
    private final StatusHistory history;
    private final Readings readings;
    private final Writes writes;

    @Inject
    MachineBatch(
            MachineRepository machines,
            MachineService service,
            StatusHistory history,
            Readings readings,
            Writes writes) {
        this.machines = machines;
        this.service = service;
        this.history = history;
        this.readings = readings;
        this.writes = writes;
    }

    /**
     * Takes the rows over, with their audit rows and events, and forgets the machines; what became of each row, by
     * its line. Fails with {@link RowProblem} where one row is wrong.
     */
    public Uni<Map<Long, MachineOutcome>> apply(UnitOfWork unit, List<MachineRow> rows) {
        var created = rows.stream().filter(row -> row.equipmentId() == null).toList();
        var changed = rows.stream().filter(row -> row.equipmentId() != null).toList();
        return create(unit, created).chain(fresh -> change(unit, changed).chain(known -> {
            var drafts = new ArrayList<>(fresh);
            drafts.addAll(known);
            return save(unit, drafts);
        }));
    }

    /** NB: batched for inserts alone; Hibernate Reactive mixes up batched updates of different columns. */
    private Uni<List<MachineDraft>> create(UnitOfWork unit, List<MachineRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var drafts = rows.stream().map(row -> draft(unit, row, null)).toList();
        var first = readings.first(unit, reports(drafts));
        return machines.persist(drafts.stream().map(MachineDraft::machine))
                .invoke(() -> unit.session().setBatchSize(STATEMENT_BATCH))
                .chain(() -> unit.session().flush())
                .invoke(() -> unit.session().setBatchSize(1))
                .chain(first::get)
                .replaceWith(drafts);
    }

    private Uni<List<MachineDraft>> change(UnitOfWork unit, List<MachineRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return machines.lockAll(rows.stream().map(MachineRow::equipmentId).toList())
                .call(found -> machines.deriveAll(unit, found))
                .map(found -> found.stream().collect(Collectors.toMap(each -> each.equipmentId, each -> each)))
                .map(byId -> rows.stream().map(row -> changed(unit, row, byId)).toList());
    }

    private static MachineDraft changed(UnitOfWork unit, MachineRow row, Map<String, Machine> byId) {
        var known = byId.get(row.equipmentId());
        if (known == null) {
            throw new RowProblem(row.line(), Problem.of(MachineRepository.NOT_FOUND));
        }
        return draft(unit, row, known);
    }

    private static MachineDraft draft(UnitOfWork unit, MachineRow row, Machine known) {
        try {
            return MachineDraft.of(row, known, unit.caller(), unit.now());
        } catch (Problem wrong) {
            throw new RowProblem(row.line(), wrong);
        }
    }

    private Uni<Map<Long, MachineOutcome>> save(UnitOfWork unit, List<MachineDraft> drafts) {
        var known = drafts.stream().filter(draft -> !draft.isNew()).toList();
        var due = drafts.stream().filter(draft -> draft.next() != null).toList();
        return history.openAll(unit, machines(drafts, MachineDraft::isNew))
                .chain(() -> history.turnAll(unit, machines(drafts, MachineBatch::isTurned)))
                .chain(() ->
                        readings.takeTotals(unit, reports(known), (machine, wrong) -> refuse(known, machine, wrong)))
                .chain(() -> each(due, draft -> service.scheduled(unit, draft.machine(), draft.next())))
                .chain(() -> each(renamed(drafts), draft -> service.renamed(unit, draft.machine(), draft.before())))
                .chain(() -> finish(unit, drafts));
    }

    private static List<Readings.Report> reports(List<MachineDraft> drafts) {
        return drafts.stream()
                .filter(draft -> !draft.sample().isEmpty())
                .map(draft -> new Readings.Report(draft.machine(), draft.sample()))
                .toList();
    }

    private static void refuse(List<MachineDraft> drafts, Machine machine, Problem wrong) {
        var draft = drafts.stream().filter(each -> each.machine() == machine).findFirst();
        throw new RowProblem(draft.orElseThrow().row().line(), wrong);
    }

    private static List<Machine> machines(List<MachineDraft> drafts, Predicate<MachineDraft> condition) {
        return drafts.stream().filter(condition).map(MachineDraft::machine).toList();
    }

    private static boolean isTurned(MachineDraft draft) {
        return !draft.isNew() && draft.machine().status != draft.before().status();
    }

    private static List<MachineDraft> renamed(List<MachineDraft> drafts) {
        return drafts.stream()
                .filter(draft -> !draft.isNew()
                        && !draft.machine().name.equals(draft.before().name()))
                .toList();
    }

    private static Uni<Void> each(List<MachineDraft> drafts, Function<MachineDraft, Uni<Void>> step) {
        return InTurn.each(drafts, draft -> step.apply(draft)
                .onFailure(Problem.class)
                .transform(wrong -> new RowProblem(draft.row().line(), wrong)));
    }

    private Uni<Map<Long, MachineOutcome>> finish(UnitOfWork unit, List<MachineDraft> drafts) {
        var outcomes = new HashMap<Long, MachineOutcome>();
        drafts.forEach(draft -> outcomes.put(draft.row().line(), count(unit, draft)));
        return machines.deriveAll(
                        unit, drafts.stream().map(MachineDraft::machine).toList())
                .invoke(() -> drafts.forEach(draft -> note(unit, draft)))
                .chain(() -> writes.log(unit))
                .invoke(() -> unit.session().clear())
                .replaceWith(outcomes);
    }

    private static MachineOutcome count(UnitOfWork unit, MachineDraft draft) {
        if (draft.isNew()) {
            return MachineOutcome.CREATED;
        }
        if (Register.differs(draft.before(), draft.machine())) {
            draft.machine().version++;
            draft.machine().updatedAt = unit.now();
            return MachineOutcome.UPDATED;
        }
        return draft.sample().isEmpty() ? MachineOutcome.UNCHANGED : MachineOutcome.UPDATED;
    }

    private static void note(UnitOfWork unit, MachineDraft draft) {
        var machine = draft.machine();
        var view = MachineView.of(machine);
        if (draft.isNew()) {
            unit.changed(Change.created(MachineService.ENTITY, machine.equipmentId, view));
        } else if (machine.status != draft.before().status()) {
            var extra = Map.<String, Object>of(
                    "previous", Map.of("status", draft.before().status()));
            unit.changed(new Change(
                    MachineService.ENTITY, machine.equipmentId, "status_changed", view, draft.before(), extra));
        } else if (machine.version != draft.before().version()) {
            unit.changed(Change.of(MachineService.ENTITY, machine.equipmentId, "updated", view, draft.before()));
        }
    }
}
