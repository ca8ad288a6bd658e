package org.quartermaster.procurement.fraud;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A list of networks as CSV: the network and its kind; the first line may name the columns. */
record IpReputationFile(List<Entry> entries, List<LineError> errors) {
    private static final Set<String> KINDS = Set.of("vpn", "proxy", "tor", "hosting");
    private static final int MAX_ERRORS = 1_000;

    /** One network. */
    record Entry(String cidr, String kind) {}

    /** A line that cannot be used. */
    record LineError(long line, String code) {}

    static IpReputationFile read(byte[] file) {
        var entries = new ArrayList<Entry>();
        var errors = new ArrayList<LineError>();
        var text = new String(file, StandardCharsets.UTF_8);
        try (var lines = CsvReader.builder().ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (var line : lines) {
                var cidr = line.getField(0).strip().toLowerCase(Locale.ROOT);
                var kind =
                        line.getFieldCount() < 2 ? "" : line.getField(1).strip().toLowerCase(Locale.ROOT);
                if (IpNetwork.isValid(cidr) && KINDS.contains(kind)) {
                    entries.add(new Entry(cidr, kind));
                } else if (!(line.getStartingLineNumber() == 1 && cidr.equals("cidr")) && errors.size() < MAX_ERRORS) {
                    errors.add(new LineError(
                            line.getStartingLineNumber(), IpNetwork.isValid(cidr) ? "unknown_kind" : "not_a_network"));
                }
            }
        } catch (IOException | CsvParseException broken) {
            errors.add(new LineError(0, "not_csv"));
        }
        return new IpReputationFile(entries, errors);
    }
}
