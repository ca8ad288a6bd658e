package org.quartermaster.equipment.exchange;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.machine.MachineView;
import org.quartermaster.platform.list.CsvText;

/** Writes machines as CSV (RFC 4180). */
final class MachineExport {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<String> metadataKeys;
    private final boolean bom;

    /** @param bom whether the file begins with a byte order mark, which some spreadsheets need to see UTF-8 */
    MachineExport(List<String> metadataKeys, boolean bom) {
        this.metadataKeys = metadataKeys;
        this.bom = bom;
    }

    Buffer header() {
        var names = new ArrayList<>(Columns.names());
        metadataKeys.forEach(key -> names.add(Columns.METADATA + key));
        var text = CsvText.lines(List.of(names));
        return Buffer.buffer(bom ? BYTE_ORDER_MARK + text : text);
    }

    /** The whole file, a piece for each batch. */
    Multi<Buffer> file(Multi<List<MachineView>> batches) {
        var rows = batches.filter(batch -> !batch.isEmpty())
                .map(batch -> Buffer.buffer(
                        CsvText.lines(batch.stream().map(this::cells).toList())));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(header()), rows);
    }

    private List<String> cells(MachineView machine) {
        var cells = new ArrayList<String>();
        Columns.names().forEach(name -> cells.add(Cell.write(Columns.value(name, machine))));
        metadataKeys.forEach(key -> cells.add(Cell.writeJson(
                machine.metadata() == null ? null : machine.metadata().get(key))));
        return cells;
    }
}
