package org.quartermaster.equipment.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineDraft;
import org.quartermaster.equipment.machine.MachineNames;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.machine.MachineRow;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.problem.Problem;

/** Checks every row of a file against the rules and the register, a batch at a time, and keeps those that are right. */
final class ImportCheck {
    private static final int BATCH = 500;

    private final JobRun run;
    private final ImportSettings settings;
    private final ImportStage stage;
    private final MachineRepository machines;
    private final ImportErrors errors;
    private final Instant now = Instant.now();
    private long line;
    private long read;
    private long failed;
    private long created;
    private long updated;
    private long unchanged;

    ImportCheck(
            JobRun run, ImportSettings settings, ImportStage stage, MachineRepository machines, ImportErrors errors) {
        this.run = run;
        this.settings = settings;
        this.stage = stage;
        this.machines = machines;
        this.errors = errors;
    }

    /** Reads the file to its end. */
    ImportReport check() throws IOException {
        try (var file = CsvFile.open(run.input())) {
            var reader = header(file);
            var more = true;
            while (more) {
                more = batch(file, reader);
                run.progress(read, null);
            }
            if (file.openQuote() > 0) {
                fail(List.of(JobError.of(file.openQuote(), null, "broken_csv")));
            }
        }
        return new ImportReport(settings, read, created, updated, unchanged, failed);
    }

    /** NB: a file whose header is wrong is not read, as each of its rows would be wrong in the same way. */
    private RowReader header(CsvFile file) {
        if (file.isMarkup()) {
            throw refused(JobError.of(1L, null, "not_csv"));
        }
        var found = new ArrayList<JobError>();
        var header = next(file);
        if (header == null) {
            throw refused(JobError.of(1L, null, "empty_file"));
        }
        var reader = RowReader.of(header, settings.mode(), found);
        if (!found.isEmpty()) {
            throw refused(found.toArray(JobError[]::new));
        }
        return reader;
    }

    private ImportRefused refused(JobError... reasons) {
        for (var reason : reasons) {
            errors.add(reason);
        }
        return new ImportRefused();
    }

    private CsvRecord next(CsvFile file) {
        try {
            var next = file.next();
            line = next == null ? line : next.getStartingLineNumber();
            return next;
        } catch (CsvParseException broken) {
            throw refused(JobError.of(line + 1, null, "broken_csv"));
        }
    }

    /** False at the end of the file. */
    private boolean batch(CsvFile file, RowReader reader) {
        var rows = new ArrayList<MachineRow>();
        var record = next(file);
        for (; record != null; record = rows.size() < BATCH ? next(file) : null) {
            read++;
            var wrong = new ArrayList<JobError>();
            var row = reader.read(record, wrong);
            if (row == null) {
                fail(wrong);
            } else {
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            judge(rows);
        }
        return rows.size() == BATCH;
    }

    private void fail(List<JobError> wrong) {
        failed++;
        wrong.forEach(errors::add);
    }

    private void judge(List<MachineRow> rows) {
        var asked = ImportNames.asked(rows);
        var known = run.await(() -> machines.readNamed(run.caller(), asked));
        for (var machine : known) {
            asked.ids().add(machine.equipmentId);
        }
        var names = new ImportNames(known, stage.taken(run, asked));
        var staged = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> judge(row, names, staged));
        if (!staged.isEmpty()) {
            run.write(unit -> stage.add(unit, run.id(), staged));
        }
    }

    private void judge(MachineRow row, ImportNames names, ArrayNode staged) {
        var wrong = new ArrayList<JobError>();
        try {
            var target = target(row, names);
            var id = target == null ? null : target.equipmentId;
            var named = new MachineRow(row.line(), id, withoutId(row), row.metadata(), row.cleared());
            var draft = MachineDraft.of(named, target, run.caller(), now);
            names.take(draft, wrong);
            if (wrong.isEmpty()) {
                staged.add(keep(draft));
            }
        } catch (Problem problem) {
            problem.errors().forEach(error -> wrong.add(JobError.at(row.line(), error)));
            if (problem.errors().isEmpty()) {
                wrong.add(JobError.of(row.line(), Columns.ID, problem.type().code()));
            }
        }
        if (!wrong.isEmpty()) {
            fail(wrong);
        }
    }

    private Machine target(MachineRow row, ImportNames names) {
        if (settings.mode() == ImportSettings.Mode.CREATE) {
            return null;
        }
        var id = ImportNames.text(row, Columns.ID);
        if (id == null) {
            return names.withSerial(ImportNames.text(row, "serial_number"));
        }
        var machine = names.withId(id);
        if (machine == null) {
            throw Problem.of(MachineRepository.NOT_FOUND);
        }
        return machine;
    }

    private static ObjectNode withoutId(MachineRow row) {
        return row.values().deepCopy().without(Columns.ID);
    }

    private ObjectNode keep(MachineDraft draft) {
        var row = draft.row();
        var kept = JsonNodeFactory.instance
                .objectNode()
                .put("line", row.line())
                .put("equipment_id", row.equipmentId())
                .put("serial_key", given(row, "serial_number", MachineNames.key(draft.machine().serialNumber)))
                .put("vin_key", given(row, "vin", MachineNames.key(draft.machine().vin)))
                .put("qr_code", given(row, "qr_code", draft.machine().qrCode));
        if (draft.changesNothing()) {
            unchanged++;
            return kept.put("outcome", "unchanged");
        }
        if (draft.isNew()) {
            created++;
        } else {
            updated++;
        }
        return kept.put("content", ImportStage.content(row));
    }

    private static String given(MachineRow row, String column, String value) {
        return row.values().hasNonNull(column) ? value : null;
    }
}
